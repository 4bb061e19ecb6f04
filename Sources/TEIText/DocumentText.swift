import SentenceSegmentation
public import XML

/// The text of a TEI document as readers see it, ours or anybody's, with the blocks, sentences and mentions in it.
///
/// A block a line; inside a block runs of white space are one space. Of several readings (`choice`, `app`, `subst`) the
/// corrected, regular or expanded one is read; notes come after the block in which they stand; what is joined (`@join`,
/// `lb break="no"`) is not parted. Headers and stand-off are left out.
public struct DocumentText: Sendable {
  public let table: XMLNodeTable
  /// UTF-8.
  public let text: [UInt8]
  /// The lines of ``text``, in order.
  public let blocks: [TextBlock]
  /// Names, dates, times, numbers, measures and links that are elements in the text: in the order of their beginnings,
  /// outer ones first.
  public let mentions: [TextElement]
  /// The other elements whose places were asked for, in the same order.
  public let elements: [TextElement]
  /// In order and disjoint, each inside one block; together all that is visible. Those that the document encodes (`s`),
  /// and what rules find elsewhere.
  public let sentences: [Range<Int>]
  private let pieces: [TextPiece]

  /// Lays out the text of a document.
  ///
  /// - Parameters:
  ///   - top: The element to lay out; nil for the whole document.
  ///   - wanted: TEI elements beside mentions whose places are wanted, as `w` and `pc`.
  public init(_ table: XMLNodeTable, of top: XMLNodeTable.Node? = nil, placing wanted: Set<String> = []) {
    let top = top ?? table.root
    var layout = TextLayout(table, names: TextNames(table, wanted: wanted.union(["s"])))
    layout.add(top.number)
    self.table = table
    text = layout.text
    blocks = layout.blocks
    pieces = layout.pieces
    let found = layout.elements.sorted {
      ($0.range.lowerBound, $1.range.upperBound, $0.node) < ($1.range.lowerBound, $0.range.upperBound, $1.node)
    }
    var mentions: [TextElement] = []
    var others: [TextElement] = []
    var encoded: [Range<Int>] = []
    for element in found {
      let name = XMLNodeTable.Node(table, element.node).name
      if name == "s" { encoded.append(element.range) }
      if wanted.contains(name) { others.append(element) }
      if TextElements.mentionNames.contains(name) || name == "ref" { mentions.append(element) }
    }
    self.mentions = mentions
    elements = others
    sentences = Self.sentences(
      of: layout.blocks, in: layout.text, encoded: encoded, language: Self.language(of: top))
  }

  /// The language of an element: the nearest `xml:lang` around it, or "und" (BCP 47).
  public static func language(of element: XMLNodeTable.Node) -> String {
    var current: XMLNodeTable.Node? = element
    while let node = current {
      if let language = node["xml:lang"], !language.isEmpty { return language }
      current = node.parent
    }
    return "und"
  }

  private static func sentences(
    of blocks: [TextBlock], in text: [UInt8], encoded: [Range<Int>], language: String
  ) -> [Range<Int>] {
    let segmenter = SentenceSegmenter(language: language)
    var sentences: [Range<Int>] = []
    func divide(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      sentences += segmenter.sentences(in: range, of: text).map { Int($0.start)..<Int($0.end) }
    }
    var next = 0
    for block in blocks {
      var start = block.range.lowerBound
      while next < encoded.count, encoded[next].lowerBound < block.range.upperBound {
        let sentence = encoded[next].clamped(to: block.range)
        next += 1
        guard sentence.lowerBound >= start, !sentence.isEmpty else { continue }
        divide(start..<sentence.lowerBound)
        sentences.append(sentence)
        start = sentence.upperBound
      }
      divide(start..<block.range.upperBound)
    }
    return sentences
  }
}

// MARK: Where the text comes from

extension DocumentText {
  /// The bytes of the table's character data that a range of the text comes from; what stands between its pieces, as a
  /// note, is inside.
  public func sourceRange(of range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    guard let first = piece(at: range.lowerBound), let last = piece(at: range.upperBound - 1) else { return nil }
    let start = Int(first.source) + range.lowerBound - Int(first.text)
    let end = Int(last.source) + range.upperBound - Int(last.text)
    return start < end ? start..<end : nil
  }

  /// The range of the text that comes from bytes of the table's character data; nil where none of them are in it.
  public func range(ofSource source: Range<Int>) -> Range<Int>? {
    var start: Int?
    var end = 0
    for piece in pieces
    where Int(piece.source) < source.upperBound && Int(piece.source + piece.count) > source.lowerBound {
      let lower = max(source.lowerBound, Int(piece.source)) - Int(piece.source) + Int(piece.text)
      let upper = min(source.upperBound, Int(piece.source + piece.count)) - Int(piece.source) + Int(piece.text)
      start = min(start ?? lower, lower)
      end = max(end, upper)
    }
    return start.map { $0..<end }
  }

  /// The piece in which a byte of the text stands; nil for the spaces and line ends between pieces.
  private func piece(at offset: Int) -> TextPiece? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].text) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, offset < Int(pieces[low - 1].text + pieces[low - 1].count) else { return nil }
    return pieces[low - 1]
  }

  /// The block in which a byte of the text stands.
  public func block(at offset: Int) -> TextBlock? {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && offset <= blocks[low - 1].range.upperBound ? blocks[low - 1] : nil
  }
}
