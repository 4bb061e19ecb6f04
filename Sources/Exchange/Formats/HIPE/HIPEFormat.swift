/// The columns of CLEF-HIPE-2022 (hipe-eval/HIPE-2022-data, "HIPE format and tagging scheme").
///
/// Carries the text, sentences, tokens, of annotations that overlap the longest, one more level of those inside it, and
/// links to Wikidata. Metonymic senses and components of names are not annotated by us: their columns hold `_`.
public struct HIPEFormat: ExchangeFormat {
  public let name = "hipe"
  public let summary = "TSV of CLEF-HIPE-2022, with nested names and links to Wikidata"
  public let suffixes = [".tsv"]

  public init() {}

  public func files(of document: StandoffDocument) -> [ExchangeFile] {
    var writer = HIPEWriter(document)
    return [ExchangeFile(name: document.identifier + suffixes[0], bytes: writer.write())]
  }

  public func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    try document(from: files, aligningWith: nil)
  }

  public func document(
    from files: [ExchangeFile], aligningWith original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    let file = try mainFile(of: files)
    return try HIPEReader(file, over: original).document(identifier: identifier(of: file))
  }

  static let columns = [
    "TOKEN", "NE-COARSE-LIT", "NE-COARSE-METO", "NE-FINE-LIT", "NE-FINE-METO", "NE-FINE-COMP", "NE-NESTED", "NEL-LIT",
    "NEL-METO", "MISC",
  ]
}
