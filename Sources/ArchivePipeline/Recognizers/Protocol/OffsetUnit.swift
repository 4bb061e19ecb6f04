import ArticleModel

/// What the offsets count that a recogniser is told and answers.
public enum OffsetUnit: String, Sendable, CaseIterable {
  /// Unicode code points: what Python, jq and Ruby index strings by.
  case codePoints = "codepoints"
  /// UTF-16 code units: Java, JavaScript, C#.
  case utf16
  /// UTF-8 bytes: C, Go, Rust.
  case bytes

  /// How its offsets are called in messages.
  var plural: String {
    switch self {
    case .codePoints: "Unicode code points"
    case .utf16: "UTF-16 code units"
    case .bytes: "UTF-8 bytes"
    }
  }

  /// How many of it the character has that begins with a byte.
  fileprivate func width(ofCharacter lead: UInt8) -> Int {
    switch self {
    case .codePoints: 1
    case .utf16: lead < 0xF0 ? 1 : 2
    case .bytes: lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
  }
}

/// Where in a source the offsets lie that a recogniser counts with.
struct OffsetMap {
  private let source: SourceText
  private let unit: OffsetUnit
  /// A character every thousand bytes or so, by its place in both countings.
  private var marks: [(byte: Int, offset: Int)] = [(0, 0)]
  private static let distance = 1024
  /// The length of the source.
  let count: Int

  init(_ source: SourceText, counting unit: OffsetUnit) {
    self.source = source
    self.unit = unit
    var offset = 0
    var next = Self.distance
    for (index, byte) in source.bytes.enumerated() where byte & 0xC0 != 0x80 {
      if index >= next {
        marks.append((index, offset))
        next = index + Self.distance
      }
      offset += unit.width(ofCharacter: byte)
    }
    count = offset
  }

  /// The offset of the character that begins at a byte.
  func offset(ofByte byte: Int) -> Int {
    var (index, offset) = mark { $0.byte <= byte }
    while index < byte {
      if source.bytes[index] & 0xC0 != 0x80 { offset += unit.width(ofCharacter: source.bytes[index]) }
      index += 1
    }
    return offset
  }

  /// The byte at which the character with an offset begins; nil inside a character and outside the source.
  func byte(ofOffset offset: Int) -> Int? {
    guard offset >= 0, offset <= count else { return nil }
    var (index, reached) = mark { $0.offset <= offset }
    while reached < offset {
      let lead = source.bytes[index]
      reached += unit.width(ofCharacter: lead)
      index += OffsetUnit.bytes.width(ofCharacter: lead)
    }
    return reached == offset ? index : nil
  }

  /// The last mark that is not beyond a place.
  private func mark(_ isBefore: ((byte: Int, offset: Int)) -> Bool) -> (Int, Int) {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(marks[middle]) { low = middle + 1 } else { high = middle }
    }
    return marks[low - 1]
  }
}
