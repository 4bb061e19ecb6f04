/// The JSON of spaCy's documents, a line each: `Doc.from_json` reads it, and `spacy.tokens.DocBin` keeps it.
///
/// `ents` are the annotations that do not overlap, outer ones first; what overlaps them stands in the group `nested` of
/// `spans`. Offsets in code points.
public struct SpaCyFormat: ExchangeFormat {
  public let name = "spacy"
  public let summary = "spaCy JSON Lines for Doc.from_json: text, tokens, sentences, ents, nested spans"
  public let suffixes = [".jsonl"]
  public let isConcatenable = true

  public init() {}

  public func files(of document: StandoffDocument) -> [ExchangeFile] {
    [ExchangeFile(name: document.identifier + ".jsonl", bytes: SpaCyWriter.line(of: document, for: .spaCy))]
  }

  public func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    try SpaCyReader.document(from: files)
  }
}

/// The JSON Lines of Prodigy, and of the many tools that took them over: `spans` is a list.
public struct ProdigyFormat: ExchangeFormat {
  public let name = "prodigy"
  public let summary = "Prodigy JSON Lines: text, tokens, spans"
  public let suffixes = [".jsonl"]
  public let isConcatenable = true

  public init() {}

  public func files(of document: StandoffDocument) -> [ExchangeFile] {
    [ExchangeFile(name: document.identifier + ".jsonl", bytes: SpaCyWriter.line(of: document, for: .prodigy))]
  }

  public func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    try SpaCyReader.document(from: files)
  }
}
