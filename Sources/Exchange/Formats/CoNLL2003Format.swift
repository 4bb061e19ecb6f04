/// The four columns of CoNLL-2003 (Tjong Kim Sang and De Meulder 2003): word, part of speech, chunk, named entity.
///
/// Carries tokens, sentences and of annotations that overlap the longest, in IOB2. White space is lost: without the
/// original, what is read has a space between tokens and a sentence a line.
package struct CoNLL2003Format: TokenFormat {
  package var name: String { types == .parlamint ? "conll2003" : "conll2003:\(types.rawValue)" }
  package let summary = "CoNLL-2003: word, part of speech, chunk, named entity; conll2003:ours keeps our types"
  package let suffixes = [".conll"]
  package let isConcatenable = true
  private let types: TypeNames

  package init(types: TypeNames = .parlamint) { self.types = types }

  package func naming(_ types: TypeNames) -> any ExchangeFormat { CoNLL2003Format(types: types) }

  package func bytes(of document: StandoffDocument) -> [UInt8] {
    let spans = FlatAnnotations.outermost(
      FlatAnnotations.spans(of: document, types.name(of:)), in: document.text
    ).kept
    let tokenized = TokenizedDocument(document, whole: spans.map(\.range), partsSpaces: true)
    var tags = ChunkTags(spans)
    var output = "-DOCSTART- -X- O O\n\n"
    for sentence in tokenized.sentences {
      for token in tokenized.tokens[sentence.tokens] {
        output += String(decoding: document.text[token.range], as: UTF8.self)
        output += " \(ColumnText.withoutSpaces(ColumnText.orUnderscore(token.partOfSpeech))) _ "
        output += ChunkTags.tag(tags.span(at: token.range)) + "\n"
      }
      output += "\n"
    }
    return Array(output.utf8)
  }

  package func document(
    named identifier: String, from file: ExchangeFile, over original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    var lines = try ColumnLines(file)
    var placement = TokenPlacement(over: original, file: file.name)
    var chunks = ChunkReader()
    var tokens: [StandoffToken] = []
    var sentences: [Range<Int>] = []
    var start = 0
    func endSentence() {
      chunks.endSentence()
      guard start < tokens.count else { return }
      sentences.append(tokens[start].range.lowerBound..<tokens[tokens.count - 1].range.upperBound)
      start = tokens.count
    }
    while let line = lines.next() {
      let fields = line.split { $0 == " " || $0 == "\t" }
      guard let form = fields.first, form != "-DOCSTART-" else {
        endSentence()
        continue
      }
      guard fields.count > 1, let tag = fields.last, ChunkReader.isTag(tag) else {
        let found =
          fields.count > 1 ? "\"\(fields[fields.count - 1])\" is no tag of a named entity" : "row has one column"
        throw lines.fault("\(found); expected a word and, last, \"O\", or \"B-\" or \"I-\" and a type")
      }
      let gap = tokens.isEmpty ? "" : start == tokens.count ? "\n" : " "
      var token = StandoffToken(range: try placement.place(String(form), behind: gap, line: lines.number))
      if fields.count > 2, fields[1] != "-X-" { token.partOfSpeech = ColumnText.orEmpty(String(fields[1])) }
      tokens.append(token)
      chunks.add(tag, at: token.range)
    }
    endSentence()
    try placement.finish()
    var document = StandoffDocument(identifier: identifier, text: placement.text, over: original)
    document.tokens = tokens
    document.sentences = sentences
    document.annotations = chunks.annotations
    return document
  }
}
