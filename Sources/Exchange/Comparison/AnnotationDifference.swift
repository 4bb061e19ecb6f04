/// An annotation that two versions do not have in common.
public struct AnnotationDifference: Hashable, Sendable {
  public enum Kind: String, Sendable { case added, removed, changed }

  /// The annotation in one of the versions.
  public struct Side: Hashable, Sendable {
    public var annotation: StandoffAnnotation
    /// What it covers.
    public var text: String
    /// From 1; 0 where it is not known.
    public var line: Int
  }

  public var document: String
  public var kind: Kind
  /// What a changed annotation differs in.
  public var fields: [ChangedField] = []
  /// In the first version; nil for an added one.
  public var reference: Side?
  /// In the second version; nil for a removed one.
  public var response: Side?
  /// An XPath of the block in which it stands.
  public var path: String
  /// The text in front and behind, of the version from which the line is told.
  public var left: String
  public var right: String

  public static let columns = [
    "change", "document", "what", "lineA", "lineB", "path", "typeA", "typeB", "textA", "textB", "entityA", "entityB",
    "valueA", "valueB", "certA", "certB", "left", "right",
  ]

  public var row: [String] {
    func both(_ value: (Side) -> String) -> [String] { [reference.map(value) ?? "", response.map(value) ?? ""] }
    return [kind.rawValue, document, fields.map(\.rawValue).joined(separator: " ")]
      + both { $0.line > 0 ? String($0.line) : "" } + [path] + both(\.annotation.type) + both(\.text)
      + both(\.annotation.entity) + both(\.annotation.value) + both(\.annotation.certainty) + [left, right]
  }
}
