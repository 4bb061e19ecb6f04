import ArgumentParser
import TEIKit

/// A format of `--to` and `--from`, by its name.
struct ExchangeFormatName: ExpressibleByArgument {
  var format: any ExchangeFormat

  init?(argument: String) {
    guard let format = ExchangeFormats.named(argument) else { return nil }
    self.format = format
  }

  var defaultValueDescription: String { format.name }

  static var allValueStrings: [String] { ExchangeFormats.all.map(\.name) }

  /// A line for each format, for the help.
  static var list: String {
    let width = allValueStrings.map(\.count).max() ?? 0
    return ExchangeFormats.all.map { format in
      "  \(format.name)\(String(repeating: " ", count: width - format.name.count))  \(format.summary)"
    }.joined(separator: "\n")
  }
}

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write texts and their annotations in the formats of other tools.",
    discussion: """
      A document is a TEI file, or each TEI of a teiCorpus. With -o each has files of its own in the folder, beside \
      teikit-export.json, by which 'teikit import' tells what has been changed since. Files there that somebody has \
      changed stay as they are, unless --force is said. Without -o one document of a format of one file, or lines of \
      several, go to standard output.

      Formats:

      """ + ExchangeFormatName.list)

  @OptionGroup var archive: ArchiveArguments

  @Option(name: .customLong("to"), help: ArgumentHelp("The format, see above.", valueName: "format"))
  var format: ExchangeFormatName

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "Folder for the files; made where it is not there.")
  var output: String?

  @Option(name: .customLong("type"), help: "Only mentions of this type, as country or person. May be repeated.")
  var types: [String] = []

  @Option(help: "Only mentions at least so certain, 0 to 1; what says no certainty is an editor's, and certain.")
  var minCert: Double = 0

  @Option(
    help: ArgumentHelp(
      "What the TEI files are called in formats that name them by IRIs, with their paths behind it. (default: their paths)",
      valueName: "iri"))
  var baseIri: String?

  @Flag(help: "Write over files that have been changed since they were exported.")
  var force = false

  func validate() throws {
    if !(0...1).contains(minCert) { throw ValidationError("'--min-cert' is \(minCert); expected 0 to 1.") }
    if output == nil, format.format.suffixes.count > 1 {
      throw ValidationError("'\(format.format.name)' has several files a document; expected '-o' with a folder.")
    }
  }

  func run() async throws {
    let (inputs, isComplete) = try archive.inputs()
    let export = ArchiveExport(
      format: format.format,
      selection: ExportSelection(types: types.isEmpty ? nil : Set(types), minimumCertainty: minCert), base: baseIri,
      overwrites: force, jobs: archive.jobs ?? Annotator.coreCount)
    var hasErrors = !isComplete
    let report = { (diagnostics: [Diagnostic]) in
      Console.report(diagnostics)
      if !diagnostics.isEmpty { hasErrors = true }
    }
    do {
      if let output {
        let summary = try await export.write(inputs, into: output, report)
        let (documents, annotations) = (summary.documents, summary.annotations)
        Console.print(
          "\(documents) document\(documents == 1 ? "" : "s") with \(annotations) annotation\(annotations == 1 ? "" : "s") "
            + "written to \(output) as \(format.format.name)")
      } else {
        try await print(inputs, with: export, report)
      }
    } catch let fault as DiagnosticFault {
      Console.report([fault.diagnostic])
      throw ExitCode.usage
    } catch let fault as FileFault {
      Console.report([Diagnostic(.error, code: "output-unwritable", fault.reason, file: fault.path)])
      throw ExitCode.usage
    }
    if hasErrors { throw ExitCode.findings }
  }

  private func print(
    _ inputs: [InputFile], with export: ArchiveExport, _ report: ([Diagnostic]) -> Void
  ) async throws {
    var documents = 0
    try await export.concatenate(inputs, report) { bytes in
      documents += 1
      guard documents == 1 || export.format.isConcatenable else {
        Console.error("Error: '\(export.format.name)' has a file a document; expected '-o' with a folder.")
        throw ExitCode.usage
      }
      Console.print(bytes)
    }
  }
}
