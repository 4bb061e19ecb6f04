import Testing

@testable import SequenceLabelling

@Suite struct LinearChainTests {
  /// A small model and a sequence, both at random, always the same.
  private static func sample(_ seed: UInt64, positions: Int) -> (LinearChainModel, FeatureSequence) {
    var random = SplitMix64(state: seed)
    var model = LinearChainModel(labelCount: 3, hashBits: 4)
    func weights(_ count: Int) -> [Float] { (0..<count).map { _ in Float.random(in: -2...2, using: &random) } }
    model.emissions = weights(model.emissions.count)
    model.transitions = weights(9)
    model.starts = weights(3)
    model.ends = weights(3)
    var sequence = FeatureSequence()
    for _ in 0..<positions {
      for _ in 0..<Int.random(in: 0...3, using: &random) { sequence.add(UInt32.random(in: 0...99, using: &random)) }
      sequence.endPosition()
    }
    return (model, sequence)
  }

  /// Every labelling and its score, one after the other.
  private static func labellings(
    _ model: LinearChainModel, _ sequence: FeatureSequence, _ allowed: [UInt32]
  ) -> [(labels: [Int], score: Double)] {
    let scores = model.scores(sequence, allowed: [])
    var all: [(labels: [Int], score: Double)] = [([], 0)]
    for position in 0..<sequence.count {
      all = all.flatMap { labelling in
        (0..<3).filter { allowed.isEmpty || allowed[position] & (1 << UInt32($0)) != 0 }.map { label in
          let step = labelling.labels.last.map { model.transitions[$0 * 3 + label] } ?? model.starts[label]
          return (labelling.labels + [label], labelling.score + Double(step + scores[position * 3 + label]))
        }
      }
    }
    return all.map { ($0.labels, $0.score + Double(model.ends[$0.labels.last!])) }
  }

  @Test(arguments: 1...6, [[], [0b011, 0b110, 0b100, 0b111, 0b001] as [UInt32]])
  func agreesWithCountingAllLabellings(_ seed: UInt64, _ allowed: [UInt32]) {
    let (model, sequence) = Self.sample(seed, positions: 5)
    let all = Self.labellings(model, sequence, allowed)
    let greatest = all.map(\.score).max()!
    let weights = all.map { Double.exp($0.score - greatest) }
    let sum = weights.reduce(0, +)
    let probabilities = model.probabilities(sequence, allowed: allowed)
    for position in 0..<5 {
      for label in 0..<3 {
        let expected = zip(all, weights).filter { $0.0.labels[position] == label }.map(\.1).reduce(0, +) / sum
        #expect(abs(Double(probabilities[position * 3 + label]) - expected) < 1e-4)
      }
    }
    #expect(model.labels(sequence, allowed: allowed) == all.max { $0.score < $1.score }!.labels)
  }

  @Test func aSequenceOfOneAndOfNone() {
    let (model, one) = Self.sample(9, positions: 1)
    #expect(model.labels(one).count == 1)
    #expect(abs(model.probabilities(one).reduce(0, +) - 1) < 1e-4)
    #expect(model.labels(FeatureSequence()).isEmpty)
    #expect(model.probabilities(FeatureSequence()).isEmpty)
  }

  /// Sequences in which a 1 is followed by a 2, though the features of both are the same: only the chain can tell.
  private static func examples() -> [LinearChainTrainer.Example] {
    (0..<40).map { number in
      var sequence = FeatureSequence()
      var right: [UInt32] = []
      for position in 0..<8 {
        let isMarked = (position + number) % 4 < 2
        sequence.add(isMarked ? 17 : 23)
        sequence.endPosition()
        let label = isMarked ? (right.last == 0b010 ? 2 : 1) : 0
        // Now and then the right label is not known.
        right.append(position == number % 11 ? 0b111 : 1 << UInt32(label))
      }
      return LinearChainTrainer.Example(sequence, allowed: Array(repeating: 0b111, count: 8), right: right)
    }
  }

  private static let trainer = LinearChainTrainer(labelCount: 3, hashBits: 8, rounds: 20, rate: 0.2, dropout: 0)

  @Test func learnsWhatFollowsWhat() {
    let model = Self.trainer.train(Self.examples())
    var sequence = FeatureSequence()
    for isMarked in [false, true, true, false, false, true, true, false] {
      sequence.add(isMarked ? 17 : 23)
      sequence.endPosition()
    }
    #expect(model.labels(sequence) == [0, 1, 2, 0, 0, 1, 2, 0])
  }

  @Test func trainingIsTheSameEachTime() {
    var trainer = Self.trainer
    trainer.dropout = 0.5
    #expect(trainer.train(Self.examples()) == trainer.train(Self.examples()))
  }

  @Test func severalRunsAreAveraged() {
    var trainer = Self.trainer
    trainer.dropout = 0.5
    let once = trainer.train(Self.examples())
    trainer.runs = 12
    let often = trainer.train(Self.examples())
    #expect(often != once && often == trainer.train(Self.examples()))
    // The mean of many has smaller weights where only chance gave them: it cannot be a sum.
    let size = { (model: LinearChainModel) in model.emissions.reduce(0) { $0 + abs($1) } }
    #expect(size(often) < size(once) * 1.1)
  }

  @Test func comesBackFromItsBytes() throws {
    let (model, sequence) = Self.sample(4, positions: 6)
    let bytes = model.serialized()
    let back = try #require(bytes.withUnsafeBytes { LinearChainModel($0) })
    #expect(back.transitions == model.transitions)
    for (left, right) in zip(back.probabilities(sequence), model.probabilities(sequence)) {
      #expect(abs(left - right) < 0.05)
    }
    #expect(back.serialized() == bytes)
  }

  @Test func refusesOtherBytes() {
    let bytes = Self.sample(4, positions: 1).0.serialized()
    for wrong in [[], Array(bytes.dropLast()), bytes + [0], [0] + bytes.dropFirst(), Array(bytes.prefix(21))] {
      #expect(wrong.withUnsafeBytes { LinearChainModel($0) } == nil)
    }
  }
}
