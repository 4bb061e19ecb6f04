import ArticleModel
import TEIText

/// Where the tokens of a WebAnno TSV file stand: in the original's text, else in one that is built from its sentences
/// and offsets.
struct WebAnnoPlacement {
  /// The identifier of the sentence to come: that of its line, a dot and its number.
  var sentenceID = ""
  private(set) var lineIDs: [Int: String] = [:]

  private let file: String
  private let largestOffset: Int
  private let isOverOriginal: Bool
  private var placement: TokenPlacement
  /// The text of the sentence, and how much of it has been placed.
  private var sentence: [UInt8] = []
  private var placed = 0
  private var isFirst = true
  /// The length of the built text, in UTF-16.
  private var length = 0
  private var lineCount = 0
  private var lastLine: Substring?

  init(_ file: ExchangeFile, over original: StandoffDocument?) {
    self.file = file.name
    // All that is visible stands in the file: offsets far beyond its size are no offsets of its text.
    largestOffset = 2 * file.bytes.count + 4096
    isOverOriginal = original != nil
    placement = TokenPlacement(over: original, file: file.name)
  }

  var text: [UInt8] { placement.text }

  /// A line of the sentence to come; INCEpTION writes one for each of its lines.
  mutating func addLine(_ line: String) {
    if !sentence.isEmpty { sentence.append(0x0A) }
    sentence.append(contentsOf: line.utf8)
  }

  mutating func endSentence() {
    sentence = []
    placed = 0
    isFirst = true
    sentenceID = ""
  }

  func finish() throws(ExchangeError) { try placement.finish() }

  /// - Throws: ``ExchangeError`` where the token is not where its offsets say.
  mutating func place(_ token: String, at offsets: Range<Int>, line: Int) throws(ExchangeError) -> Range<Int> {
    guard !isOverOriginal else { return try placement.place(token, behind: "", line: line) }
    let gap = try gap(before: token, at: offsets.lowerBound, line: line)
    let start = length + gap.utf16.count
    guard start == offsets.lowerBound, offsets.count == token.utf16.count else {
      throw ExchangeError(
        "token \"\(token)\" stands at \(offsets.lowerBound)-\(offsets.upperBound); expected"
          + " \(start)-\(start + token.utf16.count), in UTF-16 code units", file: file, line: line)
    }
    length = offsets.upperBound
    isFirst = false
    return try placement.place(token, behind: gap, line: line)
  }

  /// The white space before a token: that of the sentence, between sentences as much as the offsets have room for.
  private mutating func gap(before token: String, at offset: Int, line: Int) throws(ExchangeError) -> String {
    guard offset >= length, offset <= largestOffset else {
      throw ExchangeError(
        "token \"\(token)\" begins at \(offset); expected an offset from \(length), in UTF-16 code units", file: file,
        line: line)
    }
    let spaces = String(repeating: " ", count: offset - length)
    guard !sentence.isEmpty else { return isFirst ? breakLine(spaces) : spaces }
    let start = sentence.withUnsafeBufferPointer { VisibleText.skippingSpaces(placed, to: $0.count, of: $0) }
    guard sentence[start...].starts(with: token.utf8) else {
      throw ExchangeError(
        "token \"\(token)\" is not the next one of its sentence; expected the words of \"#Text=\"", file: file,
        line: line)
    }
    let gap = sentence[placed..<start]
    placed = start + token.utf8.count
    return isFirst ? breakLine(spaces) : String(decoding: gap, as: UTF8.self)
  }

  /// The space before a sentence: a line end where its identifier is that of another line, or says nothing.
  private mutating func breakLine(_ spaces: String) -> String {
    let line = sentenceID.lastIndex(of: ".").map { sentenceID[..<$0] }
    defer { lastLine = line }
    let isNew = line == nil || line != lastLine
    if isNew, !spaces.isEmpty, length > 0 { lineCount += 1 }
    if isNew, let line, !line.hasPrefix("line-") { lineIDs[lineCount] = String(line) }
    return isNew && !spaces.isEmpty && length > 0 ? "\n" + spaces.dropFirst() : spaces
  }

  /// The bytes of a part of a token, from UTF-16 offsets inside it; nil where it has no such part.
  func part(_ start: Int, _ end: Int, of token: Range<Int>) -> Range<Int>? {
    TextOffsets(Array(placement.text[token]), in: .utf16).bytes(ofOffsets: start, end).map {
      token.lowerBound + $0.lowerBound..<token.lowerBound + $0.upperBound
    }
  }
}
