/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): features in, labels out.
///
/// It knows nothing of lines or names. Labels are numbers from 0.
public struct LinearChainModel: Hashable, Sendable {
  public let labelCount: Int
  /// Features are taken modulo 2 to this power.
  public let hashBits: Int
  /// By feature, then label.
  var emissions: [Float]
  /// By label, then the label that follows.
  var transitions: [Float]
  /// By the label of the first and of the last position.
  var starts: [Float]
  var ends: [Float]

  /// A model that knows nothing: every weight is 0.
  init(labelCount: Int, hashBits: Int) {
    precondition((2...32).contains(labelCount) && (4...24).contains(hashBits))
    self.labelCount = labelCount
    self.hashBits = hashBits
    emissions = Array(repeating: 0, count: labelCount << hashBits)
    transitions = Array(repeating: 0, count: labelCount * labelCount)
    starts = Array(repeating: 0, count: labelCount)
    ends = starts
  }

  /// Where the weights of a feature begin.
  @inline(__always)
  func slot(_ feature: UInt32) -> Int { Int(feature & (1 << UInt32(hashBits) - 1)) * labelCount }

  /// What a feature counts for a label, as a logarithm.
  public func weight(of feature: UInt32, for label: Int) -> Float { emissions[slot(feature) + label] }

  /// The score of each label at each position from the features alone: by position, then label.
  ///
  /// - Parameter allowed: A bit a label for each position; a label without its bit is ruled out. Empty to allow all.
  func scores(_ sequence: FeatureSequence, allowed: [UInt32]) -> [Float] {
    precondition(allowed.isEmpty || allowed.count == sequence.count, "one set of labels a position")
    var scores = [Float](repeating: 0, count: sequence.count * labelCount)
    emissions.withUnsafeBufferPointer { emissions in
      for position in 0..<sequence.count {
        let base = position * labelCount
        for index in sequence.range(of: position) {
          let slot = slot(sequence.features[index])
          for label in 0..<labelCount { scores[base + label] += emissions[slot + label] }
        }
        guard !allowed.isEmpty else { continue }
        precondition(allowed[position] & (1 << UInt32(labelCount) - 1) != 0, "at least one label is allowed")
        for label in 0..<labelCount where allowed[position] & (1 << UInt32(label)) == 0 {
          scores[base + label] = Self.ruledOut
        }
      }
    }
    return scores
  }

  /// A score that no sum of weights makes up for; not infinite, so that differences stay numbers.
  static let ruledOut: Float = -1e4

  /// The probability of each label at each position, given the whole sequence: by position, then label.
  ///
  /// - Parameter allowed: The labels that may stand at each position, a bit each; empty to allow all.
  public func probabilities(_ sequence: FeatureSequence, allowed: [UInt32] = []) -> [Float] {
    guard sequence.count > 0 else { return [] }
    return Lattice(self, scores(sequence, allowed: allowed)).probabilities()
  }

  /// The labels that are the most probable together: Viterbi's algorithm.
  ///
  /// - Parameter allowed: The labels that may stand at each position, a bit each; empty to allow all.
  public func labels(_ sequence: FeatureSequence, allowed: [UInt32] = []) -> [Int] {
    guard sequence.count > 0 else { return [] }
    let scores = scores(sequence, allowed: allowed)
    var current = (0..<labelCount).map { starts[$0] + scores[$0] }
    var next = current
    var back = [Int](repeating: 0, count: scores.count)
    for position in 1..<sequence.count {
      for label in 0..<labelCount {
        var best = -Float.infinity
        for before in 0..<labelCount {
          let score = current[before] + transitions[before * labelCount + label]
          if score > best {
            best = score
            back[position * labelCount + label] = before
          }
        }
        next[label] = best + scores[position * labelCount + label]
      }
      swap(&current, &next)
    }
    var label = (0..<labelCount).max { current[$0] + ends[$0] < current[$1] + ends[$1] }!
    var labels = [Int](repeating: 0, count: sequence.count)
    for position in (0..<sequence.count).reversed() {
      labels[position] = label
      label = back[position * labelCount + label]
    }
    return labels
  }
}
