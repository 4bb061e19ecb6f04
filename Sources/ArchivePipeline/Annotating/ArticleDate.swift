import ArticleModel
import EntityRecognition

/// The date of an article, against which "Tuesday" is resolved: from its metadata, or else from its date line.
enum ArticleDate {
  static func date(
    of structure: ArticleStructure, in source: SourceText, _ metadata: ArticleMetadata, language: String
  ) -> CalendarDate? {
    if let date = metadata.date { return DateRecognizer.calendarDate(fromISO: date) }
    // A date line stands above the text, a dateline in front of one of its first paragraphs.
    for block in structure.blocks.prefix(12) {
      guard case .dateline(let run) = block else { continue }
      if let date = DateRecognizer.calendarDate(inLine: source.string(run.range), language: language) { return date }
    }
    return nil
  }
}
