internal import ArticleModel

/// A date as ISO 8601 writes it, to the year, the month or the day, as attributes and texts of TEI have it.
struct ISODate: CustomStringConvertible {
  var year: Int
  var month: Int?
  var day: Int?

  /// Reads `1848`, `1848-03`, `1848-03-13` or one of these with a time behind it; years before 0 have a minus.
  init?(_ text: String) {
    let trimmed = Whitespace.trimmed(text)
    let isNegative = trimmed.hasPrefix("-")
    let date = trimmed.drop { $0 == "-" }.prefix { $0 != "T" }
    guard trimmed.utf8.count - date.utf8.count <= (isNegative ? 1 : 0) + 40 else { return nil }
    var parts: [Int] = []
    for (index, part) in Self.withoutZone(date).split(separator: "-", omittingEmptySubsequences: false).enumerated() {
      guard index < 3, index == 0 ? (4...6).contains(part.utf8.count) : part.utf8.count == 2,
        part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(part)
      else { return nil }
      parts.append(number)
    }
    guard let first = parts.first else { return nil }
    year = isNegative ? -first : first
    month = parts.count > 1 ? parts[1] : nil
    day = parts.count > 2 ? parts[2] : nil
    if let month, !(1...12).contains(month) { return nil }
    if let day, let month, day < 1 || day > GregorianCalendar.days(inMonth: month, of: year) { return nil }
  }

  /// A time zone may stand behind a date: `Z`, `+01:00`, `-05:00`.
  private static func withoutZone(_ text: Substring) -> Substring {
    if text.hasSuffix("Z") { return text.dropLast() }
    guard text.utf8.count > 6, text.dropLast(2).hasSuffix(":"), let sign = text.dropLast(5).last,
      sign == "+" || sign == "-"
    else { return text }
    return text.dropLast(6)
  }

  var description: String {
    let digits = String(abs(year))
    var text = (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    for part in [month, day] { if let part { text += part < 10 ? "-0\(part)" : "-\(part)" } }
    return text
  }
}
