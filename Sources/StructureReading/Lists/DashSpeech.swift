import ArticleModel

/// Tells direct speech that a dash opens from the item of a list: "– Bonjour, dit-il.", "– Nie – mówi premier."
enum DashSpeech {
  /// Verbs that say who speaks, behind what was said.
  private static let verbs = Set(
    words: """
      said says asked asks replied replies added adds told explained answered sagt sagte fragt fragte antwortet \
      antwortete meint meinte erklärt erklärte rief ruft dit dis demande demanda répond répondit répliqua lance \
      ajoute ajouta explique s'exclame murmura dijo dice pregunta preguntó responde respondió contesta contestó \
      añade añadió explica explicó exclamó agregó señaló afirmó mówi mówił mówiła powiedział powiedziała dodaje \
      dodał dodała deklaruje podkreśla zaznacza zaznaczył twierdzi tłumaczy wyjaśnia zapytał disse perguntou \
      respondeu sanoo sanoi kertoo toteaa
      """)

  /// Whether what stands behind a dash reads as speech.
  ///
  /// - Parameter isLong: Whether the dash is one that rarely marks items, so that less is proof enough.
  static func isOne(_ text: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>, isLong: Bool) -> Bool {
    let end = Int(text.end)
    let first = Characters.decode(bytes, at: Int(text.start), end: end).value
    let isQuoted = Characters.isOpening(first) && first != 0x28 && first != 0x5B
    // Behind a hyphen, quotation marks do what a dash would: this is a list of what people said.
    if isQuoted { return isLong }
    if isLong, bytes[end - 1] == 0x3F || bytes[end - 1] == 0x21 { return true }
    var index = Int(text.start)
    // What was last seen before a word: 1 a comma or the end of a sentence, 2 a dash between spaces.
    var before = 0
    while index < end {
      let wordStart = index
      while index < end, bytes[index] > 0x20 { index += 1 }
      let word = bytes[wordStart..<index]
      while index < end, bytes[index] <= 0x20 { index += 1 }
      if isDash(word) {
        // After the end of a sentence, too: "– Nie! – mówi premier."
        if isLong, before == 1, index < end, Characters.isLower(Characters.decode(bytes, at: index, end: end).value) {
          return true
        }
        before = 2
        continue
      }
      if before > 0, isVerb(word) { return true }
      before = word.last.map(endsClause) ?? false ? 1 : 0
    }
    return false
  }

  private static func isDash(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.elementsEqual([0x2D]) || word.elementsEqual([0xE2, 0x80, 0x93]) || word.elementsEqual([0xE2, 0x80, 0x94])
  }

  /// A comma, the end of a sentence, or the last byte of a closing quotation mark.
  private static func endsClause(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x2E, 0x21, 0x3F, 0x22, 0x9D, 0xBB, 0xA6: true
    default: false
    }
  }

  /// A verb of saying, alone or before its subject: "dit-il", "mówi".
  private static func isVerb(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard word.count <= 24 else { return false }
    let stem = word.prefix { Characters.isASCIILetter($0) || $0 >= 0x80 || $0 == 0x27 }
    guard stem.count >= 3 else { return false }
    return verbs.contains(stem)
  }
}
