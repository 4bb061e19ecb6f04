/// A day of the proleptic Gregorian calendar, or a month or a year where no more is known.
public struct CalendarDate: Hashable, Sendable {
  public var year: Int
  /// 1 to 12
  public var month: Int?
  /// 1 to 31; nil where the month is
  public var day: Int?

  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }
}
