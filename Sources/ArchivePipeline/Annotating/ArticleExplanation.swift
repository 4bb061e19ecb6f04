import ArticleModel
public import StructureReading

/// What each line of an article was taken for, and why, as rows.
public struct ArticleExplanation: Sendable {
  /// The names of a row's values.
  public static let columns = ["file", "line", "kind", "certainty", "reasons", "text"]

  /// A row for each line that is not blank.
  public let rows: [[String]]

  /// Reads an article and explains its lines; or what kept it from being read.
  public static func read(
    _ input: InputFile, reader: ArticleReader, structureReader: StructureReader = StructureReader()
  ) -> Result<ArticleExplanation, DiagnosticFault> {
    reader.read(input).map { article in
      let rows = structureReader.explanations(of: article.source).compactMap { line -> [String]? in
        guard line.label.kind != .blank else { return nil }
        return [
          input.path, String(line.number), line.label.kind.name, line.label.certainty.hundredths,
          line.reasons.map(\.description).joined(separator: "; "), article.source.string(line.label.text),
        ]
      }
      return ArticleExplanation(rows: rows)
    }
  }
}
