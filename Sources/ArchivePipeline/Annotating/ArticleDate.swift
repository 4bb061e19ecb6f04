import ArticleModel
import EntityRecognition

/// The date of an article, against which "Tuesday" is resolved: from its metadata, or else from the article itself.
enum ArticleDate {
  static func date(
    of structure: ArticleStructure, in source: SourceText, _ metadata: ArticleMetadata, language: String
  ) -> CalendarDate? {
    if let date = metadata.date { return DateRecognizer.calendarDate(fromISO: date) }
    return DateRecognizer.calendarDate(of: structure, in: source, language: language)
  }
}
