import ArticleModel

/// Days of the proleptic Gregorian calendar as numbers.
extension CalendarDate {
  /// The number of days since 1 January 1970; nil where month or day is not known.
  var dayNumber: Int? {
    guard let month, let day else { return nil }
    return GregorianCalendar.dayNumber(year: year, month: month, day: day)
  }

  /// The day that lies `dayNumber` days after 1 January 1970.
  init(dayNumber: Int) {
    let (year, month, day) = GregorianCalendar.date(ofDayNumber: dayNumber)
    self.init(year: year, month: month, day: day)
  }

  /// 1 for Monday to 7 for Sunday; nil where month or day is not known.
  var weekday: Int? { dayNumber.map { (($0 + 3) % 7 + 7) % 7 + 1 } }
}
