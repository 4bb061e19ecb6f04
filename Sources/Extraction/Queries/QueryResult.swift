public import XML
public import XPath

/// One thing that a ``Query`` found.
public struct QueryResult: Sendable {
  /// What the document is called.
  public var document: String
  /// The element of that document.
  package var documentNode: Int32 = 0
  /// The number of the node found; nil for a string, number or truth value.
  public var node: Int32?
  /// Its text, runs of white space made one space; of an attribute its value as it is.
  public var value: String
  /// The values of the query's columns, and of what it groups by.
  public var columns: [String]
  public var groups: [String]
}

extension Query {
  /// What the query finds in a document that was laid out with ``names``, in document order; of a part of a corpus, what no
  /// part before it had. A string, number or truth value is one result.
  ///
  /// - Parameter evaluatesColumns: false where only the number of results matters.
  /// - Throws: ``XMLError`` with code `xpath-evaluation`.
  public func results(in document: XPathDocument, evaluatesColumns: Bool = true) throws(XMLError) -> [QueryResult] {
    let table = document.table
    let items = try XPathEvaluator(expression, on: document).items(at: 0)
    guard !items.isEmpty else { return [] }
    let columns = (evaluatesColumns ? columns : []).map { XPathEvaluator($0.expression, on: document) }
    let groups = (evaluatesColumns ? groups : []).map { XPathEvaluator($0.expression, on: document) }
    var labels = DocumentLabels(table)
    var results: [QueryResult] = []
    results.reserveCapacity(items.count)
    for index in 0..<items.count {
      let node = items.node(index)
      if let node, node < table.firstNode { continue }
      let place = node ?? 0
      var result = QueryResult(
        document: labels.label(of: place), node: node, value: "", columns: [], groups: [])
      result.documentNode = labels.document(of: place)
      if self.columns.isEmpty { result.value = Self.shown(items, index, table) }
      for column in columns { result.columns.append(Self.shown(try column.items(at: place), table)) }
      for (group, column) in zip(groups, self.groups) {
        result.groups.append(
          column.name == Self.documentColumn ? result.document : Self.shown(try group.items(at: place), table))
      }
      results.append(result)
    }
    return results
  }

  /// The number of things that the query finds in a document.
  public func count(in document: XPathDocument) throws(XMLError) -> Int {
    let items = try XPathEvaluator(expression, on: document).items(at: 0)
    guard document.table.firstNode > 0 else { return items.count }
    return (0..<items.count).count { items.node($0).map { $0 >= document.table.firstNode } ?? true }
  }

  /// Several items in one column are joined with "; ".
  private static func shown(_ items: XPathItems, _ table: XMLNodeTable) -> String {
    if items.count == 1 { return shown(items, 0, table) }
    return (0..<items.count).map { shown(items, $0, table) }.joined(separator: "; ")
  }

  private static func shown(_ items: XPathItems, _ index: Int, _ table: XMLNodeTable) -> String {
    guard let node = items.node(index) else { return items.string(index, in: table) }
    switch table.kinds[Int(node)] {
    case .attribute: return table.string(node)
    case .comment, .processingInstruction: return Whitespace.collapsed(table.string(node))
    case .document, .element, .text:
      return Whitespace.collapsed(table.text[Int(table.starts[Int(node)])..<Int(table.stops[Int(node)])])
    }
  }
}

// MARK: Rows

extension Query {
  /// The columns of ``row(of:)``: `document` and `value`, or `document` and the columns asked for.
  public var rowColumns: [String] {
    [Self.documentColumn] + (columns.isEmpty ? ["value"] : columns.map(\.name))
  }

  /// A result as a row under ``rowColumns``.
  public func row(of result: QueryResult) -> [String] {
    [result.document] + (columns.isEmpty ? [result.value] : result.columns)
  }
}
