public import XML

/// Results as XML: `results` holds a `result` each, which holds the node found, and a `column` for each column asked for.
public enum QueryXML {
  /// What comes before the first result.
  public static let opening = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<results>\n".utf8)
  /// What comes after the last result.
  public static let closing = Array("</results>\n".utf8)

  /// One result.
  public static func bytes(of result: QueryResult, for query: Query, in table: XMLNodeTable) -> [UInt8] {
    var output = start(result.document)
    output.append("\"")
    if let node = result.node, table.kinds[Int(node)] == .attribute {
      output.append(" attribute=\"")
      EscapedText.append(table.qualifiedName(node), to: &output)
      output.append("\"")
    }
    output.append(">")
    if let node = result.node {
      table.appendXML(of: node, to: &output)
    } else {
      EscapedText.append(result.value, to: &output)
    }
    for (column, value) in zip(query.columns, result.columns) { append(value, named: column.name, to: &output) }
    output.append("</result>\n")
    return output
  }

  /// A result of ``bytes(of:for:in:)`` with another label of its document.
  package static func relabelled(_ result: [UInt8], from old: String, to new: String) -> [UInt8] {
    start(new) + result.dropFirst(start(old).count)
  }

  private static func start(_ document: String) -> [UInt8] {
    var output = Array("<result document=\"".utf8)
    EscapedText.append(document, to: &output)
    return output
  }

  /// A row that is no node: of groups and their counts.
  public static func bytes(of row: [String], columns: [String]) -> [UInt8] {
    var output: [UInt8] = []
    output.append("<result>")
    for (column, value) in zip(columns, row) { append(value, named: column, to: &output) }
    output.append("</result>\n")
    return output
  }

  private static func append(_ value: String, named name: String, to output: inout [UInt8]) {
    output.append("<column name=\"")
    EscapedText.append(name, to: &output)
    output.append("\">")
    EscapedText.append(value, to: &output)
    output.append("</column>")
  }
}
