import ArticleModel

/// What an expression says of a date: any of year, month and day.
struct PartialDate: Hashable {
  /// Astronomical, so that years can be counted through: 0 is 1 BC, −43 is 44 BC.
  var year: Int?
  var month: Int?
  var day: Int?

  init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(_ date: CalendarDate) { self.init(year: date.year, month: date.month, day: date.day) }

  /// The date as xsd:date, xsd:gYearMonth, xsd:gYear, xsd:gMonthDay, xsd:gMonth or xsd:gDay; nil where there is no
  /// such date.
  ///
  /// Years before Christ are written as XSD 1.0 has them, on which TEI's att.datable.w3c and its validators stand: 44 BC
  /// is `-0044`, and there is no year `0000`. (XSD 1.1 and ISO 8601 count one less.)
  var lexical: String? {
    if let year, year <= -9999 || year > 9999 { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let day {
      // Where the year is not known, it may be a leap year.
      guard day >= 1, day <= month.map({ GregorianCalendar.days(inMonth: $0, of: year) }) ?? 31 else {
        return nil
      }
    }
    switch (year, month, day) {
    case (let year?, let month?, let day?): return "\(Self.year(year))-\(Self.two(month))-\(Self.two(day))"
    case (let year?, let month?, nil): return "\(Self.year(year))-\(Self.two(month))"
    case (let year?, nil, nil): return Self.year(year)
    case (nil, let month?, let day?): return "--\(Self.two(month))-\(Self.two(day))"
    case (nil, let month?, nil): return "--\(Self.two(month))"
    case (nil, nil, let day?): return "---\(Self.two(day))"
    default: return nil
    }
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func year(_ value: Int) -> String {
    let digits = String(value > 0 ? value : 1 - value)
    return (value > 0 ? "" : "-") + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// Whether `self` does not begin after `other`; true where they cannot be compared.
  func precedes(_ other: PartialDate) -> Bool {
    guard let year, let otherYear = other.year else {
      guard self.year == nil, other.year == nil else { return true }
      guard let month, let otherMonth = other.month, month == otherMonth else { return true }
      return (day ?? 0) <= (other.day ?? 99)
    }
    guard year == otherYear, let month, let otherMonth = other.month else { return year <= otherYear }
    guard month == otherMonth, let day, let otherDay = other.day else { return month <= otherMonth }
    return day <= otherDay
  }
}

/// What a date expression stands for, before it is written.
enum DateMeaning {
  case point(PartialDate)
  /// A span of time that lasts from one to the other.
  case span(PartialDate, PartialDate)
  /// A date not known more closely than that it lies between the two.
  case within(PartialDate, PartialDate)
  /// A date that cannot be told from the words.
  case unknown

  /// The value as TEI writes it; `.none` where there is none or it would not be a date of the calendar.
  var value: MentionValue {
    switch self {
    case .point(let date):
      guard let when = date.lexical else { return .none }
      return .date(DateValue(when: when))
    case .span(let first, let last):
      guard first.precedes(last), let from = first.lexical, let to = last.lexical else { return .none }
      return .date(DateValue(from: from, to: to))
    case .within(let first, let last):
      guard first.precedes(last), let lower = first.lexical, let upper = last.lexical else { return .none }
      return .date(DateValue(notBefore: lower, notAfter: upper))
    case .unknown: return .none
    }
  }
}
