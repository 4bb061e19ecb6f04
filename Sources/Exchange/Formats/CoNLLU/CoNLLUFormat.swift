/// CoNLL-U (Universal Dependencies, "CoNLL-U Format") with named entities in MISC, as the corpora of ParlaMint have it.
///
/// Carries the text, sentences, tokens with lemma, part of speech and features, and of annotations that overlap the
/// longest, with the entity that it names. Paragraphs (`newpar`) are the document's lines.
package struct CoNLLUFormat: TokenFormat {
  package var name: String { types == .parlamint ? "conllu" : "conllu:\(types.rawValue)" }
  package let summary = "CoNLL-U with NER in MISC, as ParlaMint has it; conllu:ours keeps our types"
  package let suffixes = [".conllu"]
  package let isConcatenable = true
  private let types: TypeNames

  package init(types: TypeNames = .parlamint) { self.types = types }

  package func naming(_ types: TypeNames) -> any ExchangeFormat { CoNLLUFormat(types: types) }

  package func bytes(of document: StandoffDocument) -> [UInt8] {
    var writer = CoNLLUWriter(document, types)
    return writer.write()
  }

  package func document(
    named identifier: String, from file: ExchangeFile, over original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    var reader = CoNLLUReader(file, over: original)
    return try reader.read(identifier: identifier)
  }
}
