public import ArticleModel
public import Exchange

/// Brings home what was corrected in another tool: files of an export are read beside the TEI that they came from, and what
/// differs is written into it.
///
/// A file that cannot be read, or does not fit, is a diagnostic and never stops the rest.
public struct ArchiveImport: Sendable {
  /// Where the corrected files go.
  public enum Destination: Hashable, Sendable {
    /// Nowhere: what would change is told.
    case nowhere
    /// The files of the archive themselves.
    case inPlace
    /// A folder: all files of which a document came home, changed or not.
    case folder(String)
  }

  public var format: any ExchangeFormat
  /// Who decided, as the header names them.
  public var responsible: String
  /// When, ISO 8601; nil to leave it out.
  public var date: String?
  public var destination: Destination
  /// How many files are worked on at once, at least 1.
  public var jobs: Int
  /// Whether most annotations of a document may go where no manifest says which were exported.
  public var allowsRemovals = false
  /// Whether files of the output folder that differ are written over.
  public var overwrites: Bool

  public init(
    format: any ExchangeFormat, responsible: String, date: String? = nil, destination: Destination,
    overwrites: Bool = false, jobs: Int = 1
  ) {
    self.format = format
    self.responsible = responsible
    self.date = date
    self.destination = destination
    self.overwrites = overwrites
    self.jobs = max(1, jobs)
  }

  /// What was done.
  public struct Summary: Hashable, Sendable {
    public var documents = 0
    public var changes: [AnnotationChange.Kind: Int] = [:]
    /// How many files were written, or would be.
    public var files = 0
  }

  /// - Parameters:
  ///   - paths: The folder of an export, or files of it.
  ///   - archive: The TEI files.
  ///   - report: Takes each file with what was done to it, in the order of the archive.
  ///   - complain: Takes what is wrong with no TEI file in particular.
  /// - Throws: ``DiagnosticFault`` where the folder holds an export to another format, or cannot be written.
  public func run(
    _ paths: [String], into archive: [InputFile], _ report: (ImportedFile) -> Void,
    _ complain: ([Diagnostic]) -> Void
  ) async throws -> Summary {
    let pairing = try ImportPairing(paths, format: format, archive: archive)
    complain(pairing.diagnostics)
    var manifests = pairing.manifests
    if case .folder(let folder) = destination {
      try InputFile.checkNames(of: pairing.pairs.map(\.input), in: folder)
    }
    var reader = ImportFileReader(
      format: format, responsible: responsible, date: date, allowsRemovals: allowsRemovals)
    reader.keepsStates = destination == .inPlace
    var summary = Summary()
    let batch = jobs * 16
    for start in stride(from: 0, to: pairing.pairs.count, by: batch) {
      let some = Array(pairing.pairs[start..<min(pairing.pairs.count, start + batch)])
        .map { Pair(input: $0.input, documents: $0.documents) }
      let files = try await Parallel.map(some, jobs: jobs) { [reader] in reader.read($0.input, $0.documents) }
      for file in files {
        summary.documents += file.documents
        if let fault = write(file) {
          // Its changes have not come home.
          var left = file
          left.changes = []
          report(left)
          complain([fault])
          continue
        }
        report(file)
        for change in file.changes { summary.changes[change.kind, default: 0] += 1 }
        if file.bytes != nil { summary.files += 1 }
        if destination == .inPlace {
          for (entry, now) in file.settled {
            manifests[entry.folder]?.settle(entry.number, digest: now.digest, state: now.state)
          }
        }
      }
    }
    if destination == .inPlace {
      for (folder, manifest) in manifests where manifest != pairing.manifests[folder] {
        let path = Path.join(folder, ExportManifest.fileName)
        do throws(FileFault) {
          try FileSystem.write(manifest.bytes, to: path)
        } catch {
          complain([Diagnostic(.error, code: "output-unwritable", error.reason, file: path)])
        }
      }
    }
    return summary
  }

  private struct Pair: Sendable {
    var input: InputFile
    var documents: [ImportedFiles]
  }

  /// - Returns: Why a file is not written; nil where it is, or need not be.
  private func write(_ file: ImportedFile) -> Diagnostic? {
    let path: String
    let bytes: [UInt8]
    switch destination {
    case .nowhere: return nil
    case .inPlace:
      guard let changed = file.bytes else { return nil }
      (path, bytes) = (file.input.path, changed)
    case .folder(let folder):
      path = Path.join(folder, file.input.relativePath)
      if let fault = file.input.overwriting(at: path) { return fault }
      guard !file.original.isEmpty else { return nil }
      bytes = file.bytes ?? file.original
      if !overwrites, FileSystem.kind(of: path) != nil, (try? FileSystem.read(path)) != bytes {
        return Diagnostic(
          .error, code: "output-exists",
          "another version of the file is there; --force writes over it, '--into \(folder) --in-place' adds to it",
          file: path)
      }
    }
    do throws(FileFault) {
      try FileSystem.makeFolder(Path.folder(of: path))
      try FileSystem.write(bytes, to: path, isInPlace: destination == .inPlace)
      return nil
    } catch {
      return Diagnostic(.error, code: "output-unwritable", error.reason, file: path)
    }
  }
}

extension ExportManifest {
  /// Notes which version of its TEI file the files of a document agree with now.
  fileprivate mutating func settle(_ number: Int, digest: String, state: State) {
    documents[number].digest = digest
    if documents[number].state != nil { documents[number].state = state }
  }
}

extension ExportSelection {
  /// The selection that the options of a manifest say.
  init(_ options: [String: String]) {
    self.init(
      types: options["type"].map { Set($0.split(separator: " ").map(String.init)) },
      minimumCertainty: options["min-cert"].flatMap(Double.init) ?? 0)
  }
}
