public import XML

/// The entities and categories that a document declares, by identifier: in `standOff`, in its header, anywhere.
///
/// Nothing is looked through before something is asked for.
public struct EntityRegister {
  /// What is known of an entity.
  public struct Entry: Hashable, Sendable {
    /// The element's `xml:id`.
    public var id: String
    /// The element, as a number of the node table.
    public var node: Int32
    /// `person`, `org`, `place`, `event`, `object`, `bibl` …: the element's name.
    public var element: String
    /// The element's `@type`; empty where there is none.
    public var type: String
    /// The first name that is no variant.
    public var name: String
    public var variants: [String]
    /// The languages of names that say theirs (BCP 47), by name.
    public var languages: [String: String] = [:]
    /// When a person was born and died, ISO 8601; empty where that is not said.
    public var birth = ""
    public var death = ""
    /// Its authority identifiers, as `("wikidata", "Q212")`.
    public var identifiers: [(authority: String, value: String)]
    /// The latitude and longitude in degrees (WGS 84), from `geo`; nil where none is given.
    public var coordinates: (latitude: Double, longitude: Double)?

    public static func == (left: Self, right: Self) -> Bool { left.id == right.id && left.node == right.node }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  private let index: IdentifierIndex
  private var entries: [String: Entry] = [:]
  private var prefixes: PointerPrefixes?

  static let entityElements: Set<String> = [
    "person", "personGrp", "persona", "org", "place", "event", "object", "bibl", "biblStruct", "nym", "item",
    "category",
  ]

  /// The register of a document, or of a corpus with its documents. The first element with an identifier counts.
  public init(_ table: XMLNodeTable) { index = IdentifierIndex(table) }

  /// The part of a reference after its `#`, or all of one without.
  public static func identifier(of reference: some StringProtocol) -> String {
    guard let hash = reference.lastIndex(of: "#") else { return String(reference) }
    return String(reference[reference.index(after: hash)...])
  }

  /// The element with an `xml:id`.
  public func element(_ identifier: String) -> XMLNodeTable.Node? { index.element(identifier) }

  /// The entity with an identifier, or nil where the document declares none.
  public mutating func entry(_ identifier: String) -> Entry? {
    if let entry = entries[identifier] { return entry }
    guard let element = element(identifier) else { return nil }
    let entry = EntityDescription.entry(identifier, element)
    entries[identifier] = entry
    return entry
  }

  /// All entities that lists in `standOff` and in the header declare, in the order of the document.
  public mutating func entities() -> [Entry] {
    let namespace = index.table.teiNamespace
    return index.table.allElements.filter { element in
      guard Self.entityElements.contains(element.name), element.name != "item", element.name != "category",
        element.namespace == namespace, let list = element.parent, list.name.hasPrefix("list")
      else { return false }
      return element.identifier != nil
    }.compactMap { entry($0.identifier ?? "") }
  }

  /// A reference as a URI: one with a prefix that the document declares (`prefixDef`) with what that stands for.
  public mutating func expanded(_ reference: some StringProtocol) -> String {
    guard reference.contains(":"), !reference.hasPrefix("#") else { return String(reference) }
    let known = prefixes ?? PointerPrefixes(index.table)
    prefixes = known
    return known.expanded(String(reference))
  }

  /// The category among the pointers of an `ana` attribute that lies in a taxonomy whose identifier ends so: the local
  /// part of its identifier, after the last dot.
  public func category(in ana: String?, taxonomy suffix: String) -> String? {
    for pointer in (ana ?? "").split(whereSeparator: \.isWhitespace) {
      let identifier = Self.identifier(of: pointer)
      guard let element = element(identifier), element.name == "category" else { continue }
      var ancestor = element.parent
      while let current = ancestor, current.name != "taxonomy" { ancestor = current.parent }
      guard let taxonomy = ancestor?.identifier, taxonomy.hasSuffix(suffix) else { continue }
      return identifier.split(separator: ".").last.map(String.init) ?? identifier
    }
    return nil
  }
}

/// The elements of a document by identifier: first those outside its texts, all others only when one is not among them.
private final class IdentifierIndex {
  let table: XMLNodeTable
  private var elements: [String: Int32] = [:]
  private var isBegun = false
  private var isWhole = false

  init(_ table: XMLNodeTable) { self.table = table }

  func element(_ identifier: String) -> XMLNodeTable.Node? {
    if !isBegun {
      isBegun = true
      addOutsideTexts()
    }
    if elements[identifier] == nil, !isWhole {
      isWhole = true
      elements.removeAll(keepingCapacity: true)
      for element in table.allElements { add(element) }
    }
    return elements[identifier].map { XMLNodeTable.Node(table, $0) }
  }

  private func addOutsideTexts() {
    var node = table.root.number
    while node < table.ends[Int(table.root.number)] {
      if table.kinds[Int(node)] == .element {
        let element = XMLNodeTable.Node(table, node)
        if element.name == "text", element.namespace == table.teiNamespace {
          node = table.ends[Int(node)]
          continue
        }
        add(element)
      }
      node += 1
    }
  }

  private func add(_ element: XMLNodeTable.Node) {
    guard let identifier = element.identifier, elements[identifier] == nil else { return }
    elements[identifier] = element.number
  }
}
