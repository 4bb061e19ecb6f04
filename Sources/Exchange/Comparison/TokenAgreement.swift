/// How often two versions give a token the same label, `B-person`, `I-person` or `O`.
public struct TokenAgreement: Hashable, Sendable {
  struct Labels: Hashable, Sendable {
    var left: String
    var right: String
  }

  static let outside = "O"

  private(set) var counts: [Labels: Int] = [:]

  /// All tokens.
  public var tokens: Int { counts.values.reduce(0, +) }
  /// Tokens that one version annotates at least.
  public var annotatedTokens: Int { tokens - (counts[Labels(left: Self.outside, right: Self.outside)] ?? 0) }

  /// Adds the tokens of a text.
  ///
  /// - Parameters: Annotations that do not overlap, in order.
  mutating func add(
    _ tokens: [Range<Int>], _ left: [AnnotationMatching.Annotation], _ right: [AnnotationMatching.Annotation]
  ) {
    for (a, b) in zip(Self.labels(tokens, left), Self.labels(tokens, right)) {
      counts[Labels(left: a, right: b), default: 0] += 1
    }
  }

  private static func labels(_ tokens: [Range<Int>], _ annotations: [AnnotationMatching.Annotation]) -> [String] {
    var next = 0
    var open = -1
    return tokens.map { token in
      while next < annotations.count, annotations[next].range.upperBound <= token.lowerBound { next += 1 }
      guard next < annotations.count, annotations[next].range.overlaps(token) else { return outside }
      defer { open = next }
      return (open == next ? "I-" : "B-") + annotations[next].type
    }
  }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.counts.merge(right.counts, uniquingKeysWith: +)
    return sum
  }

  /// Cohen's kappa (Cohen 1960) over all tokens; nil where chance alone would agree always.
  public var kappa: Double? { kappa(of: counts) }

  /// The same without the tokens that both versions leave out, which make most of a text and agree by themselves.
  public var annotatedKappa: Double? {
    kappa(of: counts.filter { $0.key.left != Self.outside || $0.key.right != Self.outside })
  }

  private func kappa(of counts: [Labels: Int]) -> Double? {
    let total = Double(counts.values.reduce(0, +))
    guard total > 0 else { return nil }
    var left: [String: Int] = [:]
    var right: [String: Int] = [:]
    var agreed = 0
    for (labels, count) in counts {
      left[labels.left, default: 0] += count
      right[labels.right, default: 0] += count
      if labels.left == labels.right { agreed += count }
    }
    let products = left.reduce(0) { $0 + Double($1.value) * Double(right[$1.key] ?? 0) }
    let expected = products / (total * total)
    return expected < 1 ? (Double(agreed) / total - expected) / (1 - expected) : nil
  }
}
