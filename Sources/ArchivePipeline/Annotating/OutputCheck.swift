import ArticleModel
import TEIEncoding
import TEIValidation
import XML

/// The last look at a document before it is written: it is parsed, validated, and its source rebuilt.
enum OutputCheck {
  static func faults(of bytes: [UInt8], source: SourceText, name: OutputNaming.Name, input: InputFile) -> [Diagnostic] {
    do throws(XMLError) {
      let file = name.stem + ".xml"
      let document = try XMLDocument(parsing: bytes, name: file)
      let faults = try Self.faults(of: bytes, file: file)
      if !faults.isEmpty { return faults.map { fault("output-invalid", "the TEI would not be valid: \($0)", input) } }
      guard DecodedArticle(document).sourceText() == source.bytes else {
        return [fault("output-unfaithful", "the source could not be rebuilt from the TEI", input)]
      }
      return []
    } catch {
      return [fault("output-invalid", "the TEI would not be well-formed: \(error)", input)]
    }
  }

  /// What each thread has learned of the schema is kept from article to article.
  private static let checkers = CheckerPool(hash: .ofRun, rules: .all)

  /// What is wrong by our schema, and by the rules that a file can break by itself.
  static func faults(of bytes: [UInt8], file: String) throws(XMLError) -> [Diagnostic] {
    try checkers.with { (checker) throws(XMLError) in
      let (faults, summary) = try checker.check(.bytes(bytes), file: file) { _ in [.embedded] }
      guard !summary.suspects.isEmpty else { return faults.flatMap { $0 } }
      let broken = try checker.findings(
        in: .bytes(bytes), file: file, suspects: summary.suspects, context: ValidationContext())
      return (faults.flatMap { $0 } + broken).filter { $0.severity == .error }
    }
  }

  private static func fault(_ code: String, _ message: String, _ input: InputFile) -> Diagnostic {
    Diagnostic(.error, code: code, "\(message); please report this, with the file", file: input.path)
  }
}
