import ArticleModel

/// Days of a month with its name: "13 June 2024", "June 3–5, 2024".
extension DateGrammar {
  /// "13 June 2024", "13th of June", "3–5 June 2024", "13. Juni 2024", "13 de junio de 2024".
  func dayFirst(_ index: Int) -> DateMatch? {
    guard let first = day(index), !isPartOfCode(before: index) else { return nil }
    var next = first.next
    var last: Int?
    // "8/9 May 1945"
    let isSlash = reader.punctuation(next) == 0x2F && reader.isGlued(next) && reader.isGlued(next + 1)
    if let connected = isSlash ? next + 1 : connector(next, allowsAnd: true), let second = day(connected),
      monthAfterDay(second.next) != nil
    {
      last = second.value
      next = second.next
    }
    guard let monthIndex = monthAfterDay(next), let month = month(monthIndex) else { return gluedDate(index) }
    // "Of the 12 May attended": a month whose name is another word too needs its year or a place before it.
    var end = month.next
    let year = yearAfterMonth(month.next)
    if month.word.isAmbiguous, month.word.value == 5 || month.word.value == 3, year == nil, role(index - 1) == .cardinal
    {
      return nil
    }
    if let year { end = year.next }
    // A full stop after an abbreviation belongs to it only where the date goes on: "13 Jan. 2024".
    let certainty: Float = year == nil ? 0.92 : 0.98
    let date = PartialDate(year: year?.value, month: Int(month.word.value), day: first.value)
    guard let last else { return match(from: index, to: end, .point(date), certainty) }
    var final = date
    final.day = last
    return match(from: index, to: end, .span(date, final), certainty)
  }

  /// "12-Jun-2024", "12/Jun/2024"
  private func gluedDate(_ index: Int) -> DateMatch? {
    guard let day = reader.integer(index), (1...31).contains(day.value), let month = month(index + 2),
      reader.isDash(index + 1) || reader.punctuation(index + 1) == 0x2F,
      reader.punctuation(index + 1) == reader.punctuation(index + 3),
      (index + 1...index + 4).allSatisfy({ reader.isGlued($0) }), let year = reader.integer(index + 4),
      year.digits == 4, (1000...2199).contains(year.value), !isCode(after: index + 5)
    else { return nil }
    let date = PartialDate(year: year.value, month: Int(month.word.value), day: day.value)
    return match(from: index, to: index + 5, .point(date), 0.97)
  }

  /// The index of the month that follows a day: directly, after "of", "de" or "day of".
  private func monthAfterDay(_ index: Int) -> Int? {
    var index = index
    if reader.matches(index, "day") { index += 1 }
    if isOf(index) { index += 1 }
    guard month(index) != nil else { return nil }
    return index
  }

  /// "June 13, 2024", "June 3–5, 2024", "June 2024", "May, 1750".
  func monthFirst(_ index: Int) -> DateMatch? {
    guard let month = month(index) else { return nil }
    let number = Int(month.word.value)
    var dayIndex = month.next
    if reader.matches(dayIndex, "the") { dayIndex += 1 }
    if language == .english || language == .other, let first = day(dayIndex), !isCode(after: first.next),
      !isQuantity(after: first.next)
    {
      var next = first.next
      var last: Int?
      if let connected = connector(next, allowsAnd: false), let second = day(connected),
        !isCode(after: second.next), monthAfterDay(second.next) == nil || reader.isGlued(connected)
      {
        last = second.value
        next = second.next
      }
      let year = yearAfterDay(next)
      let end = year?.next ?? next
      let date = PartialDate(year: year?.value, month: number, day: first.value)
      let certainty: Float = year == nil ? 0.92 : 0.98
      guard let last else { return match(from: index, to: end, .point(date), certainty) }
      var final = date
      final.day = last
      return match(from: index, to: end, .span(date, final), certainty)
    }
    guard let year = yearAfterMonth(month.next), !isQuantity(after: year.next) || !month.word.isAmbiguous else {
      return nil
    }
    return match(from: index, to: year.next, .point(PartialDate(year: year.value, month: number)), 0.97)
  }

  /// The year of "June 13, 2024": after a comma or at once, but not the figure of "On June 13, 2000 people marched".
  private func yearAfterDay(_ index: Int) -> (value: Int, next: Int)? {
    guard let year = yearAfterMonth(index) else { return nil }
    return role(year.next) == .counted ? nil : year
  }
}
