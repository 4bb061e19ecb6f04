import ArticleModel

/// Fractions, in figures and in words. Those that no decimal is equal to, as two thirds, are numbers without a value.
extension NumberReader {
  /// "½", "¾" by itself.
  func vulgarFraction(_ index: Int) -> NumberReading? {
    guard let (top, bottom) = Self.parts(ofVulgar: reader.punctuation(index)) else { return nil }
    return multiplied(reading(whole: 0, top, bottom, end: index + 1))
  }

  /// "7½", "7 1/2".
  func addFraction(_ reading: inout NumberReading) {
    let next = reading.end
    guard reading.value.exponent == 0, reading.value.digits < 1 << 40 else { return }
    if let (top, bottom) = Self.parts(ofVulgar: reader.punctuation(next)) {
      reading = self.reading(whole: reading.value.digits, top, bottom, end: next + 1)
    } else if !reader.isGlued(next), let (top, bottom) = slashed(next) {
      reading = self.reading(whole: reading.value.digits, top, bottom, end: next + 3)
    }
  }

  /// "1/3 of", "3/4 cup": what else "3/4" may be, a date or a score, has no such word behind it.
  func fraction(_ index: Int) -> NumberReading? {
    guard let (top, bottom) = slashed(index) else { return nil }
    let next = index + 3
    guard
      reader.matches(next, "of") || reader.matches(next, "cup") || reader.matches(next, "cups")
        || (word(next).role == .unit && !reader.isGlued(next))
    else { return nil }
    return reading(whole: 0, top, bottom, end: next)
  }

  /// The parts of "1/2" at a token, of denominators that people use.
  private func slashed(_ index: Int) -> (UInt64, UInt64)? {
    guard reader.punctuation(index + 1) == 0x2F, reader.isGlued(index + 1), reader.isGlued(index + 2),
      let top = reader.integer(index), let bottom = reader.integer(index + 2), top.value > 0, top.value < bottom.value,
      bottom.value <= 5 || bottom.value == 8 || bottom.value == 16
    else { return nil }
    if reader.isGlued(index + 3), reader.punctuation(index + 3) == 0x2F || reader.isWordLike(index + 3) { return nil }
    return (UInt64(top.value), UInt64(bottom.value))
  }

  private func reading(whole: UInt64, _ top: UInt64, _ bottom: UInt64, end: Int) -> NumberReading {
    let value = ExactDecimal(whole * bottom + top, over: bottom)
    var reading = NumberReading(end: end, endByte: reader.endByte(end - 1), value: value ?? ExactDecimal(0))
    reading.isUnclear = value == nil
    reading.isFraction = true
    return reading
  }

  private static func parts(ofVulgar character: UInt32) -> (UInt64, UInt64)? {
    switch character {
    case 0xBC: (1, 4)
    case 0xBD: (1, 2)
    case 0xBE: (3, 4)
    case 0x2153, 0x2154: (UInt64(character - 0x2152), 3)
    case 0x2155...0x2158: (UInt64(character - 0x2154), 5)
    case 0x2159: (1, 6)
    case 0x215A: (5, 6)
    case 0x215B...0x215E: (UInt64(character - 0x215B) * 2 + 1, 8)
    default: nil
    }
  }

  // MARK: Words

  /// "two thirds", "three-quarters", "zwei Drittel", "trois quarts"; "a third of", but not "a third term".
  func fractionInWords(_ index: Int) -> NumberReading? {
    let number = word(index)
    var next = index + 1
    if reader.isDash(next), reader.isGlued(next), reader.isGlued(next + 1) { next += 1 }
    let part = word(next)
    let top = max(UInt64(number.value), 1)
    let bottom = UInt64(part.value)
    guard part.role == .fraction, number.role == .cardinal || number.role == .one, top < bottom,
      isFraction(index, top, next, bottom)
    else { return nil }
    var end = next + 1
    // "a quarter of a million"
    var power = 0
    if reader.matches(end, "of"), reader.matches(end + 1, "a"), word(end + 2).role == .multiplier,
      word(end + 2).value > 2
    {
      power = Int(word(end + 2).value)
      end += 3
    }
    var reading = reading(whole: 0, top, bottom, end: end)
    reading.value = reading.value.scaled(by: power)
    reading.isWords = true
    reading.hasMultiplier = power > 0
    return reading
  }

  /// Whether a number and the name of a part are a fraction: "a third of it", not "a third term", "the last three quarters",
  /// "two third places".
  private func isFraction(_ index: Int, _ top: UInt64, _ part: Int, _ bottom: UInt64) -> Bool {
    // "un quart de finale"
    if reader.matches(part + 2, "finale") { return false }
    // "un quart d'heure"
    let next = reader.kind(part + 1) == .clitic ? part + 2 : part + 1
    if isFollowedByOf(part + 1) || word(next).role == .unit { return true }
    switch language {
    case .english:
      if reader.bytes[Int(reader.endByte(part)) - 1] | 0x20 != 0x73 {
        return top == 1 && !isArticle(index) && bottom != 4
      }
      return top > 1 && (bottom != 4 || part == index + 2)
    default: return top > 1 || bottom == 3
    }
  }

  /// "half a million", "half an hour", "half a dozen", "una demi-heure": what "half" halves is a number or a unit.
  func half(_ index: Int) -> NumberReading? {
    var next = index + 1
    if reader.isDash(next) {
      // "half-hour"
      guard reader.isGlued(next), reader.isGlued(next + 1), word(next + 1).role == .unit else { return nil }
    } else {
      if language == .english {
        guard reader.matches(next, "a") || reader.matches(next, "an") else { return nil }
        next += 1
      }
      let halved = word(next)
      switch halved.role {
      case .multiplier where halved.value > 2:
        return halfReading(ExactDecimal(5, exponent: Int(halved.value) - 1), end: next + 1, hasMultiplier: true)
      case .dozen: return halfReading(ExactDecimal(6), end: next + 1)
      case .unit where !reader.isGlued(next): break
      default: return nil
      }
      // Half of what the unit behind the article is: the article belongs to the words between.
      return halfReading(ExactDecimal(5, exponent: -1), end: next)
    }
    return halfReading(ExactDecimal(5, exponent: -1), end: next)
  }

  private func halfReading(_ value: ExactDecimal, end: Int, hasMultiplier: Bool = false) -> NumberReading {
    NumberReading(
      end: end, endByte: reader.endByte(end - 1), value: value, isWords: true, hasMultiplier: hasMultiplier,
      isOnlyBeforeUnit: value.digits == 5 && value.exponent == -1)
  }

  /// Takes the "and a half" of "two and a half million".
  func addHalfInWords(_ reading: inout NumberReading) {
    // "two-and-a-half" as well
    let isHyphenated = reader.isDash(reading.end)
    let step = isHyphenated ? 2 : 1
    let next = isHyphenated ? reading.end + 1 : reading.end
    guard language == .english, reading.value.exponent == 0, reader.matches(next, "and"),
      reader.matches(next + step, "a"), reader.matches(next + 2 * step, "half"),
      let tenfold = reading.value.multiplied(by: 10)
    else { return }
    reading.value = ExactDecimal(tenfold.digits + 5, exponent: -1)
    reading.end = next + 2 * step + 1
    reading.endByte = reader.endByte(reading.end - 1)
    reading.isOne = false
    reading = multiplied(reading)
  }

  func isArticle(_ index: Int) -> Bool {
    language == .english ? reader.matches(index, "a") || reader.matches(index, "an") : word(index).role == .one
  }

  private func isFollowedByOf(_ index: Int) -> Bool {
    switch language {
    case .english, .other: reader.matches(index, "of")
    case .german: word(index).role == .function
    case .french, .spanish:
      reader.matches(index, "de") || reader.matches(index, "des") || reader.matches(index, "du")
        || reader.matches(index, "del")
    }
  }
}
