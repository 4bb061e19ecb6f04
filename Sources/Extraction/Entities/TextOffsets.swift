public import XML

/// Tells where mentions stand in a text, as byte offsets of UTF-8.
///
/// ``DocumentTextOffsets`` counts in the text of the TEI document; another may count in the source that the document
/// was made from.
public protocol TextOffsets {
  /// The text that the offsets are into, valid UTF-8.
  var text: [UInt8] { get }
  /// The bytes that a mention's text has in ``text``, or nil where it is not there.
  func range(of mention: XMLElement) -> Range<Int>?
}

/// Offsets into all text of the document's `text` elements, one after another, whitespace as it is.
public struct DocumentTextOffsets: TextOffsets {
  public let text: [UInt8]
  private let ranges: [XMLElement: Range<Int>]

  /// Places the mentions of a document.
  public init(_ document: XMLDocument) { self.init(BlockText(document)) }

  init(_ blocks: BlockText) {
    text = blocks.text
    ranges = Dictionary(blocks.mentions.map { ($0.element, $0.range) }) { first, _ in first }
  }

  public func range(of mention: XMLElement) -> Range<Int>? { ranges[mention] }
}

/// Turns byte offsets of UTF-8 text into offsets of code points.
struct CodePointOffsets {
  private let text: [UInt8]
  /// How many code points stand before each block of bytes.
  private var before: [Int] = []
  private static let blockSize = 512

  init(_ text: [UInt8]) {
    self.text = text
    var count = 0
    for (index, byte) in text.enumerated() {
      if index % Self.blockSize == 0 { before.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    before.append(count)
  }

  func codePoint(at offset: Int) -> Int {
    let block = offset / Self.blockSize
    return text[(block * Self.blockSize)..<offset].reduce(before[block]) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
