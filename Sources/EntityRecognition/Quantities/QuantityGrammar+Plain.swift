import ArticleModel

/// Numbers that count without a unit, and the figures that are none.
extension QuantityGrammar {
  func plain(_ index: Int, _ reading: NumberReading, start: Int32) -> QuantityMatch? {
    if reading.isOne { return one(index, reading) }
    guard !reading.isOnlyBeforeUnit, reading.suffix == nil, isPlain(index, end: reading.end),
      !isMonth(around: index, end: reading.end), !reading.isUnclear || reading.isFraction
    else { return nil }
    // "patient zero"
    if reading.isWords, reading.value.digits == 0, reader.kind(reading.end) != .word { return nil }
    var certainty: Float = reading.isWords ? 0.8 : 0.85
    if reading.isYearLike, !isCompared(index - 1) { certainty = 0.4 }
    if numbers.isInFigures { certainty = 0.95 }
    if !reading.isFraction, reader.isGlued(reading.end), reader.isDash(reading.end) {
      // "28-member", but not "two-way", "9-11", "3-2" and "2-for-10".
      guard !reading.isWords, reader.isGlued(reading.end + 1), reader.kind(reading.end + 1) == .word,
        reader.shape(reading.end + 1) == .lower, !reading.isYearLike, !reader.matches(reading.end + 1, "for")
      else { return nil }
      certainty = 0.65
    }
    return QuantityMatch(
      startByte: start, end: reading.end, endByte: reading.endByte, type: .number,
      value: reading.isUnclear ? nil : QuantityValue(quantity: reading.value.text), certainty: certainty)
  }

  /// "one" of "one desk", where it counts; not of "one of them", "the one", "no one", "one might think"; "One expert said"
  /// tells of any.
  private func one(_ index: Int, _ reading: NumberReading) -> QuantityMatch? {
    let next = index + 1
    guard language == .english, reader.matches(index, "one"), reader.shape(index) == .lower, reading.end == next,
      reader.kind(next) == .word,
      reader.shape(next) == .lower, !reader.isGlued(next), !has(next, in: Self.afterPronoun),
      !has(index - 1, in: Self.beforePronoun), !reader.isGlued(index) || !reader.isDash(index - 1)
    else { return nil }
    return QuantityMatch(
      startByte: reader.startByte(index), end: next, endByte: reading.endByte, type: .number,
      value: QuantityValue(quantity: "1"), certainty: 0.6)
  }

  private func has(_ index: Int, in table: WordTable<Bool>) -> Bool {
    guard reader.kind(index) == .word else { return false }
    let range = reader.tokens[index].range
    return table.entry(reader.bytes, Int(range.start), Int(range.end)) != nil
  }

  private static let beforePronoun = WordTable(
    """
    the this that no any every each which another some what new old good bad big small only great single last next first \
    other same right wrong from formerly his her our their my your its such day
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { (word: String($0), entry: true) })

  private static let afterPronoun = WordTable(
    """
    of is was are were has had have will would can could just may might must shall should does did do another by day thing point and or \
    in on at to for from with who that which whose where when than but as if not never always also can't cannot gets \
    needs wants wishes knows feels thinks sees finds hopes hears says said expects once upon way only too so again here there later instead
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { (word: String($0), entry: true) })

  /// "more than 1000", "at least 1500": no year.
  private func isCompared(_ index: Int) -> Bool {
    reader.matches(index, "than") || reader.matches(index, "least") || reader.matches(index, "nearly")
      || reader.matches(index, "some")
  }

  /// Whether a figure is a number and not a label, a code, a score or a part of a name.
  func isPlain(_ index: Int, end: Int) -> Bool {
    if reader.isGlued(end) {
      switch reader.punctuation(end) {
      case 0x3A, 0x2F, 0x2E, 0x5F, 0x40, 0x23, 0x27, 0x2019:
        if reader.isGlued(end + 1), reader.isWordLike(end + 1) { return false }
      // "12ᵃ", "3°"
      case 0xB0: return false
      default: break
      }
      if reader.isWordLike(end) { return false }
    }
    // The number of an item at the beginning of a run.
    if index == reader.start, reader.punctuation(end) == 0x2E || reader.punctuation(end) == 0x29, end < reader.end - 1 {
      return false
    }
    let before = reader.punctuation(index - 1)
    let after = reader.punctuation(end)
    if before == 0x5B, after == 0x5D || after == 0x2C { return false }
    // "§ 12", "№ 7", "# 1", "size = 20"
    if before == 0xA7 || before == 0x2116 || before == 0x23 || before == 0x3D { return false }
    // "c(0.5", "37(1): 339–351"
    if before == 0x28, reader.isGlued(index - 1), reader.isWordLike(index - 2) { return false }
    if after == 0x28, reader.kind(end + 1) == .number, reader.punctuation(end + 3) == 0x3A { return false }
    if isReference(index, end: end) { return false }
    let earlier = word(index - 1)
    if earlier.role == .label || before == 0x2E && word(index - 2).role == .label { return false }
    // "tous deux", "dos veces", as "both" and "twice"
    if reader.matches(index - 1, "tous") || reader.matches(index - 1, "toutes") || reader.matches(end, "veces") {
      return false
    }
    // "9 Uhr", "8 bis 12 Uhr"
    if language == .german {
      let last = word(end).role == .to || reader.isDash(end) ? end + 2 : end
      if reader.matches(last, "uhr") { return false }
    }
    // "5 500" of a language that groups by commas may be one number or two.
    if reader.kind(end) == .number, reader.tokens[end].range.count == 3, reader.kind(index) == .number { return false }
    if reader.kind(index - 1) == .number, reader.tokens[index].followsSpace, reader.kind(index) == .number {
      return false
    }
    return !isPartOfName(index, end: end)
  }

  /// "(3)", "(3, 16)", "[12–14]": what refers to notes or sources, small figures alone in brackets.
  private func isReference(_ index: Int, end: Int) -> Bool {
    var first = index
    var last = end
    // No list of references is long; a page of figures is.
    while index - first < 8, isReferencePart(first - 1) { first -= 1 }
    while last - end < 8, isReferencePart(last) { last += 1 }
    switch (reader.punctuation(first - 1), reader.punctuation(last)) {
    case (0x28, 0x29):
      return first < index || last > end || end == index + 1 && reader.tokens[index].range.count <= 2
    case (0x5B, 0x5D): return true
    default: return false
    }
  }

  private func isReferencePart(_ index: Int) -> Bool {
    if let figure = reader.integer(index) { return figure.digits <= 3 }
    return reader.punctuation(index) == 0x2C || reader.isDash(index)
  }

  /// "Boeing 737", "iPhone 15", "Article 5": a name before it, but not the word that begins a sentence.
  private func isPartOfName(_ index: Int, end: Int) -> Bool {
    guard reader.kind(index) != .word else { return false }
    if reader.shape(index - 1) == .mixed { return true }
    guard reader.isCapitalised(index - 1) else { return false }
    switch word(index - 1).role {
    case .function, .from, .to, .and, .one, .change, .score, .month: return false
    default: break
    }
    let isTitle = reader.context == .title || reader.context == .heading
    return !(isTitle && reader.kind(end) == .word)
  }

  /// Whether a month stands beside a figure, which is then a day or a year.
  func isMonth(around index: Int, end: Int) -> Bool {
    // "on 12 September 300,000 people left"
    let mayBeDay = reader.kind(index) != .number || reader.integer(index).map { $0.digits <= 4 } ?? false
    // "on Feb. 9"
    let month = reader.punctuation(index - 1) == 0x2E && reader.isGlued(index - 1) ? index - 2 : index - 1
    if mayBeDay, word(month).role == .month,
      reader.isCapitalised(month) || language == .french || language == .spanish
    {
      return true
    }
    var next = end
    if reader.punctuation(next) == 0x2E, reader.isGlued(next) { next += 1 }
    if reader.matches(next, "of") || reader.matches(next, "de") { next += 1 }
    guard word(next).role == .month else { return false }
    return reader.isCapitalised(next) || language == .french || language == .spanish
  }
}
