import ArticleModel
import XML

/// Writes the text of runs, with what XML cannot hold replaced and recorded.
struct RunWriter {
  private let bytes: [UInt8]
  /// Whether any byte of the source may need more than copying.
  private let hasSpecials: Bool
  private let lineEnd: LineEnd
  /// Text in one node beyond this length is parted by an `anchor`: libxml2 refuses text nodes of more than 10 MB.
  static let longestText = 4 << 20

  init(_ source: SourceText, lineEnd: LineEnd) {
    bytes = source.bytes
    self.lineEnd = lineEnd
    hasSpecials = source.bytes.withUnsafeBufferPointer { Self.hasSpecials($0) }
  }

  /// Control characters other than tab and line feed, a backslash, and the lead byte of U+FFFE and U+FFFF.
  private static func hasSpecials(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x5C || $0 == 0xEF }
  }

  /// What a range of the source is in the TEI, and where it departs from the source.
  struct Text {
    var bytes: [UInt8] = []
    var replacements: [SourceLayout.Replacement] = []
  }

  /// What a run is, as far as it tells what the source escapes in it.
  enum Form {
    case text
    /// A cell, in which `\|` is a pipe.
    case cell
    /// A cell between quotation marks, in which two of them are one, and its bytes.
    case quotedCell(Range<Int>)
  }

  /// Whether a cell stands between quotation marks that are no part of it, and these between separators or line ends.
  func form(ofCell range: SourceRange) -> Form {
    var before = Int(range.start) - 1
    while before >= 0, bytes[before] == 0x20 { before -= 1 }
    var after = Int(range.end)
    while after < bytes.count, bytes[after] == 0x20 { after += 1 }
    guard before >= 0, bytes[before] == 0x22, after < bytes.count, bytes[after] == 0x22, partsCells(before - 1),
      partsCells(after + 1)
    else { return .cell }
    return .quotedCell(range.bytes)
  }

  private func partsCells(_ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return true }
    switch bytes[index] {
    case 0x2C, 0x3B, 0x0A, 0x0D, 0x09, 0x20: return true
    default: return false
    }
  }

  /// Writes a range of the source; nil where it stands in the TEI just as it is in the source.
  func text(of range: SourceRange, as form: Form) -> Text? {
    var inCell = true
    var quoted = 0..<0
    switch form {
    case .text: inCell = false
    case .cell: break
    case .quotedCell(let cell): quoted = cell
    }
    guard hasSpecials || lineEnd != .lineFeed || !quoted.isEmpty else { return nil }
    var text = Text()
    text.bytes.reserveCapacity(range.count)
    var index = Int(range.start)
    let end = Int(range.end)
    while index < end {
      let byte = bytes[index]
      let next = index + 1 < end ? bytes[index + 1] : 0
      switch byte {
      case 0x0D:
        let isPair = next == 0x0A
        append("\n", for: isPair ? "\r\n" : "\r", unless: isPair ? .carriageReturnLineFeed : .carriageReturn, to: &text)
        index += isPair ? 2 : 1
      case 0x0A:
        append("\n", for: "\n", unless: .lineFeed, to: &text)
        index += 1
      case 0..<0x20 where byte != 0x09:
        replace(index..<(index + 1), by: "\u{FFFD}", in: &text)
        index += 1
      case 0x5C where inCell && next == 0x7C:
        replace(index..<(index + 2), by: "|", in: &text)
        index += 2
      case 0x5C where inCell && index + 1 == end && end < bytes.count && bytes[end] == 0x7C:
        // A mention ends between the backslash and the pipe that it escapes.
        replace(index..<end, by: "", in: &text)
        index = end
      case 0x22 where index == Int(range.start) && isSecondQuote(index, of: quoted):
        // A mention began between the two.
        text.bytes.append(byte)
        index += 1
      case 0x22 where !quoted.isEmpty && next == 0x22:
        replace(index..<(index + 2), by: "\"", in: &text)
        index += 2
      case 0x22 where index + 1 == end && end < quoted.upperBound && bytes[end] == 0x22:
        // A mention ends between the two.
        replace(index..<end, by: "", in: &text)
        index = end
      case 0xEF where next == 0xBF && index + 2 < end && bytes[index + 2] >= 0xBE:
        // U+FFFE and U+FFFF.
        replace(index..<(index + 3), by: "\u{FFFD}", in: &text)
        index += 3
      default:
        text.bytes.append(byte)
        index += 1
      }
    }
    return text
  }

  /// Whether a quotation mark of a cell is the second of a pair.
  private func isSecondQuote(_ index: Int, of cell: Range<Int>) -> Bool {
    guard cell.contains(index) else { return false }
    return bytes[cell.lowerBound..<index].reversed().prefix { $0 == 0x22 }.count % 2 == 1
  }

  private func append(_ written: String, for source: String, unless implied: LineEnd, to text: inout Text) {
    if implied != lineEnd {
      text.replacements.append(
        SourceLayout.Replacement(at: text.bytes.count, length: written.utf8.count, source: source))
    }
    text.bytes.append(contentsOf: written.utf8)
  }

  private func replace(_ range: Range<Int>, by written: String, in text: inout Text) {
    text.replacements.append(
      SourceLayout.Replacement(
        at: text.bytes.count, length: written.utf8.count, source: String(decoding: bytes[range], as: UTF8.self)))
    text.bytes.append(contentsOf: written.utf8)
  }
}
