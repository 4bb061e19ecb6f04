import ArticleModel

/// The order of day and month in "06/05/2024".
enum NumericDateOrder: Sendable {
  case dayFirst, monthFirst
  /// Nothing in the article tells, or the dates contradict each other.
  case unknown
}

/// Dates in figures alone: "2024-06-13", "13.06.2024", "13/06/2024", "6/13/24".
extension DateGrammar {
  func numericDate(_ index: Int) -> DateMatch? {
    guard !isPartOfCode(before: index) else { return nil }
    guard let fields = NumericDate(reader, index) else { return nil }
    guard let end = tokenEnd(after: fields.endByte, from: index) else { return nil }
    let meaning: DateMeaning
    var certainty: Float = 0.98
    switch fields.separator {
    case 0x2D where fields.isYearFirst, 0x2F where fields.isYearFirst, 0x2E where fields.isYearFirst:
      meaning = .point(PartialDate(year: fields.first, month: fields.second, day: fields.third))
    case 0x2E:
      let isMonthFirst = fields.second > 12 && fields.first <= 12
      meaning = .point(
        PartialDate(
          year: fields.year, month: isMonthFirst ? fields.first : fields.second,
          day: isMonthFirst ? fields.second : fields.first))
    default:
      switch fields.order ?? columnOrder ?? (language == .english || language == .other ? order : .dayFirst) {
      case .dayFirst: meaning = .point(PartialDate(year: fields.year, month: fields.second, day: fields.first))
      case .monthFirst: meaning = .point(PartialDate(year: fields.year, month: fields.first, day: fields.second))
      case .unknown:
        meaning = certainDate(fields).map(DateMeaning.point) ?? .unknown
        certainty = 0.95
      }
    }
    if case .point(let date) = meaning, date.lexical == nil { certainty = 0.5 }
    if fields.hasShortYear { certainty = min(certainty, 0.85) }
    var found = match(from: index, to: end, meaning, certainty, endByte: fields.endByte)
    // A month of ISO 8601 has no third field.
    if fields.third == nil { found.certainty = 0.85 }
    return found
  }

  /// "am 13.6.": day and month of German, whose last full stop tells them from a decimal.
  func dayAndMonth(_ index: Int) -> DateMatch? {
    guard language == .german, reader.kind(index) == .number, reader.tokens[index].range.count <= 5,
      reader.isGlued(index + 1), reader.punctuation(index + 1) == 0x2E,
      !reader.isWordLike(index + 2) || !reader.isGlued(index + 2)
    else { return nil }
    let isAnnounced = (["am", "vom", "zum", "bis", "den", "ab", "seit"] as [StaticString]).contains {
      reader.matches(index - 1, $0)
    }
    let fields = reader.bytes[reader.tokens[index].range.bytes].split(separator: 0x2E)
    guard isAnnounced, fields.count == 2, fields.allSatisfy({ $0.count <= 2 && $0.allSatisfy(Characters.isDigit) })
    else {
      return nil
    }
    let (day, month) = (
      Int(fields[0].reduce(0) { $0 * 10 + $1 - 0x30 }), Int(fields[1].reduce(0) { $0 * 10 + $1 - 0x30 })
    )
    guard (1...31).contains(day), (1...12).contains(month) else { return nil }
    return match(from: index, to: index + 2, .point(PartialDate(month: month, day: day)), 0.9)
  }

  /// The day of a date that is the same in either order, or that is the article's own in one.
  private func certainDate(_ fields: NumericDate) -> PartialDate? {
    let dayFirst = PartialDate(year: fields.year, month: fields.second, day: fields.first)
    let monthFirst = PartialDate(year: fields.year, month: fields.first, day: fields.second)
    if fields.first == fields.second { return dayFirst }
    guard let today, today.day != nil else { return nil }
    return [dayFirst, monthFirst].first { $0 == PartialDate(today) }
  }

  /// The order that the other dates of the column tell.
  private var columnOrder: NumericDateOrder? {
    switch column?.dateOrder {
    case .dayFirst: .dayFirst
    case .monthFirst: .monthFirst
    case nil: nil
    }
  }

  /// The index of the first token that begins at or after a byte; nil where the byte lies inside a word other than
  /// the "T" of ISO 8601.
  private func tokenEnd(after byte: Int32, from index: Int) -> Int? {
    var next = index
    while next < reader.end, reader.startByte(next) < byte { next += 1 }
    guard reader.endByte(next - 1) == byte || reader.bytes[Int(byte)] == 0x54 else { return nil }
    return next
  }

  /// The order that the dates of an article agree on: those in figures that can be read in one way only, else those
  /// with the name of a month, else what is usual in the country of its language tag.
  func order(of input: RecognitionInput, _ tokens: UnsafeBufferPointer<Token>) -> NumericDateOrder {
    var figures = OrderCount()
    var words = OrderCount()
    var grammar = self
    for run in input.runs {
      grammar.reader = TokenReader(
        bytes: reader.bytes, tokens: tokens, start: run.tokens.lowerBound, end: run.tokens.upperBound,
        context: run.context)
      for index in run.tokens where tokens[index].kind == .number {
        if grammar.reader.punctuation(index + 1) == 0x2F || grammar.reader.isDash(index + 1),
          let fields = NumericDate(grammar.reader, index), !fields.isYearFirst
        {
          figures.count(fields.order)
        } else if tokens[index].range.count <= 2, language == .english {
          if grammar.role(index + 1) == .month, grammar.dayFirst(index) != nil { words.count(.dayFirst) }
          if grammar.role(index - 1) == .month, grammar.monthFirst(index - 1) != nil { words.count(.monthFirst) }
        }
      }
    }
    if !figures.isEmpty { return figures.agreed }
    if words.agreed != .unknown { return words.agreed }
    let region = input.language.split(separator: "-").dropFirst().last { $0.utf8.count == 2 }?.uppercased()
    switch region {
    case "US": return .monthFirst
    case "GB", "IE", "AU", "NZ", "IN": return .dayFirst
    default: return .unknown
    }
  }
}

/// How many dates have either order.
private struct OrderCount {
  private var dayFirst = 0
  private var monthFirst = 0

  var isEmpty: Bool { dayFirst == 0 && monthFirst == 0 }

  /// The order of all; a single date that departs from the others makes it unknown.
  var agreed: NumericDateOrder {
    if dayFirst > 0, monthFirst == 0 { return .dayFirst }
    return monthFirst > 0 && dayFirst == 0 ? .monthFirst : .unknown
  }

  mutating func count(_ order: NumericDateOrder?) {
    switch order {
    case .dayFirst: dayFirst += 1
    case .monthFirst: monthFirst += 1
    case .unknown, nil: break
    }
  }
}

/// The fields of a date in figures.
struct NumericDate {
  var first = 0
  var second = 0
  var third: Int?
  var separator: UInt8 = 0
  var isYearFirst = false
  var hasShortYear = false
  var endByte: Int32 = 0

  /// The year of a date that begins with day or month.
  var year: Int? {
    guard let third else { return nil }
    // Two digits: of this century up to 2049, as people write them.
    return hasShortYear ? (third < 50 ? 2000 + third : 1900 + third) : third
  }

  /// What the date itself tells of the order.
  var order: NumericDateOrder? {
    if first > 12, second <= 12 { return .dayFirst }
    if second > 12, first <= 12 { return .monthFirst }
    return nil
  }

  /// Reads the bytes from the token at `index`; nil where they are no date.
  init?(_ reader: TokenReader, _ index: Int) {
    let bytes = reader.bytes
    let end = Int(reader.endByte(reader.end - 1))
    var place = Int(reader.startByte(index))
    func number() -> (value: Int, digits: Int)? {
      var value = 0
      var digits = 0
      while place < end, Characters.isDigit(bytes[place]), digits < 5 {
        value = value * 10 + Int(bytes[place] &- 0x30)
        digits += 1
        place += 1
      }
      return digits > 0 && digits < 5 ? (value, digits) : nil
    }
    guard let one = number(), place < end else { return nil }
    let mark = bytes[place]
    guard mark == 0x2D || mark == 0x2E || mark == 0x2F else { return nil }
    separator = mark
    place += 1
    guard let two = number(), two.digits <= 2 else { return nil }
    first = one.value
    second = two.value
    isYearFirst = one.digits == 4
    guard isYearFirst ? (1000...2199).contains(first) : one.digits <= 2 else { return nil }
    if place < end, bytes[place] == mark {
      place += 1
      guard let three = number() else { return nil }
      third = three.value
      if isYearFirst {
        guard three.digits <= 2 else { return nil }
      } else {
        guard three.digits == 4 || (three.digits == 2 && (two.digits == 2 || mark == 0x2F)) else { return nil }
        hasShortYear = three.digits == 2
        // Digit groups and versions have dots too: "1.2.1999" is a date, "10.0.15" a version.
        guard !hasShortYear || mark == 0x2F || (mark != 0x2D && one.digits == 2),
          !hasShortYear || (1...31).contains(second)
        else {
          return nil
        }
        guard hasShortYear || (1000...2199).contains(three.value) else { return nil }
      }
      // A fourth field makes it something else: an address, a serial number.
      if place + 1 < end, bytes[place] == mark, Characters.isDigit(bytes[place + 1]) { return nil }
      guard first > 0, second > 0, max(first, second) <= 31 || isYearFirst else { return nil }
      guard isYearFirst ? second <= 12 && three.value <= 31 : min(first, second) <= 12 else { return nil }
    } else {
      // "2024-06": a month, unless it may be the end of a range of years.
      guard isYearFirst, mark == 0x2D, two.digits == 2, (1...12).contains(second), second <= first % 100 else {
        return nil
      }
    }
    if place < end {
      let next = bytes[place]
      guard !Characters.isASCIILetter(next) || next == 0x54, !Characters.isDigit(next), next != 0x25 else { return nil }
    }
    endByte = Int32(place)
  }
}
