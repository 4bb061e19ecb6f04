/// Dates as spreadsheets count them.
enum SpreadsheetDate {
  /// The days of a date of ISO 8601 since 30 December 1899, which makes 1 January 1970 the 25,569th.
  ///
  /// nil for what is no full date, and before 1 March 1900: Excel thinks that 1900 was a leap year, and knows no years
  /// before it.
  static func serial(_ date: String) -> Int? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, date.utf8.count == 10 else { return nil }
    // Days from civil, after Howard Hinnant (chrono-Compatible Low-Level Date Algorithms).
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let yearOfEra = year % 400
    let dayOfYear = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let serial = year / 400 * 146_097 + dayOfEra - 719_468 + 25_569
    return serial >= 61 ? serial : nil
  }
}
