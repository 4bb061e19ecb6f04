import Testing

@testable import SequenceLabelling

@Suite struct NetworkPassTests {
  /// A network whose chain is at random; its scores are set by hand.
  private static func chainBytes(_ labels: Int, _ forbidden: [UInt32], _ random: inout SplitMix64) -> (
    bytes: [UInt8], transitions: [Float]
  ) {
    var shape = NetworkShape(labels: labels, rows: 2, places: 1, forbidden: forbidden)
    (shape.width, shape.hidden, shape.hidden2) = (16, 16, 16)
    let trainer = NetworkTrainer(shape, types: [])
    let transitions = (0..<(labels * labels)).map { _ in Float.random(in: -2...2, using: &random) }
    trainer.weights.layers.transitions.update(from: transitions, count: transitions.count)
    return (trainer.serialized(keys: []), transitions)
  }

  private static func vectors(_ scores: [Float], _ labels: Int) -> [SIMD16<Float>] {
    stride(from: 0, to: scores.count, by: labels).map { start in
      var vector = SIMD16<Float>.zero
      for label in 0..<labels { vector[label] = scores[start + label] }
      return vector
    }
  }

  @Test(arguments: 1...5, [[0, 0, 0, 0], [0b0100, 0, 0, 0b0100]] as [[UInt32]])
  func decodingAgreesWithCountingAllLabellings(_ positions: Int, _ forbidden: [UInt32]) throws {
    var random = SplitMix64(state: UInt64(positions))
    for _ in 0..<10 {
      let (bytes, transitions) = Self.chainBytes(4, forbidden, &random)
      let scores = (0..<(positions * 4)).map { _ in Float.random(in: -3...3, using: &random) }
      let all = Labellings(4, scores, transitions, forbidden: forbidden)
      try bytes.withUnsafeBytes { bytes in
        var pass = NetworkPass(try #require(TokenNetwork(borrowing: bytes)))
        // The range stands within a run, whose other tokens have no say.
        pass.begin(count: positions + 2)
        for (token, score) in Self.vectors(scores, 4).enumerated() { pass[token + 1] = score }
        var labels: [Int] = []
        pass.decode(1..<(positions + 1)) { token, label, probabilities in
          #expect(token == labels.count + 1)
          for label in 0..<4 {
            #expect(abs(Double(probabilities[label]) - all.probability(of: label, at: labels.count)) < 1e-4)
          }
          labels.append(label)
        }
        #expect(labels == all.best)
      }
    }
  }

  @Test func exponentialsAreRightToSevenDigits() {
    for step in 0...30_000 {
      let x = -Float(step) / 1000
      let exact = Double.exp(Double(x))
      #expect(abs(Double(LabelChain.exponential(SIMD16(repeating: x))[step % 16]) / exact - 1) < 4e-7)
    }
  }

  /// The surest label may be forbidden where it stands, and every other far less sure.
  @Test(arguments: [10, 100, 5000] as [Float])
  func greatScoresGiveProbabilities(_ size: Float) throws {
    var random = SplitMix64(state: 8)
    let forbidden: [UInt32] = [0b0100, 0, 0, 0b0100]
    let (bytes, _) = Self.chainBytes(4, forbidden, &random)
    try bytes.withUnsafeBytes { bytes in
      var pass = NetworkPass(try #require(TokenNetwork(borrowing: bytes)))
      let scores = (0..<8000).map { _ in Float.random(in: -size...size, using: &random) }
      pass.begin(count: 2000)
      for (token, score) in Self.vectors(scores, 4).enumerated() { pass[token] = score }
      var before = 0
      pass.decode(0..<2000) { _, label, probabilities in
        #expect(forbidden[before] & (1 << UInt32(label)) == 0)
        #expect(abs(probabilities.sum() - 1) < 1e-3)
        before = label
      }
    }
  }

  @Test func whatIsNotWantedChangesNothingElse() throws {
    var random = SplitMix64(state: 21)
    try Toy.trainedBytes.withUnsafeBytes { bytes in
      let network = try #require(TokenNetwork(borrowing: bytes))
      let words = (0..<60).map { _ in Int.random(in: 0..<Toy.features.count, using: &random) }
      let all = Self.scores(words, network) { _ in true }
      let some = Self.scores(words, network) { $0 % 3 == 0 }
      for token in stride(from: 0, to: 60, by: 3) { #expect(all[token] == some[token]) }
    }
  }

  /// A token sees three to either side: in a long run it has the scores that it has among them alone.
  @Test func aLongRunIsReadAsItsParts() throws {
    var random = SplitMix64(state: 22)
    try Toy.trainedBytes.withUnsafeBytes { bytes in
      let network = try #require(TokenNetwork(borrowing: bytes))
      var words = (0..<10_000).map { _ in Int.random(in: 0..<Toy.features.count, using: &random) }
      // What stands first has a feature of its own.
      for start in stride(from: 0, to: words.count, by: 1000) { words[start] = 5 }
      let all = Self.scores(words, network) { _ in true }
      for token in stride(from: 500, to: 10_000, by: 500) {
        let part = Self.scores(Array(words[(token - 8)...min(token + 8, 9999)]), network) { _ in true }
        #expect(part[8] == all[token])
      }
    }
  }

  @Test func aRunOfNoTokens() throws {
    try Toy.trainedBytes.withUnsafeBytes { bytes in
      var pass = NetworkPass(try #require(TokenNetwork(borrowing: bytes)))
      pass.begin(count: 0)
      pass.score([0..<pass.count])
      #expect(pass.count == 0)
    }
  }

  @Test func aPassKeepsNothingOfTheRunBefore() throws {
    try Toy.trainedBytes.withUnsafeBytes { bytes in
      let network = try #require(TokenNetwork(borrowing: bytes))
      var pass = NetworkPass(network)
      var random = SplitMix64(state: 23)
      for count in [40, 1, 300, 7, 2, 1000, 3] {
        let words = (0..<count).map { _ in Int.random(in: 0..<Toy.features.count, using: &random) }
        Toy.begin(&pass, network, Toy.example(words))
        pass.score([0..<pass.count])
        let scores = words.indices.map { pass[$0] }
        #expect(scores == Self.scores(words, network) { _ in true })
        var tokens: [Int] = []
        pass.decode(0..<count) { token, _, _ in tokens.append(token) }
        #expect(tokens == Array(0..<count))
      }
    }
  }

  @Test func aWordOfTheVocabularyIsKnownByItsNumber() throws {
    try Toy.trainedBytes.withUnsafeBytes { bytes in
      let network = try #require(TokenNetwork(borrowing: bytes))
      func projection(_ word: UInt32) -> [Int16] {
        var projection = [Int16](repeating: 0, count: network.projectionSize)
        Toy.features[0].withUnsafeBufferPointer { network.project($0, word: word, into: &projection) }
        return projection
      }
      // Two numbers that begin in the same slot are told apart; what is not there has features only.
      #expect(projection(64) != projection(128))
      #expect(projection(192) == projection(0))
      #expect(projection(0x41) != projection(0))
    }
  }

  private static func scores(
    _ words: [Int], _ network: TokenNetwork, _ isWanted: (Int) -> Bool
  ) -> [SIMD16<Float>] {
    var pass = NetworkPass(network)
    Toy.begin(&pass, network, Toy.example(words))
    pass.score(words.indices.filter(isWanted).map { $0..<($0 + 1) })
    return words.indices.map { pass[$0] }
  }
}
