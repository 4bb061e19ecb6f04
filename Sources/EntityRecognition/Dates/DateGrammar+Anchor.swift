import ArticleModel

/// The date that a text named last, from which "that year" and "two days later" count.
struct DateAnchor {
  /// With a year.
  var date: PartialDate
  /// The run and the token where it stands.
  var run: Int
  var token: Int
  /// Whether its year stands in the text, and is not told from the date of the article.
  var isExplicit: Bool
  /// Whether it opens its sentence: "In 2012 he …".
  var isFronted: Bool
}

extension DateGrammar {
  /// Remembers a date that has been read.
  mutating func remember(_ match: DateMatch, at index: Int) {
    guard reader.context != .dataCell, reader.context != .labelCell else { return }
    if case .point(let date) = match.meaning, date.month != nil, date.day == nil { monthRun = run }
    let date: PartialDate
    switch match.meaning {
    case .point(let point): date = point
    case .span(let first, let last), .within(let first, let last):
      if let year = first.year, year < 1000 { knowsOldYears = true }
      guard first.year == last.year else {
        // Which year of several "that year" would be is not to be told.
        anchor = nil
        return
      }
      date = PartialDate(year: last.year, month: first.month == last.month ? last.month : nil)
    case .unknown: return
    }
    guard let year = date.year else { return }
    if year < 1000 { knowsOldYears = true }
    // A year in brackets is a work's, a life's or a source's, not the narrative's.
    guard !isParenthesised(index) else { return }
    let isFronted =
      reader.tokens[index].startsSentence
      || (reader.contains(index - 1) && reader.tokens[index - 1].startsSentence)
    // "Two years later" counts from the date before it, and is as explicit.
    let isDerived = role(index) == .anaphoric || role(index) == .cardinal
    let isExplicit = today == nil || hasFigures(match) || (isDerived && anchor?.isExplicit == true)
    anchor = DateAnchor(date: date, run: run, token: index, isExplicit: isExplicit, isFronted: isFronted)
  }

  /// Whether a match has a year in figures.
  private func hasFigures(_ match: DateMatch) -> Bool {
    var digits = 0
    for byte in reader.bytes[Int(match.startByte)..<Int(match.endByte)] {
      digits = Characters.isDigit(byte) ? digits + 1 : 0
      if digits == 3 { return true }
    }
    return false
  }

  /// The anchor, if it is near enough for words at `index` to count from it.
  private var nearAnchor: PartialDate? {
    guard let anchor, run - anchor.run <= 1 else { return nil }
    return anchor.date
  }

  /// What lies a number of units from the date that the text named last, as precise as the unit is.
  func anchored(_ amount: Int, _ unit: DateUnit) -> DateMeaning {
    guard let date = nearAnchor, let year = date.year, amount.magnitude < 10_000 else { return .unknown }
    switch unit {
    case .year: return .point(PartialDate(year: year + amount))
    case .decade where amount != 0: return .point(PartialDate(year: year + amount * 10))
    case .month:
      guard let month = date.month else { return .unknown }
      let number = year * 12 + month - 1 + amount
      let monthOfYear = (number % 12 + 12) % 12
      return .point(PartialDate(year: (number - monthOfYear) / 12, month: monthOfYear + 1))
    case .day, .week:
      guard let month = date.month, let day = date.day, date.lexical != nil,
        let number = CalendarDate(year: year, month: month, day: day).dayNumber
      else { return .unknown }
      if unit == .week {
        guard amount != 0 else { return .unknown }
        return .point(PartialDate(CalendarDate(dayNumber: number + amount * 7)))
      }
      return .point(PartialDate(CalendarDate(dayNumber: number + amount)))
    default: return .unknown
    }
  }

  /// "two years later", "a month earlier": counted from the date before it, or told by the year behind it.
  func later(from index: Int, _ amount: Int, _ unit: DateUnit, end: Int) -> DateMatch {
    // "170 years later, in 1896"
    let next = reader.punctuation(end) == 0x2C ? end + 1 : end
    if unit == .year, role(next) == .preposition, let year = reader.integer(next + 1), year.digits == 4,
      (1000...2100).contains(year.value)
    {
      return match(from: index, to: end, .point(PartialDate(year: year.value)), 0.8)
    }
    guard amount <= 300, unit != .week || amount <= 8 else { return match(from: index, to: end, .unknown, 0.7) }
    let direction = Int(word(end - 1).value)
    return match(from: index, to: end, anchored(direction * amount, unit), 0.75)
  }

  /// A date without a year and the words that name it: "May of next year", "3 June that year", "mars dernier".
  func withNamedYear(_ match: DateMatch) -> DateMatch {
    guard case .point(var date) = match.meaning, date.year == nil, let month = date.month else { return match }
    var next = match.end
    if isOf(next) { next += 1 }
    if role(next) == .the { next += 1 }
    let word = word(next)
    guard word.role == .deictic || word.role == .anaphoric else { return match }
    let isSpanishOrFrench = language == .spanish || language == .french
    if isSpanishOrFrench, next == match.end, word.role == .deictic, word.value != 0, date.day == nil {
      // "mars dernier", "marzo pasado"
      guard let today, let current = today.month else { return match }
      let isBehind = month < current
      date.year = today.year + (word.value < 0 ? (isBehind ? 0 : -1) : (isBehind || month == current ? 1 : 0))
      return self.match(atByte: match.startByte, to: next + 1, .point(date), 0.85)
    }
    guard unit(self.word(next + 1)) == .year else { return match }
    if word.role == .deictic {
      date.year = today.map { $0.year + Int(word.value) }
    } else if case .point(let year) = anchored(Int(word.value), .year) {
      date.year = year.year
    }
    guard date.year != nil else { return match }
    return self.match(atByte: match.startByte, to: next + 2, .point(date), 0.85)
  }

  private func match(atByte start: Int32, to end: Int, _ meaning: DateMeaning, _ certainty: Float) -> DateMatch {
    DateMatch(startByte: start, end: end, endByte: reader.endByte(end - 1), meaning: meaning, certainty: certainty)
  }
}
