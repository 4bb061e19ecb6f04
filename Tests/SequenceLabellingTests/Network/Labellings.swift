@testable import SequenceLabelling

/// Every labelling of a short chain, counted one by one: what the quick ways are held against.
struct Labellings {
  private let labels: Int
  private let positions: Int
  private let all: [(labels: [Int], weight: Double)]

  /// - Parameters:
  ///   - right: the labels allowed at each position, a bit each.
  ///   - forbidden: of each label those that may not follow. Label 0 stands to either side.
  init(_ labels: Int, _ scores: [Float], _ transitions: [Float], right: [UInt32]? = nil, forbidden: [UInt32]) {
    self.labels = labels
    positions = scores.count / labels
    var open: [(labels: [Int], score: Double)] = [([], 0)]
    func mayFollow(_ before: Int, _ label: Int) -> Bool { forbidden[before] & (1 << UInt32(label)) == 0 }
    for position in 0..<positions {
      open = open.flatMap { labelling in
        let before = labelling.labels.last ?? 0
        return (0..<labels).filter {
          mayFollow(before, $0) && (right.map { $0[position] } ?? .max) & (1 << UInt32($0)) != 0
        }
        .map { label in
          let step = Double(transitions[before * labels + label]) + Double(scores[position * labels + label])
          return (labelling.labels + [label], labelling.score + step)
        }
      }
    }
    all = open.filter { mayFollow($0.labels.last!, 0) }
      .map { ($0.labels, Double.exp($0.score + Double(transitions[$0.labels.last! * labels]))) }
  }

  var isEmpty: Bool { all.isEmpty }
  /// The sum over all, each as e to its score.
  var total: Double { all.map(\.weight).reduce(0, +) }
  var best: [Int] { all.max { $0.weight < $1.weight }!.labels }

  func probability(of label: Int, at position: Int) -> Double {
    all.filter { $0.labels[position] == label }.map(\.weight).reduce(0, +) / total
  }

  /// How often one label is expected to follow another.
  func pairs(_ first: Int, _ second: Int) -> Double {
    all.map { labelling in
      Double(zip(labelling.labels, labelling.labels.dropFirst()).count { $0 == first && $1 == second })
        * labelling.weight
    }.reduce(0, +) / total
  }
}

extension Double {
  /// e to a power, by its series: exact enough here, and without a library.
  static func exp(_ power: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for step in 1...200 {
      term *= abs(power) / Double(step)
      sum += term
    }
    return power < 0 ? 1 / sum : sum
  }
}
