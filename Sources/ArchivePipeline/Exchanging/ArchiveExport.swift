public import ArticleModel
public import Exchange
import TEIEncoding

/// Writes an archive in the format of another tool, document by document, in the order of the files.
///
/// A file that cannot be read is a diagnostic and never stops the rest.
public struct ArchiveExport: Sendable {
  public var format: any ExchangeFormat
  public var selection: ExportSelection
  /// The IRI that the TEI files are named under; nil for their paths as seen from the folder of the export.
  public var base: String?
  /// Whether files that somebody has changed since an export are written over.
  public var overwrites: Bool
  /// How many files are worked on at once, at least 1.
  public var jobs: Int

  public init(
    format: any ExchangeFormat, selection: ExportSelection = ExportSelection(), base: String? = nil,
    overwrites: Bool = false, jobs: Int = 1
  ) {
    self.format = format
    self.selection = selection
    self.base = base
    self.overwrites = overwrites
    self.jobs = max(1, jobs)
  }

  /// What was written.
  public struct Summary: Hashable, Sendable {
    public var documents = 0
    public var annotations = 0
    public var files = 0
  }

  /// Writes each document's files, what stands beside them and the manifest into a folder, which is made where it is not
  /// there.
  ///
  /// - Parameter report: Takes what is wrong, file by file.
  /// - Throws: A ``DiagnosticFault`` where the folder cannot be written, or holds an export to another format.
  public func write(
    _ inputs: [InputFile], into folder: String, _ report: ([Diagnostic]) -> Void
  ) async throws -> Summary {
    var writer = try ExportWriter(self, folder: folder)
    try await each(inputs) { file in
      report(file.diagnostics)
      return writer.name(file)
    } take: { file, documents in
      try writer.write(file, documents, report)
    }
    return try writer.finish(report)
  }

  /// Hands on the bytes of each document, one behind another.
  ///
  /// - Throws: What `take` throws.
  public func concatenate(
    _ inputs: [InputFile], _ report: ([Diagnostic]) -> Void, _ take: ([UInt8]) throws -> Void
  ) async throws {
    try await each(inputs) { file in
      report(file.diagnostics)
      return file.documents.map { document in
        var document = document
        document.source = source(of: file.input, from: nil)
        return document
      }
    } take: { _, written in
      for document in written { for file in document.files { try take(file.bytes) } }
    }
  }

  /// An IRI of a TEI file.
  func source(of input: InputFile, from folder: String?) -> String {
    if let base {
      return (base.hasSuffix("/") || base.hasSuffix("#") ? base : base + "/") + IRI.path(input.relativePath)
    }
    if input.path == "-" { return "" }
    return IRI.path(folder.map { RelativePath.path(of: input.path, from: $0) } ?? input.path)
  }

  struct Written: Sendable {
    var document: StandoffDocument
    var files: [ExchangeFile]
    /// For the way home; nil where there is none.
    var state: ExportManifest.State?
  }

  /// Reads and writes a few files at a time, so that an archive of any size fits into memory.
  ///
  /// - Parameters:
  ///   - name: Gives the documents of a file their names, in the order of the files.
  ///   - take: Takes what is written, in the same order.
  private func each(
    _ inputs: [InputFile], _ name: (ExportedFile) throws -> [StandoffDocument],
    take: (ExportedFile, [Written]) throws -> Void
  ) async throws {
    let reader = ExportReader(selection: selection, isAlone: inputs.count == 1)
    let format = format
    let batch = jobs * 16
    for start in stride(from: 0, to: inputs.count, by: batch) {
      let some = Array(inputs[start..<min(inputs.count, start + batch)])
      let files = try await Parallel.map(some, jobs: jobs) { reader.read($0) }
      let named = try files.map(name)
      let written = try await Parallel.map(named, jobs: jobs) { documents in
        documents.map { Written(document: $0, files: format.files(of: $0), state: format.isReadable ? .init($0) : nil) }
      }
      for (file, documents) in zip(files, written) { try take(file, documents) }
    }
  }
}
