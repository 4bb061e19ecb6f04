public import ArticleModel
public import EntityLinking
import EntityRecognition
import Exchange
public import TEIEditing
import TEIText
import XML

/// Adds entities to TEI files that exist already; what they have stays as it is, to the byte.
public struct TEIAnnotationRun: Sendable {
  /// Where the files go.
  public enum Destination: Sendable {
    /// Under their paths below the folders that the caller named.
    case folder(String)
    case inPlace
    /// For one file only.
    case standardOutput
  }

  public var annotator: Annotator
  /// What a person decided about entities.
  public var decisions: Decisions
  /// What was asked for, as the header of each file records it.
  public var runOptions: String
  /// When, for the header, ISO 8601; nil to leave it out.
  public var date: String?
  /// Whether mentions may stand in mentions that a file has, and around them.
  public var isNested: Bool
  /// Whether files are held to their schemas before they are written.
  public var validates: Bool
  /// Whether a file that stands in the way and differs is written over.
  public var overwrites: Bool
  /// How many files are worked on at once, at least 1.
  public var jobs: Int
  /// Largest file that is read, in bytes.
  public var maximumSize: Int
  /// The schemas that files name.
  private let schemas = SchemaStore(catalogs: nil)

  public init(
    annotator: Annotator = Annotator(), decisions: Decisions = Decisions(), runOptions: String = "",
    date: String? = nil, isNested: Bool = false, validates: Bool = true,
    overwrites: Bool = false, jobs: Int = 1, maximumSize: Int = SourceText.maximumSize
  ) {
    self.annotator = annotator
    self.decisions = decisions
    self.runOptions = runOptions
    self.date = date
    self.isNested = isNested
    self.validates = validates
    self.overwrites = overwrites
    self.jobs = max(1, jobs)
    self.maximumSize = maximumSize
  }

  /// What became of one file.
  public struct Outcome: Sendable {
    public enum Result: Sendable { case written, unchanged, failed }

    public var input: InputFile
    public var output: String
    public var result = Result.failed
    public var added = MentionWriter.Outcome()
    public var diagnostics: [Diagnostic] = []
  }

  /// Annotates files, in parallel. A bad file is an outcome like any other and never stops the rest.
  ///
  /// - Parameter progress: Called after each file with how many are done.
  /// - Throws: ``DiagnosticFault`` where two files would be written to one.
  public func run(
    _ inputs: [InputFile], to destination: Destination,
    progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) async throws -> [Outcome] {
    if case .folder(let folder) = destination { try InputFile.checkNames(of: inputs, in: folder) }
    return try await Parallel.map(inputs, jobs: jobs, progress: progress) { self.one($0, destination) }
  }

  private func one(_ input: InputFile, _ destination: Destination) -> Outcome {
    let output =
      switch destination {
      case .folder(let folder): Path.join(folder, input.relativePath)
      case .inPlace: input.path
      case .standardOutput: "-"
      }
    var outcome = Outcome(input: input, output: output)
    do throws(DiagnosticFault) {
      let bytes = try self.bytes(of: input)
      let (annotated, added) = try annotated(bytes, input)
      outcome.added = added
      var isInPlace = false
      if case .inPlace = destination { isInPlace = true }
      try write(annotated, over: bytes, &outcome, isInPlace: isInPlace)
    } catch {
      outcome.diagnostics.append(error.diagnostic)
    }
    return outcome
  }

  private func bytes(of input: InputFile) throws(DiagnosticFault) -> [UInt8] {
    do throws(FileFault) {
      return try FileSystem.read(input.path, limit: maximumSize)
    } catch {
      throw DiagnosticFault(Diagnostic(.error, code: "file-unreadable", error.reason, file: input.path))
    }
  }

  /// The file with what was found in it.
  private func annotated(
    _ bytes: [UInt8], _ input: InputFile
  ) throws(DiagnosticFault) -> ([UInt8], MentionWriter.Outcome) {
    let table = try TEITable.read(bytes, input)
    let markup: SourceMarkup
    do throws(TEIEditError) {
      markup = try SourceMarkup(bytes, table)
    } catch {
      throw DiagnosticFault(
        Diagnostic(.error, code: "tei-uneditable", error.message, file: input.path, position: error.position))
    }
    let declarations = StandoffDeclarations(table)
    var writer = MentionWriter(
      markup, isNested: isNested,
      description: "options: \(runOptions.isEmpty ? "defaults" : runOptions); gazetteers and models: "
        + Annotator.dataDigest, date: date)
    let tops = TEIDocuments.of(table)
    for top in tops {
      guard top.child("teiHeader")?.child("fileDesc")?.child("titleStmt") != nil else {
        throw DiagnosticFault(
          Diagnostic(
            .error, code: "tei-uneditable",
            "the TEI has no titleStmt in its header; expected one, to say who annotated",
            file: input.path, position: table.position(of: top.number)))
      }
      let reader = StandoffReader(table, of: top, declarations: declarations)
      do throws(SourceText.Fault) {
        if let article = try annotator.annotate(reader, name: input.path, without: decisions) {
          writer.add(article, to: reader)
        }
      } catch {
        throw DiagnosticFault(
          Diagnostic(.error, code: "source-too-large", "the text of the file is too large", file: input.path))
      }
    }
    let (annotated, outcome) = writer.write()
    guard annotated != bytes else { return (bytes, MentionWriter.Outcome()) }
    try check(annotated, tops, input)
    if validates {
      var validity = EditedFileCheck(bytes, table, file: input.path, store: schemas)
      if let fault = validity.fault(of: annotated) {
        throw DiagnosticFault(
          Diagnostic(
            .error, code: "output-invalid", "\(fault); --no-validate writes it all the same", file: input.path))
      }
    }
    return (annotated, outcome)
  }

  /// The last look at a file before it is written: it is well-formed, and its text is what it was.
  private func check(
    _ annotated: [UInt8], _ before: [XMLNodeTable.Node], _ input: InputFile
  ) throws(DiagnosticFault) {
    let after = TEIDocuments.of(try TEITable.read(annotated, input))
    let isSame = zip(before, after).allSatisfy { old, new in
      DocumentText(old.table, of: old).text == DocumentText(new.table, of: new).text
    }
    guard before.count == after.count, isSame else {
      throw DiagnosticFault(
        Diagnostic(
          .error, code: "output-unfaithful", "the text of the file would change; please report this, with the file",
          file: input.path))
    }
  }

  private func write(
    _ bytes: [UInt8], over source: [UInt8], _ outcome: inout Outcome, isInPlace: Bool
  ) throws(DiagnosticFault) {
    let output = outcome.output
    if !isInPlace, let fault = outcome.input.overwriting(at: output) { throw DiagnosticFault(fault) }
    if output != "-", FileSystem.kind(of: output) != nil {
      let old = isInPlace ? source : try? FileSystem.read(output)
      if old == bytes {
        outcome.result = .unchanged
        return
      }
      guard isInPlace || overwrites else {
        throw DiagnosticFault(
          Diagnostic(
            .error, code: "output-exists", "another version of the file is there; --force writes over it", file: output)
        )
      }
    }
    do throws(FileFault) {
      try FileSystem.makeFolder(Path.folder(of: output))
      try FileSystem.write(bytes, to: output, isInPlace: isInPlace)
      outcome.result = .written
    } catch {
      throw DiagnosticFault(
        Diagnostic(.error, code: "output-unwritable", "cannot be written: \(error.reason)", file: output))
    }
    if !isInPlace, let schema = OwnSchema.path(for: bytes, at: output), let fault = OwnSchema.write(to: schema) {
      throw DiagnosticFault(fault)
    }
  }
}

extension Annotator {
  /// What is found in a TEI document; nil where there is no text in it.
  fileprivate func annotate(
    _ reader: StandoffReader, name: String, without decisions: Decisions
  ) throws(SourceText.Fault) -> AnnotatedArticle? {
    let article = try TEIArticle(reader, name: name, language: language)
    guard let first = article.parts.first else { return nil }
    let date = DateRecognizer.calendarDate(fromISO: reader.document.date)
    let mentions = article.mentions { part in
      self.mentions(
        in: RecognitionInput(
          source: article.source, structure: part.structure, date: date, language: part.language),
        without: decisions)
    }
    let linked = EntityLinker().link(mentions, in: article.source)
    var annotated = AnnotatedArticle(
      source: article.source, structure: ArticleStructure(blocks: article.parts.flatMap(\.structure.blocks)),
      language: first.language, entities: linked.entities, mentions: linked.mentions)
    annotated.removeEntities { decisions.ignores($0, in: reader.document.identifier) }
    return annotated
  }
}
