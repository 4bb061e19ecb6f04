internal import ArticleModel
internal import XML

/// The identifiers of one document: each is given once, and what refers to one finds it.
struct IdentifierCheck {
  private struct Reference {
    var identifier: String
    var element: String
    var path: String
    var position: SourcePosition
  }

  private var kinds = TransitionTable()
  /// Whether an attribute identifies in some element, by its letter.
  private var concerned: [Bool] = []
  /// Identifiers that somebody keeps anyway; what is not among them is kept here.
  private var shared: DocumentIdentifiers?
  private var given = FingerprintSet()
  private var references: [Reference] = []

  init(_ schema: CompiledSchema) {
    let names = schema.automaton().names
    for (key, kind) in schema.identifiers.kinds {
      let element = names.letter(namespace: key.element.namespace, local: key.element.local)
      let attribute = names.letter(namespace: key.attribute.namespace, local: key.attribute.local)
      kinds.set(element, attribute, Int32(kind.rawValue))
      while concerned.count <= Int(attribute) { concerned.append(false) }
      concerned[Int(attribute)] = true
    }
  }

  mutating func share(_ identifiers: DocumentIdentifiers) { shared = identifiers }

  mutating func reset() {
    shared = nil
    given.removeAll()
    references.removeAll()
  }

  @inline(__always)
  func concerns(_ attribute: Int32) -> Bool { Int(attribute) < concerned.count && concerned[Int(attribute)] }

  func kind(_ element: Int32, _ attribute: Int32) -> IdentifierKind? {
    kinds.value(element, attribute).flatMap { IdentifierKind(rawValue: UInt8($0)) }
  }

  /// Whether the identifier is new.
  mutating func give(_ identifier: Bytes) -> Bool {
    shared?.isNew(identifier) ?? given.insert(Self.fingerprint(of: identifier))
  }

  mutating func refer(to identifier: String, element: String, path: String, position: SourcePosition) {
    references.append(Reference(identifier: identifier, element: element, path: path, position: position))
  }

  func isGiven(_ identifier: Bytes) -> Bool {
    if let shared, shared.isGiven(identifier) { return true }
    return given.contains(Self.fingerprint(of: identifier))
  }

  private static func fingerprint(of identifier: Bytes) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(identifier))
    return max(1, UInt64(bitPattern: Int64(hasher.finalize())))
  }

  /// The references that find nothing, as faults.
  func dangling() -> [ValidationFault] {
    references.filter { reference in
      var identifier = reference.identifier
      return !identifier.withUTF8 { isGiven($0) }
    }.map {
      ValidationFault(
        kind: .referenceDangling, element: $0.element, found: $0.identifier, expected: [],
        message: "nothing in the document has the identifier \"\($0.identifier)\"", position: $0.position, path: $0.path
      )
    }
  }
}
