import ArticleModel

/// Durations before or after a date: "two days ago", "a year later", "the following month".
extension DateGrammar {
  /// A count at `index`: "two", "30", "a", and "twenty-five".
  func count(_ index: Int) -> (value: Int, next: Int)? {
    if let integer = reader.integer(index), integer.digits <= 4 { return (integer.value, index + 1) }
    let word = word(index)
    guard word.role == .cardinal else { return nil }
    if word.value >= 20, reader.isDash(index + 1), self.word(index + 2).role == .cardinal,
      self.word(index + 2).value < 10
    {
      return (Int(word.value + self.word(index + 2).value), index + 3)
    }
    return (Int(word.value), index + 1)
  }

  /// "two days ago", "a year later", "three years earlier".
  func duration(_ index: Int) -> DateMatch? {
    guard language == .english || language == .german || language == .french || language == .spanish,
      !isPartOfCode(before: index)
    else { return nil }
    var amount = count(index)
    if amount == nil, reader.kind(index) == .number, reader.tokens[index].range.count <= 11 {
      // "5,000 years ago": a count that cannot be placed.
      amount = (100_000, index + 1)
    }
    guard let amount, let unit = unit(self.word(amount.next)) else { return nil }
    let after = self.word(amount.next + 1)
    switch after.role {
    case .ago: return ago(from: index, amount.value, unit, end: amount.next + 2)
    case .later:
      guard unit != .partOfDay else { return nil }
      return later(from: index, amount.value, unit, end: amount.next + 2)
    case .cardinal where language == .english:
      return nil
    case .preposition where language == .english && reader.matches(amount.next + 1, "before"):
      return nil
    default:
      // "trois ans plus tard", "dos días más tarde"
      guard language == .french, reader.matches(amount.next + 1, "plus"), role(amount.next + 2) == .later else {
        return nil
      }
      return later(from: index, amount.value, unit, end: amount.next + 3)
    }
  }

  /// "vor zwei Tagen", "il y a deux jours", "hace dos días".
  func agoBefore(_ index: Int) -> DateMatch? {
    var start = index
    var next = index + 1
    if language == .french {
      guard reader.matches(next, "a") else { return nil }
      next += 1
      if reader.matches(start - 1, "il") { start -= 1 }
    }
    guard let amount = count(next), let unit = unit(word(amount.next)) else { return nil }
    return ago(from: start, amount.value, unit, end: amount.next + 1)
  }

  func ago(from index: Int, _ amount: Int, _ unit: DateUnit, end: Int) -> DateMatch? {
    guard unit != .partOfDay else { return nil }
    // "Two weeks ago" is a day of that week.
    if unit == .week || unit == .fortnight, amount <= 8 {
      guard case .span(let monday, let sunday) = week(offset: unit == .week ? -amount : -2 * amount) else {
        return match(from: index, to: end, .unknown, 0.7)
      }
      return match(from: index, to: end, .within(monday, sunday), 0.8)
    }
    // "Ten years ago" is a round figure as often as not, but it names a year; decades name none.
    guard unit == .day || unit == .month || unit == .year, amount <= 300, let date = moved(by: -amount, unit) else {
      return match(from: index, to: end, .unknown, 0.7)
    }
    return match(from: index, to: end, .point(date), 0.85)
  }

  /// "following month", "previous day", "same year".
  func anaphoric(_ index: Int, _ word: DateWord) -> DateMatch? {
    let noun = self.word(index + 1)
    if reader.matches(index, "that") {
      if noun.role == .anaphoric, !reader.matches(index + 1, "that"), var found = anaphoric(index + 1, noun) {
        found.startByte = reader.startByte(index)
        return found
      }
      guard let unit = unit(noun), unit == .year || unit == .day || unit == .month || unit == .week else { return nil }
    }
    if word.value != 0, noun.role == .weekday || noun.role == .season || noun.role == .month, !noun.isAbbreviation {
      return match(from: index, to: index + 2, .unknown, 0.65)
    }
    guard let unit = unit(noun), isSingular(index + 1, unit) else { return nil }
    switch unit {
    case .day, .week, .month, .year, .partOfDay, .decade, .century, .weekend:
      // "the same century" and "the previous day" are as good as a date, "the same" of anything else is not.
      let meaning = anchored(Int(word.value), unit)
      return match(from: index, to: index + 2, meaning, certainty(of: meaning, 0.75))
    default: return nil
    }
  }
}
