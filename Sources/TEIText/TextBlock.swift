import XML

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

  static func kind(of element: XMLNodeTable.Node) -> Kind {
    let parent = element.parent?.name ?? ""
    switch element.name {
    case "head", "docTitle", "titlePart":
      return parent == "table" || parent == "figure" || parent == "list" ? .caption : .heading
    case "h1", "h2", "h3", "h4", "h5", "h6": return .heading
    case "caption", "figDesc": return .caption
    case "trailer": return parent == "table" ? .caption : .other
    case "p", "seg": return .paragraph
    // An anonymous block is site furniture, or a heading as trafilatura has them, only where it says so.
    case "ab":
      let type = element["type"]
      return type == "furniture" ? .furniture : type == "header" ? .heading : .paragraph
    case "item", "castItem", "li": return .item
    case "label", "speaker": return .label
    case "cell", "th", "td": return .cell
    case "entry": return parent == "row" ? .cell : .other
    case "l": return .verse
    case "quote", "q", "cit", "epigraph": return .quotation
    case "note": return .note
    case "u": return .utterance
    case "byline", "docAuthor", "signed": return .byline
    case "dateline", "docDate": return .dateline
    case "bibl", "biblStruct": return .bibliography
    default: return .other
    }
  }
}

/// An element with the bytes of ``DocumentText/text`` that are its text.
public struct TextElement: Hashable, Sendable {
  /// The element, as a number of the node table.
  public var node: Int32
  /// Empty for an element without visible text.
  public var range: Range<Int>
  /// Whether it is an `annotation` that points at text, rather than an element around it.
  public var standsOff = false

  public init(node: Int32, range: Range<Int>, standsOff: Bool = false) {
    self.node = node
    self.standsOff = standsOff
    self.range = range
  }
}
