import ArticleModel

extension DateRecognizer {
  /// The date that an article gives itself: in its date line or by-line, at the edge of its title or first paragraphs
  /// ("Wednesday, October 9, 2013"), or in a line that says when it was published.
  public static func calendarDate(
    of structure: ArticleStructure, in source: SourceText, language: String
  ) -> CalendarDate? {
    for block in structure.blocks.prefix(12) {
      guard case .dateline(let run) = block else { continue }
      if let date = calendarDate(inLine: source.string(run.range), language: language) { return date }
    }
    for (place, block) in structure.blocks.prefix(12).enumerated() {
      let line: Substring
      switch block {
      case .byline(let run), .furniture(let run, _):
        let text = source.string(run.range)
        guard text.utf8.count <= 160, Self.saysWhen(text) || !Self.isFurniture(block),
          let date = calendarDate(inLine: text, language: language), date.day != nil
        else { continue }
        return date
      case .title(let run), .heading(let run, _), .paragraph(let run): line = Substring(source.string(run.range))
      default: continue
      }
      guard place < 5 else { continue }
      if let date = calendarDate(atEdgeOf: line, language: language) { return date }
    }
    return nil
  }

  private static func isFurniture(_ block: Block) -> Bool {
    if case .furniture = block { true } else { false }
  }

  /// Whether a line says that it dates the article.
  private static func saysWhen(_ line: String) -> Bool {
    let words = line.lowercased().split { !$0.isLetter }
    return words.contains {
      ["published", "posted", "updated", "date", "veröffentlicht", "aktualisiert", "stand", "publié", "publicado"]
        .contains($0)
    }
  }

  /// The date with its day of the week that a line begins or ends with, as the news of a wiki do.
  private static func calendarDate(atEdgeOf line: Substring, language: String) -> CalendarDate? {
    let isShort = line.utf8.count <= 240
    let source = SourceText(name: "", String(isShort ? line : line.prefix(60)))
    guard !source.bytes.isEmpty else { return nil }
    let run = TextRun(SourceRange(0..<source.bytes.count))
    let input = RecognitionInput(
      source: source, structure: ArticleStructure(blocks: [.paragraph(run)]), language: language)
    for mention in DateRecognizer().mentions(in: input) {
      guard mention.range.start == 0 || (isShort && mention.range.end == Int32(source.bytes.count)),
        case .date(let value) = mention.value, let when = value.when, let date = calendarDate(fromISO: when),
        date.day != nil, !Characters.isDigit(source.bytes[Int(mention.range.start)]),
        // Without its day of the week a date at the edge of a sentence is one that the article speaks of.
        mention.range.count == source.bytes.count || beginsWithWeekday(mention, in: input)
      else { continue }
      return date
    }
    return nil
  }

  private static func beginsWithWeekday(_ mention: Mention, in input: RecognitionInput) -> Bool {
    guard let token = input.tokens.first(where: { $0.range.start == mention.range.start }) else { return false }
    return input.source.bytes.withUnsafeBufferPointer { bytes in
      let words = DateVocabulary.words(GrammarLanguage(tag: input.language)).table
      return words.entry(bytes, Int(token.range.start), Int(token.range.end))?.role == .weekday
    }
  }

  /// Reads an ISO 8601 date: `2024`, `2024-06` or `2024-06-13`, whatever time follows after a "T" or a space.
  ///
  /// - Returns: nil where the text is none, or names a day that does not exist.
  public static func calendarDate(fromISO text: String) -> CalendarDate? {
    var utf8 = Substring(text).utf8
    func digits(_ count: Int) -> Int? {
      var value = 0
      guard utf8.count >= count else { return nil }
      for byte in utf8.prefix(count) {
        guard Characters.isDigit(byte) else { return nil }
        value = value * 10 + Int(byte &- 0x30)
      }
      utf8 = utf8.dropFirst(count)
      return value
    }
    guard let year = digits(4), year > 0 else { return nil }
    var date = CalendarDate(year: year)
    if utf8.first == 0x2D {
      utf8 = utf8.dropFirst()
      guard let month = digits(2) else { return nil }
      date.month = month
      if utf8.first == 0x2D {
        utf8 = utf8.dropFirst()
        guard let day = digits(2) else { return nil }
        date.day = day
      }
    }
    let mayEnd = utf8.isEmpty || (date.day != nil && (utf8.first == 0x54 || utf8.first == 0x20 || utf8.first == 0x5A))
    guard mayEnd, PartialDate(date).lexical != nil else { return nil }
    return date
  }

  /// Reads the date of a line that dates an article: "13 June 2024", "Published: 13.06.2024", "BRUSSELS, 13 June 2024".
  ///
  /// The first date with a year and a month counts; one whose day-month order cannot be told is none.
  /// Where the language has no such date, English is tried.
  public static func calendarDate(inLine line: String, language: String = "en") -> CalendarDate? {
    let source = SourceText(name: "", line)
    guard !source.bytes.isEmpty else { return nil }
    let run = TextRun(SourceRange(0..<source.bytes.count))
    let structure = ArticleStructure(blocks: [.dateline(run)])
    for language in language == "en" ? ["en"] : [language, "en"] {
      let input = RecognitionInput(source: source, structure: structure, language: language)
      let dates = DateRecognizer().mentions(in: input).lazy.compactMap { mention -> CalendarDate? in
        guard case .date(let value) = mention.value, let when = value.when, let date = calendarDate(fromISO: when),
          date.month != nil
        else { return nil }
        return date
      }
      if let date = dates.first { return date }
    }
    return nil
  }
}
