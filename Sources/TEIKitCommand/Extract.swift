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

  var extraction: ArchiveExtraction { ArchiveExtraction(jobs: jobs ?? Annotator.coreCount) }

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

extension Extract {
  struct Tables: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write tables, a file each, or all in one long form.",
      discussion: """
        With -o each table goes to a file of its own beside manifest.json, which says for each its document, identifier, \
        XPath, caption and size. Without -o, or with --long, all tables make one: doc, table, row, col, header, value.
        """)

    @OptionGroup var archive: ArchiveArguments

    @Option(
      name: [.customShort("o"), .customLong("output")], help: "Folder for the tables; made where it is not there.")
    var output: String?

    @Option(help: "csv, tsv, json, jsonl, markdown or html.")
    var format: RowFormat = .csv

    @Flag(help: "One table in long form: a row a cell.")
    var long = false

    func run() async throws {
      let (inputs, isComplete) = try archive.inputs()
      let writer = TableWriter(format: format, folder: output, isLong: long || output == nil)
      var hasErrors = !isComplete
      do {
        try await archive.extraction.tables(in: inputs) { yield in
          Console.report(yield.diagnostics)
          if !yield.diagnostics.isEmpty { hasErrors = true }
          for table in yield.values { try writer.write(table) }
          if output == nil { Console.print(writer.take()) }
        }
        let rest = try writer.finish()
        if output == nil { Console.print(rest) }
      } catch let fault as FileFault {
        Console.report([Diagnostic(.error, code: "output-unwritable", fault.reason, file: fault.path)])
        throw ExitCode.usage
      }
      if let output {
        let tables = "\(writer.count) table\(writer.count == 1 ? "" : "s")"
        let files = "\(inputs.count) file\(inputs.count == 1 ? "" : "s")"
        Console.print("\(tables) of \(files) written to \(output)")
      }
      if hasErrors { throw ExitCode.findings }
    }
  }

  struct Entities: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a row for each mention of a name, date, number or measure.",
      discussion: """
        start and end count Unicode code points, byteStart and byteEnd bytes, of the article that the file was made from \
        (teikit text --source writes it).
        """)

    @OptionGroup var archive: ArchiveArguments

    @Option(name: .customLong("type"), help: "Only mentions of this type, as country or person. May be repeated.")
    var types: [String] = []

    @Option(help: "Only mentions at least so certain, 0 to 1; what says no certainty is an editor's, and certain.")
    var minCert: Double = 0

    @Option(help: "csv, tsv, json, jsonl, markdown or html.")
    var format: RowFormat = .csv

    @Option(name: [.customShort("o"), .customLong("output")], help: "File to write to. (default: standard output)")
    var output: String?

    func validate() throws {
      if !(0...1).contains(minCert) { throw ValidationError("'--min-cert' is \(minCert); expected 0 to 1.") }
    }

    func run() async throws {
      let (inputs, isComplete) = try archive.inputs()
      var writer = RowWriter(format, columns: ExtractedMention.columns)
      var hasErrors = !isComplete
      var pending: [UInt8] = []
      try await archive.extraction.mentions(in: inputs, types: types.isEmpty ? nil : Set(types)) { yield in
        Console.report(yield.diagnostics)
        if !yield.diagnostics.isEmpty { hasErrors = true }
        for mention in yield.values where mention.isCertain(atLeast: minCert) { writer.write(mention.row) }
        if output == nil { Console.print(writer.take()) } else { pending += writer.take() }
      }
      if let output { try Files.write(pending + writer.finish(), to: output) } else { Console.print(writer.finish()) }
      if hasErrors { throw ExitCode.findings }
    }
  }
}
