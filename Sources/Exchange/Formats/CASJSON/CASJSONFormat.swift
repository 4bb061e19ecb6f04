/// UIMA CAS JSON 0.4 (Apache UIMA, "JSON serialization of the Apache UIMA CAS"), with the types of DKPro Core: what
/// INCEpTION and dkpro-cassis read.
///
/// Carries the text exactly, sentences, tokens with what is known of them, and all annotations as `NamedEntity`: `value`
/// is the type, `identifier` the entity, by its Wikidata URI where it has one.
public struct CASJSONFormat: ExchangeFormat {
  public let name = "cas-json"
  public let summary = "UIMA CAS JSON 0.4, for INCEpTION and dkpro-cassis"
  public let suffixes = [".json"]

  public init() {}

  public func files(of document: StandoffDocument) -> [ExchangeFile] {
    var writer = CASJSONWriter(document)
    return [ExchangeFile(name: document.identifier + suffixes[0], bytes: writer.write())]
  }

  public func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    try document(from: files, aligningWith: nil)
  }

  public func document(
    from files: [ExchangeFile], aligningWith original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    let file = try mainFile(of: files)
    return try CASJSONReader(file, over: original).read(identifier: identifier(of: file))
  }
}
