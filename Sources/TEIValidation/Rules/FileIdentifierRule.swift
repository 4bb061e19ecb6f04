internal import ArticleModel

/// The `xml:id` of a `TEI` root element that we wrote is the stem of its file's name, made an XML name.
public struct FileIdentifierRule: ValidationRule {
  public let codes = ["id-file"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    guard document.isOurs, let root = document.root, root.name == "TEI", let identifier = root["xml:id"],
      let expected = Self.expected(identifier, file: document.file)
    else { return [] }
    return [
      Finding(
        .error, code: codes[0],
        "xml:id \"\(identifier)\" does not go with the file name; expected \"\(expected)\"", at: root)
    ]
  }

  /// What the identifier of a root element should be; nil where it is right.
  static func expected(_ identifier: String, file: String) -> String? {
    // Standard input has no name.
    guard file != "-" else { return nil }
    let expected = DocumentIdentifier.ncName(stem: stem(of: file))
    // Others may keep the full stops of the file name.
    return DocumentIdentifier.ncName(stem: identifier) == expected ? nil : expected
  }

  /// The file name without folders and without its last extension.
  private static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
