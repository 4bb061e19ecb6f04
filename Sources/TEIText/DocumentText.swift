public import XML

/// The text of a TEI document as readers see it, ours or anybody's, with the blocks, sentences and mentions in it.
///
/// A block a line; inside a block runs of white space are one space. Of several readings (`choice`, `app`, `subst`) the
/// corrected, regular or expanded one is read; notes come after the block in which they stand; what is joined (`@join`,
/// `lb break="no"`, a hyphen before `lb`) is not parted. Headers, stand-off, running heads (`fw`), what was struck out
/// (`del`) and descriptions of gaps and noises are left out.
public struct DocumentText: Sendable {
  public let table: XMLNodeTable
  /// UTF-8.
  public let text: [UInt8]
  /// The lines of ``text``, in order.
  public let blocks: [TextBlock]
  /// Names, dates, times, numbers, measures and links that are elements in the text, and annotations in `standOff` that
  /// point at it: in the order of their beginnings, outer ones first.
  public let mentions: [TextElement]
  /// The other elements whose places were asked for, in the same order.
  public let elements: [TextElement]
  /// All annotations that stand off and point at words or elements of the document, in the order of the document.
  package let standOff: [StandOffMention]
  /// In order and disjoint, each inside one block; together all that is visible. Those that the document encodes (`s`),
  /// each with a label before it, and what rules find elsewhere.
  public let sentences: [Range<Int>]
  private let source: SourcePieces

  /// Lays out the text of a document.
  ///
  /// - Parameters:
  ///   - top: The element to lay out; nil for the whole document.
  ///   - wanted: TEI elements beside mentions whose places are wanted, as `w` and `pc`.
  public init(_ table: XMLNodeTable, of top: XMLNodeTable.Node? = nil, placing wanted: Set<String> = []) {
    let top = top ?? table.root
    var layout = TextLayout(
      table, names: TextNames(table, wanted: wanted.union(["s"])), language: Self.language(of: top))
    layout.add(top.number)
    self.table = table
    text = layout.text
    blocks = layout.blocks
    let source = SourcePieces(layout.pieces)
    self.source = source
    var mentions: [TextElement] = []
    var others: [TextElement] = []
    var encoded: [Range<Int>] = []
    for element in layout.elements.sorted(by: Self.isBefore) {
      let name = table.names.names[Int(table.nodeNames[Int(element.node)])].local
      let local = table.names.strings[Int(name)]
      if local == "s" { encoded.append(element.range) }
      if wanted.contains(local) { others.append(element) }
      if local == "ref" || TextElements.mentionNames.contains(local) { mentions.append(element) }
    }
    standOff = StandOffMention.all(in: top)
    let standingOff = standOff.filter(\.isOfWords).compactMap { mention in
      source.range(ofSource: mention.source).map { TextElement(node: mention.annotation, range: $0, standsOff: true) }
    }
    if !standingOff.isEmpty { mentions = (mentions + standingOff).sorted(by: Self.isBefore) }
    self.mentions = mentions
    elements = others
    sentences = Sentences.of(layout, encoded: encoded)
  }

  private static func isBefore(_ left: TextElement, _ right: TextElement) -> Bool {
    if left.range.lowerBound != right.range.lowerBound { return left.range.lowerBound < right.range.lowerBound }
    if left.range.upperBound != right.range.upperBound { return left.range.upperBound > right.range.upperBound }
    return left.node < right.node
  }

  /// The language of an element (BCP 47): the nearest `xml:lang` around it, else the only language that its header
  /// declares, or "und".
  public static func language(of element: XMLNodeTable.Node) -> String {
    var current: XMLNodeTable.Node? = element
    var declared: String?
    while let node = current {
      if let language = node["xml:lang"] ?? (node.namespace.isEmpty ? node["lang"] : nil), !language.isEmpty {
        return language
      }
      declared = declared ?? declaredLanguage(node)
      current = node.parent
    }
    return declared ?? "und"
  }

  private static func declaredLanguage(_ document: XMLNodeTable.Node) -> String? {
    guard document.isDocument || document.isCorpus else { return nil }
    let languages = document.child("teiHeader")?.child("profileDesc")?.child("langUsage")?.children.filter {
      $0.name == "language" && $0["ident"] != nil
    }
    guard let languages, languages.count == 1, let code = languages[0]["ident"] else { return nil }
    // Codes of three letters (ISO 639-2) are common in headers, and none of BCP 47 where there is one of two.
    return ["eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es"][code] ?? code
  }
}

// MARK: Where the text comes from

extension DocumentText {
  /// The bytes of the table's character data that a range of the text comes from; what stands between its pieces, as a
  /// note, is inside. nil where a note comes after what it is read after.
  public func sourceRange(of range: Range<Int>) -> Range<Int>? { source.sourceRange(of: range) }

  /// The range of the text that comes from bytes of the table's character data; nil where none of them are in it.
  public func range(ofSource range: Range<Int>) -> Range<Int>? { source.range(ofSource: range) }

  /// The block in which a byte of the text stands.
  public func block(at offset: Int) -> TextBlock? { blockNumber(at: offset).map { blocks[$0] } }

  /// The same, as an index of ``blocks``.
  public func blockNumber(at offset: Int) -> Int? {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && offset <= blocks[low - 1].range.upperBound ? low - 1 : nil
  }
}
