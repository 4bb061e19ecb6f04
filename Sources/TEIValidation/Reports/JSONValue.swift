internal import ArticleModel

/// JSON (RFC 8259) whose members keep their order.
package enum JSONValue {
  case string(String)
  case number(Int)
  /// JSON has no infinity and nothing that is no number: those, and nil, are written as null.
  case decimal(Double?)
  case bool(Bool)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// The value on one line.
  package var line: String {
    switch self {
    case .string(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .decimal(let number): number.flatMap { $0.isFinite ? String($0) : nil } ?? "null"
    case .bool(let value): String(value)
    case .array(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .object(let members): "{" + members.map { "\(Self.quoted($0.0)): \($0.1.line)" }.joined(separator: ", ") + "}"
    }
  }

  /// The value with a line for each member down to a depth, from which on it stays on one line.
  package func page(depth: Int, indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .array(let values) where depth > 0 && !values.isEmpty:
      return "[\n" + values.map { inner + $0.page(depth: depth - 1, indent: inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .object(let members) where depth > 0 && !members.isEmpty:
      let lines = members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.page(depth: depth - 1, indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    default: return line
    }
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
