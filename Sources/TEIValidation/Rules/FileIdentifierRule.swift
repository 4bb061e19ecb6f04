internal import ArticleModel

/// The `xml:id` of a `TEI` root element is the stem of its file's name, made an XML name.
public struct FileIdentifierRule: ValidationRule {
  public let codes = ["id-file"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    let root = document.document.root
    // Standard input has no name.
    guard document.file != "-", root.isNamed("TEI"), let identifier = root["xml:id"] else { return [] }
    let expected = DocumentIdentifier.ncName(stem: Self.stem(of: document.file))
    // Others may keep the full stops of the file name.
    guard DocumentIdentifier.ncName(stem: identifier) != expected else { return [] }
    return [
      Finding(
        document.isOurs ? .error : .warning, code: codes[0],
        "xml:id \"\(identifier)\" does not go with the file name; expected \"\(expected)\"", at: root)
    ]
  }

  /// The file name without folders and without its last extension.
  private static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
