internal import ArticleModel

/// A value of one of XML Schema's calendar types (XML Schema Part 2, sections 3.2.7 to 3.2.14).
package struct DateValue: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case dateTime, date, time, gYearMonth, gYear, gMonthDay, gDay, gMonth
  }

  var kind: Kind
  var year = 1972
  var month = 1
  var day = 1
  /// Nanoseconds since midnight.
  var nanoseconds = 0
  /// Minutes east of UTC; nil where none is given, which means UTC when values are compared.
  var zone: Int?

  static let day = 86_400_000_000_000

  /// The instant, as days since 1970-01-01 and nanoseconds, in UTC.
  var instant: (days: Int, nanoseconds: Int) {
    let nanoseconds = nanoseconds - (zone ?? 0) * 60_000_000_000
    let shift = Int((Double(nanoseconds) / Double(Self.day)).rounded(.down))
    return (dayNumber + shift, nanoseconds - shift * Self.day)
  }

  /// Year, month and day as days since 1970-01-01.
  var dayNumber: Int {
    get { GregorianCalendar.dayNumber(year: year, month: month, day: day) }
    set { (year, month, day) = GregorianCalendar.date(ofDayNumber: newValue) }
  }

  /// The value later by a duration; months first, as XML Schema Part 2, appendix E, has it.
  func adding(_ duration: DurationValue, sign: Int) -> DateValue? {
    var result = self
    guard abs(duration.months) < 1_200_000, abs(duration.nanoseconds) < Int.max / 4 else { return nil }
    let months = year * 12 + month - 1 + sign * duration.months
    result.year = Int((Double(months) / 12).rounded(.down))
    result.month = months - result.year * 12 + 1
    result.day = min(day, GregorianCalendar.days(inMonth: result.month, of: result.year))
    let nanoseconds = result.nanoseconds + sign * duration.nanoseconds
    let shift = Int((Double(nanoseconds) / Double(Self.day)).rounded(.down))
    result.dayNumber += shift
    // The time of a date stays midnight: what is left of a day is lost.
    result.nanoseconds = kind == .date ? 0 : nanoseconds - shift * Self.day
    if kind == .time { (result.year, result.month, result.day) = (year, month, day) }
    return result
  }
}

/// An `xs:yearMonthDuration` or `xs:dayTimeDuration`, or both at once.
package struct DurationValue: Sendable {
  package enum Kind: Sendable {
    case duration, yearMonth, dayTime
  }

  var kind: Kind
  var months = 0
  var nanoseconds = 0
}
