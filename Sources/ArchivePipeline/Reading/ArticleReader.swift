import ArticleModel

/// An article as it was read.
struct ReadArticle {
  var source: SourceText
  /// The encoding that it was converted from, where not UTF-8.
  var encoding: String?
  /// The bytes of the file, where the text converted back would not be the same bytes.
  var originalBytes: [UInt8]?
}

/// Reads articles from files.
public struct ArticleReader: Sendable {
  public var encoding: CharacterEncoding
  /// Files of more bytes are refused.
  public var maximumSize: Int
  /// 64 MiB: a hundred times the longest article; a TEI tree takes twenty times the size of its source.
  public static let defaultMaximumSize = 64 << 20

  public init(encoding: CharacterEncoding = .utf8, maximumSize: Int = Self.defaultMaximumSize) {
    self.encoding = encoding
    self.maximumSize = maximumSize
  }

  /// The article in a file, or why there is none.
  func read(_ input: InputFile) -> Result<ReadArticle, DiagnosticFault> {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try FileSystem.read(input.path, limit: maximumSize)
    } catch {
      return failure("file-unreadable", error.reason, input)
    }
    let decoded: DecodedBytes
    switch encoding.decode(bytes) {
    case .success(let text): decoded = text
    case .failure(var fault):
      fault.diagnostic.file = input.path
      return .failure(fault)
    }
    do throws(SourceText.Fault) {
      let source = try SourceText(name: Path.name(of: input.relativePath), bytes: decoded.text)
      var article = ReadArticle(source: source, encoding: decoded.encoding)
      if let name = decoded.encoding, !isReversible(decoded.text, to: name, bytes) { article.originalBytes = bytes }
      return .success(article)
    } catch {
      switch error {
      case .notUTF8(let offset):
        let byte = CharacterEncoding.hexadecimal(bytes, offset)
        return .failure(
          DiagnosticFault(
            Diagnostic(
              .error, code: "source-not-utf8",
              "byte \(offset) (\(byte)) is not UTF-8; expected UTF-8 (--encoding NAME or auto converts)",
              file: input.path,
              position: SourcePosition(offset: offset, in: bytes))))
      case .tooLarge(let size, let limit):
        return failure("source-too-large", "text has \(size) bytes; at most \(limit) are read", input)
      }
    }
  }

  private func isReversible(_ text: [UInt8], to name: String, _ bytes: [UInt8]) -> Bool {
    if case .success(let back) = Transcoder.convert(text, from: "UTF-8", to: name) { back == bytes } else { false }
  }

  private func failure(_ code: String, _ message: String, _ input: InputFile) -> Result<ReadArticle, DiagnosticFault> {
    .failure(DiagnosticFault(Diagnostic(.error, code: code, message, file: input.path)))
  }
}
