import ArticleModel

/// A date expression, or a part of one, that begins at a token the caller knows.
struct DateMatch {
  /// Where the mention begins; a byte, because "1990s" may lie inside a token.
  var startByte: Int32
  /// The token after the last.
  var end: Int
  var endByte: Int32
  var meaning: DateMeaning
  var certainty: Float
}

/// Reads date expressions from the tokens of one run.
///
/// Each production takes the index of a token and answers the expression that begins there, or nil. What an
/// expression means is settled in ``DateGrammar/resolved(_:at:)``, against the date of the article.
struct DateGrammar {
  var reader: TokenReader
  let words: DateWords
  let language: GrammarLanguage
  /// The date of the article.
  let today: CalendarDate?
  /// The order of day and month in dates such as 06/05/2024, as the rest of the article tells it.
  var order: NumericDateOrder
  /// What the column holds that the run is a cell of.
  var column: TableColumn?
  var isInDates: Bool { column?.kind == .date }
  /// The run that is read, counted from the beginning of the article.
  var run = 0
  /// The date that the text named last, from which "that year" counts.
  var anchor: DateAnchor?
  /// Whether the article has named a year of three figures or one before Christ, so that "in 348" is one too.
  var knowsOldYears = false
  /// The run in which a month was named last.
  var monthRun = 0

  /// What the word at an index means; `.none` for anything that is no word of the table.
  @inline(__always)
  func word(_ index: Int) -> DateWord {
    guard reader.contains(index), reader.tokens[index].kind == .word else { return .none }
    let range = reader.tokens[index].range
    return words.table.entry(reader.bytes, Int(range.start), Int(range.end)) ?? .none
  }

  func role(_ index: Int) -> DateWord.Role { word(index).role }

  /// Whether the word is "of", or what stands for it: "de" of Spanish and French is "from" too.
  func isOf(_ index: Int) -> Bool {
    switch role(index) {
    case .of: true
    case .from:
      (language == .spanish || language == .french)
        && (reader.matches(index, "de") || reader.matches(index, "del")
          || reader.matches(index, "du"))
    default: false
    }
  }

  func match(
    from start: Int, to end: Int, _ meaning: DateMeaning, _ certainty: Float, endByte: Int32? = nil
  ) -> DateMatch {
    DateMatch(
      startByte: startByte(start), end: end, endByte: endByte ?? reader.endByte(end - 1), meaning: meaning,
      certainty: certainty)
  }

  /// Where a mention begins whose first token is at `index`: in French behind an elided word, as the "l’" of "l’été".
  private func startByte(_ index: Int) -> Int32 {
    let start = reader.startByte(index)
    guard language == .french, reader.kind(index) == .word, reader.tokens[index].range.count > 3 else { return start }
    switch reader.bytes[Int(start) + 1] {
    case 0x27: return start + 2
    case 0xE2 where reader.bytes[Int(start) + 2] == 0x80 && reader.bytes[Int(start) + 3] == 0x99: return start + 4
    default: return start
    }
  }

  /// The expression that begins at a word.
  func expression(atWord index: Int, _ word: DateWord) -> DateMatch? {
    switch word.role {
    case .month:
      if let match = monthFirst(index) { return extended(withNamedYear(match)) }
      return bareMonth(index, word).map { extended(withNamedYear($0)) }
    case .weekday: return weekdayFirst(index, word)
    case .season: return season(index, word)
    case .ordinal: return ordinalFirst(index, Int(word.value), wordEnd: index + 1)
    case .cardinal: return duration(index)
    case .relativeDay: return relativeDay(index, word)
    case .deictic: return deictic(index, word)
    case .anaphoric: return anaphoric(index, word)
    case .part: return part(index, word).map(extended)
    case .edge: return edge(index, word)
    case .later: return laterDecade(index, word)
    case .holiday: return holiday(index, word)
    case .fiscal: return fiscalYear(index)
    case .agoBefore: return agoBefore(index)
    case .era: return eraFirst(index, word)
    case .unit, .year: return unitFirst(index, word)
    case .decadeName: return decadeName(index, word)
    case .decadeNoun: return decadeNoun(index)
    default: return nil
    }
  }

  /// The expression that begins at a number, or at a mixture of digits and letters.
  func expression(atNumber index: Int) -> DateMatch? {
    if let match = numericDate(index) { return extended(match) }
    if let match = dayAndMonth(index) { return extended(match) }
    if let match = dayFirst(index) { return extended(withNamedYear(match)) }
    if let match = decade(index) { return match }
    if let ordinal = reader.ordinal(index, language) {
      return ordinalFirst(index, ordinal, wordEnd: index + 1)
    }
    if language == .german, let value = reader.integer(index), value.digits <= 2, reader.isGlued(index + 1),
      reader.punctuation(index + 1) == 0x2E, let match = ordinalFirst(index, value.value, wordEnd: index + 2)
    {
      return match
    }
    if let match = duration(index) { return match }
    if let match = yearWithEra(index) { return extended(match) }
    return namedYear(index) ?? year(index) ?? oldYear(index)
  }

  // MARK: Parts

  /// A day of the month at `index`: "13", "13th", and "13." in German.
  func day(_ index: Int) -> (value: Int, next: Int)? {
    if let integer = reader.integer(index), integer.digits <= 2, (1...31).contains(integer.value) {
      if reader.isGlued(index + 1), reader.punctuation(index + 1) == 0x2E, language == .german {
        return (integer.value, index + 2)
      }
      return (integer.value, index + 1)
    }
    if let ordinal = reader.ordinal(index, language), (1...31).contains(ordinal) { return (ordinal, index + 1) }
    return nil
  }

  /// The name of a month at `index`, with the full stop of an abbreviation.
  func month(_ index: Int) -> (word: DateWord, next: Int)? {
    let word = word(index)
    guard word.role == .month else { return nil }
    switch language {
    case .english, .german: guard reader.isCapitalised(index) else { return nil }
    case .french, .spanish, .other: break
    }
    if word.isAbbreviation, reader.isGlued(index + 1), reader.punctuation(index + 1) == 0x2E {
      return (word, index + 2)
    }
    return (word, index + 1)
  }

  /// A year of four digits that belongs to a month before it: "2024", ", 2024", "of 2024", "de 2024".
  func yearAfterMonth(_ index: Int) -> (value: Int, next: Int)? {
    var index = index
    if reader.punctuation(index) == 0x2C {
      index += 1
    } else if isOf(index) {
      index += 1
    }
    if reader.matches(index, "the"), role(index + 1) == .year { index += 1 }
    if role(index) == .year { index += 1 }
    // "24 August AD 79"
    if role(index) == .era, word(index).value > 0, reader.shape(index) == .upper,
      let year = reader.integer(index + 1), (1...9999).contains(year.value), !isCode(after: index + 2)
    {
      return (year.value, index + 2)
    }
    guard let year = reader.integer(index), !isCode(after: index + 1) else { return nil }
    // "15 March 44 BC"
    if year.digits <= 4, year.value > 0, let era = era(index + 1) {
      return (era.value < 0 ? 1 - year.value : year.value, era.next)
    }
    // "30 September 420)": three figures where they can be no count.
    let isOld = year.digits == 3 && year.value >= 100 && (reader.punctuation(index + 1) == 0x29 || isOf(index - 1))
    guard isOld || (year.digits == 4 && (1000...2199).contains(year.value)) else { return nil }
    return (year.value, index + 1)
  }

  /// Whether what is glued to a figure makes it a part of a code or a measure: "2024%", "2024/113", "12-34-A".
  func isCode(after index: Int) -> Bool {
    guard reader.isGlued(index) else { return false }
    switch reader.punctuation(index) {
    case 0x25, 0xB0, 0x2B, 0x24, 0x20AC, 0xA3, 0x40, 0x3D, 0x5F, 0x23: return true
    case 0x2F, 0x3A: return reader.isGlued(index + 1) && reader.isWordLike(index + 1)
    case 0x2E, 0x2C, 0x5C:
      return reader.isGlued(index + 1) && (reader.kind(index + 1) == .number || reader.kind(index + 1) == .mixed)
    default: return false
    }
  }

  /// Whether a figure before `index` counts or measures something: "May 5 million", "March 30 percent".
  func isQuantity(after index: Int) -> Bool {
    switch reader.punctuation(index) {
    case 0x25, 0x20AC, 0xB0: return true
    case 0x3A: return reader.isGlued(index) && reader.isGlued(index + 1) && reader.kind(index + 1) == .number
    case 0: return role(index) == .counted
    default: return false
    }
  }

  /// The index after a dash or a word that joins the ends of a range.
  func connector(_ index: Int, allowsAnd: Bool) -> Int? {
    if reader.isDash(index) { return index + 1 }
    switch role(index) {
    case .to: return index + 1
    case .and: return allowsAnd ? index + 1 : nil
    default: return nil
    }
  }

  /// Whether the token at `index` hangs on something before it that makes it a part of a code: "CVE-2024", "$5".
  func isPartOfCode(before index: Int) -> Bool {
    guard reader.contains(index), !reader.tokens[index].followsSpace, reader.contains(index - 1) else { return false }
    switch reader.punctuation(index - 1) {
    case 0: return true
    // Brackets, quotation marks, commas, semicolons, a colon after a word, a bullet, an apostrophe.
    case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x2C, 0x3B, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0xAB, 0x2022, 0x7C, 0x2A:
      return false
    case 0x3A: return reader.kind(index - 2) == .number
    case 0x2E: return reader.kind(index - 2) == .number || reader.kind(index - 2) == .mixed
    case let mark where TokenReader.isDash(mark): return reader.isGlued(index - 1)
    default: return true
    }
  }
}
