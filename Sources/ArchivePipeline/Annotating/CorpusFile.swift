import ArticleModel
import EntityLinking
import TEIEncoding
import XML

/// Writes `corpus.xml`: the root of an archive, which takes in its documents by XInclude and holds what they share.
struct CorpusFile {
  static let name = "corpus.xml"
  let encoding: EncodingOptions
  let overwrites: Bool

  /// Writes the root for all TEI documents of a folder, with what they name.
  ///
  /// - Returns: What is wrong with the decisions, and what kept the root from being written.
  func write(into folder: String, decisions: Decisions) -> [Diagnostic] {
    do throws(DiagnosticFault) {
      var entities: [DocumentEntity] = []
      var documents: [String] = []
      for name in try names(in: folder) {
        guard let bytes = document(name, in: folder) else { continue }
        documents.append(name)
        guard let standOff = Self.standOff(of: bytes) else { continue }
        entities += StandOffReader.entities(of: standOff.root).map { id, entity in
          DocumentEntity(document: name, id: id, entity: entity)
        }
      }
      let register = CorpusLinker(decisions: decisions).register(of: entities)
      // What was ignored is gone: no news.
      let diagnostics = register.diagnostics.filter { $0.severity > .note }
      guard !diagnostics.contains(where: { $0.severity == .error }) else { return diagnostics }
      _ = try write(register, of: documents, into: folder)
      return diagnostics
    } catch {
      return [error.diagnostic]
    }
  }

  /// Writes the root for all TEI documents of a folder, with a register of what they name.
  func write(
    _ register: CorpusLinker.Register, into folder: String
  ) throws(DiagnosticFault) -> ArchiveEntities.Outcome {
    try write(register, of: try names(in: folder).filter { document($0, in: folder) != nil }, into: folder)
  }

  private func write(
    _ register: CorpusLinker.Register, of documents: [String], into folder: String
  ) throws(DiagnosticFault) -> ArchiveEntities.Outcome {
    let path = Path.join(folder, Self.name)
    let bytes = CorpusEncoder(options: encoding).encode(documents: documents, entities: register.entries).serialized()
    if let old = try? FileSystem.read(path) {
      if old == bytes { return .unchanged }
      // A root of ours is made anew as documents come and go; any other stays.
      guard overwrites || Self.isOurs(old) else {
        throw DiagnosticFault(
          Diagnostic(.error, code: "output-exists", "the file is not one of ours; --force writes over it", file: path))
      }
    }
    do throws(FileFault) {
      try FileSystem.write(bytes, to: path)
    } catch {
      throw unwritable(error, path)
    }
    return .written
  }

  private func unwritable(_ fault: FileFault, _ path: String) -> DiagnosticFault {
    DiagnosticFault(
      Diagnostic(.error, code: "output-unwritable", "cannot be written: \(fault.reason)", file: path))
  }

  private func names(in folder: String) throws(DiagnosticFault) -> [String] {
    do throws(FileFault) {
      return try FileSystem.names(in: folder)
    } catch {
      throw unwritable(error, Path.join(folder, Self.name))
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
