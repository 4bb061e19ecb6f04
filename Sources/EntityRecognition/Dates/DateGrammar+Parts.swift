import ArticleModel

/// Parts of a year, a month or a decade, and seasons.
extension DateGrammar {
  // MARK: Early, mid, late

  /// "early 2024", "late March", "mid-June 2023", "mid-1990s", "Anfang 2024", "début mars", "mediados de junio".
  func part(_ index: Int, _ word: DateWord) -> DateMatch? {
    var next = index + 1
    if reader.isDash(next), reader.isGlued(next), reader.isGlued(next + 1) { next += 1 }
    if language != .english, isOf(next) || role(next) == .the { next += 1 }
    if language == .french, role(next) == .the { next += 1 }
    return part(index, Int(word.value), at: next)
  }

  /// The part of the month, the season or the years that begin at `next`.
  private func part(_ index: Int, _ third: Int, at next: Int) -> DateMatch? {
    let noun = self.word(next)
    if let century = ordinal(next), let found = partsOfCenturies(index, third, century.value, century.next) {
      return found
    }
    if let years = decadeOrCentury(next) { return part(index, third, years) }
    switch noun.role {
    case .month:
      guard let month = month(next) else { return nil }
      if let found = monthFirst(next), case .point(let date) = found.meaning {
        // "early June 13, 2024" is a morning, not a part of the month.
        guard date.day == nil else { return nil }
        return match(from: index, to: found.end, thirdOfMonth(date, third, found.end), 0.93, endByte: found.endByte)
      }
      guard !noun.isAbbreviation else { return nil }
      let meaning = thirdOfMonth(PartialDate(month: Int(noun.value)), third, month.next)
      return match(from: index, to: month.next, meaning, 0.88)
    case .season:
      guard var found = season(next, noun, isAnnounced: true) else { return nil }
      found.startByte = reader.startByte(index)
      return found
    case .deictic where language == .english || language == .german:
      guard let found = deictic(next, noun), case .point(let date) = found.meaning, date.day == nil else { return nil }
      let meaning =
        date.month == nil ? thirdOfYear(date.year ?? 0, third) : thirdOfMonth(date, third, found.end)
      return match(from: index, to: found.end, meaning, found.certainty, endByte: found.endByte)
    case .year where language != .english:
      guard let year = reader.integer(next + 1), year.digits == 4 else { return nil }
      return match(from: index, to: next + 2, thirdOfYear(year.value, third), 0.9)
    default: break
    }
    guard let year = reader.integer(next), year.digits == 4, (1000...2100).contains(year.value),
      !isCode(after: next + 1), role(next + 1) != .counted
    else { return nil }
    return match(from: index, to: next + 1, thirdOfYear(year.value, third), 0.93)
  }

  /// The early, middle or late part of a decade or a century.
  private func part(_ index: Int, _ third: Int, _ found: DateMatch?) -> DateMatch? {
    guard let found else { return nil }
    guard case .span(let first, let last) = found.meaning, let lower = first.year, let upper = last.year,
      first.month == nil
    else { return match(from: index, to: found.end, .unknown, found.certainty, endByte: found.endByte) }
    return match(
      from: index, to: found.end, Self.third(third, of: lower, upper), found.certainty, endByte: found.endByte)
  }

  private static func third(_ third: Int, of lower: Int, _ upper: Int) -> DateMeaning {
    let length = upper - lower + 1
    // A decade's early part has four years, its middle 1994 to 1996, its late part four again.
    let early = length >= 99 ? length / 3 : 4
    switch third {
    case 1: return bounds(lower, lower + early - 1)
    case 2: return length >= 99 ? bounds(lower + early, upper - early) : bounds(lower + 4, lower + 6)
    default: return bounds(upper - early + 1, upper)
    }
  }

  /// "late 19th and early 20th centuries", "mid-16th to late 17th century".
  private func partsOfCenturies(_ index: Int, _ third: Int, _ century: Int, _ next: Int) -> DateMatch? {
    guard (2...40).contains(century), let joined = connector(next, allowsAnd: true),
      let second = partOfCentury(role(joined) == .the ? joined + 1 : joined),
      case .within(let first, _) = Self.third(third, of: century * 100 - 100, century * 100 - 1),
      first.precedes(second.last)
    else { return nil }
    return match(from: index, to: second.end, .within(first, second.last), 0.9)
  }

  /// The end of "early 20th century".
  func partOfCentury(_ index: Int) -> (last: PartialDate, end: Int)? {
    guard role(index) == .part else { return nil }
    let next = reader.isDash(index + 1) ? index + 2 : index + 1
    guard ordinal(next) != nil, let century = decadeOrCentury(next),
      let part = part(index, Int(word(index).value), century), case .within(_, let last) = part.meaning
    else { return nil }
    return (last, part.end)
  }

  /// "end of 1942", "beginning of April", "start of the 19th century".
  func edge(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard reader.matches(index + 1, "of"), !isPartOfCode(before: index) else { return nil }
    let next = role(index + 2) == .the ? index + 3 : index + 2
    let third = Int(word.value)
    if let whole = decadeOrCentury(next) { return part(index, third, whole) }
    if next == index + 2, role(next) == .deictic || role(next) == .month || reader.kind(next) == .number {
      return part(index, third, at: next)
    }
    return nil
  }

  /// "later 1800s", "earlier 20th century".
  func laterDecade(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard language == .english, let whole = decadeOrCentury(index + 1) else { return nil }
    return part(index, word.value > 0 ? 3 : 1, whole)
  }

  /// The first ten days of a month, the next ten, or the rest.
  private func thirdOfMonth(_ date: PartialDate, _ third: Int, _ end: Int) -> DateMeaning {
    guard let month = date.month else { return .unknown }
    let year = date.year ?? missingYear(ofMonth: month, day: nil, from: end - 1, to: end)
    var first = PartialDate(year: year, month: month, day: third * 10 - 9)
    var last = PartialDate(year: year, month: month, day: third * 10)
    if third == 3 { last.day = GregorianCalendar.days(inMonth: month, of: year ?? 2001) }
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
      if reader.isDash(next + 1) || reader.punctuation(next + 1) == 0x2F, let second = reader.integer(next + 2),
        reader.isGlued(next + 1) == reader.isGlued(next + 2),
        second.digits == 4 ? second.value == year.value + 1 : second.value == (year.value + 1) % 100
      {
        let span = DateMeaning.span(
          PartialDate(year: year.value, month: number == 4 ? 12 : number * 3),
          PartialDate(year: year.value + 1, month: number == 4 ? 2 : number * 3 + 2))
        return match(from: index, to: next + 3, span, 0.94)
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
      : .span(PartialDate(year: year, month: number * 3), PartialDate(year: year, month: number * 3 + 2))
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
    return .span(
      PartialDate(year: year, month: start),
      PartialDate(year: number == 4 ? year + 1 : year, month: number == 4 ? 2 : start + 2))
  }
}
