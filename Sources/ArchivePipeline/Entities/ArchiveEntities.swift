public import ArticleModel
public import EntityLinking
import TEIEncoding
import XML

/// Gathers the entities of an archive and registers what its documents share.
public struct ArchiveEntities: Sendable {
  public var decisions: Decisions
  /// How many files are read at once, at least 1.
  public var jobs: Int

  public init(decisions: Decisions = Decisions(), jobs: Int = 1) {
    self.decisions = decisions
    self.jobs = max(1, jobs)
  }

  /// The entities of files; a file that cannot be read is a diagnostic and never stops the rest.
  ///
  /// - Parameter progress: Called after each file with how many are done.
  public func register(
    of inputs: [InputFile], progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) async throws -> (register: CorpusLinker.Register, diagnostics: [Diagnostic]) {
    let found = try await Parallel.map(inputs, jobs: jobs, progress: progress) { input in
      DocumentReader.read(input, expandsInclusions: false).map {
        DocumentEntities.entities(of: $0, file: input.relativePath)
      }
    }
    var entities: [DocumentEntity] = []
    var diagnostics: [Diagnostic] = []
    for result in found {
      switch result {
      case .success(let some): entities += some
      case .failure(let fault): diagnostics.append(fault.diagnostic)
      }
    }
    return (CorpusLinker(decisions: decisions).register(of: entities), diagnostics)
  }

  /// What became of writing a register into an archive.
  public enum Outcome: Sendable { case written, unchanged }

  /// Writes `corpus.xml` with a register into the folder of the archive that it was made from.
  ///
  /// - Parameter overwrites: Whether a root that is not one of ours is written over.
  /// - Throws: The diagnostic of what kept it from being written.
  public func write(
    _ register: CorpusLinker.Register, into folder: String, overwrites: Bool = false
  ) throws(DiagnosticFault) -> Outcome {
    let file = CorpusFile(encoding: EncodingOptions(), overwrites: overwrites)
    return try file.write(register, into: folder)
  }

  /// Copies the documents of an archive, and their schema, into another folder.
  ///
  /// - Parameter overwrites: Whether files that differ are written over.
  /// - Throws: The diagnostic of the first file that cannot be read or written.
  public func copy(_ folder: String, into other: String, overwrites: Bool = false) throws(DiagnosticFault) {
    try copy(folder, other, overwrites) { $0 != CorpusFile.name && Path.fileExtension(of: $0) == "xml" }
    let schemas = Path.join(folder, "schemas")
    if FileSystem.kind(of: schemas) == .folder {
      try copy(schemas, Path.join(other, "schemas"), overwrites) { !$0.hasPrefix(".") }
    }
  }

  private func copy(
    _ folder: String, _ other: String, _ overwrites: Bool, where isWanted: (String) -> Bool
  ) throws(DiagnosticFault) {
    do throws(FileFault) {
      try FileSystem.makeFolder(other)
      for name in try FileSystem.names(in: folder) where isWanted(name) {
        let (from, to) = (Path.join(folder, name), Path.join(other, name))
        guard FileSystem.kind(of: from) == .file else { continue }
        let bytes = try FileSystem.read(from)
        if FileSystem.kind(of: to) != nil {
          if let old = try? FileSystem.read(to), old == bytes { continue }
          guard overwrites else {
            throw FileFault("cannot write", to, reason: "another version of the file is there; --force writes over it")
          }
        }
        try FileSystem.write(bytes, to: to)
      }
    } catch {
      throw DiagnosticFault(Diagnostic(.error, code: "output-unwritable", error.reason, file: error.path))
    }
  }
}

extension CorpusLinker.Register {
  /// What the root of an archive registers: what several entries are, and what somebody decided.
  var entries: [CorpusEntry] {
    entities.filter { $0.members.count > 1 || $0.isDecided }.map { entity in
      CorpusEntry(
        id: entity.id, entity: entity.entity, places: entity.members.map { ($0.document, $0.id) })
    }
  }
}
