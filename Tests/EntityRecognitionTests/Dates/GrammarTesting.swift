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

/// The text of a cell, what its column holds, and the mentions that a recogniser finds.
struct ColumnCase: CustomTestStringConvertible, Sendable {
  var text: String
  var column: TableColumn
  var mentions: [String]
  var language: String
  /// What the head of the column names as its unit.
  var unit: String?

  init(_ text: String, _ column: TableColumn, _ mentions: String..., language: String = "en", unit: String? = nil) {
    self.text = text
    self.column = column
    self.mentions = mentions
    self.language = language
    self.unit = unit
  }

  var testDescription: String { "\(language) \(column.kind): \(text)" }

  func found(_ recognizer: some EntityRecognizer, where isIncluded: (Mention) -> Bool = { _ in true }) -> [String] {
    // The unit stands behind the cell.
    let end = text.utf8.count
    var column = column
    column.unit = unit.map { SourceRange((end + 1)..<(end + 1 + $0.utf8.count)) }
    let source = SourceText(name: "test.txt", text + "\n" + (unit ?? ""))
    var table = TableBlock(rows: [TableRow(role: .data, cells: [TextRun(SourceRange(0..<end))])])
    table.columns = [column]
    let input = RecognitionInput(
      source: source, structure: ArticleStructure(blocks: [.table(table)]),
      date: CalendarDate(year: 2024, month: 9, day: 12), language: language)
    return recognizer.mentions(in: input).filter(isIncluded).map {
      "\(source.string($0.range)) → \(Grammar.text(of: $0.value))"
    }
  }
}
