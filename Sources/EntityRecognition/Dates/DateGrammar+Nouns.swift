import ArticleModel

/// Expressions that begin with their noun: "la semaine dernière", "siglo XXI", "year before".
extension DateGrammar {
  /// "la semaine dernière", "el año pasado", "siècle" after a Roman numeral, "siglo XXI".
  func unitFirst(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard let unit = unit(word) else { return nil }
    if language == .english { return unitAfterArticle(index, unit) }
    guard language == .french || language == .spanish else { return nil }
    if unit == .decade {
      // "década de 1990", "décennie 1990"
      var next = index + 1
      if isOf(next) { next += 1 }
      if role(next) == .the { next += 1 }
      guard let year = reader.integer(next), year.value % 10 == 0 else { return nil }
      if year.digits == 4, (1000...2100).contains(year.value) {
        return match(from: index, to: next + 1, Self.years(year.value, year.value + 9), 0.94)
      }
      guard year.digits == 2, year.value >= 30 else { return nil }
      return match(from: index, to: next + 1, Self.years(1900 + year.value, 1909 + year.value), 0.85)
    }
    if unit == .century {
      if language == .spanish {
        guard let value = roman(index + 1, suffixed: false) else { return nil }
        return century(from: index, value, value, end: index + 2)
      }
      if let value = roman(index - 1, suffixed: true) { return century(from: index - 1, value, value, end: index + 1) }
      return nil
    }
    let adjective = self.word(index + 1)
    guard adjective.role == .deictic, adjective.value != 0 else { return nil }
    return deictic(index, Int(adjective.value), unit, end: index + 2, adjective)
  }

  /// "weekend" of "over the weekend", "year before" of "the year before".
  private func unitAfterArticle(_ index: Int, _ unit: DateUnit) -> DateMatch? {
    guard role(index - 1) == .the else { return nil }
    if unit == .weekend {
      let isSingular = reader.bytes[Int(reader.endByte(index)) - 1] != 0x73
      let isAnnounced =
        role(index - 2) == .preposition || reader.matches(index - 2, "at")
        || reader.matches(index - 2, "on") || reader.matches(index - 2, "over")
      guard today != nil, isSingular, isAnnounced else { return nil }
      let meaning = weekend(0, from: index, to: index + 1)
      return match(from: index, to: index + 1, meaning, certainty(of: meaning, 0.8))
    }
    guard unit == .day || unit == .month || unit == .year else { return nil }
    let isBefore = reader.matches(index + 1, "before")
    guard isBefore || reader.matches(index + 1, "after"), !reader.isWordLike(index + 2) else { return nil }
    let meaning = anchored(isBefore ? -1 : 1, unit)
    guard case .point = meaning else { return nil }
    return match(from: index, to: index + 2, meaning, 0.75)
  }

  /// A Roman numeral from I to XXXIX, in capitals; with the "e" of a French ordinal where `suffixed`.
  private func roman(_ index: Int, suffixed: Bool) -> Int? {
    guard reader.kind(index) == .word, reader.tokens[index].range.count <= 10 else { return nil }
    var bytes = reader.tokens[index].range.bytes
    if suffixed {
      // "XXIe", "XXIème"
      while let last = bytes.last, reader.bytes[last] != 0x49, reader.bytes[last] != 0x56, reader.bytes[last] != 0x58 {
        bytes = bytes.lowerBound..<last
      }
    }
    var total = 0
    var previous = 0
    for place in bytes.reversed() {
      let value: Int
      switch reader.bytes[place] {
      case 0x49: value = 1
      case 0x56: value = 5
      case 0x58: value = 10
      default: return nil
      }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return (1...39).contains(total) ? total : nil
  }
}
