import ArticleModel

/// Years, decades and eras.
extension DateGrammar {
  /// "44 BC", "394 AD", "776 BCE", "44 v. Chr."
  func yearWithEra(_ index: Int) -> DateMatch? {
    guard let year = eraYear(index), let era = era(index + 1), !isPartOfCode(before: index) else { return nil }
    return match(
      from: index, to: era.next, .point(PartialDate(year: era.value < 0 ? 1 - year : year)), 0.96)
  }

  private func eraYear(_ index: Int) -> Int? {
    guard let year = reader.integer(index), (1...9999).contains(year.value) else { return nil }
    return year.value
  }

  /// "AD 79", in capitals.
  func eraFirst(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard word.value > 0, reader.shape(index) == .upper, let year = eraYear(index + 1), !isCode(after: index + 2),
      role(index + 2) != .counted
    else { return nil }
    return extended(match(from: index, to: index + 2, .point(PartialDate(year: year)), 0.94))
  }

  /// An era at `index`, and the token after it: "BC", "A.D.", "v. Chr.", "av. J.-C.", "a. C."
  func era(_ index: Int) -> (value: Int, next: Int)? {
    let word = word(index)
    if word.role == .era { return reader.shape(index) == .upper ? (Int(word.value), index + 1) : nil }
    switch language {
    case .german:
      guard reader.matches(index, "v") || reader.matches(index, "n"), reader.punctuation(index + 1) == 0x2E,
        reader.matches(index + 2, "chr")
      else { return nil }
      let end = reader.isGlued(index + 3) && reader.punctuation(index + 3) == 0x2E ? index + 4 : index + 3
      return (reader.matches(index, "v") ? -1 : 1, end)
    case .french:
      let isBefore = reader.matches(index, "av") || reader.matches(index, "avant")
      guard isBefore || reader.matches(index, "apr") else { return nil }
      var next = index + 1
      if reader.punctuation(next) == 0x2E { next += 1 }
      guard reader.matches(next, "j"), reader.punctuation(next + 1) == 0x2E else { return nil }
      // "J.-C." is "J", ".", "-", "C", ".".
      guard reader.isDash(next + 2), reader.matches(next + 3, "c") else { return nil }
      let end = reader.isGlued(next + 4) && reader.punctuation(next + 4) == 0x2E ? next + 5 : next + 4
      return (isBefore ? -1 : 1, end)
    case .spanish:
      if reader.matches(index, "a.c.") { return (-1, index + 1) }
      if reader.matches(index, "d.c.") { return (1, index + 1) }
      guard reader.matches(index, "a") || reader.matches(index, "d"), reader.punctuation(index + 1) == 0x2E,
        reader.matches(index + 2, "c"), reader.punctuation(index + 3) == 0x2E
      else { return nil }
      return (reader.matches(index, "a") ? -1 : 1, index + 4)
    case .english, .other: return nil
    }
  }

  /// "1990s", "1990er Jahre", "’90s", "90s" after "the"; "1990's" and "1600s" too.
  func decade(_ index: Int) -> DateMatch? {
    if let leading = reader.leadingInteger(index) {
      if language == .german {
        if reader.matches(leading.rest, "ern") {
          return decade(leading.value, leading.digits, from: index, to: index + 1)
        }
        // "1990er Jahre", "1990er-Jahre"
        let next = reader.isDash(index + 1) ? index + 2 : index + 1
        guard reader.matches(leading.rest, "er"), reader.matches(next, "jahre") || reader.matches(next, "jahren") else {
          return nil
        }
        return decade(leading.value, leading.digits, from: index, to: next + 1)
      }
      guard language == .english, reader.matches(leading.rest, "s") else { return nil }
      return decade(leading.value, leading.digits, from: index, to: index + 1)
    }
    // "1990's" after "the" or a part of it: elsewhere it is the year's own.
    guard language == .english, reader.kind(index + 1) == .clitic, let year = reader.integer(index), year.digits == 4,
      year.value % 10 == 0, role(index - 1) == .the || role(index - 1) == .part
    else { return nil }
    return decade(year.value, 4, from: index, to: index + 2)
  }

  private func decade(_ value: Int, _ digits: Int, from index: Int, to end: Int) -> DateMatch? {
    switch digits {
    case 4:
      guard (1000...2100).contains(value), value % 10 == 0, !isPartOfCode(before: index) || isPrefixed(index) else {
        return nil
      }
      // "1900s" may be the decade or the century; the century bounds both. "2000s" are a decade so far.
      let length = value % 100 == 0 && value < 2000 ? 99 : 9
      return match(from: index, to: end, Self.years(value, value + length), 0.96)
    case 2:
      guard value % 10 == 0, language != .german || end > index + 1 else { return nil }
      let isElided = reader.isGlued(index) && Characters.isApostrophe(reader.punctuation(index - 1))
      guard isElided || role(index - 1) == .the || language == .german, !reader.matches(index - 2, "his"),
        !reader.matches(index - 2, "her"), reader.punctuation(index + 1) != 0xB0
      else { return nil }
      guard value >= 30 else { return match(from: index, to: end, .unknown, 0.6) }
      var found = match(from: index, to: end, Self.years(1900 + value, 1909 + value), isElided ? 0.9 : 0.75)
      if isElided { found.startByte = reader.startByte(index - 1) }
      return found
    default: return nil
    }
  }

  /// "the sixties": of the twentieth century, from the thirties on.
  func decadeName(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard role(index - 1) == .the || role(index - 1) == .part || language == .german else { return nil }
    guard word.value >= 30 else { return match(from: index, to: index + 1, .unknown, 0.6) }
    let year = 1900 + Int(word.value)
    return match(from: index, to: index + 1, Self.years(year, year + 9), 0.8)
  }

  /// "années 1990", "années 90", "años noventa".
  func decadeNoun(_ index: Int) -> DateMatch? {
    let tens = self.word(index + 1)
    if tens.role == .cardinal, tens.value >= 30, tens.value % 10 == 0, role(index - 1) == .the || isOf(index - 1) {
      return match(from: index, to: index + 2, Self.years(1900 + Int(tens.value), 1909 + Int(tens.value)), 0.85)
    }
    guard let year = reader.integer(index + 1), year.value % 10 == 0 else { return nil }
    // "los años 2000" of Spanish; "tres años 2000 …" is none.
    guard role(index - 1) != .cardinal, reader.kind(index - 1) != .number else { return nil }
    if year.digits == 4, (1000...2100).contains(year.value) {
      return match(
        from: index, to: index + 2, Self.years(year.value, year.value + (year.value % 100 == 0 ? 99 : 9)), 0.94)
    }
    guard year.digits == 2, year.value >= 30 else { return nil }
    return match(from: index, to: index + 2, Self.years(1900 + year.value, 1909 + year.value), 0.88)
  }

  /// "AD842", one token.
  func gluedEra(_ index: Int) -> DateMatch? {
    let range = reader.tokens[index].range
    let digits = SourceRange(start: range.start + 2, end: range.end)
    guard (3...6).contains(range.count), reader.matches(SourceRange(start: range.start, end: digits.start), "ad"),
      reader.bytes[digits.bytes].allSatisfy(Characters.isDigit), reader.shape(index) == .upper
    else { return nil }
    let year = reader.bytes[digits.bytes].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    return match(from: index, to: index + 1, .point(PartialDate(year: year)), 0.85)
  }

  /// "71" of "in the year 71".
  func namedYear(_ index: Int) -> DateMatch? {
    guard role(index - 1) == .year, role(index - 2) == .the, let year = reader.integer(index), year.value > 0,
      year.digits < 4, !isCode(after: index + 1), role(index + 1) != .counted
    else { return nil }
    return match(from: index, to: index + 1, .point(PartialDate(year: year.value)), 0.85)
  }

  /// Whether a figure begins the years of a life or a reign: "(c. 314 – 368)".
  private func isCirca(_ index: Int) -> Bool {
    guard reader.punctuation(index - 1) == 0x2E, reader.matches(index - 2, "c") || reader.matches(index - 2, "ca"),
      reader.isDash(index + 1), let last = reader.integer(index + 2)
    else { return false }
    return (3...4).contains(last.digits)
  }

  /// A decade or a century, whose beginning and end are known.
  static func years(_ first: Int, _ last: Int) -> DateMeaning {
    .span(PartialDate(year: first), PartialDate(year: last))
  }

  /// What lies somewhere between two years.
  static func bounds(_ first: Int, _ last: Int) -> DateMeaning {
    .within(PartialDate(year: first), PartialDate(year: last))
  }

  /// "348" of "In 348 he died", in an article that has named such a year before.
  func oldYear(_ index: Int) -> DateMatch? {
    guard let year = reader.integer(index), year.digits == 3, year.value >= 100, knowsOldYears || isCirca(index),
      !isPartOfCode(before: index), !isCode(after: index + 1), !isQuantity(after: index + 1),
      self.word(index + 1).role != .unit, !isUncertainPlural(after: index)
    else { return nil }
    let before = reader.punctuation(index - 1) == 0x2E ? index - 2 : index - 1
    guard isCirca(index) || role(before) == .preposition || reader.matches(before, "until")
        || reader.matches(before, "about")
    else { return nil }
    let isBeforeChrist = anchor?.date.year.map { $0 <= 0 } ?? false
    let date = PartialDate(year: isBeforeChrist ? 1 - year.value : year.value)
    return extended(match(from: index, to: index + 1, .point(date), 0.75))
  }

  /// A year in figures, alone or as the first of a range: "2024", "1939–45", "2024/25".
  func year(_ index: Int) -> DateMatch? {
    guard let year = reader.integer(index), year.digits == 4, (1000...2100).contains(year.value),
      !isPartOfCode(before: index) || isPrefixed(index)
    else { return nil }
    if let range = yearRange(index, year.value) { return range }
    guard !isCode(after: index + 1), let certainty = yearCertainty(index, year.value) else { return nil }
    return extended(match(from: index, to: index + 1, .point(PartialDate(year: year.value)), certainty))
  }

  /// Whether "post-", "pre-" or "mid-" stands before a year.
  private func isPrefixed(_ index: Int) -> Bool {
    guard reader.isDash(index - 1), reader.isGlued(index - 1) else { return false }
    return reader.matches(index - 2, "post") || reader.matches(index - 2, "pre") || role(index - 2) == .part
  }

  /// "1939–45", "2010-2015", "2014 – 2019", "2024/25".
  private func yearRange(_ index: Int, _ first: Int) -> DateMatch? {
    let mark = reader.punctuation(index + 1)
    let isSlash = mark == 0x2F
    guard isSlash || TokenReader.isDash(mark), let second = reader.integer(index + 2), !isCode(after: index + 3),
      reader.isGlued(index + 1) == reader.isGlued(index + 2), reader.isGlued(index + 1) || !isSlash,
      // "2010-2015-2020" and "2024-06-13" are no ranges.
      !(reader.isGlued(index + 3) && reader.isDash(index + 3) && reader.isGlued(index + 4)
        && reader.kind(index + 4) == .number)
    else { return nil }
    let last: Int
    switch second.digits {
    case 4: last = second.value
    case 2: last = first / 100 * 100 + second.value + (isSlash && first % 100 == 99 ? 100 : 0)
    default: return nil
    }
    guard role(index + 3) != .counted || !reader.isGlued(index + 1) else { return nil }
    if second.digits == 2, !reader.isGlued(index + 1), mark == 0x2D {
      guard second.value > first % 100, isClosed(after: index + 2) else { return nil }
    }
    if isSlash {
      guard last == first + 1 else { return nil }
      return match(
        from: index, to: index + 3, .span(PartialDate(year: first), PartialDate(year: last)), 0.9)
    }
    guard last > first, last <= 2200 else { return nil }
    // "2001-05" may be a month of ISO 8601 as well as five years; with a dash it is a range.
    if second.digits == 2, second.value <= 12, mark == 0x2D {
      return match(from: index, to: index + 3, .unknown, 0.7)
    }
    let isPlausible = last - first < 150
    guard isPlausible || yearCertainty(index, first) != nil else { return nil }
    return match(
      from: index, to: index + 3, .span(PartialDate(year: first), PartialDate(year: last)), 0.93)
  }

  /// How sure it is that four figures are a year and not a count, by what stands around them; nil where they are none.
  private func yearCertainty(_ index: Int, _ value: Int) -> Float? {
    // The column says what four figures are that fill a cell.
    if let column, reader.end - reader.start == 1 {
      switch column.kind {
      case .date: return 0.97
      case .number, .percentage, .money: return nil
      case .text: break
      }
    }
    let next = word(index + 1)
    let before = word(index - 1)
    let isModern = (1900...2100).contains(value)
    if next.role == .unit || next.role == .year || reader.punctuation(index + 1) == 0x2B { return nil }
    if isAddress(index) { return nil }
    if next.role == .counted, before.role != .part, before.role != .preposition || !reader.matches(index - 1, "in") {
      return nil
    }
    // "1687 and 1689", "1699 or 1700"
    if reader.kind(index - 1) == .word, let earlier = reader.integer(index - 2), earlier.digits == 4,
      (1000...2100).contains(earlier.value), earlier.value < value, reader.tokens[index - 1].range.count <= 3
    {
      return 0.8
    }
    switch before.role {
    case .preposition:
      if isModern { return 0.93 }
      let isCounted = next.role == .counted || (isUncertainPlural(after: index) && !reader.matches(index - 1, "in"))
      return isCounted ? nil : 0.85
    case .part, .year: return 0.93
    case .of, .from, .between, .to, .and, .past: return isModern ? 0.87 : (isClosed(after: index) ? 0.7 : nil)
    case .the: return isModern ? 0.87 : 0.75
    case .notYear, .agoBefore:
      // "over 2000 people", but "over 2000 – 2050"; German "vor 1990" is a preposition.
      return before.role == .agoBefore && language == .german && isModern ? 0.85 : nil
    case .month: return nil
    default: break
    }
    if reader.punctuation(index - 1) == 0x2E {
      // "c. 1818", but not "p. 1225"
      if reader.matches(index - 2, "c") || reader.matches(index - 2, "ca") {
        return isUncertainPlural(after: index) ? nil : 0.9
      }
      for word in ["p", "pp", "no", "nr", "vol", "art", "nos"] as [StaticString] where reader.matches(index - 2, word) {
        return nil
      }
    }
    switch reader.punctuation(index - 1) {
    case 0x28, 0x5B:  // "(2019)", "(1939–45)"
      return isClosed(after: index) || isModern ? (isModern ? 0.9 : 0.8) : nil
    case 0x2C where isClosed(after: index), 0x3B where isClosed(after: index):
      return isModern ? (value > 2050 ? nil : 0.87) : 0.75
    case 0x23, 0x24, 0xA3, 0x20AC, 0xA5, 0xA7, 0x2F, 0x3D, 0x2B: return nil
    default: break
    }
    guard isModern else { return reader.tokens[index].startsSentence && isClosed(after: index) ? 0.5 : nil }
    switch reader.context {
    case .dataCell, .labelCell:
      return reader.end - reader.start == 1 ? (reader.context == .labelCell ? 0.85 : 0.6) : 0.7
    default: break
    }
    if reader.kind(index + 1) == .number || reader.kind(index - 1) == .number { return nil }
    // "World Cup 2018", "Windows 2000"
    if reader.isCapitalised(index - 1), !reader.tokens[index - 1].startsSentence { return 0.65 }
    // "2000 households", but "2019 elections"
    return isUncertainPlural(after: index) ? (value % 100 == 0 ? nil : 0.5) : (value > 2050 ? nil : 0.75)
  }

  /// Whether a figure is the number of a house: "1945 Elm Street".
  private func isAddress(_ index: Int) -> Bool {
    guard reader.isCapitalised(index + 1), language == .english else { return false }
    for place in index + 2...index + 4 where reader.isCapitalised(place) {
      for word in ["street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "lane"] as [StaticString]
      where reader.matches(place, word) { return true }
    }
    return false
  }

  /// Whether the figure ends its phrase.
  private func isClosed(after index: Int) -> Bool {
    guard reader.contains(index + 1) else { return true }
    switch reader.punctuation(index + 1) {
    case 0x29, 0x5D, 0x2C, 0x3B, 0x3A, 0x2E: return true
    case let mark: return TokenReader.isDash(mark)
    }
  }

  /// Whether a word in lower case that ends in "s" follows: what is counted, more often than not.
  private func isUncertainPlural(after index: Int) -> Bool {
    guard reader.kind(index + 1) == .word, reader.shape(index + 1) == .lower, !reader.isGlued(index + 1) else {
      return false
    }
    return reader.bytes[Int(reader.endByte(index + 1)) - 1] == 0x73
  }
}
