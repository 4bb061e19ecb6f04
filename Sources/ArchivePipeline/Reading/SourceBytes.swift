import ArticleModel
import TEIEncoding

/// Gets the bytes of a source back from its TEI.
public enum SourceBytes {
  /// The bytes as the file had them, in its own encoding; or why they cannot be had.
  public static func bytes(of article: DecodedArticle, file: String) -> Result<[UInt8], DiagnosticFault> {
    guard let layout = article.layout, let text = article.sourceText() else {
      return .failure(
        DiagnosticFault(
          Diagnostic(
            .error, code: "layout-missing",
            "the file records no source layout; expected xenoData of type \"source-layout\"", file: file)))
    }
    if let original = layout.originalBytes { return .success(original) }
    guard let encoding = layout.encoding else { return .success(text) }
    return Transcoder.convert(text, from: "UTF-8", to: encoding).mapError { fault in
      DiagnosticFault(
        Diagnostic(
          .error, code: "encoding-invalid", "byte \(fault.offset) of the text does not exist in \(encoding)", file: file
        ))
    }
  }
}
