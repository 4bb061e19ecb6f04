internal import ArticleModel
internal import RelaxNG
internal import XML

/// Sees that identifiers of a W3C XML Schema are unique in a document, and that references lead to one.
struct W3CIdentifierCheck {
  private struct Reference {
    var value: String
    var offset: Int
    var path: String?
  }

  private let types: W3CIdentifiers
  private let names: XMLNameTable
  private let isNeeded: Bool
  /// The kind of each attribute, by the number of its name; nil where it is not asked yet.
  private var kinds: [W3CIdentifiers.Kind??] = []
  private var given = FingerprintSet()
  /// References to what has not come yet, by the hash of it: the first of each.
  private var open: [UInt64: Reference] = [:]
  private var found: [Diagnostic] = []
  private static let maximumReferences = 100_000
  private static let maximumFaults = 1000

  init(_ types: W3CIdentifiers, _ names: XMLNameTable) {
    self.types = types
    self.names = names
    isNeeded = !types.isEmpty
  }

  mutating func reset() {
    given = FingerprintSet()
    open.removeAll()
    found = []
  }

  mutating func look(at attributes: XMLEventAttributes, _ place: XMLEventPlace, path: () -> String?) {
    guard isNeeded else { return }
    for index in 0..<attributes.count {
      let name = attributes.name(index)
      guard let kind = kind(of: name) else { continue }
      let title = title(name)
      func here() -> String? { path().map { $0 + "/@" + title } }
      for value in attributes.value(index).xmlWords {
        let hash = IdentifierHash.ofRun.of(value)
        if kind != .id {
          guard !given.contains(hash), open[hash] == nil, open.count < Self.maximumReferences else { continue }
          open[hash] = Reference(value: value, offset: place.offset, path: here())
        } else if given.insert(hash) {
          open[hash] = nil
        } else if found.count < Self.maximumFaults {
          found.append(
            Diagnostic(
              .error, code: "id-duplicate",
              "\(title) \(W3CFaultMessages.quoted(value)) stands twice in the document",
              position: place.position, xpath: here()))
        }
      }
    }
  }

  /// What is wrong with the document, which has ended.
  mutating func finish(_ place: XMLEventPlace) -> [Diagnostic] {
    let dangling = open.values.sorted { $0.offset < $1.offset }.prefix(Self.maximumFaults).map { reference in
      Diagnostic(
        .error, code: "idref-dangling", "nothing in the document has the identifier \"\(reference.value)\"",
        position: place.position(at: reference.offset), xpath: reference.path)
    }
    defer { reset() }
    return found + dangling
  }

  private func title(_ name: XMLNameID) -> String {
    (names.namespace(name) == XMLNamespace.xml ? "xml:" : "") + names.local(name)
  }

  private mutating func kind(of name: XMLNameID) -> W3CIdentifiers.Kind? {
    let index = Int(name.rawValue)
    if index >= kinds.count { kinds += Array(repeating: .none, count: index + 1 - kinds.count) }
    if let known = kinds[index] { return known }
    let kind = types.kind(namespace: names.namespace(name), local: names.local(name))
    kinds[index] = .some(kind)
    return kind
  }
}
