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
  /// The pointers of `@ref` behind the first, as they stand, with a space between.
  public var otherReferences = ""
  /// The element that it is written with; `annotation` for one that stands off.
  public var element = ""
  /// The words before and after it in its line.
  public var left = ""
  public var right = ""
  /// The heading of the section around it.
  public var section = ""
  /// The date of the document (ISO 8601), and which part of the header gives it.
  public var date = ""
  public var dateOrigin = ""
  /// An XPath of the element.
  public var path = ""
  /// The coordinates of its entity in degrees, WGS 84.
  public var latitude: Double?
  public var longitude: Double?
  /// What its entity is beyond its document.
  package var key: EntityKey?
  /// What it names beside that, where `@ref` points at several things.
  package var others: [FurtherEntity] = []
  /// The numbers of what it stands in, by which mentions stand together.
  package var place = MentionPlace()

  /// Whether it is at least so certain. What states no certainty in figures is taken for certain.
  public func isCertain(atLeast minimum: Double) -> Bool { (Double(certainty) ?? 1) >= minimum }

  /// The columns of ``row``.
  public static let columns = MentionColumn.standard.map(\.name)

  /// The mention as a row under ``columns``.
  public var row: [String] { MentionColumn.standard.map { $0.value(of: self) } }
}

/// A thing that a mention names beside the first.
package struct FurtherEntity: Hashable, Sendable {
  var name: String
  var latitude: Double?
  var longitude: Double?
  var key: EntityKey
}

/// The numbers of the sentence, block and section in which a mention stands, in its document, and of that in its file.
package struct MentionPlace: Hashable, Sendable {
  package var document = 0
  package var sentence = -1
  package var block = -1
  package var section = -1
}
