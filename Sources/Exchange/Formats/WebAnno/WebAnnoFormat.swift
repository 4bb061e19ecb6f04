/// WebAnno TSV 3.3, as INCEpTION imports and exports it (INCEpTION User Guide, appendix "WebAnno TSV 3.x").
///
/// Carries text, sentences, tokens and all annotations, nested, overlapping and inside tokens too, as the built-in layer
/// of named entities: `value` is the type, `identifier` the entity, by its Wikidata URI where it has one. The identifiers
/// of sentences tell which line of the text they stand in. What stands between sentences is white space.
package struct WebAnnoFormat: TokenFormat {
  package let name = "webanno-tsv"
  package let summary = "WebAnno TSV 3.3, for INCEpTION"
  package let suffixes = [".tsv"]

  static let layer = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"

  package init() {}

  package func bytes(of document: StandoffDocument) -> [UInt8] {
    WebAnnoWriter(document).write()
  }

  package func document(
    named identifier: String, from file: ExchangeFile, over original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    var reader = WebAnnoReader(file, over: original)
    return try reader.read(identifier: identifier)
  }
}
