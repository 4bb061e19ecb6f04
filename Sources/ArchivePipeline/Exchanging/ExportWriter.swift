import ArticleModel
import Exchange
import TEIEncoding

/// Writes the files of an export into its folder and keeps account of them.
struct ExportWriter {
  private let export: ArchiveExport
  private let folder: String
  private let earlier: ExportManifest?
  private var names: ExportNames
  private var manifest: ExportManifest
  private var inventory = ExchangeInventory()
  private var summary = ArchiveExport.Summary()
  /// What the export that is there wrote, by name: what has this digest nobody has worked on.
  private var digests: [String: String] = [:]

  /// - Throws: ``DiagnosticFault`` where the folder holds an export to another format.
  init(_ export: ArchiveExport, folder: String) throws(DiagnosticFault) {
    self.export = export
    self.folder = folder
    manifest = ExportManifest(format: export.format.name, options: export.options)
    let path = Path.join(folder, ExportManifest.fileName)
    let earlier = try ExportManifest.read(path)
    if let earlier, earlier.format != export.format.name {
      let message =
        "the folder holds an export to \(earlier.format); expected an empty one, or one to \(manifest.format)"
      throw DiagnosticFault(Diagnostic(.error, code: "output-exists", message, file: path))
    }
    // Of what another selection left out, import could not tell it from what was taken away.
    let options = manifest.options
    let isOther = earlier.map { $0.options != options } ?? false
    if let earlier, isOther, !export.overwrites {
      let message =
        "the folder holds an export with \(Self.told(earlier.options)); expected one with "
        + "\(Self.told(options)), or an empty folder; --force writes over it"
      throw DiagnosticFault(Diagnostic(.error, code: "output-exists", message, file: path))
    }
    self.earlier = isOther ? nil : earlier
    names = ExportNames(reserved: ["teikit-export", "teikit.norm"], earlier: earlier)
    for file in (earlier?.documents ?? []).flatMap(\.files) + (earlier?.common ?? []) {
      digests[file.name] = file.digest
    }
  }

  private static func told(_ options: [String: String]) -> String {
    if options.isEmpty { return "no options" }
    return options.sorted(by: <).map { "--\($0) \"\($1)\"" }.joined(separator: " ")
  }

  /// The documents of a file with the names and the sources that they have in the export.
  mutating func name(_ file: ExportedFile) -> [StandoffDocument] {
    file.documents.map { document in
      var document = document
      document.identifier = names.name(of: document.identifier, tei: file.input.relativePath)
      document.source = export.source(
        of: file.input, from: Path.folder(of: Path.join(folder, document.identifier)))
      return document
    }
  }

  /// Writes the files of a TEI file's documents; a document of which somebody has changed a file stays as it is.
  mutating func write(
    _ file: ExportedFile, _ documents: [ArchiveExport.Written], _ report: ([Diagnostic]) -> Void
  ) throws {
    for (written, original) in zip(documents, file.documents) {
      inventory.add(written.document)
      let faults = written.files.filter { !isFree($0) }
      guard faults.isEmpty else {
        report(faults.map { changed($0) })
        if let kept = earlier?.documents.first(where: { $0.name == written.document.identifier }) {
          manifest.documents.append(kept)
        }
        continue
      }
      var entry = ExportManifest.Document(
        label: original.identifier, name: written.document.identifier, tei: file.input.relativePath,
        digest: file.digest, files: [], state: written.state)
      for file in written.files { entry.files.append(try write(file)) }
      manifest.documents.append(entry)
      summary.documents += 1
      summary.annotations += written.document.annotations.count
    }
  }

  /// Writes what stands beside the documents, and the manifest.
  mutating func finish(_ report: ([Diagnostic]) -> Void) throws -> ArchiveExport.Summary {
    try FileSystem.makeFolder(folder)
    for file in export.format.commonFiles(for: inventory) {
      if isFree(file) { manifest.common.append(try write(file)) } else { report([changed(file)]) }
    }
    let names = Set(manifest.documents.map(\.name))
    manifest.documents += (earlier?.documents ?? []).filter { !names.contains($0.name) }
    try FileSystem.write(manifest.bytes, to: Path.join(folder, ExportManifest.fileName))
    return summary
  }

  private mutating func write(_ file: ExchangeFile) throws(FileFault) -> ExportManifest.File {
    let path = Path.join(folder, file.name)
    try FileSystem.makeFolder(Path.folder(of: path))
    try FileSystem.write(file.bytes, to: path)
    summary.files += 1
    return ExportManifest.File(name: file.name, digest: Digest.sha256(file.bytes))
  }

  /// Whether a file may be written: nothing is there, or what an export wrote and nobody has changed.
  private func isFree(_ file: ExchangeFile) -> Bool {
    guard !export.overwrites, let old = try? FileSystem.read(Path.join(folder, file.name)) else { return true }
    return old == file.bytes || digests[file.name] == Digest.sha256(old)
  }

  private func changed(_ file: ExchangeFile) -> Diagnostic {
    Diagnostic(
      .error, code: "output-exists", "another version of the file is there; --force writes over it",
      file: Path.join(folder, file.name))
  }
}

extension ExportManifest.State {
  init(_ document: StandoffDocument) {
    let visible = VisibleBytes(document.text)
    text = Digest.sha256(visible.bytes)
    annotations = ExportedState.text(of: document, visible)
  }
}

extension ExportManifest {
  /// The manifest in a file; nil where there is none.
  ///
  /// - Throws: ``DiagnosticFault`` where it cannot be read.
  public static func read(_ path: String) throws(DiagnosticFault) -> ExportManifest? {
    guard FileSystem.kind(of: path) != nil else { return nil }
    do throws(FileFault) {
      return try manifest(in: try FileSystem.read(path), path)
    } catch {
      throw DiagnosticFault(Diagnostic(.error, code: "file-unreadable", error.reason, file: path))
    }
  }

  private static func manifest(in bytes: [UInt8], _ path: String) throws(FileFault) -> ExportManifest? {
    do throws(ExchangeError) {
      return try ExportManifest(bytes, path: path)
    } catch {
      throw FileFault("cannot read", path, reason: error.message)
    }
  }
}

extension ArchiveExport {
  /// What decides what is written, for the manifest.
  fileprivate var options: [String: String] {
    var options: [String: String] = [:]
    if let types = selection.types { options["type"] = types.sorted().joined(separator: " ") }
    if selection.minimumCertainty > 0 { options["min-cert"] = String(selection.minimumCertainty) }
    if let base { options["base-iri"] = base }
    return options
  }
}
