import ArgumentParser
import TEIKit

struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Get tables and entities out of TEI files as rows.", subcommands: [Tables.self, Entities.self])
}

/// Where extractions read from.
struct ArchiveArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "TEI files, folders of .xml files, patterns as 'corpus/**/*.xml', or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(help: "How many files to work on at once. (default: one a core)")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' is \(jobs); expected 1 or more.") }
  }

  /// The files, and what is said of those that are not there.
  func found() -> (files: [InputFile], diagnostics: [Diagnostic]) {
    InputFinder.files(at: paths, extensions: ["xml"])
  }

  /// The files, and whether all that was named is there.
  func inputs() throws -> (files: [InputFile], isComplete: Bool) {
    let (files, missing) = found()
    Console.report(missing)
    guard !files.isEmpty else { throw ExitCode.usage }
    return (files, missing.isEmpty)
  }
}

extension RowFormat: ExpressibleByArgument {}
