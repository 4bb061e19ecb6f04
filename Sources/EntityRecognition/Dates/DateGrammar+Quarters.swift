import ArticleModel

/// Quarters, halves and centuries.
extension DateGrammar {
  /// "fourth quarter of 2023", "first half of 2024", "21st century", "19th and 20th centuries", "1er trimestre 2024".
  func ordinalFirst(_ index: Int, _ value: Int, wordEnd: Int) -> DateMatch? {
    var next = wordEnd
    if language == .english, reader.isDash(next), reader.isGlued(next), reader.isGlued(next + 1) { next += 1 }
    let unit = word(next)
    if unit.role == .weekday { return value < 5 ? weekdayOfMonth(index, value, next) : nil }
    if unit.role == .unit {
      switch DateUnit(rawValue: unit.value) {
      case .century: return century(from: index, value, value, end: next + 1)
      case .quarter where (1...4).contains(value): return quarter(from: index, value, of: 4, end: next + 1)
      case .half where (1...2).contains(value):
        return partOfYears(index, value, of: 2, end: next + 1) ?? quarter(from: index, value, of: 2, end: next + 1)
      default: return nil
      }
    }
    // "19th and 20th centuries"
    guard let joined = connector(next, allowsAnd: true) else { return nil }
    let start = role(joined) == .the ? joined + 1 : joined
    // "19th and early 20th centuries"
    if let second = partOfCentury(start), let last = second.last.year, last > value * 100, value > 0 {
      return match(from: index, to: second.end, Self.bounds(value * 100 - 100, last), 0.9)
    }
    guard let second = ordinalValue(start), self.word(start + 1).role == .unit,
      self.word(start + 1).value == DateUnit.century.rawValue
    else { return nil }
    return century(from: index, value, second, end: start + 2)
  }

  private func ordinalValue(_ index: Int) -> Int? {
    if let value = reader.ordinal(index, language) { return value }
    let word = word(index)
    return word.role == .ordinal ? Int(word.value) : nil
  }

  /// A century as ISO 8601-1:2019 and common use count it: the 21st from 2000 to 2099.
  func century(from index: Int, _ first: Int, _ last: Int, end: Int) -> DateMatch? {
    guard (1...40).contains(first), (1...40).contains(last) else { return nil }
    if let era = era(end), era.value < 0 {
      // The 5th century BC: 500 BC, year −499, to 401 BC, year −400.
      return match(from: index, to: era.next, Self.years(1 - first * 100, (1 - last) * 100), 0.93)
    }
    let next = era(end)?.next ?? end
    return match(from: index, to: next, Self.years(max(1, first * 100 - 100), last * 100 - 1), 0.95)
  }

  /// "first half of the 1990s", "second half of the 19th century".
  private func partOfYears(_ index: Int, _ number: Int, of parts: Int, end: Int) -> DateMatch? {
    var next = end
    guard isOf(next) || language == .german else { return nil }
    if isOf(next) { next += 1 }
    if role(next) == .the || role(next) == .of { next += 1 }
    guard let whole = decadeOrCentury(next), case .span(let first, let last) = whole.meaning, let lower = first.year,
      let upper = last.year
    else { return nil }
    let length = (upper - lower + 1) / parts
    return match(
      from: index, to: whole.end, Self.bounds(lower + (number - 1) * length, lower + number * length - 1),
      whole.certainty, endByte: whole.endByte)
  }

  /// A decade or a century at `index`.
  func decadeOrCentury(_ index: Int) -> DateMatch? {
    if let found = decade(index) { return found }
    let word = word(index)
    switch word.role {
    case .decadeName: return decadeName(index, word)
    case .decadeNoun: return decadeNoun(index)
    case .unit: return unitFirst(index, word)
    default: break
    }
    if let ordinal = ordinal(index) {
      var next = ordinal.next
      if reader.isDash(next), reader.isGlued(next), reader.isGlued(next + 1) { next += 1 }
      if unit(self.word(next)) == .century { return century(from: index, ordinal.value, ordinal.value, end: next + 1) }
    }
    // "XIXe siècle"
    return unit(self.word(index + 1)) == .century ? unitFirst(index + 1, self.word(index + 1)) : nil
  }

  /// An ordinal at `index`: "19th", "nineteenth", and "19." in German.
  func ordinal(_ index: Int) -> (value: Int, next: Int)? {
    if let value = ordinalValue(index) { return (value, index + 1) }
    guard language == .german, let value = reader.integer(index), value.digits <= 2, reader.isGlued(index + 1),
      reader.punctuation(index + 1) == 0x2E
    else { return nil }
    return (value.value, index + 2)
  }

  /// A quarter or a half, with the year after it, or the article's year with "this".
  private func quarter(from index: Int, _ number: Int, of parts: Int, end: Int) -> DateMatch? {
    var next = end
    if isOf(next) || role(next) == .preposition { next += 1 }
    if role(next) == .year { next += 1 }
    if let year = reader.integer(next), year.digits == 4, (1000...2199).contains(year.value) {
      return match(from: index, to: next + 1, Self.quarter(number, of: parts, in: year.value), 0.96)
    }
    guard parts == 4 || (language == .english && reader.matches(end, "of")) else { return nil }
    if language == .english, reader.matches(end, "of") {
      let deictic = word(end + 1)
      guard deictic.role == .deictic, role(end + 2) == .year else { return parts == 4 ? bareQuarter(index, end) : nil }
      let meaning = today.map { Self.quarter(number, of: parts, in: $0.year + Int(deictic.value)) } ?? .unknown
      return match(from: index, to: end + 3, meaning, today == nil ? 0.7 : 0.85)
    }
    return bareQuarter(index, end)
  }

  private func bareQuarter(_ index: Int, _ end: Int) -> DateMatch? {
    language == .english ? match(from: index, to: end, .unknown, 0.65) : nil
  }

  static func quarter(_ number: Int, of parts: Int, in year: Int) -> DateMeaning {
    let months = 12 / parts
    return .span(
      PartialDate(year: year, month: (number - 1) * months + 1), PartialDate(year: year, month: number * months))
  }

  /// "Q3 2024", "3Q 2024" and "H1 2024"; the letter and the figure are one token.
  func letterQuarter(_ index: Int) -> DateMatch? {
    let range = reader.tokens[index].range
    guard range.count == 2, !isPartOfCode(before: index) else { return nil }
    let letter = reader.bytes[Int(range.start)]
    let number = Int(reader.bytes[Int(range.start) + 1] &- 0x30)
    let parts: Int
    switch letter {
    case 0x51, 0x54: parts = 4  // "Q"; "T" of French and Spanish
    case 0x48, 0x53: parts = 2  // "H"; "S"
    default: return nil
    }
    guard (1...parts).contains(number), letter == 0x51 || letter == 0x48 || language != .english else { return nil }
    if let year = yearAfterMonth(index + 1) {
      return match(from: index, to: year.next, Self.quarter(number, of: parts, in: year.value), 0.96)
    }
    guard letter == 0x51 else { return nil }
    return match(from: index, to: index + 1, .unknown, 0.7)
  }
}
