/// A format of tokens, a file a document, whose words are found again in the text that they were written from.
package protocol TokenFormat: ExchangeFormat {
  /// What is written of a document.
  func bytes(of document: StandoffDocument) -> [UInt8]

  /// Reads a document.
  ///
  /// - Parameter original: What it was written from; nil where there is none.
  /// - Throws: ``ExchangeError`` with the line.
  func document(
    named identifier: String, from file: ExchangeFile, over original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument
}

extension TokenFormat {
  package func files(of document: StandoffDocument) -> [ExchangeFile] {
    [ExchangeFile(name: document.identifier + suffixes[0], bytes: bytes(of: document))]
  }

  package func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    try document(from: files, aligningWith: nil)
  }

  package func document(
    from files: [ExchangeFile], aligningWith original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    guard let file = files.first(where: { $0.name.hasSuffix(suffixes[0]) }) ?? files.first else {
      throw ExchangeError("there is no file; expected one that ends in \"\(suffixes[0])\"", file: name)
    }
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    return try document(named: PlainTextFile.identifier(of: name, without: suffixes[0]), from: file, over: original)
  }
}

extension StandoffDocument {
  /// A document that was read over an original, or over a text that was built.
  init(identifier: String, text: [UInt8], over original: StandoffDocument?, lineIDs: [Int: String] = [:]) {
    self.init(identifier: identifier, text: text)
    blocks = original?.blocks ?? TextLines(text).blocks(ids: lineIDs)
    language = original?.language ?? language
    title = original?.title ?? ""
    date = original?.date ?? ""
  }
}
