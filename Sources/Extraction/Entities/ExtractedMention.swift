/// A mention in a TEI document, with what the document says of it.
public struct ExtractedMention: Hashable, Sendable {
  /// What the document is called.
  public var document = ""
  /// The mention's xml:id; empty where it has none.
  public var id = ""
  /// The identifier of its entity, from `@ref`.
  public var entity = ""
  /// The entity's canonical name.
  public var name = ""
  /// From the category of `@ana`, else `@type`, else the element's name.
  public var type = ""
  /// Its text, whitespace normalised.
  public var surface = ""
  /// The value in normal form: a date or an interval, a quantity with its unit, a URL.
  public var value = ""
  /// Where it begins and ends, in Unicode code points; nil where its place is not known.
  public var codePoints: Range<Int>?
  /// The same in bytes of UTF-8.
  public var bytes: Range<Int>?
  /// The xml:id of the block around it, of a cell that of its table; the XPath where there is none.
  public var block = ""
  /// The sentence around it.
  public var sentence = ""
  /// From `@cert`.
  public var certainty = ""
  /// How it was found: from the category of `@ana`.
  public var method = ""
  /// The entity's authority identifiers: `wikidata:Q212 geonames:690791`.
  public var reference = ""

  /// Whether it is at least so certain. What states no certainty in figures is taken for certain.
  public func isCertain(atLeast minimum: Double) -> Bool { (Double(certainty) ?? 1) >= minimum }

  /// The columns of ``row``.
  public static let columns = [
    "document", "id", "entity", "name", "type", "surface", "value", "start", "end", "byteStart", "byteEnd", "block",
    "sentence", "certainty", "method", "reference",
  ]

  /// The mention as a row under ``columns``.
  public var row: [String] {
    func shown(_ offset: Int?) -> String { offset.map(String.init) ?? "" }
    return [
      document, id, entity, name, type, surface, value, shown(codePoints?.lowerBound), shown(codePoints?.upperBound),
      shown(bytes?.lowerBound), shown(bytes?.upperBound), block, sentence, certainty, method, reference,
    ]
  }
}
