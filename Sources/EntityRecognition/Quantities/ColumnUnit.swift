import ArticleModel

/// The units that heads of columns name.
extension QuantityGrammar {
  /// The code of a unit that stands by itself: "GWh", "%", "€", "Tonnen"; nil where it is none, or may be several.
  func code(ofUnit range: SourceRange) -> String? {
    let bytes = reader.bytes
    let scalar = Characters.decode(bytes, at: Int(range.start), end: Int(range.end))
    if scalar.length == range.count {
      if scalar.value == 0x25 { return "%" }
      if let currency = Self.currency(scalar.value) { return currency }
    }
    let (start, end) = (Int(range.start), Int(range.end))
    if let symbol = QuantityVocabulary.symbols.entry(bytes, start, end) {
      return symbol.role == .unit ? ownCode(symbol) : symbol.role == .percent ? "%" : nil
    }
    guard let word = numbers.words.entry(bytes, start, end) else { return nil }
    switch word.role {
    case .unit, .currency: return ownCode(word)
    case .percent: return "%"
    default: return nil
    }
  }

  /// A code that needs no factor: a column of decades has none.
  private func ownCode(_ word: QuantityWord) -> String? {
    let code = QuantityVocabulary.codes[Int(word.value)]
    let unit = resolved(QuantityUnit(type: .measure, code: code, end: 0, endByte: 0, certainty: 1))
    return unit.code == code && code != QuantityVocabulary.open ? code : nil
  }
}
