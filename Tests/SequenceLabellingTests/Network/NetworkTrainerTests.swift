import Testing

@testable import SequenceLabelling

@Suite struct NetworkTrainerTests {
  private static func sentences(_ count: Int) -> [(words: [Int], denied: Set<Int>)] {
    var random = SplitMix64(state: 99)
    return (0..<count).map { _ in Toy.sentence(&random) }
  }

  @Test func learnsTheTask() {
    let trainer = Toy.trained()
    for (words, denied) in Self.sentences(200) {
      #expect(trainer.labels(Toy.example(words, denied: denied)) == Toy.labels(words, denied: denied))
    }
  }

  @Test func trainingIsTheSameEachTime() {
    #expect(Toy.trained().serialized(keys: Toy.keys) == Toy.trainedBytes)
    #expect(Toy.trained(seed: 2).serialized(keys: Toy.keys) != Toy.trainedBytes)
  }

  @Test func theLossFalls() {
    var losses: [Float] = []
    var random = SplitMix64(state: 5)
    let examples = (0..<60).map { _ in Toy.example(Toy.sentence(&random).words) }
    var settings = NetworkTrainer.Settings()
    (settings.rounds, settings.batch, settings.rate) = (10, 1, 0.01)
    let trainer = NetworkTrainer(
      Toy.shape, types: Toy.types, vocabulary: Array(repeating: -1, count: Toy.keys.count), settings: settings)
    trainer.train(examples + [NetworkTrainer.Example()]) { losses.append($1) }
    #expect(losses.count == 10)
    #expect(losses.last! < losses.first! / 2)
  }

  @Test func whereAllLabelsMayBeRightNothingIsLearnt() {
    var example = Toy.example([0, 3, 1])
    example.right = [0b111, 0b111, 0b111]
    var losses: [Float] = []
    let trainer = NetworkTrainer(
      Toy.shape, types: Toy.types, vocabulary: Array(repeating: -1, count: Toy.keys.count), settings: .init())
    trainer.train([example]) { losses.append($1) }
    #expect(losses.allSatisfy { abs($0) < 1e-3 })
  }

  @Test func aNetworkFromTheBytesScoresAsTheTrainerDoes() throws {
    let trainer = Toy.trained()
    try Toy.trainedBytes.withUnsafeBytes { bytes in
      let network = try #require(TokenNetwork(borrowing: bytes))
      #expect(network.shape == Toy.shape)
      var pass = NetworkPass(network)
      for (words, denied) in Self.sentences(50) {
        let example = Toy.example(words, denied: denied)
        let expected = trainer.scores(example)
        Toy.begin(&pass, network, example)
        pass.score([0..<pass.count])
        for token in words.indices {
          let scores = pass[token]
          for label in 0..<3 {
            let exact = expected[token * 3 + label]
            #expect(abs(scores[label] - exact) < 0.15 + abs(exact) * 0.03)
          }
        }
        var labels: [Int] = []
        pass.decode(0..<words.count) { _, label, _ in labels.append(label) }
        #expect(labels == trainer.labels(example))
      }
    }
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
