import ArchivePipeline
import ArticleModel
import TEIEncoding
import TEIValidation
import XML

/// What holds for every input: TEI that is valid and gives its source back, or a clear error.
struct ArticleProperty: Sendable {
  enum Outcome: Equatable, Sendable {
    case encoded([UInt8])
    /// Not UTF-8, or without text.
    case refused
    case broken(String)
  }

  static let identifier = "case"
  let annotator: Annotator
  let validator = Validator()

  init(annotator: Annotator = Annotator()) { self.annotator = annotator }

  func outcome(of bytes: [UInt8], metadata: ArticleMetadata = ArticleMetadata()) -> Outcome {
    let source: SourceText
    do throws(SourceText.Fault) {
      source = try SourceText(name: "case.txt", bytes: bytes)
    } catch {
      return refusal(error, of: bytes)
    }
    guard let article = annotator.annotate(source, metadata: metadata) else {
      return Self.hasWords(bytes) ? .broken("an article with words was taken to have no text") : .refused
    }
    return outcome(of: article)
  }

  func outcome(of article: AnnotatedArticle) -> Outcome {
    let bytes = article.source.bytes
    if let fault = VisibleText.fault(in: article) { return .broken(fault) }
    let encoded = TEIEncoder().encode(article, identifier: Self.identifier).document.serialized()
    do throws(XMLError) {
      let document = try XMLDocument(parsing: encoded, name: "case.xml")
      if let fault = validator.validate(document, file: "case.xml").first(where: { $0.severity > .note }) {
        return .broken("not valid: \(fault)")
      }
      guard let rebuilt = DecodedArticle(document).sourceText() else { return .broken("no layout is recorded") }
      guard rebuilt == bytes else {
        let place = zip(rebuilt, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        return .broken("the source comes back otherwise, from byte \(place ?? min(rebuilt.count, bytes.count)) on")
      }
      if let fault = VisibleText.fault(in: document, of: article) { return .broken(fault) }
      return .encoded(encoded)
    } catch {
      return .broken("not well-formed: \(error)")
    }
  }

  private func refusal(_ fault: SourceText.Fault, of bytes: [UInt8]) -> Outcome {
    guard case .notUTF8(let offset) = fault, String(validating: bytes, as: UTF8.self) == nil,
      String(validating: bytes[..<offset], as: UTF8.self) != nil
    else { return .broken("refused for no reason: \(fault)") }
    return .refused
  }

  /// Whether there is a letter or a digit.
  private static func hasWords(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
}
