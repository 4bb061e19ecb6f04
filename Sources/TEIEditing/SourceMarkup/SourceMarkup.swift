import ArticleModel
public import XML

/// Where the markup of a file stands in its bytes: the tags of each element, and the bytes of each character.
///
/// It is read from a well-formed file in UTF-8 beside its ``XMLNodeTable``, and agrees with that in every name and every
/// byte of character data, or else it is not made: no edit can land in a wrong place.
public struct SourceMarkup: Sendable {
  /// Where an element begins and ends.
  public struct Tags: Hashable, Sendable {
    public var start: Range<Int>
    /// Empty, at the end of ``start``, for an element without end tag (`<lb/>`).
    public var end: Range<Int>

    public var isEmptyTag: Bool { end.isEmpty }
    /// From the beginning of the start tag to the end of the end tag.
    public var whole: Range<Int> { start.lowerBound..<end.upperBound }
  }

  /// Character data that stands together in the file.
  struct Stretch: Hashable, Sendable {
    var text: Int
    var byte: Int
    var textCount: Int
    /// As many as ``textCount``, but for what is written otherwise than it reads: a reference, a CR LF.
    var byteCount: Int
    /// The CDATA section, or -1.
    var section: Int

    var isLiteral: Bool { textCount == byteCount }
  }

  public let bytes: [UInt8]
  public let table: XMLNodeTable
  /// The elements as numbers of the table, in order, and their tags.
  let elements: [Int32]
  let tags: [Tags]
  /// In order; together all character data.
  let stretches: [Stretch]
  /// CDATA sections with their delimiters.
  let sections: [Range<Int>]
  /// The text nodes of the table that are not empty, in order.
  private let textNodes: [Int32]

  /// - Throws: ``TEIEditError`` where the file is in another encoding, where entities that it declares are used in its
  ///   text, or where it is not the file that the table was made from.
  public init(_ bytes: [UInt8], _ table: XMLNodeTable) throws(TEIEditError) {
    var scanner = MarkupScanner(bytes, table)
    try scanner.scan()
    self.bytes = bytes
    self.table = table
    elements = scanner.elements
    tags = scanner.tags
    stretches = scanner.stretches
    sections = scanner.sections
    textNodes = (0..<Int32(table.count)).filter {
      table.kinds[Int($0)] == .text && table.starts[Int($0)] < table.stops[Int($0)]
    }
  }

  /// The tags of an element, given as a number of the table.
  public func tags(of element: Int32) -> Tags { tags[ordinal(of: element)] }

  func ordinal(of element: Int32) -> Int {
    let index = elements.partition { $0 <= element } - 1
    precondition(index >= 0 && elements[index] == element, "not an element")
    return index
  }

  /// The elements whose start tags begin in a range of bytes.
  func elements(in range: Range<Int>) -> ArraySlice<Int32> {
    let first = tags.partition { $0.start.lowerBound < range.lowerBound }
    let end = tags.partition { $0.start.lowerBound < range.upperBound }
    return elements[first..<end]
  }

  /// The element that holds a byte of the table's character data directly.
  func holder(of text: Int) -> Int32? {
    let index = textNodes.partition { Int(table.starts[Int($0)]) <= text } - 1
    guard index >= 0, text < Int(table.stops[Int(textNodes[index])]) else { return nil }
    return table.parents[Int(textNodes[index])]
  }
}

// MARK: Places for tags

extension SourceMarkup {
  /// A byte of the file before which a tag may be put.
  struct Place: Hashable {
    var byte: Int
    /// Whether it is inside a CDATA section, which has to be closed for a tag and opened again.
    var isInSection = false
  }

  /// The place right before the character that begins at a byte of the table's character data; nil inside a character.
  func place(before text: Int) -> Place? {
    guard let stretch = stretch(of: text), stretch.isLiteral || text == stretch.text else { return nil }
    let byte = stretch.byte + text - stretch.text
    guard bytes[byte] & 0xC0 != 0x80 else { return nil }
    guard stretch.section >= 0 else { return Place(byte: byte) }
    let section = sections[stretch.section]
    return byte == section.lowerBound + MarkupScanner.sectionStart.count
      ? Place(byte: section.lowerBound) : Place(byte: byte, isInSection: true)
  }

  /// The place right behind the character that ends before a byte of the table's character data.
  func place(after text: Int) -> Place? {
    guard let stretch = stretch(of: text - 1) else { return nil }
    guard stretch.isLiteral || text == stretch.text + stretch.textCount else { return nil }
    let byte = stretch.isLiteral ? stretch.byte + text - stretch.text : stretch.byte + stretch.byteCount
    guard byte == bytes.count || bytes[byte] & 0xC0 != 0x80 else { return nil }
    guard stretch.section >= 0 else { return Place(byte: byte) }
    let section = sections[stretch.section]
    return byte == section.upperBound - MarkupScanner.sectionEnd.count
      ? Place(byte: section.upperBound) : Place(byte: byte, isInSection: true)
  }

  private func stretch(of text: Int) -> Stretch? {
    let index = stretches.partition { $0.text <= text } - 1
    guard index >= 0, text < stretches[index].text + stretches[index].textCount else { return nil }
    return stretches[index]
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index from which on the elements, which are in order, are no longer so.
  func partition(where isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
