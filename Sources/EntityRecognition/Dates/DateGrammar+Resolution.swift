import ArticleModel

/// Years that the words leave out, told from the words around them, from the text before them or from the date of the
/// article.
extension DateGrammar {
  /// The match with its year filled in where the words leave it out and only one year will do.
  func resolved(_ match: DateMatch, at index: Int) -> DateMatch {
    var match = match
    switch match.meaning {
    case .point(var date):
      // The months of a column are those of any year.
      guard date.year == nil, let month = date.month, !(isInDates && date.day == nil) else { return match }
      date.year = missingYear(ofMonth: month, day: date.day, from: index, to: match.end)
      match.meaning = .point(date)
    case .span(let first, let last):
      guard first.year == nil, last.year == nil, let month = last.month,
        let year = missingYear(ofMonth: month, day: last.day, from: index, to: match.end)
      else { return match }
      var (from, to) = (first, last)
      to.year = year
      from.year = (first.month ?? month) <= month ? year : year - 1
      match.meaning = .span(from, to)
    case .within, .unknown: break
    }
    return match
  }

  /// The year of a month or a day that the tokens from `index` to `end` name without it; nil where it cannot be told.
  func missingYear(ofMonth month: Int, day: Int?, from index: Int, to end: Int) -> Int? {
    if let year = followingYear(end) { return year }
    guard !isInCell else { return nearestYear(ofMonth: month, day: day, .unknown) }
    let tense = tense(from: index, to: end)
    let nearest = nearestYear(ofMonth: month, day: day, tense)
    let days = nearest.flatMap { distance(toYear: $0, month, day)?.magnitude }
    if let days, days <= 7 { return nearest }
    return narrativeYear(ofMonth: month, day: day, at: index, tense, days ?? 366) ?? nearest
  }

  private var isInCell: Bool { reader.context == .dataCell || reader.context == .labelCell }

  /// The year that a list of dates ends with: of 1944 is "20 June" in "20 June, 3 July and 6 July 1944".
  private func followingYear(_ index: Int, depth: Int = 0) -> Int? {
    var next = index
    if reader.punctuation(next) == 0x2C { next += 1 }
    if role(next) == .and || reader.matches(next, "or") || reader.punctuation(next) == 0x26 { next += 1 }
    guard next > index, depth < 6, let found = datePart(next), case .point(let date) = found.meaning else { return nil }
    return date.year ?? followingYear(found.end, depth: depth + 1)
  }

  /// The year in which a text about the past goes on after it has named one: "In 2012 he … . On 4 September he …".
  ///
  /// - Parameter distance: the days to the nearest of the dates that may be meant.
  private func narrativeYear(
    ofMonth month: Int, day: Int?, at index: Int, _ tense: Tense, _ distance: UInt
  ) -> Int? {
    guard let anchor, anchor.isExplicit, let year = anchor.date.year, year > 0, tense != .future else { return nil }
    let isInSameRun = anchor.run == run
    if let today {
      // With a date of its own, the article may as well speak of its days.
      guard isInSameRun, year < today.year, tense == .past || distance > 60,
        anchor.date.month != nil || anchor.isFronted
      else { return nil }
    } else {
      guard tense == .past ? run - anchor.run <= 3 : isInSameRun else { return nil }
    }
    if day == nil {
      // "In July" may be every July.
      guard isInSameRun, tense == .past, index - anchor.token <= 40 else { return nil }
    }
    // From November to January the year changes; from May back to March it need not.
    return month < (anchor.date.month ?? 1) - 6 ? year + 1 : year
  }

  /// The days from the article's date to a month, or a day, of a year.
  private func distance(toYear year: Int, _ month: Int, _ day: Int?) -> Int? {
    guard let today, let currentMonth = today.month else { return nil }
    let middle = min(max(day ?? 15, 1), GregorianCalendar.days(inMonth: month, of: year))
    guard let now = CalendarDate(year: today.year, month: currentMonth, day: today.day ?? 15).dayNumber,
      let number = CalendarDate(year: year, month: month, day: middle).dayNumber
    else { return nil }
    return number - now
  }

  /// The year whose month, or day, the tense of the sentence means; without one, the nearest where it is near.
  func nearestYear(ofMonth month: Int, day: Int?, _ tense: Tense) -> Int? {
    guard (1...12).contains(month), let today, let currentMonth = today.month else { return nil }
    let isAhead = month > currentMonth || (month == currentMonth && (day ?? 31) >= today.day ?? 1)
    let isBehind = month < currentMonth || (month == currentMonth && (day ?? 1) <= today.day ?? 31)
    switch tense {
    case .future: return isAhead ? today.year : today.year + 1
    // The auxiliaries of other languages tell little: "ont été invités en mai" may be next May.
    case .past where language == .english: return isBehind ? today.year : today.year - 1
    case .past, .unknown:
      var best: (distance: Int, year: Int)?
      for year in today.year - 1...today.year + 1 {
        // Seven months behind, three and a half ahead.
        guard let days = distance(toYear: year, month, day), (-215...110).contains(days) else { continue }
        // What lies behind is reported more often than what lies ahead.
        let distance = days <= 0 ? -days : days * 3 / 2
        if best == nil || distance < best!.distance { best = (distance, year) }
      }
      return best?.year
    }
  }
}
