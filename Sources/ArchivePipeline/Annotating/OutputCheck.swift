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
      let faults = Validator().validate(document, bytes: bytes, file: file).filter { $0.severity == .error }
      if !faults.isEmpty { return faults.map { fault("output-invalid", "the TEI would not be valid: \($0)", input) } }
      guard DecodedArticle(document).sourceText() == source.bytes else {
        return [fault("output-unfaithful", "the source could not be rebuilt from the TEI", input)]
      }
      return []
    } catch {
      return [fault("output-invalid", "the TEI would not be well-formed: \(error)", input)]
    }
  }

  private static func fault(_ code: String, _ message: String, _ input: InputFile) -> Diagnostic {
    Diagnostic(.error, code: code, "\(message); please report this, with the file", file: input.path)
  }
}
