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

extension TypeNames: ExpressibleByArgument {}

/// What `--to` takes: an exchange format, or TEI itself.
enum ExportTarget: ExpressibleByArgument {
  case format(any ExchangeFormat)
  case tei

  init?(argument: String) {
    if argument == "tei" {
      self = .tei
    } else if let name = ExchangeFormatName(argument: argument) {
      self = .format(name.format)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { ExchangeFormatName.allValueStrings + ["tei"] }
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

      """ + ExchangeFormatName.list + "\n  tei: the TEI files, with names as --profile has them and all else as it is")

  @OptionGroup var archive: ArchiveArguments

  @Option(name: .customLong("to"), help: ArgumentHelp("The format, see above.", valueName: "format"))
  var target: ExportTarget

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

  @Option(
    help: ArgumentHelp(
      "parlamint: names are PER, LOC, ORG and MISC; ours: as the document has them. For formats that have the choice.",
      valueName: "names"))
  var profile: TypeNames?

  @Flag(help: "Write over files that have been changed since they were exported.")
  var force = false

  func validate() throws {
    if !(0...1).contains(minCert) { throw ValidationError("'--min-cert' is \(minCert); expected 0 to 1.") }
    switch target {
    case .format(let format):
      if output == nil, format.suffixes.count > 1 {
        throw ValidationError("'\(format.name)' has several files a document; expected '-o' with a folder.")
      }
    case .tei:
      if profile != .parlamint { throw ValidationError("'tei' needs '--profile parlamint'.") }
      if output == nil { throw ValidationError("'tei' needs '-o' with a folder.") }
    }
  }

  func run() async throws {
    let (inputs, isComplete) = try archive.inputs()
    let jobs = archive.jobs ?? Annotator.coreCount
    let selection = ExportSelection(types: types.isEmpty ? nil : Set(types), minimumCertainty: minCert)
    var hasErrors = !isComplete
    let report = { (diagnostics: [Diagnostic]) in
      Console.report(diagnostics)
      if !diagnostics.isEmpty { hasErrors = true }
    }
    do {
      switch target {
      case .tei:
        let export = ProfileExport(selection: selection, overwrites: force, jobs: jobs)
        let summary = try await export.write(inputs, into: output ?? ".", report)
        Console.print(
          count(summary.files, "file") + " with " + count(summary.annotations, "name") + " written to \(output ?? ".")")
      case .format(let format):
        let export = ArchiveExport(
          format: profile.map(format.naming) ?? format, selection: selection, base: baseIri, overwrites: force,
          jobs: jobs)
        try await write(inputs, with: export, report)
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

  private func write(
    _ inputs: [InputFile], with export: ArchiveExport, _ report: ([Diagnostic]) -> Void
  ) async throws {
    guard let output else { return try await print(inputs, with: export, report) }
    let summary = try await export.write(inputs, into: output, report)
    warn(summary.types, documents: summary.documents)
    Console.print(
      count(summary.documents, "document") + " with " + count(summary.annotations, "annotation")
        + " written to \(output) as \(export.format.name)")
  }

  private func print(
    _ inputs: [InputFile], with export: ArchiveExport, _ report: ([Diagnostic]) -> Void
  ) async throws {
    var documents = 0
    let types = try await export.concatenate(inputs, report) { bytes in
      documents += 1
      guard documents == 1 || export.format.isConcatenable else {
        Console.error("Error: '\(export.format.name)' has a file a document; expected '-o' with a folder.")
        throw ExitCode.usage
      }
      Console.print(bytes)
    }
    warn(types, documents: documents)
  }

  private func warn(_ found: Set<String>, documents: Int) {
    guard documents > 0 else { return }
    UnmatchedTypes.warn(types.filter { !found.contains($0) }, among: found)
  }

  private func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
}
