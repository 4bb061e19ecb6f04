public import ArticleModel
public import Extraction
public import XML
import XPath

/// The tables of archives, file by file, in the order of the files.
public struct ArchiveTables: Sendable {
  private let extractor: TableExtractor
  private let documents: ArchiveDocuments
  private let condition: XPathQuery?
  private let surveys: NameSurveys?
  /// Tables with fewer rows of data are left out.
  public var minimumRowCount = 0
  /// How many leading rows label the columns of each table, whatever it says; nil for what it says.
  public var headerRowCount: Int?

  /// - Parameters:
  ///   - jobs: How many files are read at once.
  ///   - condition: An expression of XPath: one that begins with `/` finds the tables that are wanted, any other has to be
  ///     true on a `table`.
  /// - Throws: ``XMLError`` with code `xpath-syntax`.
  public init(jobs: Int = 1, where condition: String? = nil) throws(XMLError) {
    let asked = try condition.map { condition throws(XMLError) in try Query(condition) }
    var names = asked?.names ?? XMLNodeNames()
    extractor = TableExtractor(names: &names)
    surveys = asked.map(NameSurveys.init)
    let query = asked?.expression
    self.condition = query
    var documents = ArchiveDocuments(jobs: jobs, names: names)
    if let query {
      documents.takesWhole = !(Self.isPath(query) ? query.isWithinDocuments : query.isWithinElement)
    }
    self.documents = documents
  }

  /// Whether an expression finds tables from the document on, rather than being asked on each.
  private static func isPath(_ condition: XPathQuery) -> Bool {
    condition.text.drop { $0 == "(" || $0.isWhitespace }.hasPrefix("/")
  }

  /// Reads all files, on threads of their own; `take` gets what each document has in the order of the files.
  ///
  /// - Throws: What `take` throws.
  public func each(
    _ inputs: [InputFile], _ take: (ArchiveDocuments.Yield<[ExtractedTable]>) throws -> Void
  ) throws {
    let (extractor, condition, surveys) = (extractor, condition, surveys)
    let (minimumRowCount, headerRowCount) = (minimumRowCount, headerRowCount)
    let extract = {
      @Sendable
      (
        document: ArchiveDocuments.Document, survey: inout NameSurvey?
      ) throws(XMLError) -> (tables: [ExtractedTable], count: Int) in
      var found = try Self.tables(in: document, extractor, condition)
      survey?.note(document.table, isEmpty: found.tables.isEmpty)
      if let headerRowCount { for index in found.tables.indices { found.tables[index].setHeaderRows(headerRowCount) } }
      if minimumRowCount > 0 { found.tables.removeAll { $0.rows.count < minimumRowCount } }
      return found
    }
    var earlier = (path: "", count: 0)
    var labels = DistinctLabels()
    try documents.each(inputs, makeState: { surveys?.make() }, extract) { yield in
      labels.begin(yield.input)
      if yield.input.path != earlier.path { earlier = (yield.input.path, 0) }
      var tables = yield.value?.tables
      // The parts of a corpus count on.
      if earlier.count > 0 { for index in tables?.indices ?? 0..<0 { tables?[index].count(from: earlier.count) } }
      earlier.count += yield.value?.count ?? 0
      for index in tables?.indices ?? 0..<0 {
        let label = labels.label(tables![index].document, node: Int(tables![index].documentNode))
        if label != tables![index].document { tables![index].document = label }
      }
      try take(ArchiveDocuments.Yield(input: yield.input, value: tables, diagnostics: yield.diagnostics))
    }
  }

  /// Why there may be nothing, after ``each(_:_:)`` has given no table.
  ///
  /// - Parameter fileCount: How many files could be read.
  public func hints(fileCount: Int) -> [Diagnostic] {
    guard fileCount > 0 else { return [] }
    var asked = condition.map { ["'--where \($0.text)'"] } ?? []
    if minimumRowCount > 0 { asked.append("'--min-rows \(minimumRowCount)'") }
    let extent = fileCount == 1 ? "the file" : "\(fileCount) files"
    let message =
      asked.isEmpty
      ? "no element \"table\" is in \(extent)"
      : "no table in \(extent) is as \(asked.joined(separator: " and ")) asks"
    return [Diagnostic(.warning, code: "extract-empty", message)] + (surveys?.hints ?? [])
  }

  private static func tables(
    in document: ArchiveDocuments.Document, _ extractor: TableExtractor, _ condition: XPathQuery?
  ) throws(XMLError) -> (tables: [ExtractedTable], count: Int) {
    guard let condition else { return try extractor.numberedTables(in: document.table) { _ in true } }
    let evaluator = XPathEvaluator(condition, on: document.expressions)
    if isPath(condition) {
      let wanted = Set(try evaluator.items(at: 0).nodes)
      return try extractor.numberedTables(in: document.table) { node in wanted.contains(node) }
    }
    return try extractor.numberedTables(in: document.table) { (node) throws(XMLError) in
      try evaluator.holds(at: node)
    }
  }
}

extension ExtractedTable {
  /// Gives a table without an identifier its number behind others of its file.
  fileprivate mutating func count(from earlier: Int) {
    guard let number else { return }
    id = "table-\(number + earlier)" + id.dropFirst("table-\(number)".count)
    self.number = number + earlier
  }
}
