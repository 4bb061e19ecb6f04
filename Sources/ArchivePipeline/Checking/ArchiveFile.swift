import ArticleModel
import TEIValidation
import XML

/// Reads the files of an archive for checking.
enum ArchiveFile {
  /// Where the bytes of a file are to be had: a file piece by piece; what cannot be read twice is read whole.
  static func source(of input: InputFile) throws(DiagnosticFault) -> DocumentSource {
    if input.path != "-", FileSystem.kind(of: input.path) == .file { return .file(input.path) }
    return .bytes(try DocumentReader.bytes(of: input).get())
  }

  /// Turns what goes wrong while a file is read into a diagnostic about it.
  static func reading<Result>(
    _ input: InputFile, _ body: () throws(XMLError) -> Result
  ) throws(DiagnosticFault) -> Result {
    do throws(XMLError) {
      return try body()
    } catch {
      // The file system says better what is wrong with a file.
      if error.code == .xmlUnreadable, case .failure(let fault) = DocumentReader.bytes(of: input) { throw fault }
      var diagnostic = error.diagnostic
      if diagnostic.file == nil { diagnostic.file = input.path }
      throw DiagnosticFault(diagnostic)
    }
  }
}

/// The checkers that no thread uses at the moment: each keeps what it has learned from file to file.
final class CheckerPool: @unchecked Sendable {
  // Unchecked: `idle` is only touched under the lock.
  private let lock = Lock()
  private var idle: [DocumentChecker] = []
  private let hash: IdentifierHash

  init(hash: IdentifierHash) { self.hash = hash }

  func with<Result, Failure: Error>(
    _ body: (DocumentChecker) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let checker = lock.withLock { idle.popLast() } ?? DocumentChecker(hash: hash)
    defer { lock.withLock { idle.append(checker) } }
    return try body(checker)
  }
}
