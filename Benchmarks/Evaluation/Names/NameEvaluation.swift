/// Scores of names over texts: exact spans and types, and the same with boundaries normalised.
struct NameEvaluation {
  private(set) var byType: [NameType: Score] = [:]
  private(set) var total = Score()
  /// With boundaries brought to our encoding on both sides: what no difference of conventions explains.
  private(set) var normalized = Score()

  mutating func add(_ found: Set<NameSpan>, in document: NameDocument) {
    for type in NameType.allCases {
      let score = Score(
        found.filter { $0.type == type }, against: document.names.filter { $0.type == type })
      byType[type, default: Score()] += score
      total += score
    }
    normalized += Score(
      Set(found.map { NameBoundary.normalized($0, in: document) }),
      against: Set(document.names.map { NameBoundary.normalized($0, in: document) }))
  }

  static func += (left: inout NameEvaluation, right: NameEvaluation) {
    left.byType.merge(right.byType) { left, right in
      var sum = left
      sum += right
      return sum
    }
    left.total += right.total
    left.normalized += right.normalized
  }
}

extension Score {
  init(_ found: Set<NameSpan>, against expected: Set<NameSpan>) {
    self.init(right: found.intersection(expected).count, found: found.count, expected: expected.count)
  }
}
