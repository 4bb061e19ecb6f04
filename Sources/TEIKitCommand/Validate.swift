import ArgumentParser
import TEIKit

extension DiagnosticFormat: ExpressibleByArgument {}

struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check TEI files against their schemas, in any of four languages, and that their links hold.",
    discussion: """
      Without --schema each file is held to the schemas that its xml-model instructions name, or to teikit's own encoding \
      where it has none. Schemas are looked for beside the file, then by catalogs; nothing is fetched. Links: every pointer \
      leads somewhere, identifiers are unique in the archive, file names and identifiers agree, included files are there, \
      tables have the rows and columns that they state, and more: 'teikit explain --rules' lists these rules.
      """)

  @OptionGroup var archive: ArchiveArguments

  @Option(
    name: .customLong("schema"),
    help: ArgumentHelp(
      "A schema: RELAX NG in XML or compact syntax, as tei_all.rng, W3C XML Schema (.xsd), a DTD (.dtd) or Schematron "
        + "(.sch). May be repeated: files are held to all.",
      valueName: "file"))
  var schemas: [String] = []

  @Flag(inversion: .prefixedNo, help: "Run the Schematron rules that are embedded in the schema.")
  var schematron = true

  @Option(help: ArgumentHelp("The phase of the Schematron schema to run.", valueName: "name"))
  var phase: String?

  @Option(
    help: ArgumentHelp(
      "The rules to apply beside the schema: codes or groups with commas between them, all or none; no-NAME takes one away.",
      valueName: "list"))
  var rules: String?

  @Option(
    name: .customLong("catalog"),
    help: ArgumentHelp(
      "An OASIS XML catalog that knows where schemas are. May be repeated; XML_CATALOG_FILES names more.",
      valueName: "file"))
  var catalogs: [String] = []

  @Option(help: "text, json, sarif, junit or github.")
  var format: DiagnosticFormat = .text

  @Option(help: ArgumentHelp("How many errors to tell at most; the others are counted.", valueName: "n"))
  var maxErrors: Int?

  @OptionGroup var caching: CacheArguments

  @Flag(help: "Go on: check again what changes, schemas and catalogs too, until interrupted.")
  var watch = false

  func validate() throws {
    if let maxErrors, maxErrors < 1 { throw ValidationError("'--max-errors' is \(maxErrors); expected 1 or more.") }
    _ = try selection()
    guard watch else { return }
    if archive.paths.contains("-") { throw ValidationError("Standard input cannot be watched; expected files.") }
    if format != .text { throw ValidationError("'--watch' writes text; expected no other '--format'.") }
  }

  /// What `--rules` names.
  private func selection() throws -> RuleSelection {
    do throws(UnknownRule) {
      return try rules.map { (list) throws(UnknownRule) in try RuleSelection(list) } ?? .all
    } catch {
      throw ValidationError("\(error) ('--rules'; 'teikit explain --rules' lists them.)")
    }
  }

  func run() async throws {
    let folder = try caching.folder(options: options)
    let cache = folder?.open(trustsStamps: watch)
    if watch {
      try await WatchedValidation(call: self, cache: cache ?? ValidationCache(trustsStamps: true), folder: folder).run()
    }
    let (inputs, missing) = archive.found()
    // A report for programs has what is missing, too.
    if format == .text { Console.report(missing) }
    if inputs.isEmpty {
      if format != .text { tell(missing, inputs) }
      throw ExitCode.usage
    }
    let diagnostics: [Diagnostic]
    do {
      diagnostics = try await found(in: inputs, cache: cache).flatMap { $0 }
    } catch let fault as DiagnosticFault {
      Console.report([fault.diagnostic])
      throw ExitCode.usage
    }
    if let cache { folder?.keepOrWarn(cache) }
    tell(format == .text ? diagnostics : missing + diagnostics, inputs)
    if format == .text { for line in summary(missing + diagnostics, inputs.count) { Console.error(line) } }
    let status = status(of: diagnostics, isComplete: missing.isEmpty)
    if status != .success { throw status }
  }

  /// All that decides, beside the files, what is found.
  private var options: [String] {
    schemas + ["\(schematron)", phase ?? "", rules ?? "", Environment.value("XML_CATALOG_FILES") ?? ""] + catalogs
  }

  /// What is wrong with each file.
  func found(in inputs: [InputFile], cache: ValidationCache?) async throws -> [[Diagnostic]] {
    cache?.begin()
    let catalogs = try CatalogFiles.resolver(
      paths: catalogs, environment: Environment.value("XML_CATALOG_FILES"), cache: cache)
    let given =
      schemas.isEmpty
      ? nil : GivenSchemas(paths: schemas, takesRules: schematron, phase: phase, catalogs: catalogs)
    let run = ValidationRun(
      given: given, selection: try selection(), catalogs: catalogs, jobs: archive.jobs ?? Annotator.coreCount,
      cache: cache)
    return try await run.run(inputs) { Console.progress($0, of: inputs.count, "files") }
  }

  func tell(_ diagnostics: [Diagnostic], _ inputs: [InputFile]) {
    let (told, leftOut) = DiagnosticLimit(errors: maxErrors).apply(to: diagnostics)
    if format == .text {
      for diagnostic in told { Console.print(Console.styled(diagnostic, on: 1)) }
    } else {
      let text = format.string(told, files: inputs.map(\.path), version: Program.version)
      Console.print(Array(text.utf8))
    }
    if leftOut > 0 { Console.error("\(leftOut) more error\(leftOut == 1 ? "" : "s") not told (--max-errors)") }
  }

  func summary(_ diagnostics: [Diagnostic], _ files: Int) -> [String] {
    let summary = DiagnosticSummary(diagnostics, files: files)
    return summary.table + [summary.line]
  }

  func status(of diagnostics: [Diagnostic], isComplete: Bool) -> ExitCode {
    if diagnostics.contains(where: ValidationRun.isAboutSchema) { return .usage }
    return !isComplete || diagnostics.contains { $0.severity == .error } ? .findings : .success
  }
}
