import ArticleModel

/// Tokens for a document that has none: words and marks of punctuation, divided where annotations and sentences begin and
/// end, so that each of these is made of whole tokens, as spaCy wants them.
enum SpaCyTokens {
  static func ranges(of document: StandoffDocument) -> [Range<Int>] {
    let text = document.text
    var borders: Set<Int> = []
    for range in document.annotations.map(\.range) + document.sentences {
      borders.insert(range.lowerBound)
      borders.insert(range.upperBound)
    }
    var tokens: [Range<Int>] = []
    text.withUnsafeBufferPointer { bytes in
      var known = document.tokens.map(\.range)[...]
      var start: Int?
      var wasWord = false
      var index = 0
      func end(_ place: Int) {
        if let first = start { tokens.append(first..<place) }
        start = nil
      }
      while index < bytes.count {
        // The document's own tokens are whole, unless an annotation begins inside one.
        if let token = known.first, token.lowerBound == index {
          end(index)
          known.removeFirst()
          let cuts = (index + 1..<token.upperBound).filter { borders.contains($0) } + [token.upperBound]
          for cut in cuts {
            tokens.append(index..<cut)
            index = cut
          }
          continue
        }
        let scalar = Characters.decode(bytes, at: index, end: bytes.count)
        if Characters.isSpace(scalar.value) {
          end(index)
        } else {
          let isWord = isWord(scalar.value)
          if borders.contains(index) || !isWord || !wasWord { end(index) }
          if start == nil { start = index }
          wasWord = isWord
        }
        index += scalar.length
      }
      end(index)
    }
    return tokens
  }

  /// The same with tokens of white space as spaCy has them (`spacy.util.get_words_and_spaces`): after a word one space
  /// belongs to it, and all other white space up to the next word is a token.
  static func withWhiteSpace(_ words: [Range<Int>], in text: [UInt8]) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var place = 0
    for word in words {
      if place < word.lowerBound { tokens.append(place..<word.lowerBound) }
      tokens.append(word)
      place = word.upperBound
      if place < text.count, text[place] == 0x20 { place += 1 }
    }
    if place < text.count { tokens.append(place..<text.count) }
    return tokens
  }

  private static func isWord(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .format, .connectorPunctuation:
      return true
    default: return false
    }
  }
}
