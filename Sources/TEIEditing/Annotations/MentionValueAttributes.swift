import ArticleModel

/// The attributes that say what the words of a mention stand for: those that `MentionValueText` reads.
enum MentionValueAttributes {
  private static let dates = ["when", "from", "to", "notBefore", "notAfter"]
  private static let all =
    dates + dates.map { $0 + "-iso" } + ["dur", "value", "quantity", "unit", "atLeast", "atMost", "target"]

  private static func names(of element: String) -> [String]? {
    switch element {
    case "date", "time": dates + dates.map { $0 + "-iso" } + ["dur"]
    case "num": ["value", "atLeast", "atMost"]
    case "measure": ["quantity", "unit", "atLeast", "atMost"]
    case "ref": ["target"]
    default: nil
    }
  }

  static func takesValues(_ element: String) -> Bool { names(of: element) != nil }

  /// What goes when an element becomes another.
  static func lost(from old: String, to new: String) -> [String] {
    guard old != new, let own = names(of: old) else { return [] }
    let kept = Set(names(of: new) ?? [])
    return own.filter { !kept.contains($0) }
  }

  /// The attributes to set, nil for those to take away; nil where the element has no place for the value, or it is none.
  ///
  /// - Parameter has: Whether the element has an attribute.
  static func settings(
    _ value: String, of element: String, has: (String) -> Bool
  ) -> [(name: String, value: String?)]? {
    if value.isEmpty { return all.filter { $0 != "dur" }.map { ($0, nil) } }
    switch element {
    case "date", "time": return temporal(value, has: has)
    case "num": return isDecimal(value) ? [("value", value)] : nil
    case "measure":
      let parts = value.split(separator: " ", maxSplits: 1).map(String.init)
      guard let quantity = parts.first, isDecimal(quantity) else { return nil }
      return [("quantity", quantity), ("unit", parts.count > 1 ? parts[1] : nil)]
    case "ref": return value.contains(where: \.isWhitespace) ? nil : [("target", value)]
    default: return nil
    }
  }

  private static func temporal(_ value: String, has: (String) -> Bool) -> [(name: String, value: String?)]? {
    let suffix = has("when-iso") || has("from-iso") || has("to-iso") ? "-iso" : ""
    let parts = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var settings: [String: String] = [:]
    if parts.count == 2 {
      let isBounded = has("notBefore") || has("notAfter")
      let names = isBounded ? ("notBefore", "notAfter") : ("from" + suffix, "to" + suffix)
      for (name, part) in [(names.0, parts[0]), (names.1, parts[1])] where part != ".." && !part.isEmpty {
        settings[name] = part
      }
    } else {
      settings["when" + suffix] = value
    }
    guard !settings.isEmpty, settings.values.allSatisfy(TemporalText.isValid) else { return nil }
    return (dates + dates.map { $0 + "-iso" }).filter { settings[$0] != nil || has($0) }.map { ($0, settings[$0]) }
  }

  /// `xs:decimal`.
  private static func isDecimal(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return text.utf8.count - digits.count <= 1 && parts.count <= 2 && digits.contains { $0 &- 0x30 < 10 }
      && parts.allSatisfy { $0.allSatisfy { $0 &- 0x30 < 10 } }
  }
}

/// Dates and times as TEI's `teidata.temporal.w3c` has them.
enum TemporalText {
  /// Whether a text is a date of the calendar, a part of one, a time, or both.
  static func isValid(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    func take(_ count: Int) -> Int? {
      guard rest.count >= count, rest.prefix(count).allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func mark(_ character: Character) -> Bool {
      guard rest.first == character.asciiValue else { return false }
      rest = rest.dropFirst()
      return true
    }
    func time() -> Bool {
      guard let hour = take(2), mark(":"), let minute = take(2), minute < 60, mark(":"), let second = take(2),
        second < 60, hour < 24 || (hour == 24 && minute == 0 && second == 0)
      else { return false }
      if mark(".") {
        guard take(1) != nil else { return false }
        while take(1) != nil {}
      }
      return zone()
    }
    func zone() -> Bool {
      if rest.isEmpty { return true }
      if mark("Z") { return rest.isEmpty }
      guard mark("+") || mark("-"), take(2) != nil, mark(":"), take(2) != nil else { return false }
      return rest.isEmpty
    }
    if rest.count > 2, rest[2] == UInt8(ascii: ":") { return time() }
    var year: Int?
    let isYearless = mark("-") && mark("-")
    if isYearless {
      if mark("-") { return (take(2).map { 1...31 ~= $0 } ?? false) && zone() }
    } else {
      let digits = rest.prefix { $0 &- 0x30 < 10 }.count
      guard digits >= 4, digits <= 18, let number = take(digits), number > 0 else { return false }
      year = number
      if !mark("-") { return zone() }
    }
    guard let month = take(2), 1...12 ~= month else { return false }
    guard mark("-") else { return zone() }
    guard let day = take(2), day > 0, day <= GregorianCalendar.days(inMonth: month, of: year) else { return false }
    return mark("T") ? !isYearless && time() : zone()
  }
}
