import ArticleModel
import EntityLinking
import TEIEncoding
import XML

/// Reads the entities of a TEI document, with how often it names each and where first.
enum DocumentEntities {
  /// The entities of a document; none of a corpus, whose documents have them.
  ///
  /// - Parameter file: The name of its file, by which it is known.
  static func entities(of document: XMLDocument, file: String) -> [DocumentEntity] {
    let root = document.root
    guard root.isNamed("TEI") else { return [] }
    let lists = root.children.filter { $0.isNamed("standOff") }
    let found = lists.flatMap(StandOffReader.entities)
    guard !found.isEmpty else { return [] }
    var uses = Uses()
    for element in root.descendants {
      if let reference = element["ref"] ?? (element.name == "annotation" ? element["corresp"] : nil) {
        uses.add(reference, element)
      }
    }
    return found.map { id, entity in
      let use = uses.byID[id]
      return DocumentEntity(
        document: file, id: id, entity: entity, mentions: use?.count ?? 0,
        context: use.map { MentionContext.text(around: $0.first) } ?? "")
    }
  }

  private struct Uses {
    var byID: [String: (count: Int, first: XMLElement)] = [:]

    mutating func add(_ reference: String, _ element: XMLElement) {
      for pointer in reference.split(whereSeparator: \.isWhitespace) where pointer.hasPrefix("#") {
        let id = String(pointer.dropFirst())
        if byID[id] == nil { byID[id] = (1, element) } else { byID[id]!.count += 1 }
      }
    }
  }
}

/// The words around a mention, for a reader who is to decide.
enum MentionContext {
  private static let reach = 60
  private static let blocks: Set<String> = ["p", "head", "item", "cell", "ab", "byline", "dateline", "note", "label"]

  static func text(around mention: XMLElement) -> String {
    guard let block = block(around: mention) else { return "" }
    let layout = block.textLayout { $0 == mention }
    guard let range = layout.places.first?.range else { return words(layout.text[...]) }
    let before = start(range.lowerBound - reach, layout.text)
    let after = end(range.upperBound + reach, layout.text)
    return (before > 0 ? "… " : "") + words(layout.text[before..<after]) + (after < layout.text.count ? " …" : "")
  }

  private static func block(around mention: XMLElement) -> XMLElement? {
    var element = mention.name == "annotation" ? mention : mention.parent
    while let ancestor = element, ancestor.name != "annotation", !blocks.contains(ancestor.name) {
      element = ancestor.parent
    }
    return element
  }

  /// The beginning of a word at an offset or behind it.
  private static func start(_ offset: Int, _ text: [UInt8]) -> Int {
    guard offset > 0 else { return 0 }
    var index = offset
    while index < text.count, !Characters.isASCIISpace(text[index - 1]) { index += 1 }
    return index
  }

  /// The end of a word at an offset or before it.
  private static func end(_ offset: Int, _ text: [UInt8]) -> Int {
    guard offset < text.count else { return text.count }
    var index = offset
    while index > 0, !Characters.isASCIISpace(text[index]) { index -= 1 }
    return index
  }

  private static func words(_ text: ArraySlice<UInt8>) -> String {
    text.split(whereSeparator: Characters.isASCIISpace).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}
