/// What one program answered of an article.
struct ArticleAnswer: Sendable {
  var answer: RecognizerLine.Answer
  /// The line of its output, from 1.
  var line: Int
  /// A hash of the text that it was sent.
  var sourceHash: Int
}

/// The articles that all programs have answered, on their way from the threads that read the answers to the tasks that
/// annotate.
///
/// It holds a bounded number of them: who delivers more waits. What one program answered and another did not waits here
/// without a bound, or two programs of different speed could wait for each other for ever.
final class AnswerQueue: @unchecked Sendable {
  struct Article: Sendable {
    var index: Int
    /// An answer for each program; nil where it was not asked, since there is nothing to read.
    var answers: [ArticleAnswer?]
  }

  private let monitor = Monitor()
  private let programs: Int
  private let limit: Int
  private var waiting: [Int: (answers: [ArticleAnswer?], missing: Int)] = [:]
  private var ready: [Article] = []
  private var running: Int
  private var isStopped = false

  /// - Parameters:
  ///   - programs: how many answer each article.
  ///   - limit: how many articles wait to be annotated.
  init(programs: Int, limit: Int) {
    self.programs = programs
    self.limit = limit
    running = programs
  }

  /// Takes the answer of a program, or that it was not asked.
  func deliver(_ answer: ArticleAnswer?, from program: Int, for index: Int) {
    monitor.withLock {
      var entry = waiting[index] ?? ([ArticleAnswer?](repeating: nil, count: programs), programs)
      entry.answers[program] = answer
      entry.missing -= 1
      waiting[index] = entry
      guard entry.missing == 0 else { return }
      waiting[index] = nil
      while ready.count >= limit, !isStopped { monitor.wait() }
      ready.append(Article(index: index, answers: entry.answers))
      monitor.wakeAll()
    }
  }

  /// The next article to annotate, waiting for it; nil where none will come.
  func next() -> Article? {
    monitor.withLock {
      while ready.isEmpty {
        if running == 0 || isStopped { return nil }
        monitor.wait()
      }
      monitor.wakeAll()
      return ready.removeFirst()
    }
  }

  /// Says that a program answers nothing more.
  func finish() {
    monitor.withLock {
      running -= 1
      monitor.wakeAll()
    }
  }

  /// Says that a program failed: the others need not go on.
  func stop() {
    monitor.withLock {
      isStopped = true
      monitor.wakeAll()
    }
  }

  var hasStopped: Bool { monitor.withLock { isStopped } }
}
