import ArticleModel

/// French words that lose their vowel before another: "l’Union", "d'Arles", "qu'elle". "Jusqu'à" and "jusqu'en" are
/// prepositions, a word each.
enum Elision {
  private static let words = Set<WordKey>(words: "l d j m n s t c qu lorsqu puisqu quoiqu")

  /// The end of the apostrophe of such a word that begins at `start`, where a letter follows.
  static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, index - start < 7, Characters.isASCIILetter(bytes[index]) { index += 1 }
    guard index > start, index < end else { return nil }
    let mark = Characters.decode(bytes, at: index, end: end)
    let next = index + mark.length
    guard Characters.isApostrophe(mark.value), next < end,
      Characters.isLetter(Characters.decode(bytes, at: next, end: end).value), words.contains(bytes[start..<index])
    else { return nil }
    return next
  }
}
