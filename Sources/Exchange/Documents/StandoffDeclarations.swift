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
  /// Of all elements of the table: the children of a corpus are counted once, not once for each of its `TEI`.
  let paths: Paths
  /// Where entries stand among ``entries``, by identifier, and whether these are in the order of the table.
  private let places: [String: [Int]]
  private let isOrdered: Bool

  final class Paths {
    var paths: XMLNodePaths
    init(_ table: XMLNodeTable) { paths = XMLNodePaths(table) }
  }

  public init(_ table: XMLNodeTable) {
    register = EntityRegister(table)
    entries = register.entities()
    prefixes = PointerPrefixes(table)
    notes = Self.notes(in: table)
    paths = Paths(table)
    places = Dictionary(grouping: entries.indices) { [entries] in entries[$0].id }
    isOrdered = zip(entries, entries.dropFirst()).allSatisfy { $0.node <= $1.node }
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

  /// The entities that stand in a part of the table, and those of others that are named in it.
  package func entities(in nodes: Range<Int32>, or named: Set<String>) -> [StandoffEntity] {
    var wanted = Set(named.lazy.compactMap { places[$0] }.joined())
    if isOrdered {
      var index = firstEntry(from: nodes.lowerBound)
      while index < entries.count, entries[index].node < nodes.upperBound {
        wanted.insert(index)
        index += 1
      }
    } else {
      wanted.formUnion(entries.indices.filter { nodes.contains(entries[$0].node) })
    }
    return wanted.sorted().map { place in
      let entry = entries[place]
      var entity = StandoffEntity(id: entry.id, type: Self.type(of: entry), name: entry.name)
      entity.variants = entry.variants
      entity.kind = CommonTypes.ours(entry.element) ?? entry.element
      entity.languages = entry.languages
      (entity.birth, entity.death) = (entry.birth, entry.death)
      entity.identifiers = entry.identifiers.map { AuthorityIdentifier(authority: $0.authority, value: $0.value) }
      entity.latitude = entry.coordinates?.latitude
      entity.longitude = entry.coordinates?.longitude
      return entity
    }
  }

  private func firstEntry(from node: Int32) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
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
