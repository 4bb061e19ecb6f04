import ArticleModel

/// Numbers in figures, with the separators of the language.
extension NumberReader {
  func figures(_ index: Int) -> NumberReading? {
    let range = reader.tokens[index].range
    guard let (value, end) = grouped(index) ?? value(of: range).map({ ($0, index + 1) }) else { return unclear(index) }
    var reading = NumberReading(end: end, endByte: reader.endByte(end - 1), value: value)
    if end == index + 1, let integer = reader.integer(index) {
      if integer.digits > 1, reader.bytes[Int(range.start)] == 0x30 { return nil }
      if let fraction = fraction(index) { return fraction }
      reading.isYearLike = integer.digits == 4 && (1000...2100).contains(integer.value)
    }
    addFraction(&reading)
    return multiplied(reading)
  }

  /// "1,234" where a comma parts decimals as often as thousands: a figure, but which one is open.
  private func unclear(_ index: Int) -> NumberReading? {
    var separators = 0
    for byte in reader.bytes[reader.tokens[index].range.bytes] where !Characters.isDigit(byte) { separators += 1 }
    guard separators == 1 else { return nil }
    var reading = NumberReading(end: index + 1, endByte: reader.endByte(index), value: ExactDecimal(0))
    reading.isUnclear = true
    return multiplied(reading)
  }

  /// "5 000", "1 234 567,89", "1’000": groups of three apart by a space or, as in Switzerland, an apostrophe.
  private func grouped(_ index: Int) -> (ExactDecimal, end: Int)? {
    guard let first = reader.integer(index), first.digits <= 3, first.value > 0 else { return nil }
    var next = index + 1
    var value = UInt64(first.value)
    var fraction = 0
    var isProven = false
    while fraction == 0, let (group, mark, isCertain) = group(next) {
      let range = reader.tokens[group].range
      guard range.count == 3 || (range.count > 4 && reader.bytes[Int(range.start) + 3] == mark) else { break }
      guard range.count < 10, group - index < 10 else { return nil }
      for (place, byte) in reader.bytes[range.bytes].enumerated() where !(place == 3 && byte == mark) {
        guard Characters.isDigit(byte) else { return nil }
        value = value * 10 + UInt64(byte &- 0x30)
        if place > 3 { fraction += 1 }
      }
      // No number begins with a nought, and two groups by chance are rare.
      isProven = isProven || isCertain || reader.bytes[Int(range.start)] == 0x30 || next > index + 1
      next = group + 1
      if value > 1_000_000_000_000_000 { break }
    }
    guard next > index + 1, isProven || isUnit(next) else { return nil }
    return (ExactDecimal(value, exponent: -fraction), next)
  }

  /// The token of the next group of three, what would part its decimals, and whether what stands before it can be
  /// nothing but a separator.
  private func group(_ next: Int) -> (token: Int, decimalMark: UInt8, isCertain: Bool)? {
    if reader.kind(next) == .number {
      guard let isCertain = isGroupSpace(from: reader.endByte(next - 1), to: reader.startByte(next)) else { return nil }
      return (next, decimalMark, isCertain)
    }
    guard Characters.isApostrophe(reader.punctuation(next)), reader.isGlued(next), reader.isGlued(next + 1),
      reader.kind(next + 1) == .number
    else { return nil }
    return (next + 1, 0x2E, true)
  }

  /// Whether a unit, a currency or a percent sign stands at a token.
  private func isUnit(_ index: Int) -> Bool {
    switch word(index).role {
    case .unit, .currency, .country, .dollar, .franc, .krone, .pound, .percent, .multiplier, .square, .cubic:
      return true
    default: break
    }
    let mark = reader.punctuation(index)
    if mark == 0x25 || mark == 0xB0 || (mark >= 0xA3 && QuantityGrammar.currency(mark) != nil) { return true }
    guard reader.contains(index) else { return false }
    let range = reader.tokens[index].range
    return range.count > 1
      && QuantityVocabulary.symbols.entry(reader.bytes, Int(range.start), Int(range.end))?.role == .unit
  }

  /// What parts the decimals of a number whose digits spaces group.
  private var decimalMark: UInt8 { (column?.decimalMark ?? .comma).rawValue }

  /// Whether the space between two figures can be nothing but a separator: nil where it is none; an ordinary one may part
  /// two numbers in English.
  private func isGroupSpace(from: Int32, to: Int32) -> Bool? {
    let bytes = reader.bytes
    switch to - from {
    case 1: return bytes[Int(from)] == 0x20 ? (language != .english && language != .other) || isInFigures : nil
    case 2: return bytes[Int(from)] == 0xC2 && bytes[Int(from) + 1] == 0xA0 ? true : nil
    // NARROW NO-BREAK SPACE and THIN SPACE
    case 3:
      let isThin =
        bytes[Int(from)] == 0xE2 && bytes[Int(from) + 1] == 0x80
        && (bytes[Int(from) + 2] == 0xAF || bytes[Int(from) + 2] == 0x89)
      return isThin ? true : nil
    default: return nil
    }
  }

  /// The value of figures with the separators of the language; nil where they are ambiguous or badly grouped.
  func value(of range: SourceRange) -> ExactDecimal? {
    guard range.count <= 24 else { return nil }
    var separators = 0
    var first: UInt8 = 0
    var last: UInt8 = 0
    var lastPlace = Int(range.start)
    var firstPlace = 0
    var differ = 0
    for place in range.bytes {
      let byte = reader.bytes[place]
      if Characters.isDigit(byte) { continue }
      guard byte == 0x2E || byte == 0x2C else { return nil }
      if separators == 0 {
        first = byte
        firstPlace = place
      }
      if separators > 0, byte != last { differ += 1 }
      separators += 1
      last = byte
      lastPlace = place
    }
    guard separators > 0 else { return digits(range, decimal: nil) }
    let tail = Int(range.end) - lastPlace - 1
    if let mark = column?.decimalMark {
      guard last == mark.rawValue else {
        return differ == 0 && isGrouped(range, upTo: Int(range.end)) ? digits(range, decimal: nil) : nil
      }
      let isDecimal = separators == 1 || differ == 1 && isGrouped(range, upTo: lastPlace)
      return isDecimal ? digits(range, decimal: lastPlace) : nil
    }
    if separators == 1 {
      let head = firstPlace - Int(range.start)
      let mayGroup = tail == 3 && head <= 3 && reader.bytes[Int(range.start)] != 0x30
      switch language {
      case .english:
        if first == 0x2E { return digits(range, decimal: lastPlace) }
        return mayGroup ? digits(range, decimal: nil) : nil
      case .german, .spanish:
        // In Mexico "1,500" is one thousand five hundred.
        if first == 0x2C { return mayGroup && language == .spanish ? nil : digits(range, decimal: lastPlace) }
        return mayGroup ? digits(range, decimal: nil) : digits(range, decimal: lastPlace)
      case .french: return mayGroup && first == 0x2E ? nil : digits(range, decimal: lastPlace)
      case .other: return mayGroup ? nil : digits(range, decimal: lastPlace)
      }
    }
    // "1,234.56": the last separator, if it differs from all before it, is the decimal one.
    if differ == 1 { return isGrouped(range, upTo: lastPlace) ? digits(range, decimal: lastPlace) : nil }
    guard differ == 0, isGrouped(range, upTo: Int(range.end)) else { return nil }
    return digits(range, decimal: nil)
  }

  /// Whether the separators before `end` part groups of three, or of two as in "1,00,000".
  private func isGrouped(_ range: SourceRange, upTo end: Int) -> Bool {
    var place = end
    var size = 0
    var groups = 0
    while place > Int(range.start) {
      place -= 1
      if Characters.isDigit(reader.bytes[place]) {
        size += 1
        continue
      }
      guard size == 3 || (groups > 0 && size == 2 && language == .english) else { return false }
      groups += 1
      size = 0
    }
    return (1...3).contains(size)
  }

  /// The digits of the range, those behind `decimal` being decimals.
  private func digits(_ range: SourceRange, decimal: Int?) -> ExactDecimal? {
    var value: UInt64 = 0
    var count = 0
    for byte in reader.bytes[range.bytes] where Characters.isDigit(byte) {
      if count == 0, byte == 0x30 { continue }
      count += 1
      guard count <= 18 else { return nil }
      value = value * 10 + UInt64(byte &- 0x30)
    }
    return ExactDecimal(value, exponent: decimal.map { $0 + 1 - Int(range.end) } ?? 0)
  }

  /// "1.2bn", "85km", "14m": the figures, and what the letters are if they are a multiplier.
  func mixed(_ index: Int, from start: Int32? = nil) -> NumberReading? {
    var range = reader.tokens[index].range
    range.start = start ?? range.start
    var place = Int(range.start)
    while place < Int(range.end), !Characters.isASCIILetter(reader.bytes[place]), reader.bytes[place] < 0x80 {
      place += 1
    }
    guard place > Int(range.start), place < Int(range.end) else { return nil }
    guard let value = value(of: SourceRange(start: range.start, end: Int32(place))) else { return nil }
    let suffix = SourceRange(start: Int32(place), end: range.end)
    var reading = NumberReading(end: index + 1, endByte: range.end, value: value)
    if let power = multiplier(suffix) {
      reading.value = value.scaled(by: power)
      reading.hasMultiplier = true
    } else {
      reading.suffix = suffix
    }
    return reading
  }

  /// The power of ten of "bn", "tn", "k", "mn"; "m", which may be metres, is left to those who know of money.
  private func multiplier(_ range: SourceRange) -> Int? {
    if reader.matches(range, "bn") || reader.matches(range, "mrd") { return 9 }
    if reader.matches(range, "tn") { return 12 }
    if reader.matches(range, "mn") || reader.matches(range, "mln") || reader.matches(range, "mio") { return 6 }
    return range.count == 1 && reader.bytes[Int(range.start)] == 0x6B ? 3 : nil
  }

  /// The reading with the multipliers that follow it: "1.2 billion", "3 hundred thousand", "5 mil millones".
  func multiplied(_ reading: NumberReading) -> NumberReading {
    var reading = reading
    var power = 0
    while power < 15 {
      // "a $5-million grant"
      let isHyphenated = reader.isDash(reading.end) && reader.isGlued(reading.end) && reader.isGlued(reading.end + 1)
      let next = isHyphenated ? reading.end + 1 : reading.end
      let word = word(next)
      guard word.role == .multiplier, !isPercentHundred(next) else { break }
      reading.end = next
      // "2 hundred" is written, "1,700 thousand" hardly; "14 m" is metres.
      power += Int(word.value)
      reading.value = reading.value.scaled(by: Int(word.value))
      reading.endByte = reader.endByte(reading.end)
      reading.end += 1
      reading.hasMultiplier = true
      reading.isYearLike = false
    }
    // "1,2 Mio." has its full stop.
    if reading.hasMultiplier, language == .german, reader.isGlued(reading.end), reader.punctuation(reading.end) == 0x2E,
      reader.matches(reading.end - 1, "mio") || reader.matches(reading.end - 1, "mrd"),
      reader.contains(reading.end + 1),
      !reader.tokens[reading.end + 1].startsSentence || isUnit(reading.end + 1)
    {
      reading.endByte = reader.endByte(reading.end)
      reading.end += 1
    }
    return reading
  }

  private func isPercentHundred(_ index: Int) -> Bool {
    // French "pour cent" is no hundred: the caller stops before "pour".
    language == .french && reader.matches(index, "cents") && reader.matches(index - 1, "pour")
  }
}
