import ArticleModel
import Exchange
import TEIEncoding
import TEIText
import XML

/// A file of which no manifest says whose it is.
struct LooseFile {
  var path: String
  /// Relative to what was named.
  var name: String
  /// Where a manifest lies beside it that does not know it.
  var folder: String?
}

/// Pairs loose files by what they are called, and by their words.
extension ImportPairing {
  mutating func take(_ loose: [LooseFile]) {
    guard !loose.isEmpty else { return }
    var groups: [String: [LooseFile]] = [:]
    for file in loose {
      guard let suffix = format.suffixes.first(where: { file.name.hasSuffix($0) }) else { continue }
      let stem = String(file.path.dropLast(suffix.count))
      if !(groups[stem] ?? []).contains(where: { $0.path == file.path }) { groups[stem, default: []].append(file) }
    }
    if groups.isEmpty, let first = loose.first {
      complain(
        "no file of \(format.name) is there; expected one that ends in \(format.suffixes.joined(separator: " or "))",
        first.path)
    }
    for (stem, files) in groups.sorted(by: { $0.key < $1.key }) {
      let files = files + besides(stem, files)
      // What stands beside documents, as a list of names, is none.
      guard files.contains(where: { $0.name.hasSuffix(format.suffixes[0]) }) else { continue }
      if !takeParts(of: files) { takeByName(files) }
    }
  }

  /// The files of a document that lie beside those that were named.
  private func besides(_ stem: String, _ files: [LooseFile]) -> [LooseFile] {
    let first = files[0]
    guard let own = format.suffixes.first(where: { first.name.hasSuffix($0) }) else { return [] }
    return format.suffixes.filter { suffix in !files.contains { $0.path == stem + suffix } }
      .filter { FileSystem.kind(of: stem + $0) == .file }
      .map { LooseFile(path: stem + $0, name: first.name.dropLast(own.count) + $0, folder: first.folder) }
  }

  private mutating func takeByName(_ files: [LooseFile]) {
    names.read(archive)
    let main = files.first { $0.name.hasSuffix(format.suffixes[0]) } ?? files[0]
    let stem = String(main.name.dropLast(format.suffixes[0].count))
    // Some tools make a folder of a document, with a file an annotator in it.
    let folders = stem.split(separator: "/").dropLast().reversed().map { folder in
      format.suffixes.first { folder.hasSuffix($0) }.map { String(folder.dropLast($0.count)) } ?? String(folder)
    }
    let candidates = [stem, stem.split(separator: "/").last.map(String.init) ?? stem] + folders
    let known = names
    let found = candidates.lazy.compactMap { known[$0] }.first ?? []
    guard found.count == 1 else { return unpaired(main.path, stem, found.count) }
    add(
      ImportedFiles(label: found[0].label, name: stem, files: files.map { ($0.path, $0.name) }, digest: nil),
      of: found[0].file)
  }

  // MARK: Several documents in one file

  /// Takes the documents of a file that holds several: each by what it is called, else by its words.
  ///
  /// - Returns: Whether the file holds several, or cannot be read.
  private mutating func takeParts(of files: [LooseFile]) -> Bool {
    let file = files[0]
    guard files.count == 1, format.mayHoldSeveral, let bytes = try? FileSystem.read(file.path) else { return false }
    do throws(ExchangeError) {
      let parts = try format.parts(of: ExchangeFile(name: file.name, bytes: bytes))
      for (number, part) in parts.enumerated() { try take(part, number + 1, file) }
      return !parts.isEmpty
    } catch {
      var fault = error
      fault.file = file.path
      diagnostics.append(fault.diagnostic)
      return true
    }
  }

  private mutating func take(_ part: DocumentPart, _ number: Int, _ file: LooseFile) throws(ExchangeError) {
    let paths = [(path: file.path, name: file.name)]
    var text = ""
    if part.identifier.isEmpty {
      do throws(ExchangeError) {
        text = Digest.sha256(VisibleBytes(try format.document(from: [part.file], aligningWith: nil).text).bytes)
      } catch {
        var fault = error
        fault.line = fault.line.map { $0 + part.lines }
        throw fault
      }
    }
    if let folder = file.folder, let manifest = manifests[folder] {
      let found = manifest.documents.indices.filter { index in
        let document = manifest.documents[index]
        return part.identifier.isEmpty ? document.state?.text == text : document.name == part.identifier
      }
      if found.count == 1 { return take(found[0], of: manifest, in: folder, paths, part: part) }
    }
    let found: [ArchiveNames.Place]
    if part.identifier.isEmpty {
      names.readTexts(archive)
      found = names.texts[text] ?? []
      guard found.count == 1 else {
        return complain(
          "document \(number) of the file has the words of \(found.count) documents of the archive; expected one",
          file.path)
      }
    } else {
      names.read(archive)
      found = names[part.identifier] ?? []
      guard found.count == 1 else { return unpaired(file.path, part.identifier, found.count) }
    }
    add(
      ImportedFiles(
        label: found[0].label, ordinal: found[0].ordinal, name: part.identifier.isEmpty ? "\(number)" : part.identifier,
        files: paths, digest: nil,
        part: part), of: found[0].file)
  }
}

/// What the documents of an archive are called, and which words they have: read once, where it is asked for.
struct ArchiveNames {
  struct Place {
    var file: Int
    /// The label of the document; nil for whichever the file's only one is.
    var label: String?
    /// How many of the file with that label stand before it.
    var ordinal = 0
  }

  private var places: [String: [Place]] = [:]
  /// By SHA-256 of the text without white space.
  private(set) var texts: [String: [Place]] = [:]
  private var hasNames = false
  private var hasTexts = false

  subscript(_ name: String) -> [Place]? { places[name] }

  mutating func read(_ archive: [InputFile]) {
    guard !hasNames else { return }
    hasNames = true
    for (index, input) in archive.enumerated() {
      var names: [String: String?] = [Path.stem(of: Path.name(of: input.relativePath)): nil]
      names[Path.stem(of: input.relativePath)] = .some(nil)
      let tops = Self.documents(of: input)
      if tops.count > 1 { names = [:] }
      for top in tops { names[DocumentLabel.of(top)] = DocumentLabel.of(top) }
      for (name, label) in names { places[name, default: []].append(Place(file: index, label: label)) }
    }
  }

  mutating func readTexts(_ archive: [InputFile]) {
    guard !hasTexts else { return }
    hasTexts = true
    for (index, input) in archive.enumerated() {
      var counts: [String: Int] = [:]
      for top in Self.documents(of: input) {
        let label = DocumentLabel.of(top)
        let ordinal = counts[label, default: 0]
        counts[label] = ordinal + 1
        let text = Digest.sha256(VisibleBytes(DocumentText(top.table, of: top).text).bytes)
        texts[text, default: []].append(Place(file: index, label: label, ordinal: ordinal))
      }
    }
  }

  private static func documents(of input: InputFile) -> [XMLNodeTable.Node] {
    guard let bytes = try? DocumentReader.bytes(of: input).get(),
      let table = try? XMLNodeTable(parsing: bytes, name: input.path, names: XMLNodeNames())
    else { return [] }
    return TEIDocuments.of(table)
  }
}
