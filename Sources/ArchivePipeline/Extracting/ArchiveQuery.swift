public import ArticleModel
public import Extraction
import XML
internal import XPath

/// A query over an archive: its results as rows in one of the formats, written as they are found wherever that can be.
///
///     var query = ArchiveQuery(try Query("//placeName", groups: ["@ref"]), format: .rows(.csv))
///     try query.run(inputs, jobs: 8, write: { … }, report: { … })
public struct ArchiveQuery: Sendable {
  public enum Format: Sendable {
    /// A result a line, columns with tabs between them.
    case text
    case xml
    case rows(RowFormat)
  }

  public var query: Query
  public var format: Format
  /// Columns to sort by.
  public var order: [QueryRows.Order] = []
  /// Whether of rows that are alike but for their document only the first is kept.
  public var isDistinct = false
  /// Whether results are counted instead of shown; with groups they always are.
  public var counts = false
  /// Whether a `teiCorpus` is taken whole in any case.
  public var takesWhole = false

  public init(_ query: Query, format: Format) {
    self.query = query
    self.format = format
  }

  /// The columns of what is written.
  public var columns: [String] {
    if !query.groups.isEmpty { return query.groups.map(\.name) + ["count"] }
    return counts ? ["count"] : query.rowColumns
  }

  /// The name of the first column to sort by that is not there.
  public var unknownOrder: String? { order.first { !columns.contains($0.column) }?.column }

  /// A file above so many bytes that has to be taken whole is told of.
  static let largeFile = 64 << 20

  /// What one document gives.
  private struct Found: Sendable {
    var count = 0
    var text: [UInt8] = []
    var rows: [QueryRows.Row] = []
    var groups: [[String]] = []
    /// The documents that rows, or groups, are of: of each its label and its element.
    var documents: [(label: String, node: Int32)] = []
  }

  /// Evaluates the query on all files.
  ///
  /// - Parameters:
  ///   - write: Gets the bytes of the output, piece by piece.
  ///   - report: Gets what is wrong with files, and at the end with the query.
  /// - Returns: Whether a file could not be read, or an expression not be evaluated.
  /// - Throws: What `write` throws.
  public func run(
    _ inputs: [InputFile], jobs: Int, write: @escaping ([UInt8]) throws -> Void,
    report: @escaping ([Diagnostic]) -> Void
  ) throws -> Bool {
    var documents = ArchiveDocuments(jobs: jobs, names: query.names)
    documents.takesWhole = takesWhole || !query.isWithinDocuments
    if documents.takesWhole, !takesWhole { report(wholeFiles(inputs)) }
    let surveys = NameSurveys(query)
    var output = QueryOutput(self, write: write)
    var faults = FaultLimit(report: report)
    var hasErrors = false
    var emptyColumns = Set((query.columns + query.groups).map(\.name))
    var count = 0
    var labels = DistinctLabels()
    try output.begin()
    try documents.each(inputs, makeState: surveys.make) { (document, survey) throws(XMLError) in
      let found = try find(in: document)
      survey.note(document.table, isEmpty: found.count == 0)
      return found
    } take: { yield in
      if !yield.diagnostics.isEmpty {
        hasErrors = true
        faults.add(yield.diagnostics)
      }
      labels.begin(yield.input)
      guard var found = yield.value, found.count > 0 else { return }
      relabel(&found, &labels)
      count += found.count
      if !emptyColumns.isEmpty { note(found, &emptyColumns) }
      try output.add(text: found.text, rows: found.rows, groups: found.groups, count: found.count)
    }
    try output.end()
    faults.end()
    report(
      QueryHints(query, surveys.all).diagnostics(isEmpty: count == 0, emptyColumns: isRowless ? [] : emptyColumns))
    return hasErrors
  }

  /// Gives documents of the same label different ones.
  private func relabel(_ found: inout Found, _ labels: inout DistinctLabels) {
    let group = query.groups.firstIndex { $0.name == Query.documentColumn }
    if !query.groups.isEmpty, group == nil { return }
    for (index, document) in found.documents.enumerated() {
      let label = labels.label(document.label, node: Int(document.node))
      guard label != document.label else { continue }
      if let group {
        found.groups[index][group] = label
      } else {
        found.rows[index].values[0] = label
        if case .xml = format {
          found.rows[index].xml = QueryXML.relabelled(found.rows[index].xml, from: document.label, to: label)
        }
      }
    }
  }

  /// Whether only numbers of results are asked for.
  private var isRowless: Bool { counts && query.groups.isEmpty }

  private var needsRows: Bool {
    if !order.isEmpty || isDistinct { return true }
    if case .text = format { return false }
    return true
  }

  private func find(in document: ArchiveDocuments.Document) throws(XMLError) -> Found {
    var found = Found()
    guard !isRowless else {
      found.count = try query.count(in: document.expressions)
      return found
    }
    let results = try query.results(in: document.expressions)
    found.count = results.count
    if needsRows || !query.groups.isEmpty { found.documents = results.map { ($0.document, $0.documentNode) } }
    if !query.groups.isEmpty {
      found.groups = results.map(\.groups)
      return found
    }
    for result in results {
      let xml: [UInt8] =
        if case .xml = format { QueryXML.bytes(of: result, for: query, in: document.table) } else { [] }
      if needsRows {
        found.rows.append(QueryRows.Row(query.row(of: result), xml: xml))
      } else {
        QueryOutput.appendLine(query.columns.isEmpty ? [result.value] : result.columns, to: &found.text)
      }
    }
    // Empty columns are told of; text has no rows to look at.
    if !needsRows, !query.columns.isEmpty { found.groups = [Self.filled(results.map(\.columns))] }
    return found
  }

  /// The first value of each column that is not empty.
  private static func filled(_ rows: [[String]]) -> [String] {
    guard var result = rows.first else { return [] }
    for row in rows { for (index, value) in row.enumerated() where result[index].isEmpty { result[index] = value } }
    return result
  }

  private func note(_ found: Found, _ emptyColumns: inout Set<String>) {
    let names = query.groups.isEmpty ? query.columns.map(\.name) : query.groups.map(\.name)
    let rows = needsRows && query.groups.isEmpty ? found.rows.map { Array($0.values.dropFirst()) } : found.groups
    for row in rows {
      for (name, value) in zip(names, row) where !value.isEmpty { emptyColumns.remove(name) }
    }
  }

  /// A note for each large corpus that does not fit the query document by document.
  private func wholeFiles(_ inputs: [InputFile]) -> [Diagnostic] {
    let expressions = query.expressionsBeyondDocuments.map { "\"\($0)\"" }.joined(separator: ", ")
    return inputs.filter { FileSystem.size(of: $0.path) ?? 0 > Self.largeFile }.map { input in
      Diagnostic(
        .note, code: "query-whole",
        "\(expressions) may look at several documents of a corpus: a teiCorpus is held in memory whole; "
          + "expected an expression within one TEI, as \"//table\"", file: input.path)
    }
  }
}

/// Tells the first faults of a kind, and how many more there are: an expression may fail on each of ten thousand files.
private struct FaultLimit {
  let report: ([Diagnostic]) -> Void
  private var counts: [String: Int] = [:]
  private static let limit = 10

  init(report: @escaping ([Diagnostic]) -> Void) { self.report = report }

  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      counts[diagnostic.code, default: 0] += 1
      // What is wrong with a file is told of each.
      if diagnostic.code != "xpath-evaluation" || counts[diagnostic.code, default: 0] <= Self.limit {
        report([diagnostic])
      }
    }
  }

  func end() {
    let more = (counts["xpath-evaluation"] ?? 0) - Self.limit
    guard more > 0 else { return }
    report([Diagnostic(.note, code: "xpath-evaluation", "the expression fails on \(more) more documents")])
  }
}
