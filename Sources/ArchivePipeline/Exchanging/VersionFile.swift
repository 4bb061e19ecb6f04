import ArticleModel
import Exchange
import TEIText
import XML

/// A file of one of two versions that are compared: TEI, or that of another format.
struct VersionFile: Sendable {
  var input: InputFile
  /// The format of files that do not end in `.xml`, and that TEI is compared as: what it cannot say does not differ.
  var format: (any ExchangeFormat)?
  /// Those of the other files of its version.
  var registers = VersionRegisters([])

  private var isTEI: Bool { format == nil || Path.fileExtension(of: input.path) == "xml" }

  /// Its path below the folder that the caller named, without what files of its kind end in.
  var key: String {
    let path = input.relativePath
    if path.hasSuffix(".xml") { return String(path.dropLast(4)) }
    guard let suffix = format?.suffixes.first, path.hasSuffix(suffix) else { return path }
    return String(path.dropLast(suffix.count))
  }

  /// The documents of the file, each `TEI` of a corpus one; none where a corpus only takes others in, or the file is a
  /// part of one, as a list of persons.
  ///
  /// - Throws: ``DiagnosticFault`` where the file cannot be read or is none of its format.
  func documents() throws(DiagnosticFault) -> [ComparedVersion] {
    guard isTEI else { return [ComparedVersion(try read(try files()))] }
    let table = try self.table()
    guard TEITable.isTEI(table) else { return [] }
    let declarations = StandoffDeclarations(table)
    var versions: [ComparedVersion] = []
    for top in TEIDocuments.of(table) {
      let reader = StandoffReader(table, of: top, declarations: declarations)
      var document = reader.document
      registers.complete(&document, at: input.path)
      if let format {
        versions.append(ComparedVersion(try read(format.files(of: document))))
      } else {
        versions.append(ComparedVersion(document, lines: reader.nodes.map { table.position(of: $0).line }))
      }
    }
    return versions
  }

  /// What the documents of the file are called; empty where it cannot be read, which is told when it is compared.
  func identifiers() -> [String] {
    guard isTEI else { return (try? documents())?.map(\.document.identifier) ?? [] }
    guard let table = try? table(), TEITable.isTEI(table) else { return [] }
    return TEIDocuments.of(table).map(DocumentLabel.of)
  }

  private func table() throws(DiagnosticFault) -> XMLNodeTable {
    try TEITable.read(try DocumentReader.bytes(of: input).get(), input, allowsParts: true)
  }

  // MARK: Other formats

  /// The file and those that belong to it, as the text beside the annotations.
  private func files() throws(DiagnosticFault) -> [ExchangeFile] {
    var files = [ExchangeFile(name: input.relativePath, bytes: try DocumentReader.bytes(of: input).get())]
    guard let suffixes = format?.suffixes, let first = suffixes.first, input.path.hasSuffix(first) else { return files }
    for suffix in suffixes.dropFirst() {
      if let bytes = try? FileSystem.read(input.path.dropLast(first.count) + suffix) {
        files.append(ExchangeFile(name: key + suffix, bytes: bytes))
      }
    }
    return files
  }

  private func read(_ files: [ExchangeFile]) throws(DiagnosticFault) -> StandoffDocument {
    do throws(ExchangeError) {
      return try format!.document(from: files)
    } catch {
      var fault = error
      fault.file = input.path
      throw DiagnosticFault(fault.diagnostic)
    }
  }
}

/// The nodes of files that must be TEI.
enum TEITable {
  private static let corpora: Set<String> = ["TEI", "teiCorpus"]

  /// The nodes of a TEI file.
  ///
  /// - Parameter allowsParts: Whether it may be a part of TEI with a file of its own.
  /// - Throws: ``DiagnosticFault`` where it is not well-formed, or no TEI.
  static func read(
    _ bytes: [UInt8], _ input: InputFile, allowsParts: Bool = false
  ) throws(DiagnosticFault) -> XMLNodeTable {
    let table: XMLNodeTable
    do throws(XMLError) {
      table = try XMLNodeTable(parsing: bytes, name: input.path, names: XMLNodeNames())
    } catch {
      var diagnostic = error.diagnostic
      if diagnostic.file == nil { diagnostic.file = input.path }
      throw DiagnosticFault(diagnostic)
    }
    guard isTEI(table) || allowsParts && table.root.namespace == XMLNamespace.tei else {
      throw DiagnosticFault(fault(of: table, file: input.path))
    }
    return table
  }

  /// Whether the document is TEI by its root element, in its namespace (TEI P5, chapter 4).
  static func isTEI(_ table: XMLNodeTable) -> Bool {
    table.root.namespace == XMLNamespace.tei && corpora.contains(table.root.name)
  }

  /// What is said of XML that is not.
  static func fault(of table: XMLNodeTable, file: String) -> Diagnostic {
    let root = table.root
    let place = root.namespace.isEmpty ? "no namespace" : "namespace \"\(root.namespace)\""
    return Diagnostic(
      .error, code: "not-tei",
      "root element \"\(root.name)\" in \(place) is no TEI; expected \"TEI\" or \"teiCorpus\" in \"\(XMLNamespace.tei)\"",
      file: file, position: table.position(of: root.number))
  }
}
