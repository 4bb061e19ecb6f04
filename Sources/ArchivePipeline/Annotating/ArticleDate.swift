import ArticleModel
import EntityRecognition

/// The date of an article, against which "Tuesday" is resolved: from its metadata, or else from its date line.
enum ArticleDate {
  static func date(
    of structure: ArticleStructure, in source: SourceText, _ metadata: ArticleMetadata, language: String
  ) -> CalendarDate? {
    if let date = metadata.date { return DateRecognizer.calendarDate(fromISO: date) }
    for block in structure.blocks {
      switch block {
      case .dateline(let run):
        if let date = DateRecognizer.calendarDate(inLine: source.string(run.range), language: language) { return date }
      case .title, .byline, .furniture: continue
      default: return nil
      }
    }
    return nil
  }
}
