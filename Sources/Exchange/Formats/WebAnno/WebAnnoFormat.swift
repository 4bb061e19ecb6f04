/// WebAnno TSV 3.3, as INCEpTION imports and exports it (INCEpTION User Guide, appendix "WebAnno TSV 3.x").
///
/// Carries text, sentences, tokens and all annotations, nested, overlapping and inside tokens too, as the built-in layer
/// of named entities: `value` is the type, `identifier` the entity, by its Wikidata URI where it has one. The identifiers
/// of sentences tell which line of the text they stand in. What stands between sentences is white space.
public struct WebAnnoFormat: ExchangeFormat {
  public let name = "webanno-tsv"
  public let summary = "WebAnno TSV 3.3, for INCEpTION"
  public let suffixes = [".tsv"]

  static let layer = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"

  public init() {}

  public func files(of document: StandoffDocument) -> [ExchangeFile] {
    let writer = WebAnnoWriter(document)
    return [ExchangeFile(name: document.identifier + suffixes[0], bytes: writer.write())]
  }

  public func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    try document(from: files, aligningWith: nil)
  }

  public func document(
    from files: [ExchangeFile], aligningWith original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    let file = try mainFile(of: files)
    var reader = WebAnnoReader(file, over: original)
    return try reader.read(identifier: identifier(of: file))
  }
}
