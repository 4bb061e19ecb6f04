public import ArticleModel
import Exchange
import TEIEditing
import TEIText
import XML

/// Writes TEI files with their names as ParlaMint has them, `name type="PER|LOC|ORG|MISC"`, and every other byte as it is.
///
/// Dates, times, numbers, measures, roles and links, which ParlaMint does not count among names, stay as they are, and so do
/// titles that do not say that they name a work. Documents of ours have our schema beside them, which knows these names.
public struct ProfileExport: Sendable {
  public var selection: ExportSelection
  /// Whether other files that are there are written over.
  public var overwrites: Bool
  /// How many files are worked on at once, at least 1.
  public var jobs: Int

  public init(selection: ExportSelection = ExportSelection(), overwrites: Bool = false, jobs: Int = 1) {
    self.selection = selection
    self.overwrites = overwrites
    self.jobs = max(1, jobs)
  }

  private struct Written: Sendable {
    var input: InputFile
    var bytes: [UInt8] = []
    var names = 0
    var diagnostics: [Diagnostic] = []
  }

  /// Writes the files into a folder, under the names that they have in theirs.
  ///
  /// - Parameter report: Takes what is wrong, file by file.
  /// - Returns: How many files were written, with how many names.
  /// - Throws: ``FileFault`` where the folder cannot be written; ``DiagnosticFault`` where two files would be one there.
  public func write(
    _ inputs: [InputFile], into folder: String, _ report: ([Diagnostic]) -> Void
  ) async throws -> ArchiveExport.Summary {
    var summary = ArchiveExport.Summary()
    var schemas: Set<String> = []
    try InputFile.checkNames(of: inputs, in: folder)
    try FileSystem.makeFolder(folder)
    for start in stride(from: 0, to: inputs.count, by: jobs * 16) {
      let some = Array(inputs[start..<min(inputs.count, start + jobs * 16)])
      for written in try await Parallel.map(some, jobs: jobs, { [self] input in self.written(input) }) {
        report(written.diagnostics)
        guard written.diagnostics.isEmpty else { continue }
        let path = Path.join(folder, written.input.relativePath)
        if let fault = written.input.overwriting(at: path) {
          report([fault])
          continue
        }
        if !overwrites, let old = try? FileSystem.read(path), old != written.bytes {
          let message = "another version of the file is there; --force writes over it"
          report([Diagnostic(.error, code: "output-exists", message, file: path)])
          continue
        }
        try FileSystem.makeFolder(Path.folder(of: path))
        try FileSystem.write(written.bytes, to: path)
        if let schema = OwnSchema.path(for: written.bytes, at: path), schemas.insert(schema).inserted,
          let fault = OwnSchema.write(to: schema)
        {
          report([fault])
        }
        summary.documents += 1
        summary.files += 1
        summary.annotations += written.names
      }
    }
    return summary
  }

  private func written(_ input: InputFile) -> Written {
    var written = Written(input: input)
    switch DocumentReader.bytes(of: input) {
    case .failure(let fault): written.diagnostics = [fault.diagnostic]
    case .success(let bytes):
      do throws(XMLError) {
        let table = try XMLNodeTable(parsing: bytes, name: input.path, names: XMLNodeNames())
        do throws(TEIEditError) {
          var names = ParlaMintNames(try SourceMarkup(bytes, table))
          let declarations = StandoffDeclarations(table)
          for top in TEIDocuments.of(table) {
            names.rename(in: StandoffReader(table, of: top, declarations: declarations)) { selection.includes($0) }
          }
          (written.bytes, written.names) = (names.write(), names.count)
        } catch {
          written.diagnostics = [
            Diagnostic(.error, code: "export-markup", error.message, file: input.path, position: error.position)
          ]
        }
      } catch {
        written.diagnostics = [error.diagnostic]
      }
    }
    return written
  }
}
