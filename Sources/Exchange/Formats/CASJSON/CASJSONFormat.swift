/// UIMA CAS JSON 0.4 (Apache UIMA, "JSON serialization of the Apache UIMA CAS"), with the types of DKPro Core: what
/// INCEpTION and dkpro-cassis read.
///
/// Carries the text exactly, sentences, tokens with what is known of them, and all annotations as `NamedEntity`: `value`
/// is the type, `identifier` the entity, by its Wikidata URI where it has one.
package struct CASJSONFormat: TokenFormat {
  package let name = "cas-json"
  package let summary = "UIMA CAS JSON 0.4, for INCEpTION and dkpro-cassis"
  package let suffixes = [".json"]

  package init() {}

  package func bytes(of document: StandoffDocument) -> [UInt8] {
    var writer = CASJSONWriter(document)
    return writer.write()
  }

  package func document(
    named identifier: String, from file: ExchangeFile, over original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    try CASJSONReader(file, over: original).read(identifier: identifier)
  }
}
