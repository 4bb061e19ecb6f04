import ArticleModel
import Exchange
import TEIText
import XML

/// The files of one document that come home.
struct ImportedFiles: Sendable {
  /// The label of its `TEI` in the archive; nil for whichever the file's only one is.
  var label: String?
  /// How many of the file with that label stand before it: those of a corpus may have no identifiers.
  var ordinal = 0
  /// Where a manifest has it; nil where none does.
  var entry: ImportedFile.Entry?
  /// What the format calls it.
  var name: String
  /// Paths, with the names that the format gave them.
  var files: [(path: String, name: String)]
  /// SHA-256 of the TEI file when it was exported; nil where that is not known.
  var digest: String?
  /// What its annotations were when it was exported.
  var state: ExportManifest.State?
  /// Of the files, by name.
  var digests: [String: String] = [:]
  /// What of its file is the document's, where the file holds several.
  var part: DocumentPart?
  /// Which annotations were exported.
  var selection = ExportSelection()
}

/// Finds which files belong to which TEI file of an archive: by the manifest of an export, else by identifiers and names.
struct ImportPairing {
  /// By the TEI file, in the order of the archive.
  private(set) var pairs: [(input: InputFile, documents: [ImportedFiles])] = []
  var diagnostics: [Diagnostic] = []
  /// The manifests that were found, by their folders.
  private(set) var manifests: [String: ExportManifest] = [:]

  let format: any ExchangeFormat
  let archive: [InputFile]
  private var documents: [Int: [ImportedFiles]] = [:]
  /// The numbers of files of the archive, by relative path and by name.
  private var byPath: [String: [Int]] = [:]
  var names = ArchiveNames()
  /// The documents of manifests that were taken: several files of one may be named.
  private var taken: Set<Taken> = []

  /// Those of the documents of manifests, by folder.
  private var ordinals: [String: [Int]] = [:]

  private struct Taken: Hashable {
    var manifest: FileSystem.Identity?
    var document: Int
  }

  /// - Throws: ``DiagnosticFault`` where a folder holds an export to another format.
  init(_ paths: [String], format: any ExchangeFormat, archive: [InputFile]) throws(DiagnosticFault) {
    self.format = format
    self.archive = archive
    for (index, input) in archive.enumerated() {
      byPath[input.relativePath, default: []].append(index)
      if input.relativePath.contains("/") { byPath[Path.name(of: input.relativePath), default: []].append(index) }
    }
    var loose: [LooseFile] = []
    for path in paths {
      switch FileSystem.kind(of: path) {
      case nil: diagnostics.append(Diagnostic(.error, code: "file-missing", "no such file or folder", file: path))
      case .folder: try take(folder: path, &loose)
      case .file, .other: try take(file: path, &loose)
      }
    }
    // Those of one document may have been named one by one.
    take(loose)
    pairs = documents.sorted { $0.key < $1.key }.map { (archive[$0.key], $0.value) }
  }

  mutating func add(_ document: ImportedFiles, of file: Int) { documents[file, default: []].append(document) }

  mutating func complain(_ message: String, _ file: String) {
    diagnostics.append(Diagnostic(.error, code: "import-document", message, file: file))
  }

  mutating func unpaired(_ path: String, _ tei: String, _ count: Int) {
    complain(
      count == 0
        ? "the archive has no document \"\(tei)\"; expected that of this file"
        : "the archive has \(count) documents \"\(tei)\"; expected one", path)
  }

  // MARK: By manifest

  private mutating func take(file path: String, _ loose: inout [LooseFile]) throws(DiagnosticFault) {
    let (folder, name) = (Path.folder(of: path), Path.name(of: path))
    let manifest = try manifest(of: folder)
    if let manifest,
      manifest.documents.contains(where: { $0.files.contains { Path.name(of: $0.name) == name } })
    {
      return take(manifest, in: folder, only: name)
    }
    // The documents of an export may have been put into one file.
    loose.append(LooseFile(path: path, name: name, folder: manifest == nil ? nil : folder))
  }

  private mutating func manifest(of folder: String) throws(DiagnosticFault) -> ExportManifest? {
    if let known = manifests[folder] { return known }
    let path = Path.join(folder, ExportManifest.fileName)
    guard let manifest = try ExportManifest.read(path) else { return nil }
    guard manifest.format == format.name else {
      throw DiagnosticFault(
        Diagnostic(
          .error, code: "import-format",
          "the folder holds an export to \(manifest.format); expected one to \(format.name)", file: path))
    }
    manifests[folder] = manifest
    return manifest
  }

  private mutating func take(folder: String, _ loose: inout [LooseFile]) throws(DiagnosticFault) {
    if let manifest = try manifest(of: folder) { return take(manifest, in: folder, only: nil) }
    let extensions = Set(format.suffixes.map { Path.fileExtension(of: "a" + $0) })
    let (files, faults) = InputFinder.files(at: [folder], extensions: extensions)
    diagnostics += faults
    loose += files.map { LooseFile(path: $0.path, name: $0.relativePath, folder: nil) }
  }

  private mutating func take(_ manifest: ExportManifest, in folder: String, only name: String?) {
    for (number, document) in manifest.documents.enumerated() {
      // A manifest may come from anywhere: nothing is opened outside the folder for what one says.
      if let name = document.files.map(\.name).first(where: { !ExportNames.isInside($0) }) {
        complain(
          "\"\(document.label)\" has a file \"\(name)\"; expected one below the folder",
          Path.join(folder, ExportManifest.fileName))
        continue
      }
      let files = document.files.map { (path: Path.join(folder, $0.name), name: $0.name) }
      guard name == nil || document.files.contains(where: { Path.name(of: $0.name) == name }) else { continue }
      // A document whose files somebody took out of the folder is left as it is.
      guard files.contains(where: { FileSystem.kind(of: $0.path) != nil }) else { continue }
      take(number, of: manifest, in: folder, files)
    }
  }

  /// Takes a document of a manifest.
  ///
  /// - Parameter part: What of the file is the document's, where it holds several.
  mutating func take(
    _ number: Int, of manifest: ExportManifest, in folder: String, _ files: [(path: String, name: String)],
    part: DocumentPart? = nil
  ) {
    let document = manifest.documents[number]
    let ordinals = self.ordinals[folder] ?? manifest.ordinals
    self.ordinals[folder] = ordinals
    let identity = FileSystem.identity(of: Path.join(folder, ExportManifest.fileName))
    guard taken.insert(Taken(manifest: identity, document: number)).inserted else {
      if part != nil {
        complain("the document \"\(document.name)\" has come home already; expected it once", files[0].path)
      }
      return
    }
    let found = byPath[document.tei] ?? byPath[Path.name(of: document.tei)] ?? []
    guard found.count == 1 else { return unpaired(files[0].path, document.tei, found.count) }
    add(
      ImportedFiles(
        label: document.label, ordinal: ordinals[number], entry: ImportedFile.Entry(folder: folder, number: number),
        name: document.name, files: files, digest: document.digest, state: document.state,
        digests: Dictionary(document.files.map { ($0.name, $0.digest) }) { first, _ in first }, part: part,
        selection: ExportSelection(manifest.options)), of: found[0])
  }
}
