import ArticleModel
import Extraction
import XML

/// The surveys of all workers.
final class NameSurveys: @unchecked Sendable {
  // Unchecked: the list is only touched under the lock; a survey belongs to its worker until all are done.
  private let query: Query
  private let lock = Lock()
  private var surveys: [NameSurvey] = []

  init(_ query: Query) { self.query = query }

  var all: [NameSurvey] { lock.withLock { surveys } }

  @Sendable func make() -> NameSurvey {
    let survey = NameSurvey(query)
    lock.withLock { surveys.append(survey) }
    return survey
  }

  /// Why nothing was found, where there is a likely reason.
  var hints: [Diagnostic] { QueryHints(query, all).diagnostics(isEmpty: true, emptyColumns: []) }
}
