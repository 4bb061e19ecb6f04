public import ArticleModel
public import Extraction
import XML

/// Gets tables and mentions out of archives, file by file, in the order of the files.
///
/// A file that cannot be read is a diagnostic and never stops the rest.
public struct ArchiveExtraction: Sendable {
  /// How many files are read at once, at least 1.
  public var jobs: Int

  public init(jobs: Int = 1) { self.jobs = max(1, jobs) }

  /// What a file yields, or why it yields nothing.
  public struct Yield<Value: Sendable>: Sendable {
    public var input: InputFile
    public var values: [Value]
    public var diagnostics: [Diagnostic]
  }

  /// The mentions of each file, of some types or of all, with their places in the source.
  public func mentions(
    in inputs: [InputFile], types: Set<String>?, _ take: (Yield<ExtractedMention>) throws -> Void
  ) async throws {
    let extract = { @Sendable (document: XMLDocument) throws(XMLError) in
      EntityExtractor.mentions(in: document, offsets: SourceTextOffsets(document), types: types)
    }
    try await each(inputs, extract, take)
  }

  /// Works on a few files at a time, so that an archive of any size fits into memory.
  private func each<Value: Sendable>(
    _ inputs: [InputFile], _ extract: @escaping @Sendable (XMLDocument) throws(XMLError) -> [Value],
    _ take: (Yield<Value>) throws -> Void
  ) async throws {
    let batch = jobs * 16
    for start in stride(from: 0, to: inputs.count, by: batch) {
      let files = Array(inputs[start..<min(inputs.count, start + batch)])
      let isAlone = inputs.count == 1
      let yields = try await Parallel.map(files, jobs: jobs) { Self.yield($0, expandsInclusions: isAlone, extract) }
      for yield in yields { try take(yield) }
    }
  }

  private static func yield<Value: Sendable>(
    _ input: InputFile, expandsInclusions: Bool, _ extract: (XMLDocument) throws(XMLError) -> [Value]
  ) -> Yield<Value> {
    switch DocumentReader.read(input, expandsInclusions: expandsInclusions) {
    case .failure(let fault): return Yield(input: input, values: [], diagnostics: [fault.diagnostic])
    case .success(let document):
      do throws(XMLError) {
        return Yield(input: input, values: try extract(document), diagnostics: [])
      } catch {
        return Yield(input: input, values: [], diagnostics: [error.diagnostic])
      }
    }
  }
}
