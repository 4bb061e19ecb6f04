import ArticleModel
import FoundationEssentials
import TEIValidation
import Testing
import XML

/// The files in `Fixtures`, and documents made of them.
enum Fixture {
  static let article = text("drone-deal")
  static let corpus = text("corpus")

  private static func text(_ name: String) -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return String(decoding: try! Data(contentsOf: folder.appending(path: name + ".xml")), as: UTF8.self)
  }

  /// The article with the first occurrence of a text replaced.
  static func article(_ found: String, _ replacement: String) throws -> String {
    let range = try #require(article.firstRange(of: found), "the fixture does not hold \(found)")
    return article.replacingCharacters(in: range, with: replacement)
  }

  static func document(_ text: String, name: String = "drone-deal.xml") throws -> XMLDocument {
    try XMLDocument(parsing: Array(text.utf8), name: name)
  }

  /// What the rules say of a document of somebody else, given its body.
  static func foreign(
    _ body: String, header: String = "", rules: [any ValidationRule] = ValidationRules.all,
    context: ValidationContext = ValidationContext()
  ) throws -> [String] {
    let text =
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader>\(header)</teiHeader><text><body>\(body)</body></text></TEI>"
    let validator = Validator(schema: nil, rules: rules)
    return validator.validate(try document(text, name: "a.xml"), file: "a.xml", context: context).map {
      "\($0.severity)[\($0.code)]: \($0.message)"
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
