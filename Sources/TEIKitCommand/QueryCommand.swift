import ArgumentParser
import TEIKit

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Print what an XPath expression finds in TEI files.",
    discussion: """
      Expressions are XPath 3.1 in the mode in which those of XPath 1.0 mean what they meant; Documentation/QUERY.md has the \
      functions. Element names without a prefix mean TEI; the prefixes tei and xml are bound. Each --column is evaluated on \
      each result, and then the columns are printed in place of the result itself.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, xml, csv, tsv, json, jsonl, markdown, html
  }

  @Argument(help: ArgumentHelp("An XPath expression.", valueName: "xpath"))
  var xpath: String

  @OptionGroup var archive: ArchiveArguments

  @Option(name: .customLong("column"), help: "NAME=XPATH, evaluated on each result. May be repeated.")
  var columns: [String] = []

  @Option(
    name: .customLong("group-by"),
    help: ArgumentHelp(
      "Count results by what an XPath gives on each, or by a column; \"document\" counts by document. May be repeated.",
      valueName: "xpath"))
  var groups: [String] = []

  @Flag(help: "Print how many results there are.")
  var count = false

  @Option(
    name: .customLong("sort"),
    help: ArgumentHelp(
      "Sort by a column, with :n behind it as numbers, with :desc the last first. May be repeated.",
      valueName: "column[:n][:desc]"))
  var order: [String] = []

  @Flag(help: "Print rows that are alike only once.")
  var distinct = false

  @Option(
    name: .customLong("var"),
    help: ArgumentHelp("The value of $NAME in expressions. May be repeated.", valueName: "name=value"))
  var variables: [String] = []

  @Option(
    name: .customLong("namespace"),
    help: ArgumentHelp(
      "What a prefix means; without a prefix, what names without one mean. May be repeated.", valueName: "prefix=uri"))
  var namespaces: [String] = []

  @Flag(help: "Names without a prefix mean no namespace, as in TEI P4.")
  var noNamespace = false

  @Option(
    name: .customLong("xpath"),
    help: "1.0 or 3.1, as these are defined. (default: 3.1 that lets 1.0 mean what it meant)")
  var language: XPathLanguage?

  @Flag(help: "Take a teiCorpus whole, not one TEI at a time.")
  var whole = false

  @Option(help: "text, xml, csv, tsv, json, jsonl, markdown or html.")
  var format: Format = .text

  func run() throws {
    var query = ArchiveQuery(
      try compiled(),
      format: format == .text ? .text : RowFormat(rawValue: format.rawValue).map { .rows($0) } ?? .xml)
    query.order = order.map { QueryRows.Order($0) }
    query.isDistinct = distinct
    query.counts = count
    query.takesWhole = whole
    if let column = query.unknownOrder {
      let known = query.columns.map { "\"\($0)\"" }.joined(separator: ", ")
      throw ValidationError("'--sort' names \"\(column)\"; expected one of \(known).")
    }
    let (inputs, isComplete) = try archive.inputs()
    let hasErrors = try query.run(
      inputs, jobs: archive.jobs ?? Annotator.coreCount, write: { Console.print($0) }, report: { Console.report($0) })
    if hasErrors || !isComplete { throw ExitCode.findings }
  }

  private func compiled() throws -> Query {
    var settings = QuerySettings()
    settings.language = language ?? .compatible
    if noNamespace { settings.defaultNamespace = "" }
    for (name, value) in try namespaces.map({ try Self.parts($0, "--namespace PREFIX=URI") }) {
      if name.isEmpty { settings.defaultNamespace = value } else { settings.namespaces[name] = value }
    }
    for (name, value) in try variables.map({ try Self.parts($0, "--var NAME=VALUE") }) {
      guard !name.isEmpty else { throw ValidationError("'--var =\(value)' has no name; expected --var NAME=VALUE.") }
      settings.variables[name] = value
    }
    do throws(XMLError) {
      return try Query(xpath, columns: columns, groups: groups, settings: settings)
    } catch {
      Console.report([error.diagnostic])
      throw ExitCode.usage
    }
  }

  private static func parts(_ argument: String, _ form: String) throws -> (String, String) {
    guard let equals = argument.firstIndex(of: "=") else {
      throw ValidationError("\"\(argument)\"; expected \(form).")
    }
    return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
  }
}

extension XPathLanguage: ExpressibleByArgument {
  public init?(argument: String) {
    guard argument != XPathLanguage.compatible.rawValue else { return nil }
    self.init(rawValue: argument)
  }
}
