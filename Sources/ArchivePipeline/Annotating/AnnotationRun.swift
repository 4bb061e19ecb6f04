import ArticleModel
public import EntityLinking
import TEIEncoding
import TEIValidation
import XML

/// What `teikit annotate` is asked to do.
public struct AnnotationRun: Sendable {
  public var annotator: Annotator
  public var reader: ArticleReader
  public var metadata: MetadataTable?
  /// Programs of the user that look for entities, too.
  public var recognizers = ExternalRecognizers()
  public var encoding: EncodingOptions
  /// What a person decided about entities.
  public var decisions: Decisions
  /// Whether each document is checked against the schema and read back before it is written.
  public var validates: Bool
  /// Whether a file that stands in the way and differs is written over.
  public var overwrites: Bool
  /// How many articles are worked on at once, at least 1.
  public var jobs: Int

  public init(
    annotator: Annotator = Annotator(), reader: ArticleReader = ArticleReader(), metadata: MetadataTable? = nil,
    encoding: EncodingOptions = EncodingOptions(), decisions: Decisions = Decisions(), validates: Bool = true,
    overwrites: Bool = false, jobs: Int = 1
  ) {
    self.annotator = annotator
    self.reader = reader
    self.metadata = metadata
    self.encoding = encoding
    self.decisions = decisions
    self.validates = validates
    self.overwrites = overwrites
    self.jobs = max(1, jobs)
  }

  /// What became of one article.
  public struct Outcome: Sendable {
    public enum Result: Sendable { case written, unchanged, failed }

    public var input: InputFile
    public var output: String
    public var result: Result
    public var summary = EncodingSummary()
    public var diagnostics: [Diagnostic] = []
    /// Bytes of the source.
    public var size = 0
    /// Labels of the user's programs that mean nothing here, and how often they were used.
    var unknownLabels: [String: Int] = [:]
  }

  /// Annotates files into a folder, in parallel, and writes `corpus.xml` and the schema beside them.
  ///
  /// A bad file is an outcome like any other and never stops the rest.
  ///
  /// - Parameters:
  ///   - folder: Where the TEI goes; made where it is not there. nil for standard output, for one input only.
  ///   - progress: Called after each article with how many are done.
  /// - Throws: ``FileFault`` where the folder cannot be made.
  public func run(
    _ inputs: [InputFile], into folder: String?, progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) async throws -> [Outcome] {
    if let folder { try FileSystem.makeFolder(folder) }
    let (names, notes) = OutputNaming.names(for: inputs)
    let work = zip(inputs, names).map { input, name in
      (input: input, name: name, notes: notes.filter { $0.file == input.path })
    }
    var outcomes =
      recognizers.commands.isEmpty
      ? try await Parallel.map(work, jobs: jobs, progress: progress) { one($0.input, $0.name, into: folder) }
      : try await recognized(inputs, names, into: folder, progress: progress)
    for (index, item) in work.enumerated() { outcomes[index].diagnostics.insert(contentsOf: item.notes, at: 0) }
    if let folder, outcomes.contains(where: { $0.result != .failed }) {
      let faults = CorpusFile(encoding: encoding, overwrites: overwrites).write(into: folder, decisions: decisions)
      outcomes[outcomes.count - 1].diagnostics +=
        faults + [OwnSchema.write(to: Path.join(folder, encoding.schema))].compactMap { $0 }
    }
    return outcomes
  }

  private func one(_ input: InputFile, _ name: OutputNaming.Name, into folder: String?) -> Outcome {
    var outcome = Outcome(input: input, output: output(name, in: folder), result: .failed)
    switch reader.read(input) {
    case .success(let article):
      annotate(article, name, &outcome) {
        self.annotator.annotate($0, metadata: $1, without: decisions)
      }
    case .failure(let fault): outcome.diagnostics.append(fault.diagnostic)
    }
    return outcome
  }

  /// Where the TEI of an article goes.
  func output(_ name: OutputNaming.Name, in folder: String?) -> String {
    folder.map { Path.join($0, name.stem + ".xml") } ?? "-"
  }

  /// Annotates an article that is read, checks its TEI and writes it.
  ///
  /// - Parameter body: The annotated article; nil where there is no text in it.
  func annotate(
    _ article: ReadArticle, _ name: OutputNaming.Name, _ outcome: inout Outcome,
    _ body: (SourceText, ArticleMetadata) -> AnnotatedArticle?
  ) {
    let input = outcome.input
    outcome.size = article.source.bytes.count
    let metadata = self.metadata?.metadata(for: input) ?? ArticleMetadata()
    guard var annotated = body(article.source, metadata) else {
      outcome.diagnostics.append(
        Diagnostic(.error, code: "source-empty", "file has no text; expected an article", file: input.path))
      return
    }
    annotated.removeEntities { decisions.ignores($0, in: name.identifier) }
    var options = encoding
    options.sourceEncoding = article.encoding
    options.originalBytes = article.originalBytes
    let encoded = TEIEncoder(options: options).encode(annotated, identifier: name.identifier)
    let bytes = encoded.document.serialized()
    if validates {
      let faults = OutputCheck.faults(of: bytes, source: article.source, name: name, input: input)
      guard faults.isEmpty else {
        outcome.diagnostics += faults
        return
      }
    }
    outcome.summary = encoded.summary
    write(bytes, to: outcome.output, &outcome)
  }

  private func write(_ bytes: [UInt8], to output: String, _ outcome: inout Outcome) {
    if output != "-", FileSystem.kind(of: output) != nil {
      if let old = try? FileSystem.read(output), old == bytes {
        outcome.result = .unchanged
        return
      }
      guard overwrites else {
        outcome.diagnostics.append(
          Diagnostic(
            .error, code: "output-exists", "another version of the file is there; --force writes over it", file: output)
        )
        return
      }
    }
    do throws(FileFault) {
      try FileSystem.write(bytes, to: output)
      outcome.result = .written
    } catch {
      outcome.diagnostics.append(
        Diagnostic(.error, code: "output-unwritable", "cannot be written: \(error.reason)", file: output))
    }
  }
}
