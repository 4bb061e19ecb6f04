import TEIEncoding
public import XML

/// Offsets into the source that a document was made from, or, where it records no layout, into its plain text as
/// `teikit text` prints it.
public struct SourceTextOffsets: TextOffsets {
  public let text: [UInt8]
  private let ranges: [XMLElement: Range<Int>]

  /// Places the elements of a document that stand within its blocks.
  public init(_ document: XMLDocument) {
    let article = DecodedArticle(document)
    text = article.sourceText() ?? article.plainText()
    ranges = Dictionary(article.offsets { _ in true }.map { ($0.element, $0.range) }) { first, _ in first }
  }

  public func range(of mention: XMLElement) -> Range<Int>? { ranges[mention] }
}
