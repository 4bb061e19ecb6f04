import ArticleModel
import EmbeddedData
public import SequenceLabelling

/// Labels lines by rules where marks or phrases settle what they are, and tells headings from paragraphs among the rest
/// by a trained model.
public struct TrainedLineLabeller: LineLabeller {
  /// The labels of the model.
  public enum Label: Int, CaseIterable, Sendable {
    case paragraph, heading
    /// What the rules have settled: an item, a row, furniture, front matter.
    case settled

    var bit: UInt32 { 1 << UInt32(rawValue) }
  }

  /// The least probability of a heading. In cross-validation F1 is within a point of its best from 0.3 to 0.45, and ever more
  /// lines are right up to 0.5; a wrong heading takes a section apart, where a missed one only leaves it long.
  public static let threshold: Float = 0.4

  /// A text of more lines is no article, and the rules alone read it: the features of a line take half a kilobyte.
  public static let longestArticle = 50_000

  private let model: LinearChainModel

  public init(model: LinearChainModel) {
    precondition(model.labelCount == Label.allCases.count, "the model is one of something else")
    self.model = model
  }

  /// The labeller with the model that the program carries.
  public static let embedded: TrainedLineLabeller = {
    guard let model = LinearChainModel(embeddedMemory) else { preconditionFailure("the model is of another version") }
    return TrainedLineLabeller(model: model)
  }()

  /// That model as it was trained, for a digest.
  public static var embeddedBytes: [UInt8] { Array(embeddedMemory) }

  private static var embeddedMemory: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: teikit_structure_model_bytes(), count: teikit_structure_model_count())
  }

  public func labels(of lines: [SourceLine], in source: SourceText) -> [LineLabel] {
    guard lines.count <= Self.longestArticle else { return RuleLineLabeller().labels(of: lines, in: source) }
    return source.bytes.withUnsafeBufferPointer { bytes in
      let reading = RuleReading(lines, source, bytes)
      let allowed = reading.allowed()
      let probabilities = model.probabilities(reading.sequence(allowed), allowed: allowed)
      var labels = reading.settled
      for (place, index) in reading.visible.enumerated() where labels[index] == nil {
        let probability = probabilities[place * model.labelCount + Label.heading.rawValue]
        labels[index] =
          probability > Self.threshold
          ? LineLabel(.heading(level: 1), lines[index].text, certainty: probability)
          : LineLabel(.paragraph, lines[index].text, certainty: 1 - probability)
      }
      HeadingLevels(lines: lines, bytes: bytes).assign(&labels)
      return zip(lines, labels).map { line, label in label ?? LineLabel(.blank, line.text) }
    }
  }

  public func explanations(of lines: [SourceLine], in source: SourceText) -> [LineExplanation] {
    let labels = labels(of: lines, in: source)
    var explanations = RuleReasons.explanations(labels, lines, source)
    guard lines.count <= Self.longestArticle else { return explanations }
    source.bytes.withUnsafeBufferPointer { bytes in
      let reading = RuleReading(lines, source, bytes)
      let headings = HeadingLines(lines: lines, bytes: bytes)
      let evidence = HeadingEvidence(reading.features(), model)
      for (place, index) in reading.visible.enumerated() where reading.settled[index] == nil {
        let veto = headings.veto(index, reading.settled)
        explanations[index].reasons =
          veto.map { [LineExplanation.Reason("no heading: \($0.rawValue)")] } ?? evidence.reasons(place)
      }
    }
    return explanations
  }

  /// An example to train with.
  ///
  /// - Parameter isHeading: What each line is, by its index; nil where it is not known.
  public static func example(_ source: SourceText, isHeading: (Int) -> Bool?) -> LinearChainTrainer.Example {
    let lines = LineScan.lines(of: source)
    return source.bytes.withUnsafeBufferPointer { bytes in
      let reading = RuleReading(lines, source, bytes)
      let open = Label.paragraph.bit | Label.heading.bit
      let allowed = reading.allowed()
      let right = zip(reading.visible, allowed).map { index, allowed in
        guard allowed == open, let isHeading = isHeading(index) else { return allowed }
        return isHeading ? Label.heading.bit : Label.paragraph.bit
      }
      return LinearChainTrainer.Example(reading.sequence(allowed), allowed: allowed, right: right)
    }
  }
}

/// What the rules make of an article: what the model goes on from.
private struct RuleReading {
  /// The labels that are settled.
  let settled: [LineLabel?]
  /// The lines that are not blank.
  let visible: [Int]
  private let lines: [SourceLine]
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ lines: [SourceLine], _ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.lines = lines
    self.bytes = bytes
    settled = RuleLineLabeller.settled(lines, source, bytes)
    visible = lines.indices.filter { !lines[$0].isBlank }
  }

  /// The features of the lines of which more than one label is allowed; those of the others would change nothing.
  func sequence(_ allowed: [UInt32]) -> FeatureSequence {
    features().sequence { allowed[$0].nonzeroBitCount > 1 }
  }

  func features() -> LineFeatures {
    var ruled = settled
    HeadingLines(lines: lines, bytes: bytes).label(&ruled)
    return LineFeatures(lines, visible: visible, ruled: ruled, bytes: bytes)
  }

  /// The labels of the model that each visible line may have.
  func allowed() -> [UInt32] {
    let headings = HeadingLines(lines: lines, bytes: bytes)
    return visible.map { index in
      if settled[index] != nil { return TrainedLineLabeller.Label.settled.bit }
      let paragraph = TrainedLineLabeller.Label.paragraph.bit
      return headings.veto(index, settled) == nil ? paragraph | TrainedLineLabeller.Label.heading.bit : paragraph
    }
  }
}
