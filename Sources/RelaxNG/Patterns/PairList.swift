extension PatternStore {
  struct Pair: Hashable {
    /// The content of the element, or the value of the attribute.
    var content: PatternID
    /// What remains.
    var rest: PatternID
  }

  /// Pairs, each once, in the order in which they were found.
  struct PairList {
    private(set) var pairs: [Pair] = []
    /// Used once there are many.
    private var known: Set<Pair> = []
    private static let fewPairs = 8

    init() {}

    init(_ pair: Pair) { pairs = [pair] }

    mutating func append(_ pair: Pair) {
      if pairs.count < Self.fewPairs {
        if !pairs.contains(pair) { pairs.append(pair) }
        return
      }
      if known.isEmpty { known = Set(pairs) }
      if known.insert(pair).inserted { pairs.append(pair) }
    }

    mutating func append(_ others: PairList) {
      if pairs.isEmpty {
        self = others
      } else {
        for pair in others.pairs { append(pair) }
      }
    }
  }
}
