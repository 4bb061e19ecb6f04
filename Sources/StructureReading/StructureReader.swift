import ArticleModel

/// Reads the structure of an article from its bare text.
///
/// First each line is labelled, then the labels are put together to blocks. Whatever the labeller says, every visible
/// character of the source ends up in a run of text or is markup that ``ListMarker``, ``TableDialect`` or
/// ``LineLabel/Kind/mark`` stands for.
public struct StructureReader: Sendable {
  public var labeller: any LineLabeller

  public init(labeller: any LineLabeller = TrainedLineLabeller.embedded) { self.labeller = labeller }

  /// The blocks of an article; none where it has no visible character.
  public func structure(of source: SourceText) -> ArticleStructure {
    let lines = LineScan.lines(of: source)
    let labels = labeller.labels(of: lines, in: source)
    return source.bytes.withUnsafeBufferPointer { bytes in
      var assembler = BlockAssembler(lines: lines, labels: labels, bytes: bytes)
      return ArticleStructure(blocks: assembler.blocks())
    }
  }

  /// What each line of an article was taken for, how sure that is, and what decided; blank lines included.
  public func explanations(of source: SourceText) -> [LineExplanation] {
    labeller.explanations(of: LineScan.lines(of: source), in: source)
  }
}
