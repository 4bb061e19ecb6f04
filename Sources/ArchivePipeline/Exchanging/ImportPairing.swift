import ArticleModel
import Exchange
import TEIText
import XML

/// The files of one document that come home.
struct ImportedFiles: Sendable {
  /// The label of its `TEI` in the archive; nil for whichever the file's only one is.
  var label: String?
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
  private(set) var diagnostics: [Diagnostic] = []
  /// The manifests that were found, by their folders.
  private(set) var manifests: [String: ExportManifest] = [:]

  private let format: any ExchangeFormat
  private let archive: [InputFile]
  private var documents: [Int: [ImportedFiles]] = [:]
  /// The numbers of files of the archive, by relative path, name and label.
  private var places: [String: [(file: Int, label: String?)]] = [:]
  private var hasLabels = false
  /// The documents of manifests that were taken: several files of one may be named.
  private var taken: Set<Taken> = []

  private struct Taken: Hashable {
    var manifest: FileSystem.Identity?
    var document: Int
  }

  /// - Throws: ``DiagnosticFault`` where a folder holds an export to another format.
  init(_ paths: [String], format: any ExchangeFormat, archive: [InputFile]) throws(DiagnosticFault) {
    self.format = format
    self.archive = archive
    for path in paths {
      switch FileSystem.kind(of: path) {
      case nil: diagnostics.append(Diagnostic(.error, code: "file-missing", "no such file or folder", file: path))
      case .folder: try take(folder: path, only: nil)
      case .file, .other: try take(file: path)
      }
    }
    pairs = documents.sorted { $0.key < $1.key }.map { (archive[$0.key], $0.value) }
  }

  // MARK: By manifest

  private mutating func take(file path: String) throws(DiagnosticFault) {
    let folder = Path.folder(of: path)
    if try manifest(of: folder) != nil { return try take(folder: folder, only: Path.name(of: path)) }
    take([InputFile(path: path, relativePath: Path.name(of: path))])
  }

  private mutating func manifest(of folder: String) throws(DiagnosticFault) -> ExportManifest? {
    let path = Path.join(folder, ExportManifest.fileName)
    guard let manifest = try ExportManifest.read(path) else { return nil }
    guard manifest.format == format.name else {
      throw DiagnosticFault(
        Diagnostic(
          .error, code: "import-format",
          "the folder holds an export to \(manifest.format); expected one to \(format.name)", file: path))
    }
    return manifest
  }

  private mutating func take(folder: String, only name: String?) throws(DiagnosticFault) {
    guard let manifest = try manifest(of: folder) else {
      let extensions = Set(format.suffixes.map { Path.fileExtension(of: "a" + $0) })
      let (files, faults) = InputFinder.files(at: [folder], extensions: extensions)
      diagnostics += faults
      return take(files)
    }
    manifests[folder] = manifest
    var byPath: [String: [Int]] = [:]
    for (index, input) in archive.enumerated() {
      byPath[input.relativePath, default: []].append(index)
      if input.relativePath.contains("/") { byPath[Path.name(of: input.relativePath), default: []].append(index) }
    }
    let identity = FileSystem.identity(of: Path.join(folder, ExportManifest.fileName))
    for (number, document) in manifest.documents.enumerated() {
      // A manifest may come from anywhere: nothing is opened outside the folder for what one says.
      if let name = document.files.map(\.name).first(where: { !ExportNames.isInside($0) }) {
        diagnostics.append(
          Diagnostic(
            .error, code: "import-document",
            "\"\(document.label)\" has a file \"\(name)\"; expected one below the folder",
            file: Path.join(folder, ExportManifest.fileName)))
        continue
      }
      let files = document.files.map { (path: Path.join(folder, $0.name), name: $0.name) }
      guard name == nil || document.files.contains(where: { Path.name(of: $0.name) == name }) else { continue }
      guard taken.insert(Taken(manifest: identity, document: number)).inserted else { continue }
      // A document whose files somebody took out of the folder is left as it is.
      guard files.contains(where: { FileSystem.kind(of: $0.path) != nil }) else { continue }
      let found = byPath[document.tei] ?? byPath[Path.name(of: document.tei)] ?? []
      guard found.count == 1 else {
        unpaired(files[0].path, document.tei, found.count)
        continue
      }
      documents[found[0], default: []].append(
        ImportedFiles(
          label: document.label, name: document.name, files: files, digest: document.digest,
          state: document.state, digests: Dictionary(document.files.map { ($0.name, $0.digest) }) { first, _ in first },
          selection: ExportSelection(manifest.options)))
    }
  }

  private mutating func unpaired(_ path: String, _ tei: String, _ count: Int) {
    let message =
      count == 0
      ? "the archive has no document \"\(tei)\"; expected that of this file"
      : "the archive has \(count) documents \"\(tei)\"; expected one"
    diagnostics.append(Diagnostic(.error, code: "import-document", message, file: path))
  }

  // MARK: By name

  private mutating func take(_ files: [InputFile]) {
    readLabels()
    var groups: [String: [(path: String, name: String)]] = [:]
    for file in files {
      guard let suffix = format.suffixes.first(where: { file.relativePath.hasSuffix($0) }) else { continue }
      let stem = String(file.relativePath.dropLast(suffix.count))
      groups[stem, default: []].append((file.path, file.relativePath))
    }
    if groups.isEmpty, let first = files.first {
      let suffixes = format.suffixes.joined(separator: " or ")
      diagnostics.append(
        Diagnostic(
          .error, code: "import-document", "no file of \(format.name) is there; expected one that ends in \(suffixes)",
          file: first.path))
    }
    for (stem, files) in groups.sorted(by: { $0.key < $1.key }) {
      // What stands beside documents, as a list of names, is none.
      guard files.contains(where: { $0.name.hasSuffix(format.suffixes[0]) }) else { continue }
      // Some tools make a folder of a document, with a file an annotator in it.
      let folders = stem.split(separator: "/").dropLast().reversed().map { folder in
        format.suffixes.first { folder.hasSuffix($0) }.map { String(folder.dropLast($0.count)) } ?? String(folder)
      }
      if takeParts(of: files) { continue }
      let candidates = [stem, stem.split(separator: "/").last.map(String.init) ?? stem] + folders
      let found = candidates.first { places[$0] != nil }.flatMap { places[$0] } ?? []
      guard found.count == 1 else {
        unpaired(files[0].path, stem, found.count)
        continue
      }
      documents[found[0].file, default: []].append(
        ImportedFiles(label: found[0].label, name: stem, files: files, digest: nil))
    }
  }

  /// Takes the documents of a file that holds several, each by what it is called.
  private mutating func takeParts(of files: [(path: String, name: String)]) -> Bool {
    guard files.count == 1, [".jsonl", ".conllu"].contains(format.suffixes[0]),
      let bytes = try? FileSystem.read(files[0].path)
    else { return false }
    do throws(ExchangeError) {
      let parts = try format.parts(of: ExchangeFile(name: files[0].name, bytes: bytes))
      for part in parts {
        let found = places[part.identifier] ?? []
        guard found.count == 1 else {
          unpaired(files[0].path, part.identifier, found.count)
          continue
        }
        documents[found[0].file, default: []].append(
          ImportedFiles(label: found[0].label, name: part.identifier, files: files, digest: nil, part: part))
      }
      return !parts.isEmpty
    } catch {
      var fault = error
      fault.file = files[0].path
      diagnostics.append(fault.diagnostic)
      return true
    }
  }

  /// Takes in what the documents of the archive are called.
  private mutating func readLabels() {
    guard !hasLabels else { return }
    hasLabels = true
    for (index, input) in archive.enumerated() {
      var names: [String: String?] = [Path.stem(of: Path.name(of: input.relativePath)): nil]
      names[Path.stem(of: input.relativePath)] = .some(nil)
      if let bytes = try? DocumentReader.bytes(of: input).get(),
        let table = try? XMLNodeTable(parsing: bytes, name: input.path, names: XMLNodeNames())
      {
        let tops = TEIDocuments.of(table)
        if tops.count > 1 { names = [:] }
        for top in tops { names[DocumentLabel.of(top)] = DocumentLabel.of(top) }
      }
      for (name, label) in names { places[name, default: []].append((index, label)) }
    }
  }
}
