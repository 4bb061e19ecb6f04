import ArticleModel

/// A number as it stands in the text.
struct NumberReading {
  /// The token after the last.
  var end: Int
  var endByte: Int32
  var value: ExactDecimal
  /// In words, as "three": such a number has no unit's symbol behind it.
  var isWords = false
  var hasMultiplier = false
  /// "one", "a": no number by itself.
  var isOne = false
  /// The letters glued to the figures: "km" of "85km".
  var suffix: SourceRange?
  /// Four figures without a separator: a year, more often than not.
  var isYearLike = false
}

/// Reads numbers in figures and in words, with the separators of the language.
struct NumberReader {
  var reader: TokenReader
  let words: WordTable<QuantityWord>
  let language: GrammarLanguage
  /// What the column holds that the run is a cell of.
  var column: TableColumn?

  /// Whether the run is a cell of a column of figures.
  var isInFigures: Bool {
    switch column?.kind {
    case .number, .percentage, .money: true
    case .text, .date, nil: false
    }
  }

  @inline(__always)
  func word(_ index: Int) -> QuantityWord {
    guard reader.contains(index), reader.tokens[index].kind == .word else { return .none }
    let range = reader.tokens[index].range
    return words.entry(reader.bytes, Int(range.start), Int(range.end)) ?? .none
  }

  /// The number that begins at a token.
  func number(_ index: Int) -> NumberReading? {
    guard reader.contains(index) else { return nil }
    switch reader.tokens[index].kind {
    case .number: return figures(index)
    case .mixed: return mixed(index)
    case .word: return inWords(index)
    case .clitic, .address, .punctuation: return nil
    }
  }

  // MARK: Figures

  private func figures(_ index: Int) -> NumberReading? {
    let range = reader.tokens[index].range
    guard let (value, end) = spaced(index) ?? value(of: range).map({ ($0, index + 1) }) else { return nil }
    var reading = NumberReading(end: end, endByte: reader.endByte(end - 1), value: value)
    if end == index + 1, let integer = reader.integer(index) {
      if integer.digits > 1, reader.bytes[Int(range.start)] == 0x30 { return nil }
      reading.isYearLike = integer.digits == 4 && (1000...2100).contains(integer.value)
    }
    addHalf(&reading)
    return multiplied(reading)
  }

  /// "7½", "7 1/2".
  private func addHalf(_ reading: inout NumberReading) {
    let next = reading.end
    guard reading.value.exponent == 0, let tenfold = reading.value.multiplied(by: 10), tenfold.digits < 1 << 62 else {
      return
    }
    if reader.punctuation(next) == 0xBD {
      reading.end = next + 1
    } else if reader.matches(next, "1"), !reader.isGlued(next), reader.isGlued(next + 1),
      reader.punctuation(next + 1) == 0x2F, reader.isGlued(next + 2), reader.matches(next + 2, "2")
    {
      reading.end = next + 3
    } else {
      return
    }
    reading.value = ExactDecimal(tenfold.digits + 5, exponent: -1)
    reading.isYearLike = false
    reading.endByte = reader.endByte(reading.end - 1)
  }

  /// "5 000", "1 234 567,89": groups of three apart by a space; a plain one in French, an unbreakable one anywhere.
  private func spaced(_ index: Int) -> (ExactDecimal, end: Int)? {
    guard let first = reader.integer(index), first.digits <= 3, first.value > 0 else { return nil }
    var next = index + 1
    var value = UInt64(first.value)
    var fraction = 0
    while reader.kind(next) == .number, fraction == 0,
      isGroupSpace(from: reader.endByte(next - 1), to: reader.startByte(next))
    {
      let range = reader.tokens[next].range
      guard range.count == 3 || (range.count > 4 && reader.bytes[Int(range.start) + 3] == decimalMark) else { break }
      guard range.count < 10, next - index < 5 else { return nil }
      for (place, byte) in reader.bytes[range.bytes].enumerated() where !(place == 3 && byte == decimalMark) {
        guard Characters.isDigit(byte) else { return nil }
        value = value * 10 + UInt64(byte &- 0x30)
        if place > 3 { fraction += 1 }
      }
      next += 1
      if value > 1_000_000_000_000_000 { break }
    }
    return next > index + 1 ? (ExactDecimal(value, exponent: -fraction), next) : nil
  }

  /// What parts the decimals of a number whose digits spaces group.
  private var decimalMark: UInt8 { (column?.decimalMark ?? .comma).rawValue }

  private func isGroupSpace(from: Int32, to: Int32) -> Bool {
    let bytes = reader.bytes
    switch to - from {
    case 1: return (language == .french || isInFigures) && bytes[Int(from)] == 0x20
    case 2: return bytes[Int(from)] == 0xC2 && bytes[Int(from) + 1] == 0xA0
    // NARROW NO-BREAK SPACE and THIN SPACE
    case 3:
      return bytes[Int(from)] == 0xE2 && bytes[Int(from) + 1] == 0x80
        && (bytes[Int(from) + 2] == 0xAF || bytes[Int(from) + 2] == 0x89)
    default: return false
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
        if first == 0x2C { return digits(range, decimal: lastPlace) }
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

  // MARK: Figures and letters

  /// "1.2bn", "85km", "14m": the figures, and what the letters are if they are a multiplier.
  private func mixed(_ index: Int) -> NumberReading? {
    let range = reader.tokens[index].range
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
  private func multiplied(_ reading: NumberReading) -> NumberReading {
    var reading = reading
    var power = 0
    while power < 15 {
      let word = word(reading.end)
      guard word.role == .multiplier, !isOrdinalMultiplier(reading.end) else { break }
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
      !reader.tokens[reading.end + 1].startsSentence || word(reading.end + 1).role != .none
    {
      reading.endByte = reader.endByte(reading.end)
      reading.end += 1
    }
    return reading
  }

  private func isOrdinalMultiplier(_ index: Int) -> Bool {
    // French "pour cent" is no hundred: the caller stops before "pour".
    language == .french && reader.matches(index, "cents") && reader.matches(index - 1, "pour")
  }

  // MARK: Words

  /// "three", "twenty-one", "two hundred and five", "three million", "a dozen", "half a million".
  private func inWords(_ index: Int) -> NumberReading? {
    var next = index
    var total: UInt64 = 0
    var group: UInt64 = 0
    var isOne = false
    var hasMultiplier = false
    var count = 0
    if word(next).role == .half {
      guard reader.matches(next + 1, "a"), word(next + 2).role == .multiplier, word(next + 2).value > 2 else {
        return nil
      }
      let end = next + 3
      return NumberReading(
        end: end, endByte: reader.endByte(end - 1), value: ExactDecimal(5, exponent: Int(word(next + 2).value) - 1),
        isWords: true, hasMultiplier: true)
    }
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
          guard room == 0 || (room >= 20 && room % 10 == 0 && (value < 10 || (language == .french && value < 20)))
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
        if power == 2 {
          guard group < 100 else { break loop }
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
    return NumberReading(
      end: next, endByte: reader.endByte(next - 1), value: ExactDecimal(total + group), isWords: true,
      hasMultiplier: hasMultiplier, isOne: isOne)
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
