import ArticleModel

/// The parts of a time: halves of the day, zones, and how it is written.
extension TimeGrammar {
  /// 12 for "pm", 0 for "am", in a token of their own: "p.m.", "PM", "p.m".
  func meridiem(_ index: Int) -> (value: Int, next: Int)? {
    guard reader.kind(index) == .word, let value = meridiem(reader.tokens[index].range) else { return nil }
    return (value, index + 1)
  }

  func meridiem(_ range: SourceRange) -> Int? {
    if reader.matches(range, "pm") || reader.matches(range, "p.m.") || reader.matches(range, "p.m") { return 12 }
    if reader.matches(range, "am") || reader.matches(range, "a.m.") || reader.matches(range, "a.m") { return 0 }
    return nil
  }

  /// Zones whose abbreviation has one meaning in the news, and some that have several.
  private static let zones: [(name: StaticString, offset: String)] = [
    ("gmt", "Z"), ("utc", "Z"), ("cet", "+01:00"), ("cest", "+02:00"), ("mez", "+01:00"), ("mesz", "+02:00"),
    ("eet", "+02:00"), ("eest", "+03:00"), ("msk", "+03:00"), ("est", "-05:00"), ("edt", "-04:00"), ("pst", "-08:00"),
    ("pdt", "-07:00"), ("jst", "+09:00"), ("hkt", "+08:00"), ("sgt", "+08:00"), ("nzst", "+12:00"),
    // Without an offset: winter and summer time share the abbreviation, or several countries do.
    ("et", ""), ("ct", ""), ("mt", ""), ("pt", ""), ("bst", ""), ("ist", ""), ("cst", ""), ("cdt", "-05:00"),
    ("aest", "+10:00"), ("aedt", "+11:00"), ("acst", "+09:30"), ("awst", "+08:00"), ("nzdt", "+13:00"),
  ]

  func zone(_ index: Int) -> (text: String, next: Int)? {
    guard reader.kind(index) == .word, reader.shape(index) == .upper else { return nil }
    for zone in Self.zones where reader.matches(index, zone.name) {
      guard zone.offset == "Z", reader.isGlued(index + 1), let hours = reader.integer(index + 2), hours.value <= 13,
        reader.isGlued(index + 2)
      else { return (zone.offset, index + 1) }
      // "UTC+3"
      let sign = reader.punctuation(index + 1)
      guard sign == 0x2B || TokenReader.isDash(sign) else { return (zone.offset, index + 1) }
      guard hours.digits <= 2 else { return nil }
      let text = (sign == 0x2B ? "+" : "-") + (hours.value < 10 ? "0" : "") + "\(hours.value):00"
      return (hours.value == 0 ? "Z" : text, index + 3)
    }
    return nil
  }

  /// Whether nothing stands glued before the figure that makes it a part of something else.
  func isFree(before index: Int) -> Bool {
    guard reader.isGlued(index), reader.contains(index - 1) else { return true }
    switch reader.punctuation(index - 1) {
    case 0x28, 0x5B, 0x22, 0x27, 0x2018, 0x201C, 0x2C, 0x3B, 0x7C: return true
    case 0x2E: return reader.kind(index - 2) != .number
    case let mark: return TokenReader.isDash(mark) && reader.kind(index - 2) != .word
    }
  }

  func match(
    _ index: Int, _ end: Int, _ hour: Int, _ minute: Int, _ second: Int, zone: String, _ certainty: Float
  ) -> Match? {
    // "24:00" is the end of a day and written so in ISO 8601; nothing lies after it.
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0) else { return nil }
    return Match(
      startByte: reader.startByte(index), end: end, endByte: reader.endByte(end - 1),
      value: Self.lexical(hour == 24 ? 0 : hour, minute, second) + zone, certainty: certainty)
  }

  static func lexical(_ hour: Int, _ minute: Int, _ second: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(hour)):\(two(minute)):\(two(second))"
  }
}
