import Testing

@testable import SequenceLabelling

@Suite struct NetworkTrainerTests {
  private static func sentences(_ count: Int) -> [(words: [Int], denied: Set<Int>)] {
    var random = SplitMix64(state: 99)
    return (0..<count).map { _ in Toy.sentence(&random) }
  }

  /// The labels that a network gives.
  private static func labels(_ network: TokenNetwork, _ example: NetworkTrainer.Example) -> [Int] {
    var pass = NetworkPass(network)
    Toy.begin(&pass, network, example)
    pass.score([0..<pass.count])
    var labels: [Int] = []
    pass.decode(example.types.indices) { _, label, _ in labels.append(label) }
    return labels
  }

  @Test func learnsTheTask() throws {
    try Toy.trainedBytes.withUnsafeBytes { bytes in
      let network = try #require(TokenNetwork(borrowing: bytes))
      for (words, denied) in Self.sentences(200) {
        #expect(Self.labels(network, Toy.example(words, denied: denied)) == Toy.labels(words, denied: denied))
      }
    }
  }

  @Test func trainingIsTheSameEachTime() {
    #expect(Toy.trained().serialized(keys: Toy.keys) == Toy.trainedBytes)
    var settings = Toy.settings
    settings.seed = 2
    #expect(Toy.trained(settings).serialized(keys: Toy.keys) != Toy.trainedBytes)
  }

  @Test func theLossFalls() {
    var losses: [Float] = []
    var random = SplitMix64(state: 5)
    let examples = (0..<60).map { _ in Toy.example(Toy.sentence(&random).words) }
    var settings = Toy.settings
    (settings.rounds, settings.batch) = (10, 1)
    Toy.trainer(settings).train(examples + [NetworkTrainer.Example()]) { losses.append($1) }
    #expect(losses.count == 10)
    #expect(losses.last! < losses.first! / 2)
  }

  @Test func whereAllLabelsMayBeRightNothingIsLearnt() {
    var example = Toy.example([0, 3, 1])
    example.right = [0b111, 0b111, 0b111]
    var losses: [Float] = []
    Toy.trainer().train([example]) { losses.append($1) }
    #expect(losses.allSatisfy { abs($0) < 1e-3 })
  }

  @Test func aNetworkFromTheBytesScoresByItsDefinition() throws {
    try Toy.trainedBytes.withUnsafeBytes { bytes in
      let network = try #require(TokenNetwork(borrowing: bytes))
      let reference = try #require(ReferenceNetwork(bytes))
      #expect(network.shape == Toy.shape)
      var pass = NetworkPass(network)
      for (words, denied) in Self.sentences(50) {
        let example = Toy.example(words, denied: denied)
        Toy.begin(&pass, network, example)
        pass.score([0..<pass.count])
        for (token, exact) in reference.scores(example).enumerated() {
          for label in 0..<3 { #expect(abs(pass[token][label] - exact[label]) < 0.15 + abs(exact[label]) * 0.03) }
        }
      }
    }
  }

  /// The trainer's own scores, where nothing is left out, are those of the network that it writes.
  @Test func theBytesAreTheNetworkThatWasTrained() throws {
    let trainer = Toy.trained(Toy.withoutDropout)
    try trainer.serialized(keys: Toy.keys).withUnsafeBytes { bytes in
      let reference = try #require(ReferenceNetwork(bytes))
      var dropout = Dropout(random: SplitMix64(state: 1))
      for (words, denied) in Self.sentences(50) {
        let example = Toy.example(words, denied: denied)
        var activations = Activations(Toy.shape, tokens: words.count)
        ForwardPass(trainer.weights, trainer.inputs, trainer.settings).run(example, &activations, &dropout)
        for (token, exact) in reference.scores(example).enumerated() {
          let scores = activations.values.scores[token]
          for label in 0..<3 { #expect(abs(scores[label] - exact[label]) < 0.1 + abs(exact[label]) * 0.03) }
        }
      }
    }
  }

  /// A feature that was left out in half of all cases counts for half when it never is.
  @Test func whatWasLeftOutCountsLess() throws {
    func scale(_ rate: Float) throws -> Float {
      var settings = Toy.settings
      settings.featureDropout = rate
      // Untrained, words have nothing of their own.
      return try Toy.trainer(settings).serialized(keys: []).withUnsafeBytes { try #require(NetworkFile($0)).scale }
    }
    #expect(abs(try scale(0.5) / scale(0) - 0.5) < 1e-4)
  }

  @Test func refusesOtherBytes() {
    let bytes = Toy.trainedBytes
    var wrong = [[], Array(bytes.dropLast()), bytes + [0], [0] + bytes.dropFirst(), Array(bytes.dropFirst(8))]
    wrong += [8, 51, 52, 60, 64, 1000].map { Array(bytes.prefix($0)) }
    // Each of the sizes, and the version, made something else.
    for word in 1...11 {
      for value: UInt32 in [0, 3, .max] {
        var other = bytes
        for byte in 0..<4 { other[word * 4 + byte] = UInt8(truncatingIfNeeded: value >> UInt32(byte * 8)) }
        if other != bytes { wrong.append(other) }
      }
    }
    for bytes in wrong {
      let isNetwork = bytes.withUnsafeBytes { TokenNetwork(borrowing: $0) != nil }
      #expect(!isNetwork)
    }
  }
}
