import ArgumentParser
import TEIKit

/// What `annotate` is told of TEI that exists already.
struct ExistingTEIArguments: ParsableArguments {
  @Flag(help: "The inputs are TEI: take the .xml files of folders, and TEI from standard input.")
  var tei = false

  @Flag(help: "Write TEI to where it is, each file whole or not at all.")
  var inPlace = false

  @Flag(help: "Let entities stand in names, dates and links that the TEI has, and around them.")
  var nested = false

  @Option(
    help: ArgumentHelp(
      "When, for the header of TEI: a day as 2026-11-21, or today. (default: left out)", valueName: "day"))
  var date: String?

  func validate() throws {
    if let date, date != "today", !Day.isValid(date) {
      throw ValidationError("'--date' is \"\(date)\"; expected a day as 2026-11-21, or today.")
    }
  }

  /// Whether anything is said that goes with TEI alone.
  var areGiven: Bool { inPlace || nested || date != nil }

  /// The day that the header is to say.
  var day: String? { date == "today" ? Day.today : date }

  /// Whether the inputs are TEI: all of them or none.
  func areTEI(_ inputs: [InputFile]) throws -> Bool {
    if tei { return true }
    let files = inputs.filter { $0.path != "-" && Path.fileExtension(of: $0.path) == "xml" }
    if !files.isEmpty, files.count < inputs.count {
      throw ValidationError("TEI ('\(files[0].path)') and articles are annotated in runs of their own.")
    }
    return !files.isEmpty
  }

  func annotate(
    _ inputs: [InputFile], into folder: String?, isComplete: Bool, _ run: TEIAnnotationRun
  ) async throws {
    if inPlace, inputs.contains(where: { $0.path == "-" }) {
      throw ValidationError("'--in-place' is for files, not for standard input.")
    }
    let destination: TEIAnnotationRun.Destination =
      inPlace ? .inPlace : folder.map { .folder($0) } ?? .standardOutput
    let total = inputs.count
    let outcomes: [TEIAnnotationRun.Outcome]
    do {
      outcomes = try await run.run(inputs, to: destination) { Console.progress($0, of: total, "files") }
    } catch let fault as DiagnosticFault {
      Console.report([fault.diagnostic])
      throw ExitCode.usage
    }
    for outcome in outcomes { Console.report(outcome.diagnostics) }
    if inPlace || folder != nil { Console.print(TEIAnnotationSummary(outcomes).text) }
    if outcomes.contains(where: { $0.diagnostics.contains { $0.code == "output-unwritable" } }) {
      throw ExitCode.usage
    }
    if !isComplete || outcomes.contains(where: { $0.result == .failed }) { throw ExitCode.findings }
  }
}
