import ArticleModel

/// Days that count from the date of the article: "Tuesday", "yesterday".
extension DateGrammar {
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
    // "every Friday", "on a Monday", "the third Tuesday"
    guard role(index - 1) != .cardinal, role(index - 1) != .ordinal, !reader.matches(index - 1, "every"),
      !reader.matches(index - 1, "each"),
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
    // "by Friday"
    if language == .english, reader.matches(index - 1, "by") {
      let meaning = weekday(Int(word.value), direction: 1)
      return match(from: index, to: index + 1, meaning, certainty(of: meaning, 0.8))
    }
    let meaning = weekday(Int(word.value), direction: isFuture(from: index, to: index + 1) ? 1 : nil)
    return match(from: index, to: index + 1, meaning, certainty(of: meaning, 0.88))
  }

  /// Whether a day of the week is that of every week, by the words around it.
  private func isEveryWeek(_ index: Int) -> Bool {
    for word in ["mornings", "afternoons", "evenings", "nights"] as [StaticString] where reader.matches(index + 1, word)
    {
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
  func weekday(_ weekday: Int, direction: Int?) -> DateMeaning {
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
    // "the technologies of tomorrow"
    if language == .english, word.value == 1, reader.matches(index - 1, "of") { return nil }
    let meaning = day(offset: Int(word.value))
    // Without a date to count from, "today" is "nowadays" as often as not.
    let unresolved: Float = word.value == 0 ? 0.5 : 0.7
    if case .unknown = meaning { return match(from: index, to: index + 1, meaning, unresolved) }
    return match(from: index, to: index + 1, meaning, 0.9)
  }

  func day(offset: Int) -> DateMeaning {
    guard let number = today?.dayNumber else { return .unknown }
    return .point(PartialDate(CalendarDate(dayNumber: number + offset)))
  }

  /// "first Monday of September", "last Friday in May 2024".
  ///
  /// - Parameters:
  ///   - count: Which one of the month; 5 for the last.
  ///   - weekdayIndex: The token of the day of the week.
  func weekdayOfMonth(_ index: Int, _ count: Int, _ weekdayIndex: Int) -> DateMatch? {
    let word = word(weekdayIndex)
    guard language == .english, word.role == .weekday, (1...5).contains(count),
      isOf(weekdayIndex + 1) || reader.matches(weekdayIndex + 1, "in"), let month = month(weekdayIndex + 2)
    else { return nil }
    let number = Int(month.word.value)
    let year = yearAfterMonth(month.next)
    let end = year?.next ?? month.next
    guard let value = year?.value ?? missingYear(ofMonth: number, day: nil, from: index, to: end),
      let first = CalendarDate(year: value, month: number, day: 1).weekday
    else { return match(from: index, to: end, .unknown, 0.8) }
    var day = 1 + (Int(word.value) - first + 7) % 7 + (count - 1) * 7
    if day > GregorianCalendar.days(inMonth: number, of: value) { day -= 7 }
    return match(from: index, to: end, .point(PartialDate(year: value, month: number, day: day)), 0.88)
  }
}
