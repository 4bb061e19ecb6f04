import TEIKit

/// Recognition alone: tokens and mentions of articles whose structure is read, before anything is linked or encoded.
enum RecognitionPass {
  static func input(_ structure: ArticleStructure, of source: SourceText) -> RecognitionInput {
    RecognitionInput(source: source, structure: structure, language: "en")
  }

  private static let review = NameReview()

  static func mentions(in structure: ArticleStructure, of source: SourceText) -> [Mention] {
    let input = input(structure, of: source)
    return review.review(Annotator.recognizers.flatMap { $0.mentions(in: input) }, in: input)
  }

  /// Prints the seconds of processor time of a pass, the second of two, and the number of tokens.
  static func printSeconds(folder: String) throws {
    let sources = try Workload.articles(in: folder)
    let structures = sources.map { ($0, StructureReader().structure(of: $0)) }
    let tokens = structures.reduce(0) { $0 + input($1.1, of: $1.0).tokens.count }
    func pass() { for (source, structure) in structures { _ = mentions(in: structure, of: source) } }
    pass()
    print(Stopwatch.once(pass), tokens)
  }
}
