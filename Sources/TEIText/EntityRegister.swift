public import XML

/// The entities and categories that a document declares, by identifier: in `standOff`, in its header, anywhere.
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
    /// Its authority identifiers, as `("wikidata", "Q212")`.
    public var identifiers: [(authority: String, value: String)]
    /// The latitude and longitude in degrees (WGS 84), from `geo`; nil where none is given.
    public var coordinates: (latitude: Double, longitude: Double)?

    public static func == (left: Self, right: Self) -> Bool { left.id == right.id && left.node == right.node }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  private let table: XMLNodeTable
  private var elements: [String: Int32] = [:]
  private var entries: [String: Entry] = [:]

  private static let nameElements: Set<String> = [
    "persName", "orgName", "placeName", "eventName", "objectName", "geogName", "title", "name", "country", "settlement",
    "region", "term", "label", "head",
  ]
  private static let entityElements: Set<String> = [
    "person", "personGrp", "persona", "org", "place", "event", "object", "bibl", "biblStruct", "nym", "item",
    "category",
  ]

  /// Takes in what a document declares. The first element with an identifier counts.
  public init(_ table: XMLNodeTable) {
    self.table = table
    for element in table.allElements {
      if let identifier = element["xml:id"], elements[identifier] == nil { elements[identifier] = element.number }
    }
  }

  /// The part of a reference after its `#`, or all of one without.
  public static func identifier(of reference: some StringProtocol) -> String {
    guard let hash = reference.lastIndex(of: "#") else { return String(reference) }
    return String(reference[reference.index(after: hash)...])
  }

  /// The element with an `xml:id`.
  public func element(_ identifier: String) -> XMLNodeTable.Node? {
    elements[identifier].map { XMLNodeTable.Node(table, $0) }
  }

  /// The entity with an identifier, or nil where the document declares none.
  public mutating func entry(_ identifier: String) -> Entry? {
    if let entry = entries[identifier] { return entry }
    guard let element = element(identifier) else { return nil }
    let entry = Self.entry(identifier, element)
    entries[identifier] = entry
    return entry
  }

  /// All entities that lists in `standOff` and in the header declare, in the order of the document.
  public mutating func entities() -> [Entry] {
    table.allElements.filter { element in
      guard Self.entityElements.contains(element.name), element.name != "item", element.name != "category",
        let list = element.parent, list.name.hasPrefix("list")
      else { return false }
      return element["xml:id"] != nil
    }.compactMap { entry($0["xml:id"] ?? "") }
  }

  private static func entry(_ identifier: String, _ element: XMLNodeTable.Node) -> Entry {
    var entry = Entry(
      id: identifier, node: element.number, element: element.name, type: element["type"] ?? "", name: "", variants: [],
      identifiers: [], coordinates: nil)
    for child in element.descendants {
      let text = normalized(child.string)
      if child.name == "idno" {
        entry.identifiers.append((child["type"] ?? "", text))
      } else if child.name == "geo" {
        entry.coordinates = entry.coordinates ?? coordinates(text)
      } else if nameElements.contains(child.name), !text.isEmpty {
        if child["type"] == "variant" || !entry.name.isEmpty {
          // Parts of a name, as a country inside a placeName, are no names of their own.
          if child.parent?.number == element.number || child.parent?.name == "objectIdentifier" {
            entry.variants.append(text)
          }
        } else {
          entry.name = text
        }
      }
    }
    return entry
  }

  /// Decimal degrees, latitude first, as the TEI Guidelines have `geo` by default (chapter 14.3.4).
  private static func coordinates(_ text: String) -> (latitude: Double, longitude: Double)? {
    let parts = text.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    guard parts.count >= 2, abs(parts[0]) <= 90, abs(parts[1]) <= 180 else { return nil }
    return (parts[0], parts[1])
  }

  private static func normalized(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
  }

  /// The category among the pointers of an `ana` attribute that lies in a taxonomy whose identifier ends so: the local
  /// part of its identifier, after the last dot.
  public func category(in ana: String?, taxonomy suffix: String) -> String? {
    for pointer in (ana ?? "").split(whereSeparator: \.isWhitespace) {
      let identifier = Self.identifier(of: pointer)
      guard let element = element(identifier), element.name == "category" else { continue }
      var ancestor = element.parent
      while let current = ancestor, current.name != "taxonomy" { ancestor = current.parent }
      guard let taxonomy = ancestor?["xml:id"], taxonomy.hasSuffix(suffix) else { continue }
      return identifier.split(separator: ".").last.map(String.init) ?? identifier
    }
    return nil
  }
}
