import ArticleModel

/// Ranges, and what looks like one.
extension DateGrammar {
  /// The range that an expression begins: "May to July 2020", "2014 and 2019" after "between", "June 30 – July 2".
  func extended(_ first: DateMatch) -> DateMatch {
    guard case .point(let date) = first.meaning, date.lexical != nil || date.day != nil else { return first }
    let index = first.end
    var next: Int
    if reader.isDash(index) {
      // "2014-present" and "June-born" are none; both sides have a space, or neither.
      guard reader.isGlued(index) == reader.isGlued(index + 1) else { return first }
      next = index + 1
    } else if reader.punctuation(index) == 0x2F, reader.isGlued(index), reader.isGlued(index + 1), date.day == nil,
      date.year == nil, role(index + 1) == .month
    {
      // "May/June 1944"
      next = index + 1
    } else {
      let connecting = role(index)
      let isBetween = role(startIndex(first) - 1) == .between
      guard connecting == .to || (connecting == .and && isBetween) else { return first }
      next = index + 1
    }
    if role(next) == .the { next += 1 }
    guard let second = rangeEnd(next, after: date) else { return first }
    guard case .point(let last) = second.meaning, !isLifetime(first, date, last) else { return first }
    var (from, to) = (date, last)
    if from.year == nil { from.year = to.year }
    if to.year == nil, let year = from.year { to.year = (from.month ?? 1) <= (to.month ?? 12) ? year : year + 1 }
    if date.year == nil, let fromMonth = from.month, let toMonth = to.month, fromMonth > toMonth, let year = to.year {
      from.year = year - 1
    }
    return DateMatch(
      startByte: first.startByte, end: second.end, endByte: second.endByte, meaning: .span(from, to),
      certainty: min(first.certainty, max(second.certainty, 0.9)))
  }

  /// Whether two days are those of a birth and a death, each a date of its own: "(8 February 1700 – 17 March 1782)".
  private func isLifetime(_ match: DateMatch, _ birth: PartialDate, _ death: PartialDate) -> Bool {
    guard let born = birth.year, let died = death.year, died - born >= 10 else { return false }
    let index = startIndex(match)
    return birth.day != nil || death.day != nil ? isParenthesised(index) : isLifetime(index, born)
  }

  /// Whether a year begins the years of a person's life, parted as two dates: "Anna Lind (1704 – 1787)". Without spaces
  /// they are written as a range, and are one.
  func isLifetime(_ index: Int, _ born: Int) -> Bool {
    guard reader.isDash(index + 1), !reader.isGlued(index + 1), let died = reader.integer(index + 2), died.digits == 4,
      (15...110).contains(died.value - born), reader.punctuation(index - 1) == 0x28, reader.isCapitalised(index - 2),
      reader.punctuation(index + 3) == 0x29 || reader.punctuation(index + 3) == 0x2C
    else { return false }
    for word in [
      "war", "wars", "era", "period", "age", "dynasty", "empire", "republic", "union", "revolution", "kingdom",
    ]
      as [StaticString] where reader.matches(index - 2, word)
    { return false }
    return true
  }

  /// Whether the token stands in a bracket that opens not far before it.
  func isParenthesised(_ index: Int) -> Bool {
    var depth = 0
    var place = index - 1
    while place >= max(reader.start, index - 40) {
      switch reader.punctuation(place) {
      case 0x28, 0x5B:
        if depth == 0 { return true }
        depth -= 1
      case 0x29, 0x5D: depth += 1
      default: break
      }
      place -= 1
    }
    return false
  }

  /// The token at which a match begins.
  private func startIndex(_ match: DateMatch) -> Int {
    var index = match.end - 1
    while index > reader.start, reader.startByte(index) > match.startByte { index -= 1 }
    return index
  }

  /// What may end a range that `first` began.
  private func rangeEnd(_ index: Int, after first: PartialDate) -> DateMatch? {
    guard reader.contains(index) else { return nil }
    switch reader.tokens[index].kind {
    case .number, .mixed:
      if let date = numericDate(index) ?? dayFirst(index) ?? yearWithEra(index) { return date }
      guard let year = reader.integer(index), !isCode(after: index + 1), role(index + 1) != .counted,
        first.day == nil, let start = first.year, year.value >= start,
        year.digits == 4 ? (1000...2199).contains(year.value) : year.digits == 3 && (100..<1000).contains(start)
      else { return nil }
      return match(from: index, to: index + 1, .point(PartialDate(year: year.value)), 0.9)
    case .word:
      let word = word(index)
      guard word.role == .month else { return eraEnd(index, word) }
      if let date = monthFirst(index), case .point = date.meaning { return date }
      // "between May and June in 1981"
      if first.year == nil, first.day == nil, reader.matches(index + 1, "in") || isOf(index + 1),
        let year = reader.integer(index + 2), year.digits == 4, (1000...2199).contains(year.value), month(index) != nil
      {
        return match(from: index, to: index + 3, .point(PartialDate(year: year.value, month: Int(word.value))), 0.9)
      }
      guard !word.isAbbreviation || first.day == nil, first.day == nil, let month = month(index) else { return nil }
      return match(from: index, to: month.next, .point(PartialDate(month: Int(word.value))), 0.87)
    default: return nil
    }
  }

  private func eraEnd(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard word.role == .era, word.value > 0, let year = reader.integer(index + 1) else { return nil }
    return match(from: index, to: index + 2, .point(PartialDate(year: year.value)), 0.9)
  }
}
