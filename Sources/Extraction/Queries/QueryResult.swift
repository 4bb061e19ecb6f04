public import XML

/// One thing that a ``Query`` found.
public struct QueryResult: Sendable {
  /// What the document is called.
  public var document: String
  /// The node found; nil for a string, number or truth value.
  public var node: XPathNode?
  /// Its text, runs of whitespace made one space; of an attribute its value as it is.
  public var value: String
  /// The values of the query's columns.
  public var columns: [String]
}

extension Query {
  /// The columns of ``row(of:)``: `document` and `value`, or `document` and the columns asked for.
  public var rowColumns: [String] { ["document"] + (columns.isEmpty ? ["value"] : columns.map(\.name)) }

  /// A result as a row under ``rowColumns``.
  public func row(of result: QueryResult) -> [String] {
    [result.document] + (columns.isEmpty ? [result.value] : result.columns)
  }

  /// A result as a line of text: its value, or its columns with tabs between them.
  public func line(of result: QueryResult) -> [UInt8] {
    Array((columns.isEmpty ? result.value : result.columns.joined(separator: "\t")).utf8) + [0x0A]
  }
}

/// Results as XML: `results` holds a `result` each, which holds the node found, and a `column` for each column asked for.
public enum QueryXML {
  /// What comes before the first result.
  public static let opening = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<results>\n".utf8)
  /// What comes after the last result.
  public static let closing = Array("</results>\n".utf8)

  /// One result.
  public static func bytes(of result: QueryResult, for query: Query) -> [UInt8] {
    var output: [UInt8] = []
    output.append("<result document=\"")
    MarkupText.append(result.document, to: &output)
    output.append("\"")
    if case .attribute(let name, _, _) = result.node {
      output.append(" attribute=\"")
      MarkupText.append(name, to: &output)
      output.append("\"")
    }
    output.append(">")
    switch result.node {
    case .element(let element): output += element.serialized()
    case .document(let document): output += document.root.serialized()
    case let node: MarkupText.append(node?.string ?? result.value, to: &output)
    }
    for (column, value) in zip(query.columns, result.columns) {
      output.append("<column name=\"")
      MarkupText.append(column.name, to: &output)
      output.append("\">")
      MarkupText.append(value, to: &output)
      output.append("</column>")
    }
    output.append("</result>\n")
    return output
  }
}
