import ArticleModel

/// Reads times of day from the tokens of one run.
struct TimeGrammar {
  struct Match {
    var startByte: Int32
    var end: Int
    var endByte: Int32
    var value: String?
    var certainty: Float
  }

  let reader: TokenReader
  let language: GrammarLanguage

  @inline(__always)
  func time(_ index: Int) -> Match? {
    let token = reader.tokens[index]
    switch token.kind {
    case .number: return clock(index) ?? hour(index)
    case .mixed: return isoTime(index) ?? mixed(index)
    case .word where token.range.count >= 4 && token.range.count <= 10: return named(index)
    default: return nil
    }
  }

  /// "noon", "midnight" and their like.
  private func named(_ index: Int) -> Match? {
    let first = reader.bytes[Int(reader.startByte(index))] | 0x20
    let isNoon: Bool
    switch (first, language) {
    case (0x6E, .english) where reader.matches(index, "noon"): isNoon = true
    case (0x6D, .english) where reader.matches(index, "midday"): isNoon = true
    case (0x6D, .english) where reader.matches(index, "midnight"): isNoon = false
    case (0x6D, .german) where reader.matches(index, "mitternacht"): isNoon = false
    case (0x6D, .french) where reader.matches(index, "midi"): isNoon = true
    case (0x6D, .french) where reader.matches(index, "minuit"): isNoon = false
    case (0x6D, .spanish) where reader.matches(index, "mediodía") || reader.matches(index, "mediodia"): isNoon = true
    case (0x6D, .spanish) where reader.matches(index, "medianoche"): isNoon = false
    default: return nil
    }
    // "High Noon", "Midnight Express", "Midi-Pyrénées"
    if reader.isCapitalised(index), !reader.tokens[index].startsSentence { return nil }
    if reader.isDash(index + 1), reader.isGlued(index + 1) { return nil }
    return Match(
      startByte: reader.startByte(index), end: index + 1, endByte: reader.endByte(index),
      value: isNoon ? "12:00:00" : "00:00:00", certainty: 0.9)
  }

  /// "14:30", "2:30 p.m.", "14:30:05 GMT".
  private func clock(_ index: Int) -> Match? {
    guard let hour = reader.integer(index), hour.digits <= 2, hour.value <= 24, isFree(before: index),
      reader.isGlued(index + 1), reader.punctuation(index + 1) == 0x3A, reader.isGlued(index + 2)
    else { return nil }
    var next = index + 3
    let minute: Int
    var half: (value: Int, next: Int)?
    if let figures = reader.integer(index + 2) {
      guard figures.digits == 2, figures.value < 60 else { return nil }
      minute = figures.value
    } else {
      // "2:30pm", "14:30Z"
      guard let leading = reader.leadingInteger(index + 2), leading.digits == 2, leading.value < 60 else { return nil }
      minute = leading.value
      if reader.matches(leading.rest, "z") {
        return hour.value < 24 ? match(index, next, hour.value, minute, 0, zone: "Z", 0.97) : nil
      }
      guard let suffix = meridiem(leading.rest) else { return nil }
      half = (suffix, next)
    }
    var second: Int?
    if half == nil, reader.isGlued(next), reader.punctuation(next) == 0x3A, reader.isGlued(next + 1),
      reader.isWordLike(next + 1)
    {
      guard let figures = reader.integer(next + 1), figures.digits == 2, figures.value < 60 else { return nil }
      second = figures.value
      next += 2
      // "1:02:03:04" is no time; "1:02:03" without a zone may be a duration.
      guard !(reader.isGlued(next) && reader.punctuation(next) == 0x3A) else { return nil }
    }
    if half == nil { half = meridiem(next) }
    if let half {
      guard (1...12).contains(hour.value) else { return nil }
      let zone = zone(half.next)
      return match(
        index, zone?.next ?? half.next, hour.value % 12 + half.value, minute, second ?? 0, zone: zone?.text ?? "", 0.98)
    }
    let zone = zone(next)
    guard zone != nil || isTime(index, next, hourDigits: hour.digits) else { return nil }
    var end = zone?.next ?? next
    if zone == nil, language == .german, reader.matches(next, "uhr") { end = next + 1 }
    let certainty: Float = zone != nil ? 0.97 : (second != nil ? 0.75 : 0.92)
    return match(index, end, hour.value, minute, second ?? 0, zone: zone?.text ?? "", certainty)
  }

  /// Whether "hh:mm" without a zone is a time: by its two digits or a word before it, and not by a score's words.
  private func isTime(_ index: Int, _ next: Int, hourDigits: Int) -> Bool {
    if reader.isDash(next) && reader.isGlued(next) && reader.kind(next + 1) == .word { return false }
    for word in ["ratio", "majority", "aspect", "win", "victory", "lead", "split", "vote", "margin"] as [StaticString]
    where reader.matches(next, word) { return false }
    for word in ["won", "beat", "ratio", "score", "psalm", "john", "genesis", "luke", "matthew"] as [StaticString]
    where reader.matches(index - 1, word) { return false }
    // "Daily 9:00-17:00"
    if reader.isDash(next), reader.punctuation(next + 2) == 0x3A, reader.kind(next + 1) == .number { return true }
    if hourDigits == 2 {
      return !(reader.isCapitalised(index - 1) && !isTimePreposition(index - 1) && language == .english)
    }
    return isTimePreposition(index - 1) || reader.matches(next, "uhr") || reader.isDash(index - 1)
  }

  private func isTimePreposition(_ index: Int) -> Bool {
    for word in [
      "at", "by", "until", "till", "from", "since", "around", "about", "before", "after", "um", "gegen", "ab",
      "bis", "à", "vers", "las", "to", "and", "between",
    ] as [StaticString] where reader.matches(index, word) { return true }
    return false
  }

  /// "5 pm", "14 Uhr", "0830 GMT", "5 o'clock", "à 14 heures"; "2.30 pm" and "14.30 Uhr".
  private func hour(_ index: Int) -> Match? {
    guard isFree(before: index) else { return nil }
    let range = reader.tokens[index].range
    var hour = 0
    var minute = 0
    var digits = 0
    if let figures = reader.integer(index) {
      (hour, digits) = figures
      guard digits <= 4 else { return nil }
    } else {
      guard let parts = dotted(range) else { return nil }
      (hour, minute) = parts
      digits = 3
    }
    let next = index + 1
    if digits == 4 {
      // "0830 GMT", "1430 hours"
      let (hours, minutes) = (hour / 100, hour % 100)
      guard hours < 24, minutes < 60 else { return nil }
      if let zone = zone(next) { return match(index, zone.next, hours, minutes, 0, zone: zone.text, 0.95) }
      guard reader.matches(next, "hours") || reader.matches(next, "hrs"), hour < 1000 || reader.matches(index - 1, "at")
      else {
        return nil
      }
      return match(index, next + 1, hours, minutes, 0, zone: "", 0.9)
    }
    guard hour <= 24, minute < 60 else { return nil }
    if let half = meridiem(next), (1...12).contains(hour) {
      let zone = zone(half.next)
      return match(index, zone?.next ?? half.next, hour % 12 + half.value, minute, 0, zone: zone?.text ?? "", 0.97)
    }
    switch language {
    case .german:
      guard reader.matches(next, "uhr") else { return nil }
      if let figures = reader.integer(next + 1), figures.digits == 2, figures.value < 60, digits < 3 {
        return match(index, next + 2, hour, figures.value, 0, zone: "", 0.95)
      }
      return match(index, next + 1, hour, minute, 0, zone: "", 0.97)
    case .french:
      let isHours = reader.matches(next, "heures") || reader.matches(next, "h")
      guard isHours, digits < 3 else { return nil }
      if let figures = reader.integer(next + 1), figures.digits == 2, figures.value < 60 {
        return match(index, next + 2, hour, figures.value, 0, zone: "", 0.95)
      }
      guard reader.matches(index - 1, "à") || reader.matches(index - 1, "vers") else { return nil }
      return match(index, next + 1, hour, 0, 0, zone: "", 0.88)
    case .spanish
    where reader.matches(index - 1, "las") && (reader.matches(next, "horas") || reader.matches(next, "h")):
      return match(index, next + 1, hour, minute, 0, zone: "", 0.95)
    case .english, .spanish, .other:
      // "5 o'clock" may be either half of the day.
      guard reader.matches(next, "o'clock") || reader.matches(next, "o’clock"), digits < 3 else { return nil }
      return Match(
        startByte: reader.startByte(index), end: next + 1, endByte: reader.endByte(next), value: nil, certainty: 0.9)
    }
  }

  /// "2.30": hours and minutes of a token with a full stop.
  private func dotted(_ range: SourceRange) -> (Int, Int)? {
    guard range.count == 4 || range.count == 5 else { return nil }
    let end = Int(range.end)
    let bytes = reader.bytes
    guard bytes[end - 3] == 0x2E, Characters.isDigit(bytes[end - 1]), bytes[end - 2] &- 0x30 < 6 else { return nil }
    var hour = 0
    for byte in bytes[Int(range.start)..<end - 3] {
      guard Characters.isDigit(byte) else { return nil }
      hour = hour * 10 + Int(byte &- 0x30)
    }
    return hour <= 24 ? (hour, Int(bytes[end - 2] &- 0x30) * 10 + Int(bytes[end - 1] &- 0x30)) : nil
  }

  /// "5pm", "2.30pm", "14h30", "14h".
  private func mixed(_ index: Int) -> Match? {
    guard isFree(before: index) else { return nil }
    let range = reader.tokens[index].range
    if let leading = reader.leadingInteger(index), leading.digits <= 2, leading.value <= 24,
      Characters.isASCIILetter(reader.bytes[Int(leading.rest.start)])
    {
      if let half = meridiem(leading.rest), (1...12).contains(leading.value) {
        let zone = zone(index + 1)
        return match(index, zone?.next ?? index + 1, leading.value % 12 + half, 0, 0, zone: zone?.text ?? "", 0.97)
      }
      guard language == .french || language == .other || language == .spanish,
        reader.bytes[Int(leading.rest.start)] == 0x68, leading.rest.count == 3 || leading.rest.count == 1
      else { return nil }
      guard leading.rest.count == 3 else {
        return reader.matches(index - 1, "à") ? match(index, index + 1, leading.value, 0, 0, zone: "", 0.9) : nil
      }
      let tens = reader.bytes[Int(leading.rest.start) + 1] &- 0x30
      let ones = reader.bytes[Int(leading.rest.start) + 2] &- 0x30
      guard tens < 6, ones < 10 else { return nil }
      return match(index, index + 1, leading.value, Int(tens * 10 + ones), 0, zone: "", 0.96)
    }
    // "2.30pm": the suffix is the last two bytes.
    guard range.count >= 6 else { return nil }
    let suffix = SourceRange(start: range.end - 2, end: range.end)
    guard let half = meridiem(suffix), let parts = dotted(SourceRange(start: range.start, end: suffix.start)),
      (1...12).contains(parts.0)
    else { return nil }
    return match(index, index + 1, parts.0 % 12 + half, parts.1, 0, zone: "", 0.97)
  }

  /// The time of "2024-06-13T14:30:00Z", whose first token is "13T14".
  private func isoTime(_ index: Int) -> Match? {
    let range = reader.tokens[index].range
    let bytes = reader.bytes
    guard range.count == 5, bytes[Int(range.start) + 2] == 0x54, reader.isDash(index - 1), reader.isGlued(index) else {
      return nil
    }
    func two(_ place: Int) -> Int? {
      guard place + 1 < bytes.count, Characters.isDigit(bytes[place]), Characters.isDigit(bytes[place + 1]) else {
        return nil
      }
      return Int(bytes[place] &- 0x30) * 10 + Int(bytes[place + 1] &- 0x30)
    }
    let start = Int(range.start) + 3
    let limit = Int(reader.endByte(reader.end - 1))
    guard start + 5 <= limit, let hour = two(start), hour < 24, bytes[start + 2] == 0x3A, let minute = two(start + 3),
      minute < 60
    else { return nil }
    var end = start + 5
    var second = 0
    if end + 3 <= limit, bytes[end] == 0x3A, let value = two(end + 1), value < 60 {
      second = value
      end += 3
    }
    var zone = ""
    if end < limit, bytes[end] == 0x5A {
      zone = "Z"
      end += 1
    } else if end + 6 <= limit, bytes[end] == 0x2B || bytes[end] == 0x2D, let hours = two(end + 1), hours <= 13,
      bytes[end + 3] == 0x3A, let minutes = two(end + 4), minutes < 60
    {
      zone = String(decoding: bytes[end..<end + 6], as: UTF8.self)
      end += 6
    }
    var next = index
    while next < reader.end, reader.startByte(next) < Int32(end) { next += 1 }
    return Match(
      startByte: Int32(start), end: next, endByte: Int32(end), value: Self.lexical(hour, minute, second) + zone,
      certainty: 0.97)
  }
}
