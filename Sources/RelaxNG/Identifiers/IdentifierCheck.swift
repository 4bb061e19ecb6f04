internal import ArticleModel
internal import XML

/// The identifiers of one document: each is given once, and what refers to one finds it.
struct IdentifierCheck {
  /// Where an attribute stands that refers to identifiers.
  struct Place {
    var element: String
    var path: String
    var position: SourcePosition
  }

  private struct Reference {
    var identifier: String
    var place: Place
  }

  private var kinds = TransitionTable()
  /// Whether an attribute identifies in some element, by its letter.
  private var concerned: [Bool] = []
  /// Identifiers that somebody keeps anyway; what is not among them is kept here.
  private var shared: DocumentIdentifiers?
  private var given = FingerprintSet()
  private var references: [Reference] = []
  /// References beyond those of which it is known where they stand, with the place of the first.
  private var others = FingerprintSet()
  private var firstOther: Place?

  /// Of so many references that lead to nothing yet it is kept where they stand.
  private static let maximumReferences = 10_000

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
    others.removeAll()
    firstOther = nil
  }

  @inline(__always)
  func concerns(_ attribute: Int32) -> Bool { Int(attribute) < concerned.count && concerned[Int(attribute)] }

  func kind(_ element: Int32, _ attribute: Int32) -> IdentifierKind? {
    kinds.value(element, attribute).flatMap { IdentifierKind(rawValue: UInt8($0)) }
  }

  /// Whether the identifier is new.
  mutating func give(_ identifier: Bytes) -> Bool {
    shared?.isNew(identifier) ?? given.insert(fingerprint(of: identifier))
  }

  /// Takes a reference to what is not given yet.
  mutating func refer(to identifier: Bytes, at place: Place) {
    if references.count < Self.maximumReferences {
      references.append(Reference(identifier: identifier.string, place: place))
    } else {
      _ = others.insert(fingerprint(of: identifier))
      if firstOther == nil { firstOther = place }
    }
  }

  func isGiven(_ identifier: Bytes) -> Bool { isGiven(fingerprint(of: identifier)) }

  private func isGiven(_ fingerprint: UInt64) -> Bool {
    shared?.contains(fingerprint) == true || given.contains(fingerprint)
  }

  /// As those that are shared have it, so that one may be looked for in both.
  private func fingerprint(of identifier: Bytes) -> UInt64 {
    if let shared { return shared.fingerprint(identifier) }
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(identifier))
    return max(1, UInt64(bitPattern: Int64(hasher.finalize())))
  }

  /// The references that find nothing, as faults.
  func dangling() -> [ValidationFault] {
    var faults: [ValidationFault] = []
    for reference in references {
      var identifier = reference.identifier
      if identifier.withUTF8({ isGiven($0) }) { continue }
      faults.append(
        fault(
          "nothing in the document has the identifier \"\(reference.identifier)\"", found: reference.identifier,
          reference.place))
    }
    if let firstOther {
      var count = 0
      others.forEach { if !isGiven($0) { count += 1 } }
      if count > 0 {
        faults.append(
          fault("from here on, \(count) more identifiers are referred to that nothing in the document has", firstOther))
      }
    }
    return faults
  }

  private func fault(_ message: String, found: String = "", _ place: Place) -> ValidationFault {
    ValidationFault(
      kind: .referenceDangling, element: place.element, found: found, expected: [], message: message,
      position: place.position, path: place.path)
  }
}
