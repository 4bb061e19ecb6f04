import ArticleModel

/// Years in figures.
extension DateGrammar {
  /// A year in figures, alone or as the first of a range: "2024", "1939–45", "2024/25".
  func year(_ index: Int) -> DateMatch? {
    guard let year = reader.integer(index), year.digits == 4, (1000...2100).contains(year.value),
      !isPartOfCode(before: index) || isPrefixed(index)
    else { return nil }
    if !isLifetime(index, year.value), let range = yearRange(index, year.value) { return range }
    guard !isCode(after: index + 1), let certainty = yearCertainty(index, year.value) else { return nil }
    return extended(match(from: index, to: index + 1, .point(PartialDate(year: year.value)), certainty))
  }

  /// Whether "post-", "pre-" or "mid-" stands before a year.
  func isPrefixed(_ index: Int) -> Bool {
    guard reader.isDash(index - 1), reader.isGlued(index - 1) else { return false }
    return reader.matches(index - 2, "post") || reader.matches(index - 2, "pre") || role(index - 2) == .part
  }

  /// "1939–45", "2010-2015", "2014 – 2019", "2024/25".
  private func yearRange(_ index: Int, _ first: Int) -> DateMatch? {
    let mark = reader.punctuation(index + 1)
    let isSlash = mark == 0x2F
    guard isSlash || TokenReader.isDash(mark), let second = reader.integer(index + 2), !isCode(after: index + 3),
      reader.isGlued(index + 1) == reader.isGlued(index + 2), reader.isGlued(index + 1) || !isSlash,
      // "2010-2015-2020" and "2024-06-13" are no ranges.
      !(reader.isGlued(index + 3) && reader.isDash(index + 3) && reader.isGlued(index + 4)
        && reader.kind(index + 4) == .number)
    else { return nil }
    let last: Int
    switch second.digits {
    case 4: last = second.value
    case 2: last = first / 100 * 100 + second.value + (isSlash && first % 100 == 99 ? 100 : 0)
    default: return nil
    }
    guard role(index + 3) != .counted || !reader.isGlued(index + 1) else { return nil }
    if second.digits == 2, !reader.isGlued(index + 1), mark == 0x2D {
      guard second.value > first % 100, isClosed(after: index + 2) else { return nil }
    }
    if isSlash {
      guard last == first + 1 else { return nil }
      return match(
        from: index, to: index + 3, .span(PartialDate(year: first), PartialDate(year: last)), 0.9)
    }
    guard last > first, last <= 2200 else { return nil }
    // "2001-05" may be a month of ISO 8601 as well as five years; with a dash it is a range.
    if second.digits == 2, second.value <= 12, mark == 0x2D {
      return match(from: index, to: index + 3, .unknown, 0.7)
    }
    let isPlausible = last - first < 150
    guard isPlausible || yearCertainty(index, first) != nil else { return nil }
    return match(
      from: index, to: index + 3, .span(PartialDate(year: first), PartialDate(year: last)), 0.93)
  }

  /// How sure it is that four figures are a year and not a count, by what stands around them; nil where they are none.
  private func yearCertainty(_ index: Int, _ value: Int) -> Float? {
    // The column says what four figures are that fill a cell.
    if let column, reader.end - reader.start == 1 {
      switch column.kind {
      case .date: return 0.97
      case .number, .percentage, .money: return nil
      case .text: break
      }
    }
    let next = word(index + 1)
    let before = word(index - 1)
    let isModern = (1900...2100).contains(value)
    if next.role == .unit || next.role == .year || reader.punctuation(index + 1) == 0x2B { return nil }
    if isAddress(index) { return nil }
    // "Sendak's 1963 children's book"
    if next.role == .counted, reader.kind(index + 2) != .clitic, before.role != .part,
      before.role != .preposition || !reader.matches(index - 1, "in")
    {
      return nil
    }
    // "(1704 – 1787)"
    if reader.isDash(index - 1), let born = reader.integer(index - 2), isLifetime(index - 2, born.value) { return 0.9 }
    // "died 1443)"
    if isClosed(after: index) {
      for word in ["died", "born", "founded", "built", "established", "crowned"] as [StaticString]
      where reader.matches(index - 1, word) { return 0.87 }
    }
    // "1687 and 1689", "1699 or 1700"
    if reader.kind(index - 1) == .word, let earlier = reader.integer(index - 2), earlier.digits == 4,
      (1000...2100).contains(earlier.value), earlier.value < value, reader.tokens[index - 1].range.count <= 3
    {
      return 0.8
    }
    switch before.role {
    case .preposition:
      if isModern { return 0.93 }
      let isCounted = next.role == .counted || (isUncertainPlural(after: index) && !reader.matches(index - 1, "in"))
      return isCounted ? nil : 0.85
    case .part, .year: return 0.93
    // "im Jahre 1618"
    case .unit where language == .german && unit(before) == .year && !reader.isWordLike(index - 2): return 0.9
    case .unit where language == .german && unit(before) == .year && reader.matches(index - 2, "im"): return 0.93
    case .from where beginsYearRange(index, allowsAnd: false), .between where beginsYearRange(index, allowsAnd: true):
      return 0.85
    case .of, .from, .between, .to, .and, .past: return isModern ? 0.87 : (isClosed(after: index) ? 0.7 : nil)
    case .the: return isModern ? 0.87 : 0.75
    case .notYear, .agoBefore:
      // "over 2000 people", but "over 2000 – 2050"; German "vor 1990" is a preposition.
      return before.role == .agoBefore && language == .german && isModern ? 0.85 : nil
    case .month: return nil
    default: break
    }
    if reader.punctuation(index - 1) == 0x2E {
      // "c. 1818", but not "p. 1225"
      if reader.matches(index - 2, "c") || reader.matches(index - 2, "ca") {
        return isUncertainPlural(after: index) ? nil : 0.9
      }
      for word in ["p", "pp", "no", "nr", "vol", "art", "nos"] as [StaticString] where reader.matches(index - 2, word) {
        return nil
      }
    }
    switch reader.punctuation(index - 1) {
    case 0x28, 0x5B:  // "(2019)", "(1939–45)"
      return isClosed(after: index) || isModern ? (isModern ? 0.9 : 0.8) : nil
    case 0x2C where isClosed(after: index), 0x3B where isClosed(after: index):
      return isModern ? (value > 2050 ? nil : 0.87) : 0.75
    case 0x23, 0x24, 0xA3, 0x20AC, 0xA5, 0xA7, 0x2F, 0x3D, 0x2B: return nil
    default: break
    }
    guard isModern else { return reader.tokens[index].startsSentence && isClosed(after: index) ? 0.5 : nil }
    switch reader.context {
    case .dataCell, .labelCell:
      return reader.end - reader.start == 1 ? (reader.context == .labelCell ? 0.85 : 0.6) : 0.7
    default: break
    }
    if reader.kind(index + 1) == .number || reader.kind(index - 1) == .number { return nil }
    // "World Cup 2018", "Windows 2000"
    if reader.isCapitalised(index - 1), !reader.tokens[index - 1].startsSentence { return value > 2040 ? nil : 0.65 }
    // "2000 households", but "2019 elections"
    return isUncertainPlural(after: index) ? (value % 100 == 0 ? nil : 0.5) : (value > 2050 ? nil : 0.75)
  }

  /// Whether a second, later year follows: "1618" of "from 1618 to 1648", but not of "from 1200 to 1500 people".
  private func beginsYearRange(_ index: Int, allowsAnd: Bool) -> Bool {
    guard let joined = connector(index + 1, allowsAnd: allowsAnd), let first = reader.integer(index),
      let last = reader.integer(joined), last.digits == 4, last.value > first.value, last.value <= 2100,
      !isCode(after: joined + 1), role(joined + 1) != .counted, role(joined + 1) != .unit
    else { return false }
    return !isUncertainPlural(after: joined)
  }

  /// Whether a figure is the number of a house: "1945 Elm Street".
  private func isAddress(_ index: Int) -> Bool {
    guard reader.isCapitalised(index + 1), language == .english else { return false }
    for place in index + 2...index + 4 where reader.isCapitalised(place) {
      for word in ["street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "lane"]
        as [StaticString]
      where reader.matches(place, word) { return true }
    }
    return false
  }

  /// Whether the figure ends its phrase.
  func isClosed(after index: Int) -> Bool {
    guard reader.contains(index + 1) else { return true }
    switch reader.punctuation(index + 1) {
    case 0x29, 0x5D, 0x2C, 0x3B, 0x3A, 0x2E: return true
    case let mark: return TokenReader.isDash(mark)
    }
  }

  /// Whether a word in lower case that ends in "s" follows: what is counted, more often than not.
  func isUncertainPlural(after index: Int) -> Bool {
    guard reader.kind(index + 1) == .word, reader.shape(index + 1) == .lower, !reader.isGlued(index + 1) else {
      return false
    }
    // "since 1895 is", "in 1895 his"
    for word in ["is", "was", "has", "his", "its", "this", "as", "does"] as [StaticString]
    where reader.matches(index + 1, word) { return false }
    return reader.bytes[Int(reader.endByte(index + 1)) - 1] == 0x73
  }
}
