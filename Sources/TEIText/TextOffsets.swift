/// Offsets of a text in the units of other tools, and back to bytes.
package struct TextOffsets {
  package enum Unit: Sendable {
    /// Python, brat, the Web Annotation model.
    case codePoints
    /// Java and JavaScript.
    case utf16
  }

  private let text: [UInt8]
  private let unit: Unit
  /// The offset of the first character that begins at or after each multiple of ``distance`` bytes.
  private var marks: [Int] = []
  /// The length of the text.
  package private(set) var count = 0
  private static let distance = 256

  package init(_ text: [UInt8], in unit: Unit = .codePoints) {
    self.text = text
    self.unit = unit
    marks.reserveCapacity(text.count / Self.distance + 1)
    for (index, byte) in text.enumerated() {
      if index % Self.distance == 0 { marks.append(count) }
      count += width(byte)
    }
    if marks.isEmpty { marks.append(0) }
  }

  /// What a byte adds to the offset: only the first of a character does.
  private func width(_ byte: UInt8) -> Int {
    if byte & 0xC0 == 0x80 { return 0 }
    return unit == .utf16 && byte >= 0xF0 ? 2 : 1
  }

  /// The offset of the character that begins at a byte; of one inside a character that of the next.
  package func offset(ofByte byte: Int) -> Int {
    let mark = min(byte / Self.distance, marks.count - 1)
    var offset = marks[mark]
    for index in (mark * Self.distance)..<byte { offset += width(text[index]) }
    return offset
  }

  package func offsets(of range: Range<Int>) -> Range<Int> {
    offset(ofByte: range.lowerBound)..<offset(ofByte: range.upperBound)
  }

  /// The byte at which the character with an offset begins; nil inside a character and outside the text.
  package func byte(ofOffset offset: Int) -> Int? {
    guard offset >= 0, offset <= count else { return nil }
    var (low, high) = (0, marks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle] <= offset { low = middle } else { high = middle }
    }
    // Of several marks with this offset the last may stand inside the character before it.
    while low > 0, marks[low] == offset { low -= 1 }
    var index = low * Self.distance
    var reached = marks[low]
    while index < text.count, reached < offset || text[index] & 0xC0 == 0x80 {
      reached += width(text[index])
      index += 1
    }
    return reached == offset ? index : nil
  }

  /// The bytes of a range of offsets; nil where it is none of the text.
  package func bytes(ofOffsets start: Int, _ end: Int) -> Range<Int>? {
    guard start <= end, let lower = byte(ofOffset: start), let upper = byte(ofOffset: end) else { return nil }
    return lower..<upper
  }
}
