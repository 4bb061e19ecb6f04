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
    help:
      "A schema: RELAX NG in XML or compact syntax, as tei_all.rng, W3C XML Schema (.xsd), a DTD (.dtd) or Schematron (.sch)."
  )
  var schema: String?

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

  func validate() throws {
    if let maxErrors, maxErrors < 1 { throw ValidationError("'--max-errors' is \(maxErrors); expected 1 or more.") }
    _ = try selection()
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
    let (inputs, isComplete) = try archive.inputs()
    let catalogs = try catalogResolver()
    let (compiled, rules) = try compiled(catalogs)
    let run = ValidationRun(
      schema: compiled, rules: rules, selection: try selection(), catalogs: catalogs,
      jobs: archive.jobs ?? Annotator.coreCount)
    let diagnostics = try await run.run(inputs) { Console.progress($0, of: inputs.count, "files") }.flatMap { $0 }
    let (told, leftOut) = DiagnosticLimit(errors: maxErrors).apply(to: diagnostics)
    if format == .text {
      for diagnostic in told { Console.print(Console.styled(diagnostic, on: 1)) }
    } else {
      let text = format.string(told, files: inputs.map(\.path), version: Program.version)
      Console.print(Array(text.utf8))
    }
    if leftOut > 0 { Console.error("\(leftOut) more error\(leftOut == 1 ? "" : "s") not told (--max-errors)") }
    if format == .text { Console.error(summary(inputs.count, diagnostics)) }
    if diagnostics.contains(where: ValidationRun.isAboutSchema) { throw ExitCode.usage }
    if !isComplete || diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.findings }
  }

  private func catalogResolver() throws -> CatalogResolver? {
    do throws(DiagnosticFault) {
      return try CatalogFiles.resolver(
        paths: catalogs, environment: Environment.value("XML_CATALOG_FILES"))
    } catch {
      Console.report([error.diagnostic])
      throw ExitCode.usage
    }
  }

  /// What `--schema` names.
  private func compiled(_ catalogs: CatalogResolver?) throws -> (DocumentSchema?, SchematronRules?) {
    guard let schema else { return (nil, nil) }
    do throws(DiagnosticFault) {
      return try SchemaFile.open(schema, takesRules: schematron, phase: phase, catalogs: catalogs)
    } catch {
      Console.report([error.diagnostic])
      throw ExitCode.usage
    }
  }

  private func summary(_ files: Int, _ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.lazy.filter { $0.severity == .error }.count
    let warnings = diagnostics.lazy.filter { $0.severity == .warning }.count
    let checked = "\(files) file\(files == 1 ? "" : "s") checked: "
    if errors + warnings == 0 { return checked + "no faults" }
    return checked + "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
  }
}
