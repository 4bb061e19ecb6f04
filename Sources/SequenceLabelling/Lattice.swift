#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The forward and backward sums of one sequence, as logarithms.
struct Lattice {
  private let model: LinearChainModel
  private let scores: [Float]
  private var forward: [Float]
  private var backward: [Float]
  /// The logarithm of the sum over all labellings.
  private(set) var total: Float = 0

  /// - Parameter scores: Of each label at each position, at least one position.
  init(_ model: LinearChainModel, _ scores: [Float]) {
    self.model = model
    self.scores = scores
    forward = scores
    backward = scores
    let labels = model.labelCount
    let count = scores.count / labels
    var terms = [Float](repeating: 0, count: labels)
    for label in 0..<labels { forward[label] += model.starts[label] }
    for position in 1..<count {
      for label in 0..<labels {
        for before in 0..<labels {
          terms[before] = forward[(position - 1) * labels + before] + model.transitions[before * labels + label]
        }
        forward[position * labels + label] = Self.logSum(terms) + scores[position * labels + label]
      }
    }
    let last = (count - 1) * labels
    for label in 0..<labels { backward[last + label] = model.ends[label] }
    for position in (0..<(count - 1)).reversed() {
      for label in 0..<labels {
        for next in 0..<labels {
          let after = (position + 1) * labels + next
          terms[next] = model.transitions[label * labels + next] + scores[after] + backward[after]
        }
        backward[position * labels + label] = Self.logSum(terms)
      }
    }
    for label in 0..<labels { terms[label] = forward[last + label] + model.ends[label] }
    total = Self.logSum(terms)
  }

  private static func logSum(_ terms: [Float]) -> Float {
    var greatest = terms[0]
    for term in terms where term > greatest { greatest = term }
    var sum: Float = 0
    for term in terms { sum += exponential(term - greatest) }
    return sum == 1 ? greatest : greatest + logf(sum)
  }

  /// The exponential function; 0 below what a sum with 1 would notice, as where labels are ruled out.
  private static func exponential(_ exponent: Float) -> Float {
    exponent == 0 ? 1 : exponent < -88 ? 0 : expf(exponent)
  }

  /// The probability of each label at each position.
  func probabilities() -> [Float] { zip(forward, backward).map { Self.exponential($0 + $1 - total) } }

  /// The probability that a position has `label` and the one behind it `next`.
  func probability(at position: Int, _ label: Int, _ next: Int) -> Float {
    let after = (position + 1) * model.labelCount + next
    return Self.exponential(
      forward[position * model.labelCount + label] + model.transitions[label * model.labelCount + next] + scores[after]
        + backward[after] - total)
  }
}
