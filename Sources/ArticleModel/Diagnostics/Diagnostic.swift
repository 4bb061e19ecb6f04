/// A fault in an article or an archive: what is wrong, where, and what was expected.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    case note, warning, error

    public static func < (left: Self, right: Self) -> Bool {
      allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
  }

  public var severity: Severity
  /// A stable code in kebab case, as `table-ragged`.
  public var code: String
  /// Lower case, the thing in quotes, and what was expected: `row has 5 cells; expected 4`.
  public var message: String
  /// The file as the caller named it; nil where there is none.
  public var file: String?
  public var position: SourcePosition?
  /// The XPath of the element concerned, as `/TEI/text[1]/body[1]/p[3]`; nil where there is none, or
  /// the element stands more than a hundred levels deep.
  public var xpath: String?

  public init(
    _ severity: Severity, code: String, _ message: String, file: String? = nil, position: SourcePosition? = nil,
    xpath: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.file = file
    self.position = position
    self.xpath = xpath
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: severity[code]: message`, without the parts that are not known.
  public var description: String {
    var place = file ?? ""
    if let position { place += "\(place.isEmpty ? "" : ":")\(position.line):\(position.column)" }
    return "\(place.isEmpty ? "" : place + ": ")\(severity.rawValue)[\(code)]: \(message)"
  }
}
