internal import ArticleModel

/// Dates and times of XML Schema, Part 2 (sections 3.2.7 to 3.2.14), read from text.
struct DateValue: Hashable, Sendable {
  /// Which parts a type has.
  struct Parts: OptionSet {
    let rawValue: UInt8
    static let year = Parts(rawValue: 1)
    static let month = Parts(rawValue: 2)
    static let day = Parts(rawValue: 4)
    static let time = Parts(rawValue: 8)
  }

  /// Seconds since the beginning of 1 January 1970, in UTC where a zone was given.
  var seconds: Int
  /// The fraction of a second, digits without trailing zeros.
  var fraction: [UInt8] = []
  var hasZone = false

  /// nil where the text is none of that type.
  init?(_ bytes: Bytes, _ parts: Parts) {
    var scanner = Scanner(bytes: bytes)
    var year = 1
    var month = 1
    var day = 1
    if parts.contains(.year) {
      guard let found = scanner.year() else { return nil }
      year = found
    } else if parts != .time {
      guard scanner.take("-") else { return nil }
    }
    if parts.contains(.month) {
      guard scanner.take("-"), let found = scanner.two(), 1...12 ~= found else { return nil }
      month = found
    } else if parts == .day {
      guard scanner.take("-") else { return nil }
    }
    if parts.contains(.day) {
      guard scanner.take("-"), let found = scanner.two(), found >= 1 else { return nil }
      let last =
        parts.contains(.month)
        ? GregorianCalendar.days(inMonth: month, of: parts.contains(.year) ? Self.astronomical(year) : nil) : 31
      guard found <= last else { return nil }
      day = found
    }
    var time = 0
    if parts.contains(.time) {
      if parts != .time { guard scanner.take("T") else { return nil } }
      // As jing has it: leap seconds, but no 24 o'clock.
      guard let hour = scanner.two(), hour <= 23, scanner.take(":"), let minute = scanner.two(), minute <= 59,
        scanner.take(":"), let second = scanner.two(), second <= 60
      else { return nil }
      if scanner.take(".") { fraction = scanner.fraction() }
      time = hour * 3600 + minute * 60 + second
    }
    if scanner.take("Z") {
      hasZone = true
    } else if let sign = scanner.sign() {
      guard let hour = scanner.two(), scanner.take(":"), let minute = scanner.two(), minute <= 59,
        hour < 14 || hour == 14 && minute == 0
      else { return nil }
      hasZone = true
      time -= sign * (hour * 3600 + minute * 60)
    }
    guard scanner.isAtEnd else { return nil }
    seconds = GregorianCalendar.dayNumber(year: Self.astronomical(year), month: month, day: day) * 86400 + time
    // A time alone comes round again.
    if parts == .time { seconds = ((seconds % 86400) + 86400) % 86400 }
  }

  /// There is no year 0 here: the year before 1 is -1, which the calendar calls 0.
  private static func astronomical(_ year: Int) -> Int { year < 0 ? year + 1 : year }

  /// Compares two moments; nil where one has a zone and the other has none and they are within fourteen hours.
  func compare(_ other: DateValue) -> Int? {
    var difference = seconds - other.seconds
    if hasZone != other.hasZone {
      let limit = 14 * 3600
      return difference > limit ? 1 : difference < -limit ? -1 : nil
    }
    if difference == 0, fraction != other.fraction {
      difference = fraction.lexicographicallyPrecedes(other.fraction) ? -1 : 1
    }
    return difference.signum()
  }

  private struct Scanner {
    let bytes: Bytes
    var index = 0

    init(bytes: Bytes) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }

    mutating func sign() -> Int? { take("+") ? 1 : take("-") ? -1 : nil }

    mutating func two() -> Int? {
      guard index + 1 < bytes.count, bytes[index].isASCIIDigit, bytes[index + 1].isASCIIDigit else { return nil }
      defer { index += 2 }
      return Int(bytes[index] - 48) * 10 + Int(bytes[index + 1] - 48)
    }

    /// The last year that a count of milliseconds in 64 bits reaches, which is as far as jing goes.
    private static let lastYear = 292_278_994

    /// Four digits or more, not 0000; no zero before more than four.
    mutating func year() -> Int? {
      let isNegative = take("-")
      let start = index
      var year = 0
      while index < bytes.count, bytes[index].isASCIIDigit {
        if index - start < 11 { year = year * 10 + Int(bytes[index] - 48) }
        index += 1
      }
      let count = index - start
      guard count >= 4, count == 4 || bytes[start] != UInt8(ascii: "0"), year != 0, year <= Self.lastYear else {
        return nil
      }
      return isNegative ? -year : year
    }

    /// The digits behind a point; jing takes none, too.
    mutating func fraction() -> [UInt8] {
      let start = index
      while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
      var digits = Array(bytes[start..<index])
      while digits.last == UInt8(ascii: "0") { digits.removeLast() }
      return digits
    }
  }
}

/// A duration of XML Schema, Part 2 (section 3.2.6).
struct DurationValue: Hashable, Sendable {
  var months: DecimalValue
  var seconds: DecimalValue
  private var approximateSeconds: Double

  init?(_ bytes: Bytes) {
    var index = 0
    var sign = 1.0
    if bytes.first == UInt8(ascii: "-") {
      sign = -1
      index = 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "P") else { return nil }
    index += 1
    var order = 0
    var isInTime = false
    var count = 0
    var totalMonths = 0.0
    var totalSeconds = 0.0
    var fraction = ""
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "T") {
        guard !isInTime else { return nil }
        isInTime = true
        order = 3
        index += 1
        guard index < bytes.count else { return nil }
        continue
      }
      let start = index
      while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
      guard index < bytes.count, index > start || bytes[index] == UInt8(ascii: ".") else { return nil }
      let number = Double(bytes.slice(start, index).string) ?? 0
      var hasFraction = false
      if bytes[index] == UInt8(ascii: ".") {
        let from = index
        index += 1
        while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
        // As jing has it, digits may be missing on one side of the point.
        guard index > start + 1, index < bytes.count else { return nil }
        fraction = bytes.slice(from, index).string
        hasFraction = true
      }
      let place: Int
      switch (bytes[index], isInTime) {
      case (UInt8(ascii: "Y"), false): (place, totalMonths) = (1, totalMonths + number * 12)
      case (UInt8(ascii: "M"), false): (place, totalMonths) = (2, totalMonths + number)
      case (UInt8(ascii: "D"), false): (place, totalSeconds) = (3, totalSeconds + number * 86400)
      case (UInt8(ascii: "H"), true): (place, totalSeconds) = (4, totalSeconds + number * 3600)
      case (UInt8(ascii: "M"), true): (place, totalSeconds) = (5, totalSeconds + number * 60)
      case (UInt8(ascii: "S"), true): (place, totalSeconds) = (6, totalSeconds + number)
      default: return nil
      }
      guard place > order, !hasFraction || place == 6 else { return nil }
      order = place
      index += 1
      count += 1
    }
    guard count > 0, bytes.last != UInt8(ascii: "T") else { return nil }
    func decimal(_ value: Double, _ fraction: String) -> DecimalValue {
      var text = (sign < 0 ? "-" : "") + Self.whole(value) + fraction
      return text.withUTF8 { DecimalValue($0) }
    }
    months = decimal(totalMonths, "")
    seconds = decimal(totalSeconds, fraction)
    approximateSeconds = sign * (totalSeconds + (Double("0" + fraction) ?? 0) + totalMonths * 2_629_746)
  }

  private static func whole(_ value: Double) -> String {
    value < 9e18 ? String(Int(value)) : "9" + String(repeating: "0", count: min(300, Int(value.exponent) * 3 / 10))
  }

  /// Compares two durations; those that depend on the length of a month by its mean.
  func compare(_ other: DurationValue) -> Int? {
    if self == other { return 0 }
    return approximateSeconds < other.approximateSeconds ? -1 : approximateSeconds > other.approximateSeconds ? 1 : nil
  }
}
