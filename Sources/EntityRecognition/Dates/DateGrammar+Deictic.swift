import ArticleModel

/// Spans of the calendar that count from the date of the article: "last year", "next week", "this month".
extension DateGrammar {
  /// "last year", "next week", "this month", "last Friday", "next autumn", "last three years", "this morning".
  func deictic(_ index: Int, _ word: DateWord) -> DateMatch? {
    if reader.matches(index, "last"), let found = weekdayOfMonth(index, 5, index + 1) { return found }
    guard var found = fullDeictic(index, word) else { return nil }
    // "the next day" counts from another day of the text, "the last year" is twelve months of no calendar.
    if language == .english, role(index - 1) == .the, word.value != 0, count(index + 1) == nil {
      let noun = self.word(index + 1)
      if unit(noun) == .decade || unit(noun) == .century { return today == nil ? nil : found }
      guard noun.role == .unit || noun.role == .year || anchor != nil else { return found }
      let meaning = unit(noun).map { word.value > 0 ? anchored(1, $0) : .unknown } ?? .unknown
      found.meaning = meaning
      found.certainty = certainty(of: meaning, 0.75)
    }
    return found
  }

  private func fullDeictic(_ index: Int, _ word: DateWord) -> DateMatch? {
    // French and Spanish put "dernier" and "pasado" behind the noun; see ``unitFirst(_:_:)``.
    guard language != .french || word.value == 0, language != .other else { return nil }
    let direction = Int(word.value)
    // "cette année-là"
    if language == .french, reader.isDash(index + 2), reader.isGlued(index + 2) { return nil }
    var next = index + 1
    let amount = count(next)
    if let amount { next = amount.next }
    let noun = self.word(next)
    if let amount {
      // "the last five months of her life"; without a date to count from, "past three years" is no date at all.
      guard direction != 0, noun.role == .unit || noun.role == .year, today != nil, role(next + 1) != .of else {
        return nil
      }
      return pastSpan(index, direction, amount.value, unit(noun), end: next + 1)
    }
    switch noun.role {
    case .weekday where !noun.isAbbreviation:
      // "Next Friday" of a Thursday is the day after to some and a week later to others.
      let isEither =
        reader.bytes[Int(reader.startByte(index))] | 0x20 == 0x6E && Int(noun.value) > today?.weekday ?? 0
      // "This Monday" lies ahead, but "announced this Monday" and Spanish "este lunes" as often behind.
      var toward: Int? = direction
      if direction == 0, language != .german, language != .english || tense(from: index, to: next + 1) == .past {
        toward = isFuture(from: index, to: next + 1) ? 1 : nil
      }
      let meaning = isEither ? .unknown : weekday(Int(noun.value), direction: toward)
      return match(from: index, to: next + 1, meaning, certainty(of: meaning, 0.87))
    case .month where !noun.isAbbreviation:
      guard month(next) != nil else { return nil }
      let meaning = month(Int(noun.value), direction)
      return match(from: index, to: next + 1, meaning, certainty(of: meaning, 0.85))
    case .season:
      let meaning = today.map { seasonMeaning(Int(noun.value), direction, from: $0) } ?? .unknown
      return match(from: index, to: next + 1, meaning, certainty(of: meaning, 0.82))
    case .unit, .year:
      guard let unit = unit(noun), isSingular(next, unit) else { return nil }
      return deictic(index, direction, unit, end: next + 1, word)
    case .deictic where language == .english:
      // "this past week", "this coming Tuesday"
      guard direction == 0, noun.value != 0, var inner = deictic(next, noun) else { return nil }
      inner.startByte = reader.startByte(index)
      return inner
    default: return nil
    }
  }

  /// "this week" is one, "these weeks" and "last decades" none that can be told.
  func isSingular(_ index: Int, _ unit: DateUnit) -> Bool {
    guard language == .english else { return true }
    return unit == .partOfDay || reader.bytes[Int(reader.endByte(index)) - 1] != 0x73
  }

  func deictic(
    _ index: Int, _ direction: Int, _ unit: DateUnit, end: Int, _ word: DateWord
  ) -> DateMatch? {
    let meaning: DateMeaning
    switch unit {
    case .year: meaning = year(offset: direction)
    case .month: meaning = month(offset: direction)
    case .week: meaning = week(offset: direction)
    case .weekend: meaning = weekend(direction, from: index, to: end)
    case .quarter: meaning = quarter(offset: direction)
    case .partOfDay:
      // "last night" is yesterday's; "this evening" and "this morning" today's.
      guard direction <= 0, !reader.matches(end - 1, "morning") || direction == 0 else { return nil }
      meaning = day(offset: direction)
    case .decade, .century:
      guard language == .english else { return nil }
      guard direction < 0, let today, unit == .decade, reader.matches(index, "past") || reader.matches(index, "last")
      else {
        return match(from: index, to: end, .unknown, 0.6)
      }
      return match(from: index, to: end, Self.years(today.year - 10, today.year), 0.7)
    case .day:
      // "The next day" is another's; "this day" is any.
      return direction > 0 && reader.matches(index, "next") ? match(from: index, to: end, .unknown, 0.65) : nil
    case .half, .fortnight: return nil
    }
    return match(from: index, to: end, meaning, certainty(of: meaning, 0.86))
  }

  func unit(_ word: DateWord) -> DateUnit? {
    word.role == .year ? .year : (word.role == .unit ? DateUnit(rawValue: word.value) : nil)
  }

  private func year(offset: Int) -> DateMeaning {
    today.map { .point(PartialDate(year: $0.year + offset)) } ?? .unknown
  }

  private func month(offset: Int) -> DateMeaning {
    guard let today, let month = today.month else { return .unknown }
    let number = today.year * 12 + month - 1 + offset
    let monthOfYear = (number % 12 + 12) % 12
    return .point(PartialDate(year: (number - monthOfYear) / 12, month: monthOfYear + 1))
  }

  /// A week lasts from Monday to Sunday.
  func week(offset: Int) -> DateMeaning {
    guard let number = today?.dayNumber, let weekday = today?.weekday else { return .unknown }
    let monday = number - weekday + 1 + offset * 7
    return .span(
      PartialDate(CalendarDate(dayNumber: monday)), PartialDate(CalendarDate(dayNumber: monday + 6)))
  }

  /// - Parameter direction: −1 for the last, 1 for the next; 0 as the tense of the sentence has it.
  func weekend(_ direction: Int, from index: Int, to end: Int) -> DateMeaning {
    guard let number = today?.dayNumber, let weekday = today?.weekday else { return .unknown }
    var saturday = number - weekday + 6
    switch direction {
    case -1: saturday -= 7
    case 1: saturday += weekday >= 6 ? 7 : 0
    default:
      switch tense(from: index, to: end) {
      case .past: saturday -= weekday < 6 ? 7 : 0
      case .future: break
      // Of a Monday it may be either: the one that is near, or none.
      case .unknown: if weekday < 4 { return .unknown }
      }
    }
    return .span(
      PartialDate(CalendarDate(dayNumber: saturday)), PartialDate(CalendarDate(dayNumber: saturday + 1)))
  }

  private func quarter(offset: Int) -> DateMeaning {
    guard let today, let month = today.month else { return .unknown }
    let number = today.year * 4 + (month - 1) / 3 + offset
    return Self.quarter(number % 4 + 1, of: 4, in: number / 4)
  }

  /// "last March", "next March", "this March".
  private func month(_ month: Int, _ direction: Int) -> DateMeaning {
    guard let today, let current = today.month else { return .unknown }
    let year: Int
    switch direction {
    case -1: year = month < current ? today.year : today.year - 1
    case 1: year = month > current ? today.year : today.year + 1
    default: year = today.year
    }
    return .point(PartialDate(year: year, month: month))
  }

  /// "last three years", "past 30 days", "next five years": from the article's date back or ahead.
  private func pastSpan(_ index: Int, _ direction: Int, _ amount: Int, _ unit: DateUnit?, end: Int) -> DateMatch? {
    guard let unit else { return nil }
    guard let today, let far = moved(by: direction * amount, unit) else {
      return match(from: index, to: end, .unknown, 0.6)
    }
    let near: PartialDate
    switch unit {
    case .year, .decade, .century: near = PartialDate(year: today.year)
    case .month: near = PartialDate(year: today.year, month: today.month)
    default: near = PartialDate(today)
    }
    let meaning = direction < 0 ? DateMeaning.span(far, near) : DateMeaning.span(near, far)
    return match(from: index, to: end, meaning, 0.75)
  }

  /// The date that lies a number of units from the article's, as precise as the unit is; nil where it is not known.
  func moved(by amount: Int, _ unit: DateUnit) -> PartialDate? {
    guard let today, abs(amount) < 10_000 else { return nil }
    switch unit {
    case .day, .week, .fortnight:
      guard let number = today.dayNumber else { return nil }
      let days = unit == .day ? 1 : (unit == .week ? 7 : 14)
      return PartialDate(CalendarDate(dayNumber: number + amount * days))
    case .month:
      guard case .point(let date) = month(offset: amount) else { return nil }
      return date
    case .year: return PartialDate(year: today.year + amount)
    case .decade: return PartialDate(year: today.year + amount * 10)
    case .century, .quarter, .half, .partOfDay, .weekend: return nil
    }
  }
}
