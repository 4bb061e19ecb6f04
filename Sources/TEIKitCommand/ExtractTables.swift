import ArgumentParser
import TEIKit

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
}
