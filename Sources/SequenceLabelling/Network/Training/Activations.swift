/// What the network makes of one example, and the gradient of the loss by it.
struct Activations {
  let values: Units
  let gradients: Units
  /// What dropout left of the features.
  var kept = KeptFeatures()

  init(_ shape: NetworkShape, tokens: Int) {
    values = Units(shape, tokens: tokens)
    gradients = Units(shape, tokens: tokens)
  }
}

/// A number for each unit at each token.
struct Units {
  let words: FloatMatrix
  let first: FloatMatrix
  let second: FloatMatrix
  let scores: FloatMatrix

  init(_ shape: NetworkShape, tokens: Int) {
    words = FloatMatrix(rows: tokens, columns: shape.width)
    first = FloatMatrix(rows: tokens, columns: shape.hidden)
    second = FloatMatrix(rows: tokens, columns: shape.hidden2)
    scores = FloatMatrix(rows: tokens, columns: shape.labels)
  }

  func clear(tokens: Int) {
    words.clear(rows: tokens)
    first.clear(rows: tokens)
    second.clear(rows: tokens)
    scores.clear(rows: tokens)
  }
}

/// The features of the words of an example that were not left out.
struct KeptFeatures {
  /// Those of all tokens, one token after the other, and where those of each begin.
  private var rows: [Int32] = []
  private var starts: [Int] = [0]
  private var vectors: [Int?] = []

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    starts.removeSubrange(1...)
    vectors.removeAll(keepingCapacity: true)
  }

  /// Adds a feature to the token that is being read.
  mutating func add(row: Int32) { rows.append(row) }

  /// Ends a token.
  ///
  /// - Parameter vector: Where the vector of its word begins; nil where it has none or it was left out.
  mutating func endToken(vector: Int?) {
    starts.append(rows.count)
    vectors.append(vector)
  }

  func rows(of token: Int) -> ArraySlice<Int32> { rows[starts[token]..<starts[token + 1]] }
  func vector(of token: Int) -> Int? { vectors[token] }
}
