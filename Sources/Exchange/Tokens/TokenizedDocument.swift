/// A document in sentences and tokens that cover all of its visible text.
struct TokenizedDocument {
  struct Sentence {
    /// Without white space at its ends.
    var range: Range<Int>
    /// The line in which it stands.
    var line: Int
    /// Places in ``TokenizedDocument/tokens``.
    var tokens: Range<Int>
  }

  let text: [UInt8]
  let lines: TextLines
  private(set) var tokens: [StandoffToken] = []
  private(set) var sentences: [Sentence] = []

  /// Divides a document: into its own tokens where it has some, elsewhere by rules.
  ///
  /// - Parameters:
  ///   - whole: Ranges, in order and disjoint, that no sentence's end divides and whose ends are ends of tokens.
  ///   - borders: More ranges, in order and disjoint, whose ends are ends of tokens.
  ///   - partsSpaces: Whether white space inside the document's own tokens, as in "10 000", parts them.
  init(
    _ document: StandoffDocument, whole: [Range<Int>] = [], dividedAt borders: [Range<Int>] = [],
    partsSpaces: Bool = false
  ) {
    text = document.text
    lines = TextLines(document.text)
    var sentences = sentenceRanges(document.sentences, whole)
    document.text.withUnsafeBufferPointer { text in
      var divider = TokenDivider(document, text, partsSpaces: partsSpaces)
      for index in sentences.indices {
        let start = tokens.count
        divider.append(sentences[index].range, to: &tokens)
        sentences[index].tokens = start..<tokens.count
      }
    }
    self.sentences = sentences
    split(at: whole)
    split(at: borders)
  }

  /// The sentences of all lines, with what no sentence covers as sentences of their own.
  private func sentenceRanges(_ given: [Range<Int>], _ whole: [Range<Int>]) -> [Sentence] {
    var sentences: [Sentence] = []
    var nextCut = 0
    var nextWhole = 0
    let cuts = given.flatMap { [$0.lowerBound, $0.upperBound] }
    for (number, line) in lines.ranges.enumerated() {
      var start = line.lowerBound
      func add(_ end: Int) {
        if let range = VisibleText.trim(start..<end, of: text) {
          sentences.append(Sentence(range: range, line: number, tokens: 0..<0))
        }
        start = end
      }
      while nextCut < cuts.count, cuts[nextCut] < line.upperBound {
        let cut = cuts[nextCut]
        nextCut += 1
        while nextWhole < whole.count, whole[nextWhole].upperBound <= cut { nextWhole += 1 }
        let isInside = nextWhole < whole.count && whole[nextWhole].lowerBound < cut
        if cut > start, !isInside { add(cut) }
      }
      add(line.upperBound)
    }
    return sentences
  }

  /// Divides tokens in which a range begins or ends; each part keeps what is known of the whole.
  private mutating func split(at ranges: [Range<Int>]) {
    let borders = ranges.flatMap { [$0.lowerBound, $0.upperBound] }
    guard !borders.isEmpty else { return }
    var parts: [StandoffToken] = []
    parts.reserveCapacity(tokens.count)
    var next = 0
    for index in sentences.indices {
      let start = parts.count
      for token in tokens[sentences[index].tokens] {
        var rest = token
        while next < borders.count, borders[next] < token.range.upperBound {
          let border = borders[next]
          next += 1
          guard border > rest.range.lowerBound else { continue }
          var part = rest
          part.range = rest.range.lowerBound..<border
          rest.range = border..<rest.range.upperBound
          if let visible = VisibleText.trim(part.range, of: text) {
            part.range = visible
            parts.append(part)
          }
        }
        if let visible = VisibleText.trim(rest.range, of: text) {
          rest.range = visible
          parts.append(rest)
        }
      }
      sentences[index].tokens = start..<parts.count
    }
    tokens = parts
  }
}

/// Lays a document's own tokens out, and fills the gaps between them by rules.
private struct TokenDivider {
  private let own: [StandoffToken]
  private let text: UnsafeBufferPointer<UInt8>
  private let tokenizer: WordTokenizer
  private let partsSpaces: Bool
  private var next = 0

  init(_ document: StandoffDocument, _ text: UnsafeBufferPointer<UInt8>, partsSpaces: Bool) {
    own = document.tokens
    self.text = text
    self.partsSpaces = partsSpaces
    tokenizer = WordTokenizer(text, language: document.language)
  }

  mutating func append(_ sentence: Range<Int>, to tokens: inout [StandoffToken]) {
    var start = sentence.lowerBound
    while next < own.count, own[next].range.lowerBound < sentence.upperBound {
      let token = own[next]
      guard token.range.upperBound > start else {
        next += 1
        continue
      }
      // A token over the end of a sentence goes on in the next one.
      if token.range.upperBound <= sentence.upperBound { next += 1 }
      let part = max(start, token.range.lowerBound)..<min(sentence.upperBound, token.range.upperBound)
      tokenizer.append(start..<part.lowerBound, isSentenceEnd: false, to: &tokens)
      append(token, in: part, to: &tokens)
      start = part.upperBound
      if start == sentence.upperBound { return }
    }
    tokenizer.append(start..<sentence.upperBound, isSentenceEnd: true, to: &tokens)
  }

  private func append(_ token: StandoffToken, in range: Range<Int>, to tokens: inout [StandoffToken]) {
    guard let visible = VisibleText.trim(range, of: text) else { return }
    for piece in partsSpaces ? VisibleText.pieces(of: visible, in: text) : [visible] {
      var part = token
      part.range = piece
      tokens.append(part)
    }
  }
}
