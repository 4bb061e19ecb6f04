import ArgumentParser
import TEIKit

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the annotations of two versions of an archive.",
    discussion: """
      A is the reference: what B adds counts against its precision, what it lacks against its recall. Files are paired by \
      their paths below the two folders, else by xml:id; one file is compared with one whatever they are called. Exit \
      status: 0 the same; 1 differences, or a file that cannot be read; 2 usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, tsv, jsonl, markdown, html
  }

  @Argument(help: ArgumentHelp("A TEI file, a folder of .xml files or a pattern: the reference.", valueName: "a"))
  var reference: String

  @Argument(help: ArgumentHelp("The version that is compared with it.", valueName: "b"))
  var response: String

  @Flag(help: "List every difference; with csv, tsv, jsonl, markdown and html in place of the scores.")
  var list = false

  @Option(name: .customLong("type"), help: "Only annotations of this type, as person or date. May be repeated.")
  var types: [String] = []

  @Option(
    help:
      "What may differ without being told: span, type, entity, value, cert, element or note, divided by commas.")
  var ignore: String?

  @Option(
    help: """
      When an annotation counts as found, in the scores by type: strict (same span and type), exact (same span), partial \
      (overlap counts half) or type (overlap, same type). (default: strict)
      """)
  var match: MatchScheme?

  @Option(
    name: .customLong("from"),
    help: """
      The format of A and B where they are not TEI, by its name in 'teikit export'. One of the two may be TEI; it is \
      compared as if it had been exported.
      """)
  var exchangeFormat: String?

  @Option(help: "text, json, csv, tsv, jsonl, markdown or html.")
  var format: Format = .text

  @Option(help: "How many files to work on at once. (default: one a core)")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' is \(jobs); expected 1 or more.") }
    _ = try ignoredFields()
    _ = try sourceFormat()
  }

  func run() async throws {
    let options = ComparisonOptions(
      types: types.isEmpty ? nil : Set(types), ignored: try ignoredFields(), scheme: match ?? .strict,
      listsDifferences: list)
    let comparison = ArchiveComparison(
      options: options, format: try sourceFormat(), jobs: jobs ?? Annotator.coreCount)
    let (left, leftFaults) = comparison.files(at: reference)
    let (right, rightFaults) = comparison.files(at: response)
    Console.report(leftFaults + rightFaults)
    guard !left.isEmpty, !right.isEmpty else { throw ExitCode.usage }
    let rowFormat = format == .json ? nil : RowFormat(rawValue: format.rawValue)
    var rows = rowFormat.map {
      RowWriter($0, columns: list ? AnnotationDifference.columns : ComparisonReport.columns)
    }
    var differences: [AnnotationDifference] = []
    let report = try await comparison.run(left, right) { yield in
      Console.report(yield.diagnostics)
      switch format {
      case .text: for difference in yield.differences { Console.print(difference.line) }
      case .json: differences += yield.differences
      default:
        for difference in yield.differences { rows?.write(difference.row) }
        Console.print(rows?.take() ?? [])
      }
    }
    switch format {
    case .text: Console.print(report.text)
    case .json: Console.print(report.json(differences: list ? differences : nil))
    default:
      if !list { for row in report.rows { rows?.write(row) } }
      Console.print(rows?.finish() ?? [])
    }
    if report.documents > 0 { UnmatchedTypes.warn(types.filter { report.tally.types[$0] == nil }) }
    if report.documents == 0 { throw ExitCode.usage }
    if !report.isSame || !(leftFaults + rightFaults).isEmpty { throw ExitCode.findings }
  }

  private func sourceFormat() throws -> (any ExchangeFormat)? {
    guard let exchangeFormat else { return nil }
    if let format = ExchangeFormats.named(exchangeFormat), format.isReadable { return format }
    let names = ExchangeFormats.all.filter(\.isReadable).map(\.name).joined(separator: ", ")
    throw ValidationError("Unknown format '\(exchangeFormat)'; expected \(names).")
  }

  private func ignoredFields() throws -> Set<ChangedField> {
    var fields: Set<ChangedField> = []
    for name in (ignore ?? "").split(separator: ",") {
      guard let field = ChangedField(rawValue: String(name)) else {
        let names = ChangedField.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("Unknown '\(name)' in '--ignore'; expected \(names).")
      }
      fields.insert(field)
    }
    return fields
  }
}

extension MatchScheme: ExpressibleByArgument {
  public init?(argument: String) {
    guard let scheme = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = scheme
  }

  public static var allValueStrings: [String] { allCases.map(\.name) }
}
