import ArticleModel

/// How by-lines begin, in English, German, French and Spanish.
enum BylinePhrases {
  private static let beginnings: [[UInt8]] = [
    "By ", "BY ", "by ", "Written by ", "Author: ", "Authors: ", "Posted by ", "Words by ", "Reported by ", "Story by ",
    "Von ", "Autor: ", "Autorin: ", "Text: ", "Par ", "Auteur : ", "Auteur: ", "Por ", "Autor/a: ", "Redacción: ",
  ].map { Array($0.utf8) }

  /// Whether a line names who wrote the article: a phrase, then capitalised words, and no sentence.
  static func isByline(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.length <= 100, (2...14).contains(line.words), !line.endsSentence || line.length <= 40 else {
      return false
    }
    let text = bytes[line.text.bytes]
    guard let beginning = beginnings.first(where: { text.starts(with: $0) }) else { return isPartBy(line, text) }
    let first = Characters.decode(bytes, at: text.startIndex + beginning.count, end: text.endIndex).value
    guard Characters.isUpper(first) else { return false }
    // Names and "and" between them: at least half of the words begin with a capital.
    return line.capitalisedWords * 2 >= line.words + 1
  }

  /// "Photographs by Ada Mensah", "Kept by Censu Farrugia-Wells": one word, "by", and nothing but names.
  private static func isPartBy(_ line: SourceLine, _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard (4...7).contains(line.words), line.capitalisedWords == line.words - 1, !line.endsSentence,
      let space = text.firstIndex(of: 0x20)
    else { return false }
    return text[space...].starts(with: " by ".utf8)
  }
}
