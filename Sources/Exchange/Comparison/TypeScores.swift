/// How often annotations of one type were found, or of all types.
public struct TypeScores: Hashable, Sendable {
  /// Annotations of the first version, the reference.
  public var reference = 0
  /// Annotations of the second version.
  public var response = 0
  /// How many of the reference's were found, and how many of the response's are right, by scheme: halves where spans
  /// only overlap. The two differ within a type where types need not be the same.
  var found = SIMD4<Double>()
  var right = SIMD4<Double>()

  public func found(_ scheme: MatchScheme) -> Double { found[scheme.rawValue] }

  /// What is right of the response, between 0 and 1; nil where there is no response.
  public func precision(_ scheme: MatchScheme) -> Double? {
    response > 0 ? right[scheme.rawValue] / Double(response) : nil
  }

  /// What was found of the reference, between 0 and 1; nil where there is no reference.
  public func recall(_ scheme: MatchScheme) -> Double? {
    reference > 0 ? found[scheme.rawValue] / Double(reference) : nil
  }

  /// The harmonic mean of both; 0 where one version has no annotation, nil where neither has.
  public func f1(_ scheme: MatchScheme) -> Double? {
    guard reference + response > 0 else { return nil }
    guard let precision = precision(scheme), let recall = recall(scheme), precision + recall > 0 else { return 0 }
    return 2 * precision * recall / (precision + recall)
  }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.reference += right.reference
    sum.response += right.response
    sum.found += right.found
    sum.right += right.right
    return sum
  }
}

/// The means of types, each of which counts as much as any other.
public struct MacroScores: Hashable, Sendable {
  public var precision: Double?
  public var recall: Double?
  public var f1: Double?

  /// A type that one version lacks counts as 0, as in scikit-learn and seqeval; nil where there is no type.
  init(_ types: some Collection<TypeScores>, _ scheme: MatchScheme) {
    guard !types.isEmpty else { return }
    let count = Double(types.count)
    precision = types.reduce(0) { $0 + ($1.precision(scheme) ?? 0) } / count
    recall = types.reduce(0) { $0 + ($1.recall(scheme) ?? 0) } / count
    f1 = types.reduce(0) { $0 + ($1.f1(scheme) ?? 0) } / count
  }
}
