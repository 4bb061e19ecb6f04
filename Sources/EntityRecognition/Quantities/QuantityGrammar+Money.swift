import ArticleModel

/// Sums of money: a symbol or a code before the figure, or words behind it.
extension QuantityGrammar {
  /// The currency of a symbol, ISO 4217. A bare "$" is the US dollar, "¥" the yen.
  static func currency(_ symbol: UInt32) -> String? {
    switch symbol {
    case 0x24: "USD"
    case 0x20AC: "EUR"
    case 0xA3: "GBP"
    case 0xA5: "JPY"
    case 0x9F3: "BDT"
    case 0xE3F: "THB"
    case 0x20A1: "CRC"
    case 0x20A6: "NGN"
    case 0x20A9: "KRW"
    case 0x20AA: "ILS"
    case 0x20AB: "VND"
    case 0x20AE: "MNT"
    case 0x20B1: "PHP"
    case 0x20B2: "PYG"
    case 0x20B4: "UAH"
    case 0x20B5: "GHS"
    case 0x20B8: "KZT"
    case 0x20B9: "INR"
    case 0x20BA: "TRY"
    case 0x20BC: "AZN"
    case 0x20BD: "RUB"
    case 0x20BE: "GEL"
    default: nil
    }
  }

  // MARK: Before the figure

  /// "$1.2bn", "€5–10 million", "£5"; `start` is where a country's letters stand before the symbol.
  func moneyAfterSymbol(_ index: Int, from start: Int, code: String? = nil) -> QuantityMatch? {
    let symbol = reader.punctuation(index)
    guard symbol == 0x24 || symbol > 0xA0, let currency = code ?? Self.currency(symbol) else { return nil }
    return money(from: start, figure: index + 1, symbol: symbol, code: currency, certainty: 0.97)
  }

  /// "US$5", "HK$1.2bn", "USD 5 million", "EUR14m", "Rs. 500", "kr 500".
  func moneyAfterWord(_ index: Int, _ word: QuantityWord) -> QuantityMatch? {
    if reader.punctuation(index + 1) == 0x24 {
      guard let code = dollar(index), reader.isGlued(index + 1) || code == "USD" else { return nil }
      return moneyAfterSymbol(index + 1, from: index, code: code)
    }
    if reader.matches(index, "rs") || reader.matches(index, "kr") {
      let figure = reader.punctuation(index + 1) == 0x2E && reader.isGlued(index + 1) ? index + 2 : index + 1
      return money(
        from: index, figure: figure, symbol: 0, code: word.role == .currency ? "INR" : nil, certainty: 0.75)
    }
    // A code in capitals.
    guard word.role == .currency, reader.shape(index) == .upper, reader.tokens[index].range.count == 3 else {
      return nil
    }
    return money(
      from: index, figure: index + 1, symbol: 0, code: QuantityVocabulary.codes[Int(word.value)], certainty: 0.96)
  }

  /// "R500m", "R1.2 billion": without a multiplier it may be a road or a product.
  func rand(_ index: Int) -> QuantityMatch? {
    let range = reader.tokens[index].range
    guard reader.bytes[Int(range.start)] == 0x52, range.count > 1, !reader.isGlued(index),
      Characters.isDigit(reader.bytes[Int(range.start) + 1]),
      var reading = numbers.mixed(index, from: range.start + 1), takeMillions(&reading), reading.suffix == nil,
      reading.hasMultiplier
    else { return nil }
    return QuantityMatch(
      startByte: range.start, end: reading.end, endByte: reading.endByte, type: .money,
      value: QuantityValue(quantity: reading.value.text, unit: "ZAR"), certainty: 0.9)
  }

  private static let dollars: [(letters: StaticString, code: String)] = [
    ("us", "USD"), ("u.s.", "USD"), ("a", "AUD"), ("au", "AUD"), ("c", "CAD"), ("ca", "CAD"), ("can", "CAD"),
    ("hk", "HKD"), ("nz", "NZD"), ("s", "SGD"), ("sg", "SGD"), ("nt", "TWD"), ("r", "BRL"), ("mx", "MXN"),
    ("mex", "MXN"), ("fj", "FJD"), ("ec", "XCD"), ("z", "USD"),
  ]

  /// The dollar that the letters before "$" name.
  private func dollar(_ index: Int) -> String? {
    guard reader.shape(index) != .lower else { return nil }
    for (letters, code) in Self.dollars where reader.matches(index, letters) { return code }
    return nil
  }

  private func money(
    from start: Int, figure index: Int, symbol: UInt32, code: String?, certainty: Float
  ) -> QuantityMatch? {
    guard reader.kind(index) == .number || reader.kind(index) == .mixed, var first = numbers.number(index),
      takeMillions(&first)
    else { return nil }
    guard first.suffix == nil else { return nil }
    if !first.isUnclear, let next = rangeConnector(first.end, from: start) {
      var other = next
      if symbol != 0, reader.punctuation(other) == symbol { other += 1 }
      if reader.kind(other) == .number || reader.kind(other) == .mixed, var second = numbers.number(other),
        takeMillions(&second), second.suffix == nil, !second.isUnclear,
        other > next || reader.isDash(next - 1) || second.hasMultiplier
      {
        if !first.hasMultiplier, second.hasMultiplier, let lifted = lifted(first, as: second) { first.value = lifted }
        if first.value.approximation < second.value.approximation {
          return QuantityMatch(
            startByte: reader.startByte(start), end: second.end, endByte: second.endByte, type: .money,
            value: QuantityValue(atLeast: first.value.text, atMost: second.value.text, unit: code), certainty: certainty
          )
        }
      }
    }
    return QuantityMatch(
      startByte: reader.startByte(start), end: first.end, endByte: first.endByte, type: .money,
      value: QuantityValue(quantity: first.isUnclear ? nil : first.value.text, unit: code), certainty: certainty)
  }

  /// Takes the "m" of "€14m" as millions, as money is written; false where other letters follow.
  func takeMillions(_ reading: inout NumberReading) -> Bool {
    guard let suffix = reading.suffix else {
      // "€14 m"
      if reader.matches(reading.end, "m") || reader.matches(reading.end, "bn") {
        reading.value = reading.value.scaled(by: reader.matches(reading.end, "m") ? 6 : 9)
        reading.endByte = reader.endByte(reading.end)
        reading.end += 1
        reading.hasMultiplier = true
      }
      return true
    }
    let power: Int
    if reader.matches(suffix, "m") || reader.matches(suffix, "mm") {
      power = 6
    } else if reader.matches(suffix, "b") {
      power = 9
    } else if reader.matches(suffix, "k") {
      power = 3
    } else if reader.matches(suffix, "t") {
      power = 12
    } else {
      return false
    }
    reading.value = reading.value.scaled(by: power)
    reading.suffix = nil
    reading.hasMultiplier = true
    return true
  }

  // MARK: Behind the figure

  /// "€", "euros", "US dollars", "US-Dollar", "Swiss francs", "pounds sterling", "USD", "cents".
  func money(_ index: Int, _ reading: NumberReading) -> QuantityUnit? {
    func found(_ code: String?, _ end: Int, _ certainty: Float, power: Int = 0) -> QuantityUnit {
      QuantityUnit(
        type: .money, code: code, end: end, endByte: reader.endByte(end - 1), certainty: certainty, power: power)
    }
    let symbol = reader.punctuation(index)
    if symbol >= 0xA2 || symbol == 0x24 {
      if symbol == 0xA2 { return found(nil, index + 1, 0.9, power: -2) }
      // "5$" but not "5 $10 notes".
      if let code = Self.currency(symbol), reader.kind(index + 1) != .number || reader.isGlued(index) {
        return found(code, index + 1, symbol == 0x24 ? 0.85 : 0.95)
      }
    }
    var index = index
    if reader.isDash(index), reader.isGlued(index), reader.isGlued(index + 1) { index += 1 }
    // "millions de francs", "millones de euros"
    if reading.hasMultiplier, language == .french || language == .spanish, reader.matches(index, "de") { index += 1 }
    let word = word(index)
    switch word.role {
    case .currency: return currency(index, reading).map { found($0.code, index + 1, $0.certainty) }
    case .country:
      let code = QuantityVocabulary.codes[Int(word.value)]
      // "Hong Kong dollars", "New Zealand dollars", "US-Dollar"
      var noun = code == "HKD" || code == "NZD" || code == "LKR" ? index + 2 : index + 1
      if reader.isDash(noun), reader.isGlued(noun), reader.isGlued(noun + 1) { noun += 1 }
      switch self.word(noun).role {
      case .dollar, .franc, .krone, .peso, .dinar, .pound: return found(code, noun + 1, 0.96)
      // "Pakistani rupees", "Moldovan lei": the country tells which.
      case .currency: return found(code, noun + 1, 0.96)
      case .cent: return found(code, noun + 1, 0.95, power: -2)
      default: return nil
      }
    case .dollar: return found("USD", index + 1, 0.92)
    case .pence: return found("GBP", index + 1, 0.9, power: -2)
    case .cent:
      let isEuro = language == .german || language == .spanish || reader.matches(index, "eurocents")
      return found(isEuro ? "EUR" : nil, index + 1, 0.85, power: -2)
    case .pound: return pound(index, reading, found)
    case .franc: return found(language == .german ? "CHF" : nil, index + 1, 0.85)
    case .peso, .dinar: return found(nil, index + 1, 0.85)
    case .krone:
      if reader.matches(index, "kronor") || reader.matches(index, "krona") { return found("SEK", index + 1, 0.9) }
      return found(nil, index + 1, 0.8)
    default: return nil
    }
  }

  private func currency(_ index: Int, _ reading: NumberReading) -> (code: String?, certainty: Float)? {
    let code = QuantityVocabulary.codes[Int(word(index).value)]
    // A code is written in capitals: "try", "mad" and "pen" are words. Few write "500 eur".
    let range = reader.tokens[index].range
    if range.count == 3, reader.bytes[Int(range.end) - 1] < 0x80, reader.shape(index) != .upper,
      !reader.matches(index, "yen"), !reader.matches(index, "won"),
      !reader.matches(index, "lei"), !reader.matches(index, "lev")
    {
      guard reader.matches(index, "eur") || reader.matches(index, "usd") else { return nil }
    }
    switch code {
    // "won" is a verb, rupees are several countries'.
    case "KRW":
      if reader.matches(index, "won") {
        guard reading.hasMultiplier || reading.value.approximation >= 1000 else { return nil }
      }
      return (code, 0.85)
    case "INR": return (code, reader.matches(index, "inr") ? 0.95 : 0.7)
    case QuantityVocabulary.open: return (nil, 0.85)
    default: return (code, 0.95)
    }
  }

  /// "pounds sterling", "100 million pounds"; "500 pounds" weigh something as often.
  private func pound(
    _ index: Int, _ reading: NumberReading, _ found: (String?, Int, Float, Int) -> QuantityUnit
  ) -> QuantityUnit? {
    if reader.matches(index + 1, "sterling") { return found("GBP", index + 2, 0.97, 0) }
    if reading.hasMultiplier, reading.value.approximation >= 100_000 { return found("GBP", index + 1, 0.9, 0) }
    guard language == .english else { return nil }
    return QuantityUnit(
      type: .measure, code: "[lb_av]", end: index + 1, endByte: reader.endByte(index),
      certainty: reader.isDash(index - 1) ? 0.9 : 0.6)
  }
}

extension TokenReader {
  /// Whether a token ends with `word`, ASCII and in lower case.
  func matches(_ index: Int, endsWith word: StaticString) -> Bool {
    guard contains(index), tokens[index].range.count > word.utf8CodeUnitCount else { return false }
    let end = tokens[index].range.end
    return matches(SourceRange(start: end - Int32(word.utf8CodeUnitCount), end: end), word)
  }
}
