import ArticleModel
import TEIEncoding
import TEIValidation

/// The schema of our encoding as a file beside the documents that refer to it, so that an archive is whole wherever it is
/// taken.
enum OwnSchema {
  /// Writes the schema that the program carries, unless it is there.
  ///
  /// - Returns: What kept it from being written; nil where it stands.
  static func write(to path: String) -> Diagnostic? {
    if let old = try? FileSystem.read(path), old == DocumentSchema.embeddedBytes { return nil }
    do throws(FileFault) {
      try FileSystem.makeFolder(Path.folder(of: path))
      try FileSystem.write(DocumentSchema.embeddedBytes, to: path)
      return nil
    } catch {
      return Diagnostic(.error, code: "output-unwritable", "cannot be written: \(error.reason)", file: path)
    }
  }

  /// Where a document that is written to a path has the schema; nil for documents that do not name it as ours do.
  static func path(for document: [UInt8], at path: String) -> String? {
    let name = EncodingOptions().schema
    let start = String(decoding: document.prefix(1024), as: UTF8.self)
    guard start.contains("<?xml-model href=\"\(name)\"") else { return nil }
    return Path.join(Path.folder(of: path), name)
  }
}
