import ArticleModel

/// What a line was taken for and why: what `teikit annotate --explain` shows.
public struct LineExplanation: Hashable, Sendable {
  /// Counts from 1.
  public var number: Int
  public var label: LineLabel
  /// What decided, the strongest first.
  public var reasons: [Reason]

  /// Something that spoke for or against a label.
  public struct Reason: Hashable, Sendable, CustomStringConvertible {
    public var text: String
    /// For a heading where above 0, against where below, as a logarithm of the odds; nil for a rule.
    public var weight: Float?

    public init(_ text: String, weight: Float? = nil) {
      self.text = text
      self.weight = weight
    }

    public var description: String {
      guard let weight else { return text }
      return "\(text) \(weight < 0 ? "−" : "+")\(abs(weight).hundredths)"
    }
  }
}

extension LineLabel.Kind {
  /// The name of the kind as it is shown to people: `heading 2`, `furniture share`.
  public var name: String {
    switch self {
    case .blank: "blank"
    case .title: "title"
    case .byline: "by-line"
    case .dateline: "date line"
    case .heading(let level): "heading \(level)"
    case .paragraph: "paragraph"
    case .continuation: "continuation"
    case .item: "item"
    case .row: "row"
    case .delimiterRow: "delimiter row"
    case .caption: "caption"
    case .summary: "summary"
    case .figureCaption: "caption of a picture"
    case .credit: "credit of a picture"
    case .furniture(let kind): "furniture \(kind.rawValue)"
    case .mark: "mark"
    }
  }
}

extension Float {
  /// The number with two decimals; not below 0.
  package var hundredths: String {
    let hundredths = Int((self * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
