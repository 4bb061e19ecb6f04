import ArgumentParser
import TEIKit

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring home annotations that were corrected in another tool.",
    discussion: """
      Reads what 'teikit export' wrote and somebody has corrected since, and writes what differs into the TEI files: \
      new, changed and removed annotations, and notes. All else of the files stays as it is, to the byte. The header says \
      who did it (--resp) and how much was changed. What cannot be decided is told and left as it is.

      Formats:

      """ + ExchangeFormatName.list)

  enum Listing: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: ArgumentHelp("The folder that 'teikit export' wrote, or files of it.", valueName: "path"))
  var paths: [String]

  @Option(name: .customLong("from"), help: ArgumentHelp("The format, see above.", valueName: "format"))
  var format: ExchangeFormatName

  @Option(
    name: .customLong("into"),
    help: ArgumentHelp("The archive: a folder of TEI files, or a file. May be repeated.", valueName: "archive"))
  var archive: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Folder for the files whose documents came home; made where it is not there.")
  var output: String?

  @Flag(help: "Write over the files of the archive.")
  var inPlace = false

  @Flag(help: "Write over files in the output folder that differ.")
  var force = false

  @Flag(help: "Tell what would change, and write nothing.")
  var dryRun = false

  @Flag(help: "Remove most annotations of a document, or all of a type, though no teikit-export.json is there.")
  var allowRemovals = false

  @Option(name: .customLong("resp"), help: ArgumentHelp("Who corrected, for the header.", valueName: "name"))
  var responsible: String = "not stated"

  @Option(
    help: ArgumentHelp("When, for the header: a day as 2026-11-21, or today. (default: left out)", valueName: "day"))
  var date: String?

  @Option(name: .customLong("format"), help: "How changes are told: text or json.")
  var listing: Listing = .text

  @Option(help: "How many files to work on at once. (default: one a core)")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' is \(jobs); expected 1 or more.") }
    if [output != nil, inPlace, dryRun].count(where: { $0 }) != 1 {
      throw ValidationError("Expected one of '-o' with a folder, '--in-place' and '--dry-run'.")
    }
    if archive.contains("-") { throw ValidationError("'--into' is standard input; expected files.") }
    if let date, date != "today", !Day.isValid(date) {
      throw ValidationError("'--date' is \"\(date)\"; expected a day as 2026-11-21, or today.")
    }
    if !format.format.isReadable {
      throw ValidationError("'\(format.format.name)' goes one way only; expected a format that is read.")
    }
    if responsible.allSatisfy(\.isWhitespace) { throw ValidationError("'--resp' is empty; expected a name.") }
  }

  func run() async throws {
    let (inputs, missing) = InputFinder.files(at: archive, extensions: ["xml"])
    Console.report(missing)
    guard !inputs.isEmpty else { throw ExitCode.usage }
    let absent = paths.filter { FileSystem.kind(of: $0) == nil }
    guard absent.count < paths.count else {
      Console.report(
        absent.map { Diagnostic(.error, code: "file-missing", "no such file or folder", file: $0) })
      throw ExitCode.usage
    }
    var hasErrors = !missing.isEmpty
    var run = ArchiveImport(
      format: format.format, responsible: responsible, date: date == "today" ? Day.today : date,
      destination: dryRun ? .nowhere : output.map { .folder($0) } ?? .inPlace, overwrites: force,
      jobs: jobs ?? Annotator.coreCount)
    run.allowsRemovals = allowRemovals
    func complain(_ diagnostics: [Diagnostic]) {
      Console.report(diagnostics)
      if diagnostics.contains(where: { $0.severity == .error }) { hasErrors = true }
    }
    // The comma behind a line is known once there is another.
    var pending = ""
    func tell(_ change: ImportedChange) {
      if listing == .text { return Console.print(change.line) }
      Console.print(pending.isEmpty ? "[" : pending + ",")
      pending = change.json
    }
    do {
      let summary = try await run.run(paths, into: inputs) { file in
        complain(file.diagnostics)
        file.changes.forEach(tell)
      } _: {
        complain($0)
      }
      Console.print(listing == .text ? line(summary) : pending.isEmpty ? "[]" : pending + "\n]")
    } catch let fault as DiagnosticFault {
      Console.report([fault.diagnostic])
      throw ExitCode.usage
    }
    if hasErrors { throw ExitCode.findings }
  }

  private func line(_ summary: ArchiveImport.Summary) -> String {
    let counts = AnnotationChange.Kind.allCases.map { "\(summary.changes[$0, default: 0]) \($0.rawValue)" }
    let documents = "\(summary.documents) document\(summary.documents == 1 ? "" : "s")"
    let files = "\(summary.files) file\(summary.files == 1 ? "" : "s")"
    let done =
      dryRun
      ? "\(files) would be written" : inPlace ? "\(files) written" : "\(files) corrected, written to \(output ?? "")"
    return "\(documents) read: \(counts.joined(separator: ", ")); \(done)"
  }
}
