public import ArticleModel

/// Divides text into sentences by rules: by the stops, what stands before them and what follows.
///
/// A sentence takes in the quotation marks and brackets that close it; the white space between two sentences belongs to
/// neither. Where the rules cannot tell, the text stays whole.
public struct SentenceSegmenter: Sendable {
  private let vocabulary: Vocabulary

  /// - Parameter language: The language of the text, BCP 47. English, German, French and Spanish have vocabularies of
  ///   their own; for another language all of them serve together.
  public init(language: String) { vocabulary = Vocabulary.of(language: language) }

  /// The sentences of an article: those of its paragraphs and of the items of its lists, behind their labels, its summary
  /// included. Headings, tables, pictures, other front matter and furniture have none.
  public func sentences(of structure: ArticleStructure, in source: SourceText) -> [SourceRange] {
    var sentences: [SourceRange] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      for block in structure.blocks { append(block, of: bytes, to: &sentences) }
    }
    return sentences
  }

  /// The sentences of a range of valid UTF-8: in order, disjoint, and together all of it that is visible.
  public func sentences(in range: Range<Int>, of bytes: [UInt8]) -> [SourceRange] {
    var sentences: [SourceRange] = []
    bytes.withUnsafeBufferPointer { append(range, of: $0, to: &sentences) }
    return sentences
  }

  private func append(_ block: Block, of bytes: UnsafeBufferPointer<UInt8>, to sentences: inout [SourceRange]) {
    switch block {
    case .paragraph(let run): append(run.range.bytes, of: bytes, to: &sentences)
    case .list(let list): append(list, of: bytes, to: &sentences)
    case .summary(let summary): for block in summary.blocks { append(block, of: bytes, to: &sentences) }
    case .title, .byline, .dateline, .figure, .heading, .table, .furniture: break
    }
  }

  private func append(_ list: ListBlock, of bytes: UnsafeBufferPointer<UInt8>, to sentences: inout [SourceRange]) {
    for item in list.items {
      var range = item.text.range.bytes
      if let label = item.label {
        let colon = Int(label.end)
        let hasColon = colon < range.upperBound && bytes[colon] == UInt8(ascii: ":")
        range = (hasColon ? colon + 1 : colon)..<range.upperBound
      }
      append(range, of: bytes, to: &sentences)
      for sublist in item.sublists { append(sublist, of: bytes, to: &sentences) }
    }
  }

  private func append(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, to sentences: inout [SourceRange]
  ) {
    let judge = StopJudge(text: TextCursor(bytes: bytes, start: range.lowerBound, end: range.upperBound), vocabulary)
    let text = judge.text
    var start = text.skippingSpaces(range.lowerBound)
    var index = start
    while let stop = text.nextStop(from: index) {
      if let next = judge.nextSentence(behind: stop, from: start) {
        sentences.append(SourceRange(start..<stop.end))
        start = next
      }
      index = max(stop.marksEnd, start)
    }
    let end = text.trimmingSpaces(range.upperBound, from: start)
    if end > start { sentences.append(SourceRange(start..<end)) }
  }
}
