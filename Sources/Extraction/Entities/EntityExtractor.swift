public import XML

/// Gets the mentions out of the text of a TEI document, ours or another's: names, dates, times, numbers, measures and
/// links (TEI P5, chapters 3.6 and 14).
public enum EntityExtractor {
  /// All mentions in document order, those inside others too.
  ///
  /// - Parameters:
  ///   - offsets: What to count places in; nil for the text of the document itself.
  ///   - types: Which types to keep; nil for all.
  public static func mentions(
    in document: XMLDocument, offsets: (any TextOffsets)? = nil, types: Set<String>? = nil
  ) -> [ExtractedMention] {
    let blocks = BlockText(document)
    let offsets = offsets ?? DocumentTextOffsets(blocks)
    let codePoints = CodePointOffsets(offsets.text)
    var register = EntityRegister(document)
    return blocks.mentions.compactMap { element, range in
      let type = type(of: element, register)
      if let types, !types.contains(type) { return nil }
      var mention = described(element, type, &register)
      mention.sentence = blocks.sentence(around: range)
      mention.bytes = offsets.range(of: element)
      mention.codePoints = mention.bytes.map {
        codePoints.codePoint(at: $0.lowerBound)..<codePoints.codePoint(at: $0.upperBound)
      }
      return mention
    }
  }

  private static func type(of element: XMLElement, _ register: EntityRegister) -> String {
    register.category(in: element["ana"], taxonomy: ".types") ?? element["type"] ?? element.name
  }

  private static func described(
    _ element: XMLElement, _ type: String, _ register: inout EntityRegister
  ) -> ExtractedMention {
    var mention = ExtractedMention()
    mention.document = DocumentIdentifier.of(element)
    mention.id = element["xml:id"] ?? ""
    if let reference = element["ref"]?.split(whereSeparator: \.isWhitespace).first {
      mention.entity = EntityRegister.identifier(of: reference)
      let entry = register.entry(mention.entity)
      mention.name = entry?.name ?? ""
      mention.reference = entry?.references ?? ""
    }
    mention.type = type
    mention.surface = PlainText.of(element)
    mention.value = MentionValueText.of(element)
    mention.block = blockIdentifier(of: element)
    mention.certainty = element["cert"] ?? ""
    mention.method = register.category(in: element["ana"], taxonomy: ".methods") ?? ""
    return mention
  }

  private static func blockIdentifier(of element: XMLElement) -> String {
    guard var block = BlockText.block(around: element) else { return "" }
    if block.isNamed("cell"), let table = block.parent?.parent, table.isNamed("table") { block = table }
    return block["xml:id"] ?? block.path
  }
}

/// The normal form that a mention's attributes give (att.datable, att.measurement, att.pointing).
enum MentionValueText {
  static func of(_ element: XMLElement) -> String {
    if let when = element["when"] ?? element["when-iso"] { return when }
    for (from, to) in [("from", "to"), ("from-iso", "to-iso"), ("notBefore", "notAfter")] {
      let (start, end) = (element[from], element[to])
      // An open end is written as in ISO 8601-2.
      if start != nil || end != nil { return "\(start ?? "..")/\(end ?? "..")" }
    }
    if let quantity = element["quantity"] { return quantity + (element["unit"].map { " " + $0 } ?? "") }
    return element["value"] ?? element["target"] ?? ""
  }
}
