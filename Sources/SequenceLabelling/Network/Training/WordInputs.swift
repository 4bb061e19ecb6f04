/// What is known of the words before training.
struct WordInputs {
  /// Of each type of word the rows of its features in ``NetworkWeights/rows``. The first is that of the word itself, -1
  /// where the vocabulary does not have it.
  let types: [[Int32]]
  /// Of each word of the vocabulary the number of its vector, or -1.
  let vocabulary: [Int32]
  /// Vectors that were made elsewhere, one after the other.
  let vectors: [Float]
  let vectorSize: Int
  /// The row of the first word of the vocabulary.
  let firstWord: Int

  /// Where the vector of a word of the vocabulary begins; nil where it has none.
  func vector(ofWord word: Int) -> Int? {
    guard vectorSize > 0, vocabulary[word] >= 0 else { return nil }
    return Int(vocabulary[word]) * vectorSize
  }

  /// Where the vector of the word begins that has these features.
  func vector(of features: [Int32]) -> Int? {
    features[0] >= 0 ? vector(ofWord: Int(features[0]) - firstWord) : nil
  }
}
