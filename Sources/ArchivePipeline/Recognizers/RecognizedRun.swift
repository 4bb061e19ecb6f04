import ArticleModel
import EntityRecognition

/// A run of annotations in which programs of the user look for entities, too.
///
/// Each article is read twice or more: once by the thread that sends it to a program, and once when all have answered. So
/// no article waits in memory for a program that thinks long or answers late.
struct RecognizedRun {
  let recognizers: ExternalRecognizers
  let identifiers: [String]
  let jobs: Int
  /// What an article holds; nil where it cannot be read or holds no text.
  let input: @Sendable (Int) -> RecognitionInput?

  /// An article that is ready to be annotated.
  struct Article: Sendable {
    var index: Int
    var answers: [ArticleAnswer?]
    /// The names of the programs.
    var names: [String]
  }

  /// Runs all programs, and `body` on each article that all have answered, `jobs` at once.
  ///
  /// - Returns: The results by the index of the article, nil for those that not all programs answered; and what was wrong
  ///   with the programs.
  func run<Result: Sendable>(
    progress: @escaping @Sendable (Int) -> Void, _ body: @escaping @Sendable (Article) -> Result
  ) async throws -> (results: [Result?], diagnostics: [Diagnostic]) {
    let queue = AnswerQueue(programs: recognizers.commands.count, limit: jobs * 16)
    let indices = Dictionary(identifiers.indices.map { (identifiers[$0], $0) }, uniquingKeysWith: { first, _ in first })
    let exchanges = recognizers.commands.enumerated().map { number, command in
      RecognizerExchange(
        command: command, number: number, identifiers: identifiers, indices: indices,
        timeout: recognizers.timeout == 0 ? nil : .seconds(recognizers.timeout), queue: queue,
        request: { [input, identifiers, unit = recognizers.unit] index in
          guard let article = input(index), article.runs.contains(where: { !$0.range.isEmpty }) else { return nil }
          return (RecognizerRequest.line(identifiers[index], article, counting: unit), article.source.bytes.hashValue)
        })
    }
    let defaultNames = recognizers.commands.map(ExternalRecognizers.name)
    let threads = exchanges.map { exchange in BlockingThread { exchange.run() } }
    let done = try await Parallel.map(Array(identifiers.indices), jobs: jobs, progress: progress) { _ in
      queue.next().map { article in
        let names = zip(exchanges, defaultNames).map { $0.name ?? $1 }
        return (article.index, body(Article(index: article.index, answers: article.answers, names: names)))
      }
    }
    for thread in threads { thread.join() }
    var results = [Result?](repeating: nil, count: identifiers.count)
    for case (let index, let result)? in done { results[index] = result }
    return (results, exchanges.flatMap(\.diagnostics))
  }
}
