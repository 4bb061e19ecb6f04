import ArticleModel
import SequenceLabelling

/// What the trained model makes of a line: its hundred weights added up to what a reader can follow.
struct HeadingEvidence {
  /// What features are about.
  private enum Theme: Int, CaseIterable {
    case length, letterCase, beginning, ending, punctuation, place, page, rules, above, below, around, words

    /// By the kind of a feature, as ``LineFeatures`` numbers them.
    init(_ kind: UInt8) {
      self =
        switch kind {
        case 0, 1, 5: .length
        case 4, 7, 23: .letterCase
        case 2, 9: .beginning
        case 3, 6, 8, 10, 11: .ending
        case ..<30: .punctuation
        case 30...32: .place
        case ..<40: .page
        case ..<60: .rules
        case ..<80: .above
        case ..<100: .below
        case ..<110: .around
        default: .words
        }
    }
  }

  private let features: LineFeatures
  private let model: LinearChainModel

  init(_ features: LineFeatures, _ model: LinearChainModel) {
    self.features = features
    self.model = model
  }

  /// The themes that weigh most, for a heading or against it; at most four.
  ///
  /// - Parameter place: Counts the lines that are not blank.
  func reasons(_ place: Int) -> [LineExplanation.Reason] {
    var sums = Sums(model: model)
    features.add(place, to: &sums)
    return Theme.allCases.map { (theme: $0, weight: sums.weights[$0.rawValue]) }
      .filter { abs($0.weight) >= 0.05 }
      .sorted { abs($0.weight) > abs($1.weight) }
      .prefix(4)
      .map { LineExplanation.Reason(text(of: $0.theme, place), weight: $0.weight) }
  }

  /// Adds up what the features of each theme weigh.
  private struct Sums: LineFeatureAdder {
    let model: LinearChainModel
    var weights = [Float](repeating: 0, count: Theme.allCases.count)

    mutating func add(_ kind: UInt8, feature: UInt32) {
      let heading = model.weight(of: feature, for: TrainedLineLabeller.Label.heading.rawValue)
      let paragraph = model.weight(of: feature, for: TrainedLineLabeller.Label.paragraph.rawValue)
      weights[Theme(kind).rawValue] += heading - paragraph
    }
  }

  private func text(of theme: Theme, _ place: Int) -> String {
    let line = features.lines[place]
    switch theme {
    case .length: return "\(line.length) characters"
    case .letterCase: return Self.cases[Int(features.shapes[place].letterCase)]
    case .beginning: return "begins with \(Self.quoted(line.first))"
    case .ending: return line.endsSentence ? "ends with \(Self.quoted(line.lastMark))" : "ends without a full stop"
    case .punctuation: return "marks and figures"
    case .place: return "line \(place + 1) of \(features.lines.count)"
    case .page: return "likeness to the lines of the page"
    case .rules:
      let judgement = features.judgements[place]
      return judgement.kind == LineFeatures.Judgement.heading ? "a heading by the rules" : "no heading by the rules"
    case .above: return "above: \(neighbour(place - 1))"
    case .below: return "below: \(neighbour(place + 1))"
    case .around: return "lengths of the lines around"
    case .words: return "its words"
    }
  }

  private static let cases = [
    "small letters", "some capitals", "title case", "no long word", "capitals", "no letter", "one long word",
  ]

  private func neighbour(_ place: Int) -> String {
    guard features.lines.indices.contains(place) else { return "nothing" }
    let line = features.lines[place]
    return "\(line.length) characters\(line.endsSentence ? ", a sentence" : "")"
  }

  private static func quoted(_ character: UInt32) -> String {
    Unicode.Scalar(character).map { "“\($0)”" } ?? "nothing"
  }
}
