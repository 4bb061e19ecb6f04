import ArticleModel
import EntityRecognition
import TEIEncoding

extension AnnotationRun {
  /// The outcomes of a run in which programs of the user look for entities, too.
  ///
  /// Articles that not all programs answered fail; what was wrong with the programs is said once, at the end.
  func recognized(
    _ inputs: [InputFile], _ names: [OutputNaming.Name], into folder: String?,
    progress: @escaping @Sendable (_ done: Int) -> Void
  ) async throws -> [Outcome] {
    // What comes from standard input can be read once only.
    let standardInput = inputs.first { $0.path == "-" }.map { reader.read($0) }
    let read = { @Sendable (input: InputFile) in
      input.path == "-" ? standardInput! : self.reader.read(input)
    }
    let run = RecognizedRun(recognizers: recognizers, identifiers: names.map(\.identifier), jobs: jobs) { index in
      guard case .success(let article) = read(inputs[index]) else { return nil }
      return self.annotator.input(
        for: article.source, metadata: self.metadata?.metadata(for: inputs[index]) ?? ArticleMetadata())
    }
    let (results, diagnostics) = try await run.run(progress: progress) { article in
      let input = inputs[article.index]
      let name = names[article.index]
      var outcome = Outcome(input: input, output: self.output(name, in: folder), result: .failed)
      switch read(input) {
      case .success(let text): self.annotate(text, name, article, &outcome)
      case .failure(let fault): outcome.diagnostics.append(fault.diagnostic)
      }
      return outcome
    }
    var outcomes = inputs.indices.map { index in
      results[index]
        ?? Outcome(input: inputs[index], output: output(names[index], in: folder), result: .failed)
    }
    outcomes[outcomes.count - 1].diagnostics += notes(onLabelsIn: outcomes) + diagnostics
    return outcomes
  }

  /// Annotates an article with what the programs answered.
  private func annotate(
    _ text: ReadArticle, _ name: OutputNaming.Name, _ article: RecognizedRun.Article, _ outcome: inout Outcome
  ) {
    let hash = text.source.bytes.hashValue
    // A program is not asked where there is nothing to read.
    let isUnchanged =
      if article.answers.contains(where: { $0 == nil }) {
        annotator.input(for: text.source, metadata: ArticleMetadata()) == nil
      } else {
        article.answers.allSatisfy { $0?.sourceHash == hash }
      }
    guard isUnchanged else {
      outcome.diagnostics.append(
        Diagnostic(
          .error, code: "source-changed", "file changed while recognisers read it; expected it to stay as it was",
          file: outcome.input.path))
      return
    }
    let failures = article.failures(of: recognizers, file: outcome.input.path)
    guard failures.isEmpty else {
      outcome.diagnostics += failures
      return
    }
    var faults: [Diagnostic] = []
    var unknownLabels: [String: Int] = [:]
    let file = outcome.input.path
    annotate(text, name, &outcome) { source, metadata in
      guard let input = annotator.input(for: source, metadata: metadata) else { return nil }
      let answers = article.mentions(in: input, of: recognizers)
      for (number, answer) in answers.enumerated() {
        faults += answer.diagnostics(of: recognizers.commands[number], article.line(number), file)
        unknownLabels.merge(answer.unknownLabels, uniquingKeysWith: +)
      }
      let merging = MentionMerging(keepsOwnNames: recognizers.keepsOwnNames)
      var annotated = annotator.annotate(input, metadata: metadata, without: decisions) {
        merging.merged($0, with: answers.map(\.mentions))
      }
      annotated.recognizers = article.names
      return annotated
    }
    outcome.diagnostics += faults
    outcome.unknownLabels = unknownLabels
  }

  private static let shownLabels = 20

  /// A note for each label that means nothing here, of the commonest ones where there are many.
  private func notes(onLabelsIn outcomes: [Outcome]) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    for outcome in outcomes { counts.merge(outcome.unknownLabels, uniquingKeysWith: +) }
    let commonest = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.shownLabels)
    return commonest.sorted { $0.key < $1.key }.map { label, count in
      Diagnostic(
        .note, code: "recognizer-label",
        "label \"\(label.excerpt())\" is no type of \(Program.name); \(count) \(count == 1 ? "mention" : "mentions") left "
          + "out (--recognizer-type \(label.excerpt())=TYPE takes them, =none leaves them out in silence)")
    }
  }
}

extension RecognizedRun.Article {
  /// What programs say that could not read the article.
  fileprivate func failures(of recognizers: ExternalRecognizers, file: String) -> [Diagnostic] {
    zip(answers, recognizers.commands).compactMap { answer, command in
      guard let answer, case .failure(let reason) = answer.answer else { return nil }
      return Diagnostic(
        .error, code: "recognizer-article",
        "recogniser \"\(command)\", line \(answer.line): it could not read the article: \(reason.excerpt(200))",
        file: file)
    }
  }

  /// What each program reported.
  fileprivate func mentions(in input: RecognitionInput, of recognizers: ExternalRecognizers) -> [ReportedMentions] {
    answers.enumerated().map { number, answer in
      var entities: [Result<ReportedEntity, RecognizerLine.Fault>] = []
      if case .entities(let reported)? = answer?.answer { entities = reported }
      return ReportedMentions(
        entities, in: input, counting: recognizers.unit, labels: recognizers.labels, recognizer: UInt8(number + 1))
    }
  }

  fileprivate func line(_ program: Int) -> Int { answers[program]?.line ?? 0 }
}

extension ReportedMentions {
  private static let shownFaults = 3

  /// What is wrong with the first few entities that could not be used, and how many more there are.
  fileprivate func diagnostics(of command: String, _ line: Int, _ file: String) -> [Diagnostic] {
    let place = "recogniser \"\(command)\", line \(line): "
    var diagnostics = faults.prefix(Self.shownFaults).map { fault in
      Diagnostic(
        .error, code: "recognizer-span", place + fault.message, file: file,
        position: fault.byte.map(source.position(at:)))
    }
    if faults.count > Self.shownFaults {
      let message = "\(faults.count - Self.shownFaults) more entities could not be used"
      diagnostics.append(Diagnostic(.error, code: "recognizer-span", place + message, file: file))
    }
    return diagnostics
  }
}
