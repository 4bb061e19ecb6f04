import ArticleModel
public import XML

/// Reads TEI documents from files.
public enum DocumentReader {
  /// The document in a file.
  ///
  /// - Parameter expandsInclusions: Whether a corpus is read with the documents that it takes in by XInclude. Among other
  ///   files it is read without, since its documents are among them.
  public static func read(_ input: InputFile, expandsInclusions: Bool) -> Result<XMLDocument, DiagnosticFault> {
    bytes(of: input).flatMap { document(in: $0, of: input, expandsInclusions: expandsInclusions) }
  }

  static func bytes(of input: InputFile) -> Result<[UInt8], DiagnosticFault> {
    do throws(FileFault) {
      return .success(try FileSystem.read(input.path))
    } catch {
      return .failure(DiagnosticFault(Diagnostic(.error, code: "file-unreadable", error.reason, file: input.path)))
    }
  }

  /// The document in the bytes of a file.
  static func document(
    in bytes: [UInt8], of input: InputFile, expandsInclusions: Bool
  ) -> Result<XMLDocument, DiagnosticFault> {
    do throws(XMLError) {
      let document = try XMLDocument(parsing: bytes, name: input.path)
      if expandsInclusions, input.path != "-", document.hasInclusions {
        return .success(try document.processingXIncludes(baseFile: input.path))
      }
      return .success(document)
    } catch {
      var diagnostic = error.diagnostic
      if diagnostic.file == nil { diagnostic.file = input.path }
      return .failure(DiagnosticFault(diagnostic))
    }
  }
}

extension XMLDocument {
  /// Whether files are taken in by XInclude.
  var hasInclusions: Bool {
    root.descendants.contains { $0.isNamed("include", namespace: "http://www.w3.org/2001/XInclude") }
  }
}
