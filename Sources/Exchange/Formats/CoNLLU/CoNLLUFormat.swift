/// CoNLL-U (Universal Dependencies, "CoNLL-U Format") with named entities in MISC, as the corpora of ParlaMint have it.
///
/// Carries the text, sentences, tokens with lemma, part of speech and features, and of annotations that overlap the
/// longest, with the entity that it names. Paragraphs (`newpar`) are the document's lines.
public struct CoNLLUFormat: ExchangeFormat {
  public var name: String { types == .parlamint ? "conllu" : "conllu:\(types.rawValue)" }
  public let summary = "CoNLL-U with NER in MISC, as ParlaMint has it; conllu:ours keeps our types"
  public let suffixes = [".conllu"]
  public let isConcatenable = true
  private let types: TypeNames

  public init(types: TypeNames = .parlamint) { self.types = types }

  public func naming(_ types: TypeNames) -> any ExchangeFormat { CoNLLUFormat(types: types) }

  public func files(of document: StandoffDocument) -> [ExchangeFile] {
    var writer = CoNLLUWriter(document, types)
    return [ExchangeFile(name: document.identifier + suffixes[0], bytes: writer.write())]
  }

  public func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    try document(from: files, aligningWith: nil)
  }

  public func document(
    from files: [ExchangeFile], aligningWith original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    let file = try mainFile(of: files)
    var reader = CoNLLUReader(file, over: original)
    return try reader.read(identifier: identifier(of: file))
  }
}
