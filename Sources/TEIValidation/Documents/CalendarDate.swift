internal import ArticleModel
internal import XML

/// Dates of XML Schema, and those of ISO 8601 that look alike, told apart from days that no calendar has.
enum CalendarDate {
  /// Whether a date names a month or a day that does not exist, as 2021-02-30. What is no date at all is not looked at.
  ///
  /// - Parameter isISO: Whether it is of ISO 8601, which also has `20210230` and, since 2019, seasons as months from 21.
  static func isImpossible(_ text: UnsafeBufferPointer<UInt8>, isISO: Bool) -> Bool {
    var bytes = text[...]
    let isNegative = bytes.first == hyphen
    if isNegative { bytes.removeFirst() }
    let yearLength = bytes.prefix(while: Characters.isDigit).count
    // A day that returns each year has a hyphen for the year: --02-30.
    let isYearless = isNegative && yearLength == 0
    guard yearLength >= 4 || isYearless else { return false }
    let year = isYearless || isNegative ? nil : number(bytes.prefix(yearLength))
    let rest = bytes.dropFirst(yearLength).prefix { Characters.isDigit($0) || $0 == hyphen }
    let behind = bytes.dropFirst(yearLength + rest.count).first
    guard behind == nil || "TZ+".utf8.contains(behind!) || behind!.isXMLSpace else { return false }
    if rest.isEmpty, yearLength == 8, isISO {
      return isImpossible(
        year: number(bytes.prefix(4)), bytes.dropFirst(4).prefix(2), bytes.dropFirst(6).prefix(2), isISO)
    }
    // A zone to the west, as in 2021-02-03-05:00, begins with a hyphen, too.
    let parts = rest.dropFirst().split(separator: hyphen, maxSplits: 2, omittingEmptySubsequences: false)
    guard rest.first == hyphen, let month = parts.first, month.count == 2 else { return false }
    let day = parts.count > 1 ? parts[1] : nil
    guard day == nil || day!.count == 2 else { return false }
    return isImpossible(year: year, month, day, isISO)
  }

  private typealias Digits = Slice<UnsafeBufferPointer<UInt8>>

  private static func isImpossible(year: Int?, _ month: Digits, _ day: Digits?, _ isISO: Bool) -> Bool {
    guard let month = number(month) else { return false }
    if isISO, day == nil, (21...41).contains(month) { return false }
    guard (1...12).contains(month) else { return true }
    guard let day = day.flatMap(number) else { return false }
    return !(1...GregorianCalendar.days(inMonth: month, of: year)).contains(day)
  }

  private static func number(_ digits: Digits) -> Int? {
    guard digits.count <= 9, digits.allSatisfy(Characters.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static let hyphen = UInt8(ascii: "-")
}
