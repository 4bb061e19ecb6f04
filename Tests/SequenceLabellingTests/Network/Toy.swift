@testable import SequenceLabelling

/// A task that a small network learns at once: marked words stand together in names, but where their place says no.
///
/// Of six words three are marked. Two are told by a feature; one has none that others lack, and is told by the word
/// itself. The first word of a name is labelled 1, those behind it 2.
enum Toy {
  static let rows = 32
  static let places = 3
  /// Where a token has it, the token is no name.
  static let denied: UInt16 = 2

  static var shape: NetworkShape {
    var shape = NetworkShape(labels: 3, rows: rows, places: places, forbidden: [0b100, 0, 0])
    (shape.width, shape.hidden, shape.hidden2) = (16, 32, 16)
    return shape
  }

  /// The words' own numbers; the last word has none, as it is in no vocabulary.
  static let keys: [UInt32] = [0xAB00_0001, 64, 128, 0x41, 7]
  static let features: [[UInt32]] = [[1, 5], [1, 6], [2, 5], [2, 6], [2, 7], [2, 5]]
  static let isMarked = [true, true, true, false, false, false]

  static func word(_ type: Int) -> UInt32 { type < keys.count ? keys[type] : 0 }

  static var types: [[Int32]] {
    features.enumerated().map { type, features in
      [type < keys.count ? Int32(rows + type) : -1] + features.map(Int32.init)
    }
  }

  static func example(_ words: [Int], denied places: Set<Int> = []) -> NetworkTrainer.Example {
    var example = NetworkTrainer.Example()
    for (position, word) in words.enumerated() {
      example.types.append(Int32(word))
      example.places.append(position == 0 ? 0 : 1)
      if places.contains(position) { example.places.append(denied) }
      example.starts.append(Int32(example.places.count))
    }
    example.right = labels(words, denied: places).map { 1 << UInt32($0) }
    return example
  }

  static func labels(_ words: [Int], denied places: Set<Int> = []) -> [Int] {
    var last = 0
    return words.enumerated().map { position, word in
      last = !isMarked[word] || places.contains(position) ? 0 : last == 0 ? 1 : 2
      return last
    }
  }

  static func sentence(_ random: inout SplitMix64) -> (words: [Int], denied: Set<Int>) {
    let count = Int.random(in: 1...9, using: &random)
    let words = (0..<count).map { _ in Int.random(in: 0..<features.count, using: &random) }
    return (words, Set((0..<count).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }))
  }

  static var settings: NetworkTrainer.Settings {
    var settings = NetworkTrainer.Settings()
    (settings.rounds, settings.batch, settings.rate) = (16, 8, 0.01)
    return settings
  }

  /// With these the trainer's network is the one that is written.
  static var withoutDropout: NetworkTrainer.Settings {
    var settings = settings
    (settings.featureDropout, settings.ownDropout, settings.vectorDropout) = (0, 0, 0)
    (settings.wordDropout, settings.layerDropout) = (0, 0)
    return settings
  }

  /// Before training. A word in two has a vector, too.
  static func trainer(_ settings: NetworkTrainer.Settings = settings) -> NetworkTrainer {
    NetworkTrainer(
      shape, types: types, vocabulary: [0, -1, 1, -1, 2], vectors: (0..<15).map { Float($0 % 4) / 4 }, vectorSize: 5,
      settings: settings)
  }

  static func trained(_ settings: NetworkTrainer.Settings = settings) -> NetworkTrainer {
    let trainer = trainer(settings)
    var random = SplitMix64(state: 11)
    let examples = (0..<300).map { _ in
      let (words, denied) = sentence(&random)
      return example(words, denied: denied)
    }
    trainer.train(examples) { _, _ in }
    return trainer
  }

  static let trainedBytes = trained().serialized(keys: keys)

  /// Sets up a run of words; nothing is scored yet.
  static func begin(_ pass: inout NetworkPass, _ network: TokenNetwork, _ example: NetworkTrainer.Example) {
    pass.begin(count: example.types.count)
    var projection = [Int16](repeating: 0, count: network.projectionSize)
    for (token, type) in example.types.enumerated() {
      features[Int(type)].withUnsafeBufferPointer { network.project($0, word: word(Int(type)), into: &projection) }
      pass.add(word: projection, at: token)
      for place in example.starts[token]..<example.starts[token + 1] {
        pass.add(place: example.places[Int(place)], at: token)
      }
    }
  }
}
