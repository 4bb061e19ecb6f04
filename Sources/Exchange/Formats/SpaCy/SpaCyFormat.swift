/// The JSON of spaCy's documents, a line each: `Doc.from_json` reads it, and `spacy.tokens.DocBin` keeps it.
///
/// `ents` are the annotations that do not overlap, outer ones first; what overlaps them stands in the group `nested` of
/// `spans`. Offsets in code points.
package struct SpaCyFormat: ExchangeFormat {
  package let name = "spacy"
  package let summary = "spaCy JSON Lines for Doc.from_json: text, tokens, sentences, ents, nested spans"
  package let suffixes = [".jsonl"]
  package let isConcatenable = true

  package init() {}

  package func files(of document: StandoffDocument) -> [ExchangeFile] {
    [ExchangeFile(name: document.identifier + ".jsonl", bytes: SpaCyWriter.line(of: document, for: .spaCy))]
  }

  package func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    try SpaCyReader.document(from: files)
  }
}

/// The JSON Lines of Prodigy, and of the many tools that took them over: `spans` is a list.
package struct ProdigyFormat: ExchangeFormat {
  package let name = "prodigy"
  package let summary = "Prodigy JSON Lines: text, tokens, spans"
  package let suffixes = [".jsonl"]
  package let isConcatenable = true

  package init() {}

  package func files(of document: StandoffDocument) -> [ExchangeFile] {
    [ExchangeFile(name: document.identifier + ".jsonl", bytes: SpaCyWriter.line(of: document, for: .prodigy))]
  }

  package func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    try SpaCyReader.document(from: files)
  }
}
