import ArticleModel
import TEIText
public import XML

/// What the documents of a table share: registers of entities, taxonomies, prefixes of pointers, notes on mentions.
public struct StandoffDeclarations {
  private var register: EntityRegister
  private let entries: [EntityRegister.Entry]
  private let prefixes: PointerPrefixes
  /// Notes that point at mentions, by the `xml:id` of the mention.
  let notes: [String: String]

  public init(_ table: XMLNodeTable) {
    register = EntityRegister(table)
    entries = register.entities()
    prefixes = PointerPrefixes(table)
    notes = Self.notes(in: table)
  }

  // MARK: Mentions

  /// What a mention names: the category of `@ana`, else `@type`, else what its element is for.
  func type(of element: XMLNodeTable.Node) -> String {
    register.category(in: element["ana"], taxonomy: ".types") ?? element["type"]
      ?? CommonTypes.ours(element.name) ?? element.name
  }

  /// The identifier of the entity that a reference points to, or its URI.
  func entity(of reference: String?) -> String {
    guard let pointer = reference?.split(whereSeparator: \.isWhitespace).first else { return "" }
    // What a prefix stands for may be an entity of the document, too.
    let target = pointer.hasPrefix("#") ? String(pointer) : prefixes.expanded(String(pointer))
    return target.hasPrefix("#") ? String(target.dropFirst()) : target
  }

  /// Of notes in `standOff` that point at mentions, and of annotations that comment on them (TEI P5, chapters 3.9 and
  /// 16.10).
  private static func notes(in table: XMLNodeTable) -> [String: String] {
    var notes: [String: String] = [:]
    for element in table.allElements {
      let content: String
      switch element.name {
      case "note": content = element.string
      case "annotation" where (element["motivation"] ?? "").split(separator: " ").contains("commenting"):
        content = element.child("note")?.string ?? ""
      default: continue
      }
      guard let target = element["target"], target.hasPrefix("#"), !target.contains("(") else { continue }
      let text = content.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
      if !text.isEmpty {
        notes[String(target.dropFirst()), default: ""] += (notes[String(target.dropFirst())] == nil ? "" : " ") + text
      }
    }
    return notes
  }

  // MARK: Entities

  /// The entities of the table that are wanted.
  func entities(where isWanted: (EntityRegister.Entry) -> Bool) -> [StandoffEntity] {
    entries.filter(isWanted).map { entry in
      var entity = StandoffEntity(id: entry.id, type: Self.type(of: entry), name: entry.name)
      entity.variants = entry.variants
      entity.identifiers = entry.identifiers.map { AuthorityIdentifier(authority: $0.authority, value: $0.value) }
      entity.latitude = entry.coordinates?.latitude
      entity.longitude = entry.coordinates?.longitude
      return entity
    }
  }

  /// As ours are called: `organisation` for an `org` (chapter 14.3).
  private static func type(of entry: EntityRegister.Entry) -> String {
    switch entry.element {
    case "person", "persona": "person"
    case "personGrp": "organisation"
    case "org": "organisation"
    case "bibl", "biblStruct": entry.type.isEmpty ? "work" : entry.type
    default: entry.type.isEmpty ? CommonTypes.ours(entry.element) ?? entry.element : entry.type
    }
  }
}
