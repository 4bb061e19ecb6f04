import ArticleModel

/// A physical line of the source and what one pass over its bytes tells of it.
public struct SourceLine: Sendable {
  /// From the first to the last visible character; empty on a blank line.
  public var text: SourceRange
  /// Where the line begins, before its indentation.
  public var start: Int32
  /// Columns of white space before the text; a tab reaches to the next multiple of four.
  public var indent: Int32 = 0
  /// Characters of the text.
  public var length: Int32 = 0
  /// Words of the text: stretches between white space that hold a letter or a digit.
  public var words: Int32 = 0
  /// Words that begin with a capital letter.
  public var capitalisedWords: Int32 = 0
  /// Words of four characters and more, and those of them that begin with a capital letter: title case shows here.
  public var longWords: Int32 = 0
  public var capitalisedLongWords: Int32 = 0
  public var upperLetters: Int32 = 0
  public var lowerLetters: Int32 = 0
  public var digits: Int32 = 0
  /// Pipes that no backslash escapes, and tabs, inside the text.
  public var pipes: Int32 = 0
  public var tabs: Int32 = 0
  /// The first and the last visible character.
  public var first: UInt32 = 0
  public var last: UInt32 = 0
  /// The last visible character before closing quotation marks and brackets.
  public var lastMark: UInt32 = 0
  /// Sentences that end inside the text, not at its end: a full stop, a space and a capital.
  public var innerSentenceEnds: Int32 = 0

  public var isBlank: Bool { text.isEmpty }

  /// Whether the text ends as a sentence does.
  public var endsSentence: Bool {
    switch lastMark {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x06D4, 0x061F, 0x0964: true
    default: false
    }
  }
}

/// Splits a source into lines.
public enum LineScan {
  /// The lines of a source, each scanned once. LF, CR LF and CR end a line.
  public static func lines(of source: SourceText) -> [SourceLine] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var lines: [SourceLine] = []
      lines.reserveCapacity(bytes.lazy.filter { $0 == 0x0A }.count + 1)
      var index = 0
      // A byte-order mark is no part of the first line.
      if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
      while index < bytes.count {
        var end = index
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        lines.append(line(bytes, index, end))
        if end < bytes.count { end += bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1 }
        index = end
      }
      return lines
    }
  }

  private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ lineStart: Int, _ lineEnd: Int) -> SourceLine {
    var line = SourceLine(text: SourceRange(start: Int32(lineStart), end: Int32(lineStart)), start: Int32(lineStart))
    var start = lineStart
    while start < lineEnd, Characters.isASCIISpace(bytes[start]) {
      line.indent += bytes[start] == 0x09 ? 4 - line.indent % 4 : 1
      start += 1
    }
    var end = lineEnd
    while end > start, Characters.isASCIISpace(bytes[end - 1]) { end -= 1 }
    guard start < end, hasVisible(bytes, start, end) else { return line }
    line.text = SourceRange(start: Int32(start), end: Int32(end))
    scan(&line, bytes, start, end)
    return line
  }

  /// Whether there is more than Unicode white space: a line of no-break spaces is blank.
  private static func hasVisible(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      let scalar = Characters.decode(bytes, at: index, end: end)
      if !Characters.isSpace(scalar.value), scalar.value != 0x200B { return true }
      index += scalar.length
    }
    return false
  }

  private static func scan(_ line: inout SourceLine, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var index = start
    var wordLength = 0
    var wordIsCapitalised = false
    var wordCounts = false
    var afterSentenceEnd = false
    var previous: UInt32 = 0
    // What every character changes is kept in registers.
    var (length, upper, lower): (Int32, Int32, Int32) = (0, 0, 0)
    var (last, lastMark): (UInt32, UInt32) = (0, 0)

    func endWord() {
      guard wordCounts else { return }
      line.words += 1
      if wordIsCapitalised { line.capitalisedWords += 1 }
      if wordLength >= 4 {
        line.longWords += 1
        if wordIsCapitalised { line.capitalisedLongWords += 1 }
      }
    }

    while index < end {
      let byte = bytes[index]
      length += 1
      // Most characters are small letters inside a word.
      if wordCounts, byte &- 0x61 < 26 {
        index += 1
        lower += 1
        wordLength += 1
        previous = UInt32(byte)
        (last, lastMark) = (previous, previous)
        afterSentenceEnd = false
        continue
      }
      let scalar = Characters.decode(bytes, at: index, end: end)
      let value = scalar.value
      index += scalar.length
      if Characters.isSpace(value) {
        endWord()
        (wordLength, wordIsCapitalised, wordCounts) = (0, false, false)
        if value == 0x09 { line.tabs += 1 }
        if previous == 0x2E || previous == 0x3F || previous == 0x21 { afterSentenceEnd = true }
        previous = value
        continue
      }
      if line.first == 0 { line.first = value }
      last = value
      if !isClosing(value) { lastMark = value }
      if Characters.isLetter(value) {
        let isUpper = Characters.isUpper(value)
        if isUpper { upper += 1 } else { lower += 1 }
        if !wordCounts { wordIsCapitalised = isUpper }
        if afterSentenceEnd, isUpper, wordLength == 0 { line.innerSentenceEnds += 1 }
        wordCounts = true
      } else if Characters.isDigit(value) {
        line.digits += 1
        wordCounts = true
      } else if value == 0x7C, previous != 0x5C {
        line.pipes += 1
      }
      wordLength += 1
      afterSentenceEnd = false
      previous = value
    }
    endWord()
    line.length = length
    line.upperLetters = upper
    line.lowerLetters = lower
    line.last = last
    line.lastMark = lastMark
  }

  private static func isClosing(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0x201C, 0xBB, 0x203A, 0x2A, 0x5F: true
    default: false
    }
  }
}
