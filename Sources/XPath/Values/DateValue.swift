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
    return (Self.days(year: year, month: month, day: day) + shift, nanoseconds - shift * Self.day)
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms").
  static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Sets year, month and day from days since 1970-01-01.
  mutating func setDays(_ days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The value later by a duration; months first, as XML Schema Part 2, appendix E, has it.
  func adding(_ duration: DurationValue, sign: Int) -> DateValue? {
    var result = self
    guard abs(duration.months) < 1_200_000, abs(duration.nanoseconds) < Int.max / 4 else { return nil }
    let months = year * 12 + month - 1 + sign * duration.months
    result.year = Int((Double(months) / 12).rounded(.down))
    result.month = months - result.year * 12 + 1
    result.day = min(day, Self.length(ofMonth: result.month, year: result.year))
    let nanoseconds = result.nanoseconds + sign * duration.nanoseconds
    let shift = Int((Double(nanoseconds) / Double(Self.day)).rounded(.down))
    result.setDays(Self.days(year: result.year, month: result.month, day: result.day) + shift)
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
