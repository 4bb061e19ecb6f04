import ArticleModel

extension DateRecognizer {
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
