import ArticleModel

/// Numbers in words.
extension NumberReader {
  /// "three", "twenty-one", "two hundred and five", "three million", "a dozen", "half a million".
  func inWords(_ index: Int) -> NumberReading? {
    switch word(index).role {
    case .half: return half(index)
    case .one where language != .english && word(index + 1).role == .half: return half(index + 1)
    case .cardinal, .one: if let fraction = fractionInWords(index) { return fraction }
    default: break
    }
    var next = index
    var total: UInt64 = 0
    var group: UInt64 = 0
    var isOne = false
    var hasMultiplier = false
    var count = 0
    loop: while count < 12 {
      let word = word(next)
      switch word.role {
      case .one:
        guard group % 10 == 0, !(group > 0 && language == .english && reader.matches(next, "a")) else { break loop }
        isOne = count == 0
        group += 1
      case .cardinal:
        let value = UInt64(word.value)
        if language == .french, group % 100 == 4, value == 20 {
          // "quatre-vingt"
          group += 76
        } else {
          let room = group % 100
          guard count == 0 || value > 0 else { break loop }
          // "dix-huit", "soixante-dix-huit"
          let isFrenchTeen = language == .french && room % 20 == 10 && (7...9).contains(value)
          guard
            room == 0 || isFrenchTeen
              || (room >= 20 && room % 10 == 0 && (value < 10 || (language == .french && value < 20)))
          else {
            break loop
          }
          group += value
        }
        isOne = false
      case .dozen:
        guard count > 0, group > 0, group < 100 else { break loop }
        group *= 12
        isOne = false
        next += 1
        count += 1
        break loop
      case .multiplier:
        let power = Int(word.value)
        if count == 0, language == .english || language == .german { break loop }
        if power < 3 {
          guard power == 2, group < 100 else { break loop }
          group = max(group, 1) * 100
        } else {
          var scale: UInt64 = 1
          for _ in 0..<power { scale *= 10 }
          if language == .spanish, power == 6, total > 0, group == 0 {
            // "mil millones"
            total *= scale
          } else {
            let product = max(group, total == 0 ? 1 : 0).multipliedReportingOverflow(by: scale)
            guard !product.overflow, product.partialValue < 1_000_000_000_000_000, group > 0 || total == 0 else {
              break loop
            }
            total += product.partialValue
          }
          group = 0
        }
        hasMultiplier = true
        isOne = false
      default: break loop
      }
      next += 1
      count += 1
      guard let joined = continuation(next, hasMultiplier: hasMultiplier, group: group) else { break }
      next = joined
    }
    guard count > 0, next > index else { return nil }
    // Back over an "and" or a hyphen that joined nothing.
    while next > index + 1, word(next - 1).role == .and || reader.isDash(next - 1) { next -= 1 }
    var reading = NumberReading(
      end: next, endByte: reader.endByte(next - 1), value: ExactDecimal(total + group), isWords: true,
      hasMultiplier: hasMultiplier, isOne: isOne)
    addHalfInWords(&reading)
    return reading
  }

  /// Where a number in words may go on: at once, after a hyphen or after "and".
  private func continuation(_ index: Int, hasMultiplier: Bool, group: UInt64) -> Int? {
    var next = index
    if reader.isDash(next) {
      guard reader.isGlued(next), reader.isGlued(next + 1) else { return nil }
      next += 1
      if word(next).role == .and, reader.isDash(next + 1) { next += 2 }
    } else if word(next).role == .and {
      // "two hundred and five", "veintiuno", "treinta y uno", "vingt et un"; not "ten and twenty".
      switch language {
      case .english: guard hasMultiplier, word(next + 1).role == .cardinal, group % 100 == 0 else { return nil }
      case .french, .spanish:
        guard group % 100 >= 20, group % 10 == 0, word(next + 1).role == .one || word(next + 1).role == .cardinal else {
          return nil
        }
      case .german, .other: return nil
      }
      next += 1
    }
    switch word(next).role {
    case .cardinal, .multiplier, .dozen, .one: return next
    default: return nil
    }
  }
}
