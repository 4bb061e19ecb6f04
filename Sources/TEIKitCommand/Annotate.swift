import ArgumentParser
import TEIKit

struct Annotate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn plain-text articles into annotated, validated TEI, or add entities to TEI.",
    discussion: """
      Each article becomes a TEI file that is named after it, beside a corpus.xml that takes them all in. With - the \
      article comes from standard input, and without -o the TEI goes to standard output.

      Files that end in .xml are TEI already: entities are added inside their structure, and all that they have stays as \
      it is. With --tei so are the .xml files of folders, and standard input. They go under their names to -o, or with \
      --in-place to where they are.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders of .txt files (with --tei: of .xml files), patterns as 'in/**/*.txt', or - for standard input.",
      valueName: "path"))
  var paths: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "Folder for the TEI files; made where it is not there.")
  var output: String?

  @Option(help: "How many articles to work on at once. (default: one a core)")
  var jobs: Int?

  @Option(help: "Language of the articles, BCP 47. (default: guessed for each)")
  var language: String?

  @Option(
    help: "What is known of the articles: CSV or JSON Lines with file, title, author, publisher, date, url, licence.")
  var metadata: String?

  @Option(help: "Names of your own: lines of name, type and identifier, divided by tabs. May be repeated.")
  var gazetteer: [String] = []

  @OptionGroup var recognizers: RecognizerArguments

  @OptionGroup var decided: DecisionArguments

  @Option(help: "Leave out what is less certain, 0 to 1.")
  var minCert: Double = 0

  @Flag(help: "Divide paragraphs and items into sentences.")
  var sentences = false

  @Option(help: "Character encoding of the articles, by any name that iconv knows, or auto.")
  var encoding: String = "utf-8"

  @Option(help: "Largest article that is read, in bytes.")
  var maxSize: Int = ArticleReader.defaultMaximumSize

  @Flag(help: "Do not check the TEI before it is written.")
  var noValidate = false

  @Flag(help: "Write over files that differ.")
  var force = false

  @OptionGroup var existing: ExistingTEIArguments

  @Flag(
    help: ArgumentHelp(
      "Say for each line what it is taken for, how sure that is, and what decided; writes no TEI.",
      discussion:
        "Rows of file, line, kind, certainty, reasons and text, divided by tabs; a page for people on a terminal."))
  var explain = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' is \(jobs); expected 1 or more.") }
    if let language, !LanguageTag.isValid(language) {
      throw ValidationError("'\(language)' is no language tag; expected BCP 47, as 'en' or 'pt-BR'.")
    }
    if !(0...1).contains(minCert) { throw ValidationError("'--min-cert' is \(minCert); expected 0 to 1.") }
    if CharacterEncoding(name: encoding) == nil {
      throw ValidationError("Unknown encoding '\(encoding)'; expected a name that iconv knows, or 'auto'.")
    }
    if maxSize < 1 || maxSize > SourceText.maximumSize {
      throw ValidationError("'--max-size' is \(maxSize); expected 1 to \(SourceText.maximumSize).")
    }
    if existing.inPlace, output != nil {
      throw ValidationError("'--in-place' writes to no other place; leave out '-o'.")
    }
    if explain {
      if output != nil { throw ValidationError("'--explain' writes no TEI; leave out '-o'.") }
    } else if output == nil, paths != ["-"], !existing.inPlace {
      throw ValidationError("Missing '-o <folder>'; only '-' alone goes without.")
    }
  }

  func run() async throws {
    let (inputs, missing) = InputFinder.files(at: paths, extensions: [existing.tei ? "xml" : "txt"])
    Console.report(missing)
    guard !inputs.isEmpty else { throw ExitCode.usage }
    if try existing.areTEI(inputs) {
      try refuseOptionsOfText()
      return try await existing.annotate(inputs, into: output, isComplete: missing.isEmpty, try teiRun())
    }
    if existing.areGiven {
      throw ValidationError(
        "'--in-place', '--nested' and '--date' are for TEI; expected files that end in .xml, or '--tei'.")
    }
    guard !explain else {
      if !Explanations(reader: reader).print(inputs) || !missing.isEmpty { throw ExitCode.findings }
      return
    }
    let run = try prepared(for: inputs)
    let total = inputs.count
    let outcomes: [AnnotationRun.Outcome]
    do {
      outcomes = try await run.run(inputs, into: output) { Console.progress($0, of: total, "articles") }
    } catch let fault as FileFault {
      Console.error("error[output-unwritable]: \(fault)")
      throw ExitCode.usage
    }
    for outcome in outcomes { Console.report(outcome.diagnostics) }
    if output != nil { Console.print(AnnotationSummary(outcomes).text(folder: output!)) }
    let isBroken = outcomes.contains { outcome in
      outcome.diagnostics.contains { ["output-unwritable", "recognizer-failed"].contains($0.code) }
    }
    if isBroken { throw ExitCode.usage }
    let hasErrors = outcomes.contains { $0.result == .failed || $0.diagnostics.contains { $0.severity == .error } }
    if hasErrors || !missing.isEmpty { throw ExitCode.findings }
  }

  private var reader: ArticleReader {
    ArticleReader(encoding: CharacterEncoding(name: encoding)!, maximumSize: maxSize)
  }

  /// Says why an option does not go with TEI.
  private func refuseOptionsOfText() throws {
    let reason: String? =
      if metadata != nil {
        "'--metadata' is for text: TEI says in its own header what is known of it."
      } else if !recognizers.commands.isEmpty {
        "'--recognizer' is for text. For TEI write 'teikit export --to standoff', let the program annotate, and bring "
          + "that home with 'teikit import --from standoff'."
      } else if sentences {
        "'--sentences' is for text: the structure of TEI is left as it is."
      } else if encoding.lowercased() != "utf-8" {
        "'--encoding' is for text: TEI says its encoding itself, and is edited in UTF-8."
      } else if explain {
        "'--explain' is for text: it says how lines were read."
      } else {
        nil
      }
    if let reason { throw ValidationError(reason) }
  }

  private func teiRun() throws -> TEIAnnotationRun {
    let gazetteers = try UserGazetteers.read(gazetteer)
    var annotator = Annotator(language: language, minimumCertainty: Float(minCert))
    annotator.recognizers += gazetteers.recognizers
    let (decisions, digest) = try decided.read()
    let options = [runOptions(gazetteers.digests, digest), existing.nested ? "--nested" : ""].filter { !$0.isEmpty }
    return TEIAnnotationRun(
      annotator: annotator, decisions: decisions, runOptions: options.joined(separator: " "),
      date: existing.day, isNested: existing.nested, validates: !noValidate, overwrites: force,
      jobs: jobs ?? Annotator.coreCount, maximumSize: maxSize)
  }

  private func prepared(for inputs: [InputFile]) throws -> AnnotationRun {
    let gazetteers = try UserGazetteers.read(gazetteer)
    var annotator = Annotator(
      language: language, segmentsSentences: sentences, minimumCertainty: Float(minCert))
    annotator.recognizers += gazetteers.recognizers
    let metadata = try self.metadata.map { try readMetadata($0, inputs) }
    let (decisions, digest) = try decided.read()
    let encoding = EncodingOptions(
      runOptions: runOptions(gazetteers.digests, digest), modelDigest: Annotator.dataDigest)
    var run = AnnotationRun(
      annotator: annotator, reader: reader,
      metadata: metadata, encoding: encoding, decisions: decisions, validates: !noValidate, overwrites: force,
      jobs: jobs ?? Annotator.coreCount)
    run.recognizers = recognizers.recognizers
    return run
  }

  private func readMetadata(_ path: String, _ inputs: [InputFile]) throws -> MetadataTable {
    let bytes = try Files.read(path)
    let (table, diagnostics) = MetadataTable.read(bytes, file: path)
    Console.report(diagnostics)
    guard let table else { throw ExitCode.usage }
    Console.report(table.unmatched(inputs))
    return table
  }

  /// The options that change what is found, as they stand in the header of each file.
  private func runOptions(_ gazetteers: [String], _ decisions: String?) -> String {
    var options: [String] = []
    if let language { options.append("--language \(language)") }
    if minCert > 0 { options.append("--min-cert \(minCert)") }
    if sentences { options.append("--sentences") }
    if encoding.lowercased() != "utf-8" { options.append("--encoding \(encoding)") }
    options += gazetteers.map { "--gazetteer \($0)" }
    options += recognizers.runOptions
    if let decisions { options.append("--decisions \(decisions)") }
    return options.joined(separator: " ")
  }
}
