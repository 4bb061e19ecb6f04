import ArticleModel
import EntityRecognition

/// The words of all texts as they are written, numbered in the order in which they are first met, and the vocabulary.
struct TypeTable {
  /// Of each word its features: the row of the word itself first, -1 where it is not in the vocabulary.
  private(set) var features: [[Int32]] = []
  private var counts: [Int] = []
  private var words: [UInt32] = []
  private var numbers: [String: Int32] = [:]
  private let maker = WordFeatures()
  /// How many rows the features are hashed to; those of the vocabulary follow.
  let rows: Int

  init(rows: Int) { self.rows = rows }

  mutating func number(_ token: Token, _ source: SourceText) -> Int32 {
    let text = source.string(token.range)
    if let known = numbers[text] {
      counts[Int(known)] += 1
      return known
    }
    let number = Int32(features.count)
    numbers[text] = number
    counts.append(1)
    source.bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: WordFeatures.maximum) { buffer in
        let (count, word) = maker.write(token, of: bytes, to: buffer)
        words.append(word)
        features.append([-1] + buffer[0..<count].map { Int32($0 & UInt32(rows - 1)) })
      }
    }
    return number
  }

  /// Gives each word that has a vector or occurs `minimum` times a row of its own.
  ///
  /// - Parameter vectors: The row of the vector of each word that has one.
  /// - Returns: Of each row of the vocabulary its word, and the row of its vector or -1.
  mutating func makeVocabulary(
    _ vectors: [UInt32: Int32], minimum: Int
  ) -> (keys: [UInt32], vectors: [Int32]) {
    var totals: [UInt32: Int] = [:]
    for (word, count) in zip(words, counts) { totals[word, default: 0] += count }
    var keys: [UInt32] = []
    var rowsOfVectors: [Int32] = []
    var index: [UInt32: Int32] = [:]
    for type in features.indices {
      let word = words[type]
      if index[word] == nil {
        guard totals[word]! >= minimum || vectors[word] != nil else { continue }
        index[word] = Int32(keys.count)
        keys.append(word)
        rowsOfVectors.append(vectors[word] ?? -1)
      }
      features[type][0] = Int32(rows) + index[word]!
    }
    // Words that none of these texts has, for texts to come.
    for (word, vector) in vectors.sorted(by: { $0.value < $1.value }) where index[word] == nil {
      keys.append(word)
      rowsOfVectors.append(vector)
    }
    return (keys, rowsOfVectors)
  }
}
