/// A few words, found without memory of their own.
struct WordList: Sendable {
  private let words: [[UInt8]]

  /// Words with spaces between them, folded.
  init(_ words: String) { self.words = words.split(separator: " ").map { Array($0.utf8) } }

  func contains(_ line: FoldedLine, _ word: Range<Int>) -> Bool {
    let first = line.bytes[word.lowerBound]
    return words.contains { $0.count == word.count && $0[0] == first && line.has($0, at: word.lowerBound) }
  }
}
