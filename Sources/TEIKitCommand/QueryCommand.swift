import ArgumentParser
import TEIKit

struct QueryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Print what an XPath 1.0 expression finds in TEI files.",
    discussion: """
      Element names without a prefix mean TEI; the prefixes tei and xml are bound. Each --column is evaluated on each \
      result, and then the columns are printed in place of the result itself.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, xml, csv, tsv, json, jsonl
  }

  @Argument(help: ArgumentHelp("An XPath 1.0 expression.", valueName: "xpath"))
  var xpath: String

  @OptionGroup var archive: ArchiveArguments

  @Option(name: .customLong("column"), help: "NAME=XPATH, evaluated on each result. May be repeated.")
  var columns: [String] = []

  @Option(help: "text, xml, csv, tsv, json or jsonl.")
  var format: Format = .text

  func run() async throws {
    let query = try compiled()
    let (inputs, isComplete) = try archive.inputs()
    var rows = RowFormat(rawValue: format.rawValue).map { RowWriter($0, columns: query.rowColumns) }
    var hasErrors = !isComplete
    if format == .xml { Console.print(QueryXML.opening) }
    try await archive.extraction.results(of: query, in: inputs) { yield in
      Console.report(yield.diagnostics)
      if !yield.diagnostics.isEmpty { hasErrors = true }
      var output: [UInt8] = []
      for result in yield.values {
        switch format {
        case .text: output += query.line(of: result)
        case .xml: output += QueryXML.bytes(of: result, for: query)
        default: rows?.write(query.row(of: result))
        }
      }
      Console.print(output + (rows?.take() ?? []))
    }
    if format == .xml { Console.print(QueryXML.closing) }
    if let rest = rows?.finish() { Console.print(rest) }
    if hasErrors { throw ExitCode.findings }
  }

  private func compiled() throws -> Query {
    do {
      return try Query(xpath, columns: try columns.map { try Query.Column(argument: $0) })
    } catch let error as XMLError {
      Console.report([error.diagnostic])
      throw ExitCode.usage
    }
  }
}
