import ArticleModel

/// Years that the words leave out, told from the date of the article.
extension DateGrammar {
  /// The match with the year of the article filled in where the words leave it out and only one year is near.
  func resolved(_ match: DateMatch, at index: Int) -> DateMatch {
    var match = match
    switch match.meaning {
    case .point(let date): match.meaning = .point(withYear(date, at: index))
    case .span(let first, let last):
      guard first.year == nil, last.year == nil, let month = last.month,
        let year = nearestYear(ofMonth: month, day: last.day, isFuture: isFuture(before: index))
      else { return match }
      var (from, to) = (first, last)
      to.year = year
      from.year = (first.month ?? month) <= month ? year : year - 1
      match.meaning = .span(from, to)
    case .within, .unknown: break
    }
    return match
  }

  private func withYear(_ date: PartialDate, at index: Int) -> PartialDate {
    // The months of a column are those of any year.
    guard date.year == nil, let month = date.month, !(isInDates && date.day == nil) else { return date }
    var date = date
    date.year = nearestYear(ofMonth: month, day: date.day, isFuture: isFuture(before: index))
    return date
  }

  /// The year whose month, or day, lies nearest to the date of the article, if that is within five months of it.
  ///
  /// - Parameter isFuture: whether the verb looks ahead: then the next one, whatever its distance.
  func nearestYear(ofMonth month: Int, day: Int?, isFuture: Bool = false) -> Int? {
    guard (1...12).contains(month), let today, let currentMonth = today.month else { return nil }
    if isFuture {
      let isAhead = month > currentMonth || (month == currentMonth && (day ?? 31) >= today.day ?? 1)
      return isAhead ? today.year : today.year + 1
    }
    let now = CalendarDate(year: today.year, month: currentMonth, day: today.day ?? 15).dayNumber ?? 0
    var best: (distance: Int, year: Int)?
    for year in today.year - 1...today.year + 1 {
      let middle = min(max(day ?? 15, 1), CalendarDate.length(ofMonth: month, in: year))
      guard let number = CalendarDate(year: year, month: month, day: middle).dayNumber else { continue }
      // What lies behind is reported more often than what lies ahead.
      let distance = number <= now ? now - number : (number - now) * 3 / 2
      if best == nil || distance < best!.distance { best = (distance, year) }
    }
    guard let best, best.distance <= 230 else { return nil }
    return best.year
  }
}
