internal import ArticleModel

/// Reads and writes the lexical forms of XML Schema's calendar types.
struct DateReader {
  private var rest: Substring.UTF8View

  /// Reads a value of a kind; nil where the text is not in its lexical space.
  static func date(_ text: Substring, _ kind: DateValue.Kind) -> DateValue? {
    var reader = DateReader(rest: text.utf8)
    guard var value = reader.value(kind) else { return nil }
    if !reader.rest.isEmpty {
      guard let zone = reader.zone() else { return nil }
      value.zone = zone
    }
    guard reader.rest.isEmpty, (1...12).contains(value.month), value.day >= 1,
      value.day <= GregorianCalendar.days(inMonth: value.month, of: value.year)
    else { return nil }
    if value.nanoseconds == DateValue.day {
      value.nanoseconds = 0
      if kind == .dateTime { value.dayNumber += 1 }
    }
    return value
  }

  private mutating func value(_ kind: DateValue.Kind) -> DateValue? {
    var value = DateValue(kind: kind)
    switch kind {
    case .dateTime:
      guard readYear(&value), take("-"), readMonth(&value), take("-"), readDay(&value), take("T"), readTime(&value)
      else { return nil }
    case .date:
      guard readYear(&value), take("-"), readMonth(&value), take("-"), readDay(&value) else { return nil }
    case .time: guard readTime(&value) else { return nil }
    case .gYearMonth: guard readYear(&value), take("-"), readMonth(&value) else { return nil }
    case .gYear: guard readYear(&value) else { return nil }
    case .gMonthDay: guard take("-"), take("-"), readMonth(&value), take("-"), readDay(&value) else { return nil }
    case .gDay: guard take("-"), take("-"), take("-"), readDay(&value) else { return nil }
    case .gMonth: guard take("-"), take("-"), readMonth(&value) else { return nil }
    }
    return value
  }

  private mutating func readYear(_ value: inout DateValue) -> Bool {
    let isNegative = take("-")
    let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count >= 4, digits.count <= 9, digits.count == 4 || digits.first != 0x30,
      let year = Int(Substring(digits))
    else { return false }
    rest = rest.dropFirst(digits.count)
    value.year = isNegative ? -year : year
    return true
  }

  private mutating func readMonth(_ value: inout DateValue) -> Bool {
    guard let number = twoDigits() else { return false }
    value.month = number
    return true
  }

  private mutating func readDay(_ value: inout DateValue) -> Bool {
    guard let number = twoDigits() else { return false }
    value.day = number
    return true
  }

  private mutating func readTime(_ value: inout DateValue) -> Bool {
    guard let hour = twoDigits(), take(":"), let minute = twoDigits(), take(":"), let second = twoDigits(),
      hour <= 24, minute < 60, second < 60
    else { return false }
    var nanoseconds = ((hour * 60 + minute) * 60 + second) * 1_000_000_000
    if take(".") {
      let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count)
      var unit = 100_000_000
      for digit in digits.prefix(9) {
        nanoseconds += Int(digit - 0x30) * unit
        unit /= 10
      }
    }
    value.nanoseconds = nanoseconds
    return nanoseconds <= DateValue.day
  }

  private mutating func zone() -> Int? {
    if take("Z") { return 0 }
    let isNegative = take("-")
    guard isNegative || take("+"), let hours = twoDigits(), take(":"), let minutes = twoDigits(), minutes < 60,
      hours * 60 + minutes <= 840
    else { return nil }
    return (isNegative ? -1 : 1) * (hours * 60 + minutes)
  }

  private mutating func twoDigits() -> Int? {
    let digits = rest.prefix(2)
    guard digits.count == 2, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    rest = rest.dropFirst(2)
    return Int(Substring(digits))
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Reads `P1Y2M3DT4H5M6.7S`; nil where the text is no duration of the kind.
  static func duration(_ text: Substring, _ kind: DurationValue.Kind) -> DurationValue? {
    var reader = DateReader(rest: text.utf8)
    let sign = reader.take("-") ? -1 : 1
    guard reader.take("P") else { return nil }
    var value = DurationValue(kind: kind)
    var hasTime = false
    var units = "YMD"[...]
    var count = 0
    while !reader.rest.isEmpty {
      if !hasTime, reader.take("T") {
        hasTime = true
        units = "HMS"
        guard !reader.rest.isEmpty else { return nil }
      }
      let number = reader.rest.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") }
      guard let amount = DecimalNumber(Substring(number)), number.last != UInt8(ascii: ".") else { return nil }
      reader.rest = reader.rest.dropFirst(number.count)
      guard let letter = reader.rest.first.map({ Character(Unicode.Scalar($0)) }),
        let place = units.firstIndex(of: letter), amount.scale == 0 || letter == "S", amount.truncated < 1_000_000
      else { return nil }
      reader.rest = reader.rest.dropFirst()
      units = units[units.index(after: place)...]
      count += 1
      switch (letter, hasTime) {
      case ("Y", _): value.months += amount.truncated * 12
      case ("M", false): value.months += amount.truncated
      case ("D", _): value.nanoseconds += min(amount.truncated, 50_000) * DateValue.day
      case ("H", _): value.nanoseconds += amount.truncated * 3_600_000_000_000
      case ("M", true): value.nanoseconds += amount.truncated * 60_000_000_000
      default: value.nanoseconds += Int((amount.double * 1e9).rounded())
      }
    }
    guard count > 0, kind != .yearMonth || (value.nanoseconds == 0 && !hasTime), kind != .dayTime || value.months == 0
    else { return nil }
    value.months *= sign
    value.nanoseconds *= sign
    return value
  }
}

extension DateValue {
  /// The canonical lexical form.
  var description: String {
    let date = "\(year < 0 ? "-" : "")\(Self.padded(abs(year), 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    let text =
      switch kind {
      case .dateTime: date + "T" + timeText
      case .date: date
      case .time: timeText
      case .gYearMonth: String(date.dropLast(3))
      case .gYear: String(date.dropLast(6))
      case .gMonthDay: "-" + date.suffix(6)
      case .gDay: "--" + date.suffix(3)
      case .gMonth: "-" + date.suffix(6).dropLast(3)
      }
    guard let zone else { return text }
    if zone == 0 { return text + "Z" }
    return text + (zone < 0 ? "-" : "+") + Self.padded(abs(zone) / 60, 2) + ":" + Self.padded(abs(zone) % 60, 2)
  }

  private var timeText: String {
    let seconds = nanoseconds / 1_000_000_000
    let time =
      "\(Self.padded(seconds / 3600, 2)):\(Self.padded(seconds / 60 % 60, 2)):\(Self.padded(seconds % 60, 2))"
    let fraction = DecimalNumber(mantissa: nanoseconds % 1_000_000_000, scale: 9)
    return fraction.mantissa == 0 ? time : time + fraction.description.dropFirst()
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension DurationValue {
  /// The canonical lexical form.
  var description: String {
    var text = months < 0 || nanoseconds < 0 ? "-P" : "P"
    let months = abs(months)
    let seconds = abs(nanoseconds) / 1_000_000_000
    let fraction = DecimalNumber(mantissa: abs(nanoseconds) % 1_000_000_000, scale: 9)
    if months >= 12 { text += "\(months / 12)Y" }
    if months % 12 > 0 { text += "\(months % 12)M" }
    if seconds >= 86_400 { text += "\(seconds / 86_400)D" }
    if seconds % 86_400 > 0 || fraction.mantissa > 0 {
      text += "T"
      if seconds / 3600 % 24 > 0 { text += "\(seconds / 3600 % 24)H" }
      if seconds / 60 % 60 > 0 { text += "\(seconds / 60 % 60)M" }
      if seconds % 60 > 0 || fraction.mantissa > 0 {
        text += "\(seconds % 60)\(fraction.mantissa == 0 ? "" : String(fraction.description.dropFirst()))S"
      }
    }
    if text.hasSuffix("P") { return kind == .yearMonth ? "P0M" : "PT0S" }
    return text
  }
}
