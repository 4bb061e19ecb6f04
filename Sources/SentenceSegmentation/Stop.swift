import ArticleModel

/// A place where a sentence may end: full stops, question marks and the like, and what closes behind them.
struct Stop {
  enum Kind {
    /// A full stop, which may belong to an abbreviation or a number as well.
    case dot
    /// A question or exclamation mark.
    case mark
    case ellipsis
    /// A stop that nothing else uses, and that needs a space behind it: Arabic, Devanagari.
    case full
    /// A stop of a script without spaces: Chinese, Japanese.
    case wide
  }

  var kind: Kind
  /// Where the marks begin.
  var start: Int
  /// Where the marks end, and what closes behind them begins.
  var marksEnd: Int
  /// Where the closing quotation marks and brackets end.
  var end: Int
  /// Whether a quotation mark closes behind the marks.
  var closesQuotation = false
}

extension TextCursor {
  /// The first stop at `index` or behind it.
  func nextStop(from index: Int) -> Stop? {
    var index = index
    while index < end {
      let byte = bytes[index]
      if byte < 0x40 {
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") { break }
        index += 1
      } else if byte < 0xD6 || mark(at: index) == nil {
        index += 1
      } else {
        break
      }
    }
    return index < end ? stop(at: index) : nil
  }

  /// What kind of stop the code point at `index` is, and its length.
  private func mark(at index: Int) -> (kind: Stop.Kind, length: Int)? {
    guard index < end else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "."): return (.dot, 1)
    case UInt8(ascii: "?"), UInt8(ascii: "!"): return (.mark, 1)
    case 0xD6, 0xD8, 0xDB, 0xE0...0xE3, 0xEF: break
    default: return nil
    }
    let (value, length) = scalar(at: index)
    switch value {
    case 0x2025, 0x2026: return (.ellipsis, length)
    // Arabic question mark, ‼ ⁇ ⁈ ⁉ ‽
    case 0x61F, 0x203C, 0x203D, 0x2047...0x2049: return (.mark, length)
    // Armenian, Urdu, Devanagari, Burmese, Ethiopic, Khmer
    case 0x589, 0x6D4, 0x964, 0x965, 0x104B, 0x1362, 0x17D4: return (.full, length)
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: return (.wide, length)
    default: return nil
    }
  }

  private func stop(at start: Int) -> Stop {
    var (kind, length) = mark(at: start)!
    var index = start + length
    while let next = mark(at: index) {
      switch next.kind {
      case .dot, .ellipsis: if kind == .dot { kind = .ellipsis }
      case .mark, .full, .wide: if kind != .wide { kind = next.kind }
      }
      index += next.length
    }
    // An ellipsis of dots with spaces between them.
    if kind == .dot {
      while index + 1 < end, bytes[index] == 0x20, bytes[index + 1] == UInt8(ascii: ".") {
        index += 2
        kind = .ellipsis
      }
    }
    var stop = Stop(kind: kind, start: start, marksEnd: index, end: index)
    close(&stop)
    return stop
  }

  /// Takes in the quotation marks, brackets and note numbers that close behind a stop.
  private func close(_ stop: inout Stop) {
    while stop.end < end {
      let (value, length) = scalar(at: stop.end)
      if Self.isClosing(value) || Self.closesBothWays(value) && !beginsWord(at: stop.end + length) {
        if Self.isQuotationMark(value) { stop.closesQuotation = true }
        stop.end += length
      } else if let noteEnd = noteNumber(at: stop.end) ?? gluedNoteNumber(behind: stop) {
        stop.end = noteEnd
      } else if let quotationEnd = spacedClosing(at: stop.end) {
        stop.end = quotationEnd
        stop.closesQuotation = true
      } else {
        return
      }
    }
  }

  private func beginsWord(at index: Int) -> Bool {
    let value = scalar(at: index).value
    return Characters.isLetter(value) || Characters.isDigit(value) || value == 0xBF || value == 0xA1
  }

  private static func isClosing(_ value: UInt32) -> Bool {
    switch value {
    // ) ] } ’ ” » › and those of Chinese and Japanese, superscript digits
    case 0x29, 0x5D, 0x7D, 0x2019, 0x201D, 0xBB, 0x203A, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF09, 0xB9, 0xB2, 0xB3,
      0x2070...0x2079:
      true
    default: false
    }
  }

  /// Marks that open before a word and close behind one: straight ones, „…“ and »…«, and those of Markdown.
  private static func closesBothWays(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x2018, 0x201C, 0xAB, 0x2039, 0x2A, 0x5F: true
    default: false
    }
  }

  private static func isQuotationMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D, 0xAB, 0xBB, 0x2039, 0x203A, 0x300D, 0x300F: true
    default: false
    }
  }

  /// Where a note’s number in brackets ends, perhaps behind a space: "[12]", " [a]".
  private func noteNumber(at index: Int) -> Int? {
    let open = bytes[index] == 0x20 ? index + 1 : index
    guard open < end, bytes[open] == UInt8(ascii: "[") else { return nil }
    var last = open + 1
    while last < end, last < open + 4, Characters.isDigit(bytes[last]) { last += 1 }
    if last == open + 1, last < end, Characters.isASCIILetter(bytes[last]) { last += 1 }
    return last > open + 1 && last < end && bytes[last] == UInt8(ascii: "]") ? last + 1 : nil
  }

  /// Where the number of a note ends that stood raised in print: "in the end.4 Then".
  private func gluedNoteNumber(behind stop: Stop) -> Int? {
    guard stop.kind == .dot, stop.end == stop.marksEnd, stop.start - 3 >= start,
      bytes[(stop.start - 3)..<stop.start].allSatisfy({ $0 &- 0x61 < 26 })
    else { return nil }
    var last = stop.end
    while last < end, last < stop.end + 2, bytes[last] &- 0x31 < 9 || last > stop.end && bytes[last] == 0x30 {
      last += 1
    }
    return last > stop.end && last + 1 < end && bytes[last] == 0x20 && bytes[last + 1] &- 0x41 < 26 ? last : nil
  }

  /// Where a closing quotation mark behind a space ends, as in French: a mark that no word follows.
  private func spacedClosing(at index: Int) -> Int? {
    var mark = index
    while true {
      let (value, length) = scalar(at: mark)
      guard value == 0x20 || value == 0xA0 || value == 0x202F else { break }
      mark += length
    }
    let (value, length) = scalar(at: mark)
    guard mark > index, value == 0xBB || value == 0x203A || value == 0x201D || value == 0x22 else { return nil }
    let next = scalar(at: mark + length).value
    return next == 0 || Characters.isSpace(next) || next < 0x40 && !Characters.isDigit(next) ? mark + length : nil
  }
}
