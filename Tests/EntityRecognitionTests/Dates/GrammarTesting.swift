import ArticleModel
import EntityRecognition
import Testing

/// One text, and the mentions that a recogniser finds in it.
struct GrammarCase: CustomTestStringConvertible, Sendable {
  var text: String
  /// "words → value", in the order of the text.
  var mentions: [String]
  var language = "en"
  var date: CalendarDate?

  init(_ text: String, _ mentions: String..., language: String = "en", date: CalendarDate? = nil) {
    self.text = text
    self.mentions = mentions
    self.language = language
    self.date = date
  }

  var testDescription: String { "\(language): \(text)" }
}

/// What recognisers find, written down.
enum Grammar {
  static func input(
    _ text: String, language: String = "en", date: CalendarDate? = nil, block: (TextRun) -> Block = { .paragraph($0) }
  ) -> RecognitionInput {
    let source = SourceText(name: "test.txt", text)
    let run = TextRun(SourceRange(0..<source.bytes.count))
    return RecognitionInput(
      source: source, structure: ArticleStructure(blocks: source.bytes.isEmpty ? [] : [block(run)]), date: date,
      language: language)
  }

  static func mentions(
    _ recognizer: some EntityRecognizer, _ test: GrammarCase, where isIncluded: (Mention) -> Bool = { _ in true }
  ) -> [String] {
    let input = input(test.text, language: test.language, date: test.date)
    return recognizer.mentions(in: input).filter(isIncluded).map {
      "\(input.source.string($0.range)) → \(text(of: $0.value))"
    }
  }

  /// A value on one line: `2024-06`, `1939/1945` for from and to, `1990..1999` for bounds, `-` for none.
  static func text(of value: MentionValue) -> String {
    switch value {
    case .none: return "-"
    case .date(let date):
      if let when = date.when { return when }
      if let from = date.from, let to = date.to { return "\(from)/\(to)" }
      if let lower = date.notBefore, let upper = date.notAfter { return "\(lower)..\(upper)" }
      return "?"
    case .time(let time): return time
    case .quantity(let quantity):
      let unit = quantity.unit.map { " \($0)" } ?? ""
      if let value = quantity.quantity { return value + unit }
      return "\(quantity.atLeast ?? "?")..\(quantity.atMost ?? "?")\(unit)"
    case .target(let target): return target
    }
  }
}
