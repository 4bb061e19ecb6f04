import ArticleModel

/// Parts of a year, a month or a decade, seasons, and ranges.
extension DateGrammar {
  // MARK: Early, mid, late

  /// "early 2024", "late March", "mid-June 2023", "mid-1990s", "Anfang 2024", "début mars", "mediados de junio".
  func part(_ index: Int, _ word: DateWord) -> DateMatch? {
    var next = index + 1
    if reader.isDash(next), reader.isGlued(next), reader.isGlued(next + 1) { next += 1 }
    if language != .english, isOf(next) || role(next) == .the { next += 1 }
    let third = Int(word.value)
    if reader.kind(next) == .word {
      let noun = self.word(next)
      switch noun.role {
      case .month:
        guard let month = month(next) else { return nil }
        if let found = monthFirst(next), case .point(let date) = found.meaning {
          // "early June 13, 2024" is a morning, not a part of the month.
          guard date.day == nil else { return nil }
          return match(from: index, to: found.end, thirdOfMonth(date, third), 0.93, endByte: found.endByte)
        }
        guard !noun.isAbbreviation else { return nil }
        return match(from: index, to: month.next, thirdOfMonth(PartialDate(month: Int(noun.value)), third), 0.88)
      case .season:
        guard var found = season(next, noun, isAnnounced: true) else { return nil }
        found.startByte = reader.startByte(index)
        return found
      case .ordinal:
        return part(index, third, ordinalFirst(next, Int(noun.value), wordEnd: next + 1))
      case .deictic where language == .english:
        guard let found = deictic(next, noun),
          reader.matches(next, "last") || reader.matches(next, "this")
            || reader.matches(next, "next"), case .point(let date) = found.meaning, date.day == nil
        else { return nil }
        let meaning = date.month == nil ? thirdOfYear(date.year ?? 0, third) : thirdOfMonth(date, third)
        return match(from: index, to: found.end, meaning, found.certainty, endByte: found.endByte)
      case .decadeName: return part(index, third, decadeName(next, noun))
      case .year:
        guard let year = reader.integer(next + 1), year.digits == 4, language != .english else { return nil }
        return match(from: index, to: next + 2, thirdOfYear(year.value, third), 0.9)
      default: return nil
      }
    }
    if let found = decade(next) { return part(index, third, found) }
    if let ordinal = reader.ordinal(next, language) {
      return part(index, third, ordinalFirst(next, ordinal, wordEnd: next + 1))
    }
    guard let year = reader.integer(next), year.digits == 4, (1000...2100).contains(year.value),
      !isCode(after: next + 1),
      role(next + 1) != .counted
    else { return nil }
    return match(from: index, to: next + 1, thirdOfYear(year.value, third), 0.93)
  }

  /// The early, middle or late part of a decade or a century.
  private func part(_ index: Int, _ third: Int, _ found: DateMatch?) -> DateMatch? {
    guard let found else { return nil }
    guard case .within(let first, let last) = found.meaning, let lower = first.year, let upper = last.year else {
      return match(from: index, to: found.end, .unknown, found.certainty, endByte: found.endByte)
    }
    let length = upper - lower + 1
    // A decade's early part has four years, its middle 1994 to 1996, its late part four again.
    let early = length >= 100 ? length / 3 : 4
    let meaning: DateMeaning
    switch third {
    case 1: meaning = Self.years(lower, lower + early - 1)
    case 2: meaning = length >= 100 ? Self.years(lower + early, upper - early) : Self.years(lower + 4, lower + 6)
    default: meaning = Self.years(upper - early + 1, upper)
    }
    return match(from: index, to: found.end, meaning, found.certainty, endByte: found.endByte)
  }

  /// The first ten days of a month, the next ten, or the rest.
  private func thirdOfMonth(_ date: PartialDate, _ third: Int) -> DateMeaning {
    guard let month = date.month else { return .unknown }
    let year = date.year ?? nearestYear(ofMonth: month, day: nil)
    var first = PartialDate(year: year, month: month, day: third * 10 - 9)
    var last = PartialDate(year: year, month: month, day: third * 10)
    if third == 3 { last.day = CalendarDate.length(ofMonth: month, in: year ?? 2001) }
    if first.day == nil { first.day = 1 }
    return .within(first, last)
  }

  /// A third of a year: four months.
  private func thirdOfYear(_ year: Int, _ third: Int) -> DateMeaning {
    .within(PartialDate(year: year, month: third * 4 - 3), PartialDate(year: year, month: third * 4))
  }

  // MARK: Seasons

  /// "spring 2022", "summer of 2012", "winter of 1776–77"; "the autumn" after a preposition.
  func season(_ index: Int, _ word: DateWord, isAnnounced: Bool = false) -> DateMatch? {
    guard !isPartOfCode(before: index) else { return nil }
    if language == .french, word.isAmbiguous, !isAnnounced, !yearFollowsSeason(index) { return nil }
    let number = Int(word.value)
    var next = index + 1
    if isOf(next) { next += 1 }
    if reader.matches(next, "the"), role(next + 1) == .year { next += 1 }
    if role(next) == .year { next += 1 }
    if let year = reader.integer(next), year.digits == 4, (1000...2100).contains(year.value),
      self.word(next + 1).role != .counted
    {
      // "winter 2021–22", "winter 2021/22"
      if reader.isDash(next + 1) || reader.punctuation(next + 1) == 0x2F, reader.isGlued(next + 1),
        let second = reader.integer(next + 2), reader.isGlued(next + 2),
        second.digits == 4 ? second.value == year.value + 1 : second.value == (year.value + 1) % 100
      {
        let bounds = DateMeaning.within(
          PartialDate(year: year.value, month: number == 4 ? 12 : number * 3),
          PartialDate(year: year.value + 1, month: number == 4 ? 2 : number * 3 + 2))
        return match(from: index, to: next + 3, bounds, 0.94)
      }
      guard !isCode(after: next + 1) else { return nil }
      return match(from: index, to: next + 1, Self.season(number, year.value), 0.94)
    }
    return bareSeason(index, word, isAnnounced: isAnnounced)
  }

  private func yearFollowsSeason(_ index: Int) -> Bool {
    reader.integer(index + 1)?.digits == 4 || isOf(index + 1) && reader.integer(index + 2)?.digits == 4
  }

  private func bareSeason(_ index: Int, _ word: DateWord, isAnnounced: Bool) -> DateMatch? {
    guard language == .english, !reader.isGlued(index + 1) || !reader.isDash(index + 1) else { return nil }
    if reader.shape(index) != .lower {
      // "Summer can be hot": the season in general.
      guard reader.tokens[index].startsSentence, !word.isAmbiguous || role(index + 1) == .and,
        reader.matches(index + 1, "is") || reader.matches(index + 1, "can") || reader.matches(index + 1, "was")
          || role(index + 1) == .and
      else { return nil }
      return match(from: index, to: index + 1, .unknown, 0.5)
    }
    var before = index - 1
    if isAnnounced { before -= 1 }
    let hasArticle = role(before) == .the
    if hasArticle { before -= 1 }
    guard isDatePreposition(self.word(before)), role(before) != .to || hasArticle || !word.isAmbiguous,
      role(before) != .of || hasArticle,
      // "the fall of Kabul", "in spring wheat"
      role(index + 1) != .of,
      reader.kind(index + 1) != .word || role(index + 1) != .none || !word.isAmbiguous || hasArticle
    else { return nil }
    return match(from: index, to: index + 1, .unknown, 0.6)
  }

  /// Northern seasons of three months. The winter of a year may be the one that ends in it or the one that begins.
  static func season(_ number: Int, _ year: Int) -> DateMeaning {
    number == 4
      ? .within(PartialDate(year: year - 1, month: 12), PartialDate(year: year + 1, month: 2))
      : .within(PartialDate(year: year, month: number * 3), PartialDate(year: year, month: number * 3 + 2))
  }

  /// "last summer", "next autumn", "this spring".
  func seasonMeaning(_ number: Int, _ direction: Int, from today: CalendarDate) -> DateMeaning {
    guard let month = today.month else { return .unknown }
    // The year in which the season begins.
    var year = today.year
    let start = number == 4 ? 12 : number * 3
    switch direction {
    case -1:
      // The last that is over.
      let isOver = number != 4 && month > start + 2
      if number == 4 { year -= month <= 2 ? 2 : 1 } else if !isOver { year -= 1 }
    case 1: if number != 4, month >= start { year += 1 }
    default: if number == 4, month <= 2 { year -= 1 }
    }
    return .within(
      PartialDate(year: year, month: start),
      PartialDate(year: number == 4 ? year + 1 : year, month: number == 4 ? 2 : start + 2))
  }

  // MARK: Ranges

  /// The range that an expression begins: "May to July 2020", "2014 and 2019" after "between", "June 30 – July 2".
  func extended(_ first: DateMatch) -> DateMatch {
    guard case .point(let date) = first.meaning, date.lexical != nil || date.day != nil else { return first }
    let index = first.end
    var next: Int
    if reader.isDash(index) {
      // "2014-present" and "June-born" are none; both sides have a space, or neither.
      guard reader.isGlued(index) == reader.isGlued(index + 1) else { return first }
      next = index + 1
    } else {
      let connecting = role(index)
      let isBetween = role(startIndex(first) - 1) == .between
      guard connecting == .to || (connecting == .and && isBetween) else { return first }
      next = index + 1
    }
    if role(next) == .the { next += 1 }
    guard let second = rangeEnd(next, after: date) else { return first }
    guard case .point(let last) = second.meaning else { return first }
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
      guard let year = reader.integer(index), year.digits == 4, (1000...2199).contains(year.value),
        !isCode(after: index + 1),
        role(index + 1) != .counted, first.day == nil, first.year != nil, year.value >= first.year ?? 0
      else { return nil }
      return match(from: index, to: index + 1, .point(PartialDate(year: year.value)), 0.9)
    case .word:
      let word = word(index)
      guard word.role == .month else { return eraEnd(index, word) }
      if let date = monthFirst(index), case .point = date.meaning { return date }
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
