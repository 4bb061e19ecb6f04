import ArticleModel
import TEIEncoding
import XML

/// Writes `corpus.xml`: the root of an archive, which takes in its documents by XInclude and holds what they share.
struct CorpusFile {
  static let name = "corpus.xml"
  let encoding: EncodingOptions
  let overwrites: Bool

  /// Writes the root for all TEI documents of a folder.
  ///
  /// - Returns: What kept it from being written; nil where it stands.
  func write(into folder: String) -> Diagnostic? {
    let path = Path.join(folder, Self.name)
    do throws(FileFault) {
      let names = try FileSystem.names(in: folder).filter { isDocument($0, in: folder) }
      let bytes = CorpusEncoder(options: encoding).encode(documents: names).serialized()
      if let old = try? FileSystem.read(path) {
        if old == bytes { return nil }
        // A root of ours is made anew as documents come and go; any other stays.
        guard overwrites || Self.isOurs(old) else {
          return Diagnostic(
            .error, code: "output-exists", "the file is not one of ours; --force writes over it", file: path)
        }
      }
      try FileSystem.write(bytes, to: path)
      return nil
    } catch {
      return Diagnostic(.error, code: "output-unwritable", "cannot be written: \(error.reason)", file: path)
    }
  }

  private func isDocument(_ name: String, in folder: String) -> Bool {
    guard name != Self.name, Path.fileExtension(of: name) == "xml", !name.hasPrefix("."),
      let bytes = try? FileSystem.read(Path.join(folder, name))
    else { return false }
    return bytes.prefix(2048).contains("<TEI")
  }

  private static func isOurs(_ bytes: [UInt8]) -> Bool {
    bytes.contains("<teiCorpus") && bytes.contains("ident=\"\(Program.name)\"")
  }
}

extension Sequence<UInt8> {
  fileprivate func contains(_ text: String) -> Bool {
    String(decoding: Array(self), as: UTF8.self).contains(text)
  }
}
