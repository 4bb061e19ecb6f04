/// A line of a ``DocumentText``: the text of one block-like element, or the part of it before, between or after blocks
/// that stand inside it.
public struct TextBlock: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case heading, paragraph, item, label, cell, caption, verse, quotation, note, utterance, byline, dateline, furniture
    case bibliography, other
  }

  /// The element, as a number of the node table.
  public var node: Int32
  public var kind: Kind
  /// Bytes of ``DocumentText/text``, without white space at the ends.
  public var range: Range<Int>
  /// How many `div`s of any kind are around it.
  public var depth: Int

  static func kind(of name: String, in parent: String) -> Kind {
    switch name {
    case "head", "docTitle", "titlePart":
      parent == "table" || parent == "figure" || parent == "list" ? .caption : .heading
    case "caption", "figDesc": .caption
    case "trailer": parent == "table" ? .caption : .other
    case "p", "seg": .paragraph
    case "item", "castItem": .item
    case "label", "speaker": .label
    case "cell", "entry", "th", "td": .cell
    case "l": .verse
    case "quote", "q", "cit", "epigraph": .quotation
    case "note": .note
    case "u": .utterance
    case "byline", "docAuthor", "signed": .byline
    case "dateline", "docDate": .dateline
    case "fw", "ab": .furniture
    case "bibl", "biblStruct": .bibliography
    default: .other
    }
  }
}

/// An element with the bytes of ``DocumentText/text`` that are its text.
public struct TextElement: Hashable, Sendable {
  /// The element, as a number of the node table.
  public var node: Int32
  /// Empty for an element without visible text.
  public var range: Range<Int>

  public init(node: Int32, range: Range<Int>) {
    self.node = node
    self.range = range
  }
}
