import ArticleModel
import XML

extension DocumentReader {
  /// Reads the document in a file, or the documents of a corpus one after another; answers what is wrong with it.
  ///
  /// - Parameters:
  ///   - expandsInclusions: Whether a file is read with what it takes in by XInclude.
  ///   - takesParts: Whether a `teiCorpus` comes in parts.
  ///   - take: Answers whether more are wanted.
  static func tables(
    of input: InputFile, expandsInclusions: Bool, takesParts: Bool, _ reader: XMLNodeTableReader,
    _ take: (XMLNodeTable) -> Bool
  ) -> Diagnostic? {
    do throws(XMLError) {
      if input.path == "-" {
        switch bytes(of: input) {
        case .failure(let fault): return fault.diagnostic
        case .success(let bytes): try reader.read(bytes, name: input.path, takesParts: takesParts, take)
        }
      } else if expandsInclusions, LocalText.contains(inclusionNamespace, inFile: input.path) {
        switch read(input, expandsInclusions: true) {
        case .failure(let fault): return fault.diagnostic
        case .success(let document):
          try reader.read(document.serialized(), name: input.path, takesParts: takesParts, take)
        }
      } else {
        try reader.read(file: input.path, takesParts: takesParts, take)
      }
      return nil
    } catch {
      var diagnostic = error.diagnostic
      if error.code == .xmlUnreadable { diagnostic.code = "file-unreadable" }
      if diagnostic.file == nil { diagnostic.file = input.path }
      return diagnostic
    }
  }

  private static let inclusionNamespace = "http://www.w3.org/2001/XInclude"
}
