import ArticleModel

/// Dates that count from another: from the article's, or from one of the text.
extension DateGrammar {
  // MARK: Days of the week

  /// "Thursday, June 13, 2024", "Tuesday", "Friday 13th".
  func weekdayFirst(_ index: Int, _ word: DateWord) -> DateMatch? {
    if language == .english || language == .german, !reader.isCapitalised(index) { return nil }
    var next = index + 1
    if word.isAbbreviation, reader.isGlued(next), reader.punctuation(next) == 0x2E { next += 1 }
    if reader.punctuation(next) == 0x2C { next += 1 }
    if role(next) == .the { next += 1 }
    if var date = datePart(next), case .point(let point) = date.meaning, point.day != nil {
      date.startByte = reader.startByte(index)
      if let year = point.year, let month = point.month, let day = point.day, point.lexical != nil,
        CalendarDate(year: year, month: month, day: day).weekday != Int(word.value)
      {
        // One of the two is wrong; the figures are what readers go by.
        date.certainty = 0.8
      }
      return extended(date)
    }
    guard !word.isAbbreviation,
      !isNameLike(index) || isDatePreposition(self.word(index - 1)) || reader.matches(index - 1, "on")
    else { return nil }
    // "every Friday", "on a Monday"
    guard role(index - 1) != .cardinal, !reader.matches(index - 1, "every"), !reader.matches(index - 1, "each"),
      !reader.matches(index - 1, "any")
    else { return nil }
    // "Monday to Friday" is every week's.
    if let connected = connector(index + 1, allowsAnd: false), self.word(connected).role == .weekday,
      datePart(connected + 1) == nil
    {
      return match(from: index, to: connected + 1, .unknown, 0.6)
    }
    // "on Saturday mornings", "one flight per week on Thursday"
    if today == nil, isEveryWeek(index) { return nil }
    let after = self.word(index + 1)
    if language == .french || language == .spanish, after.role == .deictic, after.value != 0 {
      // "mardi dernier", "lunes próximo"
      let meaning = weekday(Int(word.value), direction: Int(after.value))
      return match(from: index, to: index + 2, meaning, certainty(of: meaning, 0.87))
    }
    let meaning = weekday(Int(word.value), direction: isFuture(from: index, to: index + 1) ? 1 : nil)
    return match(from: index, to: index + 1, meaning, certainty(of: meaning, 0.88))
  }

  /// Whether a day of the week is that of every week, by the words around it.
  private func isEveryWeek(_ index: Int) -> Bool {
    for word in ["mornings", "afternoons", "evenings", "nights"] as [StaticString] where reader.matches(index + 1, word) {
      return true
    }
    var place = index - 1
    while place >= max(reader.start, index - 12), !reader.tokens[place + 1].startsSentence {
      for word in ["per", "every", "each", "weekly", "daily", "open", "closed", "usually", "always"] as [StaticString]
      where reader.matches(place, word) { return true }
      place -= 1
    }
    return false
  }

  /// A date with day and month at `index`, in figures or words.
  func datePart(_ index: Int) -> DateMatch? {
    guard reader.contains(index) else { return nil }
    switch reader.tokens[index].kind {
    case .number, .mixed: return numericDate(index) ?? dayFirst(index)
    case .word: return role(index) == .month ? monthFirst(index) : nil
    default: return nil
    }
  }

  /// A day of the week, by the convention of the news: the nearest, today included, that does not lie ahead.
  ///
  /// - Parameter direction: −1 for the last before today, 1 for the next after it, 0 for this week's or the coming one.
  private func weekday(_ weekday: Int, direction: Int?) -> DateMeaning {
    guard let today, let number = today.dayNumber, let current = today.weekday else { return .unknown }
    let back = (current - weekday + 7) % 7
    let day: Int
    switch direction {
    case -1: day = number - (back == 0 ? 7 : back)
    case 0: day = back == 0 ? number : number + 7 - back
    case 1: day = number + 7 - back
    default: day = number - back
    }
    return .point(PartialDate(CalendarDate(dayNumber: day)))
  }

  func certainty(of meaning: DateMeaning, _ resolved: Float) -> Float {
    if case .unknown = meaning { return 0.7 }
    return resolved
  }

  // MARK: Today and its neighbours

  /// "yesterday", "today", "tomorrow", "tonight"; "yesterday morning" and "the day before yesterday" with their words.
  func relativeDay(_ index: Int, _ word: DateWord) -> DateMatch? {
    if language == .english, reader.shape(index) == .capitalised, !reader.tokens[index].startsSentence {
      // "USA Today", "Russia Today"
      guard reader.context == .heading || reader.context == .title || !reader.isCapitalised(index - 1) else {
        return nil
      }
    }
    if language == .german, word.value == 1 {
      // "der Morgen" is the morning.
      guard reader.shape(index) == .lower || reader.tokens[index].startsSentence, role(index - 1) != .the,
        role(index - 1) != .relativeDay
      else { return nil }
    }
    if language == .spanish, word.value == 1, role(index - 1) == .the || reader.matches(index - 1, "de") { return nil }
    guard !(reader.isGlued(index + 1) && reader.isDash(index + 1) && reader.isGlued(index + 2)) else { return nil }
    if word.value == 0, isNowadays(index) { return nil }
    let meaning = day(offset: Int(word.value))
    // Without a date to count from, "today" is "nowadays" as often as not.
    let unresolved: Float = word.value == 0 ? 0.5 : 0.7
    if case .unknown = meaning { return match(from: index, to: index + 1, meaning, unresolved) }
    return match(from: index, to: index + 1, meaning, 0.9)
  }

  private func day(offset: Int) -> DateMeaning {
    guard let number = today?.dayNumber else { return .unknown }
    return .point(PartialDate(CalendarDate(dayNumber: number + offset)))
  }

  // MARK: Last, this, next

  /// "last year", "next week", "this month", "last Friday", "next autumn", "last three years", "this morning".
  func deictic(_ index: Int, _ word: DateWord) -> DateMatch? {
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
    guard language == .english || language == .german || language == .spanish else { return nil }
    let direction = Int(word.value)
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
      let meaning = weekday(Int(noun.value), direction: direction)
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
  private func isSingular(_ index: Int, _ unit: DateUnit) -> Bool {
    guard language == .english else { return true }
    return unit == .partOfDay || reader.bytes[Int(reader.endByte(index)) - 1] != 0x73
  }

  private func deictic(
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
  private func weekend(_ direction: Int, from index: Int, to end: Int) -> DateMeaning {
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
  private func moved(by amount: Int, _ unit: DateUnit) -> PartialDate? {
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

  // MARK: Durations before or after

  /// A count at `index`: "two", "30", "a", and "twenty-five".
  private func count(_ index: Int) -> (value: Int, next: Int)? {
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

  private func ago(from index: Int, _ amount: Int, _ unit: DateUnit, end: Int) -> DateMatch? {
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
      if noun.role == .anaphoric, var found = anaphoric(index + 1, noun) {
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

  // MARK: Nouns before their adjective

  /// "la semaine dernière", "el año pasado", "siècle" after a Roman numeral, "siglo XXI".
  func unitFirst(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard let unit = unit(word) else { return nil }
    if language == .english { return unitAfterArticle(index, unit) }
    guard language == .french || language == .spanish else { return nil }
    if unit == .century {
      if language == .spanish {
        guard let value = roman(index + 1, suffixed: false) else { return nil }
        return century(from: index, value, value, end: index + 2)
      }
      if let value = roman(index - 1, suffixed: true) { return century(from: index - 1, value, value, end: index + 1) }
      return nil
    }
    let adjective = self.word(index + 1)
    guard adjective.role == .deictic, adjective.value != 0 else { return nil }
    return deictic(index, Int(adjective.value), unit, end: index + 2, adjective)
  }

  /// "weekend" of "over the weekend", "year before" of "the year before".
  private func unitAfterArticle(_ index: Int, _ unit: DateUnit) -> DateMatch? {
    guard role(index - 1) == .the else { return nil }
    if unit == .weekend {
      let isSingular = reader.bytes[Int(reader.endByte(index)) - 1] != 0x73
      let isAnnounced = role(index - 2) == .preposition || reader.matches(index - 2, "at")
        || reader.matches(index - 2, "on") || reader.matches(index - 2, "over")
      guard today != nil, isSingular, isAnnounced else { return nil }
      let meaning = weekend(0, from: index, to: index + 1)
      return match(from: index, to: index + 1, meaning, certainty(of: meaning, 0.8))
    }
    guard unit == .day || unit == .month || unit == .year else { return nil }
    let isBefore = reader.matches(index + 1, "before")
    guard isBefore || reader.matches(index + 1, "after"), !reader.isWordLike(index + 2) else { return nil }
    let meaning = anchored(isBefore ? -1 : 1, unit)
    guard case .point = meaning else { return nil }
    return match(from: index, to: index + 2, meaning, 0.75)
  }

  /// A Roman numeral from I to XXXIX, in capitals; with the "e" of a French ordinal where `suffixed`.
  private func roman(_ index: Int, suffixed: Bool) -> Int? {
    guard reader.kind(index) == .word, reader.tokens[index].range.count <= 10 else { return nil }
    var bytes = reader.tokens[index].range.bytes
    if suffixed {
      // "XXIe", "XXIème"
      while let last = bytes.last, reader.bytes[last] != 0x49, reader.bytes[last] != 0x56, reader.bytes[last] != 0x58 {
        bytes = bytes.lowerBound..<last
      }
    }
    var total = 0
    var previous = 0
    for place in bytes.reversed() {
      let value: Int
      switch reader.bytes[place] {
      case 0x49: value = 1
      case 0x56: value = 5
      case 0x58: value = 10
      default: return nil
      }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return (1...39).contains(total) ? total : nil
  }
}
