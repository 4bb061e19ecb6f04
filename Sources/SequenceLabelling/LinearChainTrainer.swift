/// Trains a ``LinearChainModel``: maximum likelihood by AdaGrad (Duchi, Hazan and Singer 2011), with dropout of features
/// (Srivastava and others 2014) and a penalty on the squares of the weights. The same examples, in the same order, and
/// the same settings give the same model.
public struct LinearChainTrainer: Sendable {
  public var labelCount: Int
  public var hashBits: Int
  /// How often each example is seen.
  public var rounds: Int
  /// The length of the first step of a weight.
  public var rate: Float
  /// The penalty on the square of a weight, for each example that has the feature.
  public var penalty: Float
  /// The share of features that an example leaves out each time it is seen, 0 to below 1: what is learnt then rests on
  /// many features and not on the few words that a page happens to have.
  public var dropout: Float
  /// How many models are trained, each with chances of its own, and averaged: one alone owes a point of its figures to luck.
  public var runs: Int

  public init(
    labelCount: Int, hashBits: Int = 16, rounds: Int = 40, rate: Float = 0.03, penalty: Float = 0.001,
    dropout: Float = 0.5, runs: Int = 1
  ) {
    precondition((0..<1).contains(dropout) && rounds > 0 && rate > 0 && runs > 0)
    self.labelCount = labelCount
    self.hashBits = hashBits
    self.rounds = rounds
    self.rate = rate
    self.penalty = penalty
    self.dropout = dropout
    self.runs = runs
  }

  /// A sequence and what is right at each position.
  public struct Example: Sendable {
    public var sequence: FeatureSequence
    /// The labels that may stand at each position, a bit each, as they will be given to the model.
    public var allowed: [UInt32]
    /// Those of them that may be right: one bit where the label is known, all where nothing is.
    public var right: [UInt32]

    public init(_ sequence: FeatureSequence, allowed: [UInt32], right: [UInt32]) {
      self.sequence = sequence
      self.allowed = allowed
      self.right = right
    }
  }

  public func train(_ examples: [Example]) -> LinearChainModel {
    var sum = LinearChainModel(labelCount: labelCount, hashBits: hashBits)
    for run in 1...runs { sum.add(train(examples, seed: UInt64(run)), weight: 1 / Float(runs)) }
    return sum
  }

  private func train(_ examples: [Example], seed: UInt64) -> LinearChainModel {
    var model = LinearChainModel(labelCount: labelCount, hashBits: hashBits)
    var squares = LinearChainModel(labelCount: labelCount, hashBits: hashBits)
    var order = examples.indices.filter { examples[$0].sequence.count > 0 }
    var random = SplitMix64(state: seed)
    for _ in 0..<rounds {
      order.shuffle(using: &random)
      for index in order {
        let sequence = thinned(examples[index].sequence, &random)
        step(sequence, examples[index], &model, &squares)
      }
    }
    // All features count when the model is used: their sum has to be what it was in training.
    for index in model.emissions.indices { model.emissions[index] *= 1 - dropout }
    return model
  }

  private func thinned(_ sequence: FeatureSequence, _ random: inout SplitMix64) -> FeatureSequence {
    guard dropout > 0 else { return sequence }
    var thinned = FeatureSequence()
    for position in 0..<sequence.count {
      for index in sequence.range(of: position) where Float.random(in: 0..<1, using: &random) >= dropout {
        thinned.add(sequence.features[index])
      }
      thinned.endPosition()
    }
    return thinned
  }

  /// A step along the gradient of the likelihood of one example.
  private func step(
    _ sequence: FeatureSequence, _ example: Example, _ model: inout LinearChainModel,
    _ squares: inout LinearChainModel
  ) {
    let free = Lattice(model, model.scores(sequence, allowed: example.allowed))
    let bound = Lattice(model, model.scores(sequence, allowed: example.right))
    let gradients = zip(bound.probabilities(), free.probabilities()).map { $0 - $1 }
    for position in 0..<sequence.count {
      for index in sequence.range(of: position) {
        let slot = model.slot(sequence.features[index])
        for label in 0..<labelCount {
          move(
            &model.emissions[slot + label], &squares.emissions[slot + label], gradients[position * labelCount + label])
        }
      }
    }
    for label in 0..<labelCount {
      for next in 0..<labelCount {
        var gradient: Float = 0
        for position in 0..<(sequence.count - 1) {
          gradient += bound.probability(at: position, label, next) - free.probability(at: position, label, next)
        }
        let index = label * labelCount + next
        move(&model.transitions[index], &squares.transitions[index], gradient)
      }
      move(&model.starts[label], &squares.starts[label], gradients[label])
      move(&model.ends[label], &squares.ends[label], gradients[(sequence.count - 1) * labelCount + label])
    }
  }

  @inline(__always)
  private func move(_ weight: inout Float, _ square: inout Float, _ gradient: Float) {
    let slope = gradient - penalty * weight
    square += slope * slope
    if square > 0 { weight += rate * slope / square.squareRoot() }
  }
}

extension LinearChainModel {
  fileprivate mutating func add(_ other: LinearChainModel, weight: Float) {
    for index in emissions.indices { emissions[index] += weight * other.emissions[index] }
    for index in transitions.indices { transitions[index] += weight * other.transitions[index] }
    for label in starts.indices {
      starts[label] += weight * other.starts[label]
      ends[label] += weight * other.ends[label]
    }
  }
}
