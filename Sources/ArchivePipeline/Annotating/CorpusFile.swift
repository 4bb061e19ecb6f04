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
      var documents: [String] = []
      var entities = SharedEntities()
      for name in try FileSystem.names(in: folder) {
        guard let bytes = document(name, in: folder) else { continue }
        documents.append(name)
        if let standOff = Self.standOff(of: bytes) { entities.add(standOff.root, file: name) }
      }
      let bytes = CorpusEncoder(options: encoding).encode(documents: documents, entities: entities).serialized()
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

  /// The bytes of a TEI document; nil for any other file.
  private func document(_ name: String, in folder: String) -> [UInt8]? {
    guard name != Self.name, Path.fileExtension(of: name) == "xml", !name.hasPrefix("."),
      let bytes = try? FileSystem.read(Path.join(folder, name)), bytes.prefix(2048).contains("<TEI")
    else { return nil }
    return bytes
  }

  /// The `standOff` of a document of ours, parsed alone: a small part of the whole.
  private static func standOff(of bytes: [UInt8]) -> XMLDocument? {
    let (opening, closing) = (Array("<standOff>".utf8), Array("</standOff>".utf8))
    guard let start = place(of: opening, in: bytes, from: 0),
      let end = place(of: closing, in: bytes, from: start)
    else { return nil }
    let root = Array("<standOff xmlns=\"\(TEIEncoder.namespace)\">".utf8)
    return try? XMLDocument(parsing: root + bytes[(start + opening.count)..<end] + closing, name: "standOff")
  }

  private static func place(of tag: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index + tag.count <= bytes.count {
        if bytes[index] == tag[0], bytes[index + 1] == tag[1], bytes[index..<(index + tag.count)].elementsEqual(tag) {
          return index
        }
        index += 1
      }
      return nil
    }
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
