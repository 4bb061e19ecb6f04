import ArgumentParser
import TEIKit

extension TableFormat: ExpressibleByArgument {}
extension ValueStyle: ExpressibleByArgument {}

extension Extract {
  struct Tables: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write tables: a file each, a workbook, a database, or all in one long form.",
      discussion: """
        With -o each table goes to a file of its own beside datapackage.json, which says for each its document, identifier, \
        XPath, caption, notes and columns with their types and units. xlsx and sqlite make one file of all tables. Without \
        -o, or with --long, all tables make one: doc, table, row, col, header, value. Documentation/TABLES.md has examples.
        """)

    @OptionGroup var archive: ArchiveArguments

    @Option(
      name: [.customShort("o"), .customLong("output")],
      help: "Folder for the tables, made where it is not there; of xlsx and sqlite the file.")
    var output: String?

    @Option(help: "csv, tsv, json, jsonl, markdown, html, xlsx or sqlite. (default: as the output is called, or csv)")
    var format: TableFormat?

    @Option(
      help: """
        text: values as they stand. typed: numbers, dates and truth values as such, where all of a column are. both: typed, \
        and the text beside. (default: typed in json, jsonl, xlsx and sqlite, else text)
        """)
    var types: ValueStyle?

    @Flag(help: "Units and currencies in columns of their own.")
    var units = false

    @Flag(help: "One table in long form: a row a cell.")
    var long = false

    @Flag(help: "Tables with the same header become one, each row behind its document and table.")
    var join = false

    @Option(
      name: .customLong("where"),
      help: ArgumentHelp(
        "Only tables on which this is true, as 'contains(head, \"coal\")', or that it finds, as '//div[2]//table'.",
        valueName: "xpath"))
    var condition: String?

    @Option(help: "Only tables with at least so many rows of data.")
    var minRows = 0

    @Option(help: "Take so many leading rows for the header of each table. (default: as the markup says)")
    var headerRows: Int?

    @Flag(help: "Put an apostrophe before values in csv and tsv that spreadsheets would take for formulas.")
    var escapeFormulas = false

    @Flag(help: "Begin csv and tsv with a byte order mark, by which Excel knows UTF-8.")
    var bom = false

    private var layout: TableLayout {
      let ofFile = output.flatMap { TableFormat(fileName: $0) }
      var layout = TableLayout(format ?? ofFile ?? .csv, style: types)
      layout.hasUnits = units
      layout.options = RowOptions(escapesFormulas: escapeFormulas, hasByteOrderMark: bom)
      return layout
    }

    func validate() throws {
      if minRows < 0 { throw ValidationError("'--min-rows' is \(minRows); expected 0 or more.") }
      if let headerRows, headerRows < 0 {
        throw ValidationError("'--header-rows' is \(headerRows); expected 0 or more.")
      }
      let name = layout.format.rawValue
      if layout.format.rowFormat == nil {
        if output == nil { throw ValidationError("'--format \(name)' writes a file; expected '-o tables.\(name)'.") }
        if long { throw ValidationError("'--long' and '--format \(name)' exclude each other.") }
      }
      if let output, layout.format.rowFormat != nil, FileSystem.kind(of: output) != .folder,
        ["csv", "tsv", "json", "jsonl", "md", "html", "xls", "ods"].contains(Path.fileExtension(of: output))
      {
        throw ValidationError(
          "'-o \(output)' is named as a file, and tables go to a folder; expected '-o folder', '-o tables.xlsx', "
            + "'-o tables.sqlite', or none, for all cells in long form.")
      }
      if join, long { throw ValidationError("'--join' and '--long' exclude each other.") }
      if join, output == nil { throw ValidationError("'--join' writes a file for each header; expected '-o folder'.") }
    }

    func run() async throws {
      let (inputs, isComplete) = try archive.inputs()
      try Files.keep(inputs, from: output)
      var tables = try selection()
      tables.minimumRowCount = minRows
      tables.headerRowCount = headerRows
      var hasErrors = !isComplete
      do {
        let writer = try TableWriter(layout, output: output, isLong: long || output == nil, joins: join)
        var readPaths: Set<String> = []
        try tables.each(inputs) { yield in
          if yield.value != nil, writer.count == 0 { readPaths.insert(yield.input.path) }
          Console.report(yield.diagnostics)
          if !yield.diagnostics.isEmpty { hasErrors = true }
          for table in yield.value ?? [] {
            Console.report(table.diagnostics)
            Console.report(try writer.write(table))
          }
          if output == nil { Console.print(writer.take()) }
        }
        Console.report(try writer.finish())
        if output == nil { Console.print(writer.take()) }
        if writer.count == 0 { Console.report(tables.hints(fileCount: readPaths.count)) }
        report(writer, inputs)
      } catch let fault as FileFault {
        Console.report([Diagnostic(.error, code: "output-unwritable", fault.reason, file: fault.path)])
        throw ExitCode.usage
      }
      if hasErrors { throw ExitCode.findings }
    }

    private func selection() throws -> ArchiveTables {
      do throws(XMLError) {
        return try ArchiveTables(jobs: archive.jobs ?? Annotator.coreCount, where: condition)
      } catch {
        Console.report([error.diagnostic])
        throw ExitCode.usage
      }
    }

    private func report(_ writer: TableWriter, _ inputs: [InputFile]) {
      guard let output else { return }
      func count(_ number: Int, _ name: String) -> String { "\(number) \(name)\(number == 1 ? "" : "s")" }
      let joined = join ? ", joined to \(writer.writtenCount)," : ""
      Console.print("\(count(writer.count, "table")) of \(count(inputs.count, "file"))\(joined) written to \(output)")
    }
  }
}
