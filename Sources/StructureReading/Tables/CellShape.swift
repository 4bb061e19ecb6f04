import ArticleModel

/// What a cell looks like: the evidence for what its column holds.
struct CellShape {
  enum Kind {
    case empty, text, number, percentage, money, year, date

    var isNumeric: Bool { self == .number || self == .percentage || self == .money }
    var isDate: Bool { self == .year || self == .date }
    /// Whether it may head a column: words, or a year.
    var mayHead: Bool { !isNumeric }
  }

  private(set) var kind = Kind.text
  /// What the separators of the figure tell of the decimal mark of its column.
  private(set) var separators = Separators()
  /// The first two fields of "06/05/2024".
  private(set) var fields: (first: Int, second: Int)?
  /// Whether four figures are a year more often than a count.
  private(set) var isLikelyYear = false

  struct Separators {
    /// The mark that can only part decimals.
    var decimal: UInt8?
    /// The mark that can only group digits.
    var grouping: UInt8?
    /// The mark that may do either: "1.234".
    var ambiguous: UInt8?
    /// Three figures and no mark.
    var isPlainHundreds = false
  }

  init(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) {
    var scan = CellScan(bytes: bytes, position: Int(range.start), end: Int(range.end))
    scan.dropFootnote()
    if scan.isAtEnd || Placeholders.contain(scan.rest) {
      kind = .empty
    } else if scan.rest.count > CellScan.longest {
      kind = .text
    } else if let date = scan.date() {
      (kind, fields) = (date.isYear ? .year : .date, date.fields)
      isLikelyYear = scan.rest.prefix(4).reduce(0) { $0 * 10 + Int($1 &- 0x30) } >= 1600
    } else if let figure = scan.figure() {
      (kind, separators) = (figure.kind, figure.separators)
    }
  }
}

/// What stands in cells that have no value.
private enum Placeholders {
  private static let words = Set(words: "- -- – — n/a n.a. n.a na k.a. n.v. s.d. n.d. nd nc n.c. .. ... … ? . : x")
  private static let spaced = ["k. a.", "s. d.", "n. d."]

  static func contain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard text.count <= 5, let first = text.first, !Characters.isDigit(first) else { return false }
    return words.contains(text) || spaced.contains { $0.utf8.elementsEqual(text.lazy.map { $0 | 0x20 }) }
  }
}

/// Reads a cell from left to right.
private struct CellScan {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  var end: Int

  /// A figure with its unit is hardly longer, in bytes.
  static let longest = 40

  var isAtEnd: Bool { position >= end }
  var rest: Slice<UnsafeBufferPointer<UInt8>> { bytes[position..<max(position, end)] }
  private var byte: UInt8 { position < end ? bytes[position] : 0 }

  private mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= end else { return false }
    for index in 0..<count where bytes[position + index] != text.utf8Start[index] { return false }
    position += count
    return true
  }

  /// The length of the blank at a place: a space, a no-break space, a thin one.
  private func blank(at place: Int) -> Int {
    guard place < end else { return 0 }
    switch bytes[place] {
    case 0x20: return 1
    case 0xC2: return place + 1 < end && bytes[place + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard place + 2 < end, bytes[place + 1] == 0x80 else { return 0 }
      return bytes[place + 2] == 0xAF || bytes[place + 2] == 0x89 ? 3 : 0
    default: return 0
    }
  }

  private mutating func skipBlanks() {
    while blank(at: position) > 0 { position += blank(at: position) }
  }

  /// Takes the mark of a footnote off the end: `*`, `†`, `¹`, `[2]`.
  mutating func dropFootnote() {
    while end - position > 1 {
      let last = bytes[end - 1]
      if last == 0x2A {
        end -= 1
      } else if end - position > 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, last == 0xA0 || last == 0xA1 {
        end -= 3
      } else if end - position > 2, bytes[end - 2] == 0xC2, last == 0xB9 || last == 0xB2 || last == 0xB3,
        Characters.isDigit(bytes[end - 3])
      {
        end -= 2
      } else if last == 0x5D, end - position > 3, bytes[end - 3] == 0x5B {
        end -= 3
      } else {
        break
      }
      while end > position, Characters.isASCIISpace(bytes[end - 1]) { end -= 1 }
    }
  }

  // MARK: Dates

  /// A date that fills the cell.
  func date() -> (isYear: Bool, fields: (first: Int, second: Int)?)? {
    var scan = self
    if !Characters.isDigit(byte) { return hasMonth ? (false, nil) : nil }
    if scan.isNumericDate { return (false, scan.numericFields) }
    if scan.year(), scan.isAtEnd || scan.isYearRange() { return (true, nil) }
    return hasMonth ? (false, nil) : nil
  }

  private mutating func year() -> Bool {
    guard end - position >= 4, bytes[position] == 0x31 || bytes[position] == 0x32,
      bytes[position..<(position + 4)].allSatisfy(Characters.isDigit)
    else { return false }
    if bytes[position] == 0x32, bytes[position + 1] > 0x31 { return false }
    position += 4
    return true
  }

  /// "/24", "–2024" behind a year.
  private mutating func isYearRange() -> Bool {
    guard skip("/") || skip("-") || skip("–") else { return false }
    let digits = rest
    return (digits.count == 2 || digits.count == 4) && digits.allSatisfy(Characters.isDigit)
  }

  /// The groups of digits of "13.06.2024", "2024-06-13", "6/13/24"; nil where there is anything else.
  private var groups: [(value: Int, digits: Int)]? {
    var groups = [(value: 0, digits: 0)]
    var mark: UInt8 = 0
    for byte in rest {
      if Characters.isDigit(byte) {
        let last = groups[groups.count - 1]
        guard last.digits < 4 else { return nil }
        groups[groups.count - 1] = (last.value * 10 + Int(byte - 0x30), last.digits + 1)
      } else {
        guard byte == 0x2E || byte == 0x2F || byte == 0x2D, mark == 0 || mark == byte, groups.count < 3 else {
          return nil
        }
        mark = byte
        groups.append((0, 0))
      }
    }
    return groups.count == 3 ? groups : nil
  }

  private var isNumericDate: Bool {
    guard let groups, groups.allSatisfy({ $0.digits > 0 }) else { return false }
    if groups[0].digits == 4 {
      return (1...12).contains(groups[1].value) && (1...31).contains(groups[2].value) && groups[2].digits <= 2
    }
    let (first, second) = (groups[0].value, groups[1].value)
    return groups[0].digits <= 2 && groups[1].digits <= 2 && (groups[2].digits == 4 || groups[2].digits == 2)
      && (1...31).contains(first) && (1...31).contains(second) && min(first, second) <= 12
  }

  private var numericFields: (first: Int, second: Int)? {
    guard let groups, groups[0].digits <= 2, rest.contains(0x2F) else { return nil }
    return (groups[0].value, groups[1].value)
  }

  /// Whether the cell is a few words with the name of a month or a quarter, and figures beside it or nothing.
  private var hasMonth: Bool {
    // The name of a month stands alone, or figures beside it.
    guard rest.count <= 12 || rest.contains(where: Characters.isDigit), rest.contains(where: { $0 >= 0x41 }) else {
      return false
    }
    let words = rest.split { byte in
      Characters.isASCIISpace(byte) || byte == 0x2C || byte == 0x2E || byte == 0x2D || byte == 0x2F
    }
    guard words.count <= 4 else { return false }
    var named = false
    for word in words {
      if DateNames.isMonth(word) || DateNames.isQuarter(word) {
        named = true
      } else if !word.allSatisfy(Characters.isDigit), !DateNames.small.contains(word) {
        return false
      }
    }
    return named
  }

  // MARK: Figures

  struct Figure {
    var kind: CellShape.Kind
    var separators: CellShape.Separators
  }

  /// A figure with its sign, its currency and its unit, that fills the cell.
  mutating func figure() -> Figure? {
    skipSigns()
    var isMoney = currency()
    if isMoney { skipSigns() }
    guard let separators = digits() else { return nil }
    // "10–15 %"
    let dash = position
    skipBlanks()
    if skip("–") || skip("-") {
      skipBlanks()
      if digits() == nil { position = dash }
    }
    skipBlanks()
    if skip("%") || skip("‰") { return isAtEnd ? Figure(kind: .percentage, separators: separators) : nil }
    if !isMoney { isMoney = currency() }
    guard let words = unitWords() else { return nil }
    if !isMoney { isMoney = words.contains(where: UnitNames.isMoney) }
    let isPercentage = words.contains(where: UnitNames.isPercentage)
    return Figure(kind: isMoney ? .money : isPercentage ? .percentage : .number, separators: separators)
  }

  private mutating func skipSigns() {
    while true {
      skipBlanks()
      switch byte {
      case 0x2B, 0x2D, 0x7E, 0x3C, 0x3E: position += 1
      default: guard skip("−") || skip("–") || skip("±") || skip("≈") || skip("≤") || skip("≥") else { return }
      }
    }
  }

  private mutating func currency() -> Bool {
    let start = position
    if skip("$") || skip("€") || skip("£") || skip("¥") || skip("₹") || skip("₽") || skip("₺") || skip("₴") || skip("₩")
      || skip("₪") || skip("US$")
    {
      skipBlanks()
      return true
    }
    while position < end, position - start < 3, bytes[position] &- 0x41 < 26 { position += 1 }
    if UnitNames.isCode(bytes[start..<position]) {
      skipBlanks()
      return true
    }
    position = start
    return false
  }

  /// Digits with what groups them and the decimal mark.
  private mutating func digits() -> CellShape.Separators? {
    var marks: [(mark: UInt8, place: Int)] = []
    let start = position
    var count = 0
    var isSpaced = false
    while position < end {
      if Characters.isDigit(byte) {
        count += 1
        position += 1
        continue
      }
      guard count > 0, position + 1 < end else { break }
      if byte == 0x2E || byte == 0x2C {
        guard Characters.isDigit(bytes[position + 1]) else { break }
        marks.append((byte, position))
        position += 1
      } else if let length = groupMark, position + length + 3 <= end,
        bytes[(position + length)..<(position + length + 3)].allSatisfy(Characters.isDigit),
        position + length + 3 == end || !Characters.isDigit(bytes[position + length + 3])
      {
        isSpaced = true
        position += length
      } else {
        break
      }
    }
    guard count > 0 else { return nil }
    return Self.separators(marks, digits: count, from: start, to: position, isSpaced: isSpaced)
  }

  /// The length of a blank or an apostrophe that may group digits.
  private var groupMark: Int? {
    if byte == 0x27 { return 1 }
    let length = blank(at: position)
    if length > 0 { return length }
    return byte == 0xE2 && position + 2 < end && bytes[position + 1] == 0x80 && bytes[position + 2] == 0x99 ? 3 : nil
  }

  private static func separators(
    _ marks: [(mark: UInt8, place: Int)], digits: Int, from start: Int, to end: Int, isSpaced: Bool
  ) -> CellShape.Separators? {
    var separators = CellShape.Separators()
    guard let first = marks.first, let last = marks.last else {
      separators.isPlainHundreds = digits == 3
      return separators
    }
    let tail = end - last.place - 1
    if marks.count > 1 {
      // "1.2.3" is no figure.
      for (left, right) in zip(marks, marks.dropFirst()) where right.place - left.place != 4 { return nil }
      guard marks.dropLast().allSatisfy({ $0.mark == first.mark }) else { return nil }
      separators.grouping = first.mark
      if last.mark != first.mark { separators.decimal = last.mark } else if tail != 3 { return nil }
    } else if tail == 3, last.place - start <= 3, !isSpaced {
      separators.ambiguous = last.mark
    } else {
      separators.decimal = last.mark
    }
    return separators
  }

  /// The words of a unit behind a figure; nil where the cell goes on otherwise.
  private mutating func unitWords() -> [Slice<UnsafeBufferPointer<UInt8>>]? {
    skipBlanks()
    if isAtEnd { return [] }
    guard end - position <= 20 else { return nil }
    let words = rest.split(whereSeparator: { Characters.isASCIISpace($0) })
    guard words.count <= 2 else { return nil }
    for word in words where word.contains(where: Characters.isDigit) || word.contains(0x3A) || word.contains(0x2C) {
      // "m2" and "km2" end with their figure.
      guard let last = word.last, Characters.isDigit(last), word.count <= 3, Characters.isASCIILetter(word.first!)
      else {
        return nil
      }
    }
    return words
  }
}

/// The names of months and quarters, and what stands beside them.
private enum DateNames {
  /// Words that may stand in a date beside the month.
  static let small = Set(words: "de del of le 1er")

  static func isMonth(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { DateWords.kind(of: word) == .month }

  /// "Q1", "T2", "H1"
  static func isQuarter(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard word.count == 2, let letter = word.first, let figure = word.last else { return false }
    return "qth".utf8.contains(letter | 0x20) && (0x31...0x34).contains(figure)
  }
}

/// The names of currencies and of the percentage in four languages.
enum UnitNames {
  private static let codes = Set(
    words: "eur usd gbp chf jpy cny sek nok dkk pln czk huf ron cad aud mxn ars cop clp inr brl")
  private static let money = Set(
    words: "€ $ £ ¥ euro euros dollar dollars dólares pounds pesos francs franken eur usd gbp chf")
  private static let percentages = Set(words: "% percent prozent pct pc v.h.")

  /// Whether a word is the code of a currency, in capitals.
  static func isCode(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.allSatisfy { $0 &- 0x41 < 26 } && codes.contains(word)
  }

  static func isMoney(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { money.contains(word) }

  static func isPercentage(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { percentages.contains(word) }
}
