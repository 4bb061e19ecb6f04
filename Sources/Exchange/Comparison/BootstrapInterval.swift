/// A confidence interval of the micro-averaged F1 by the bootstrap over documents (Efron and Tibshirani 1993, chapter 13:
/// percentiles): documents are drawn again and again, since annotations of one document are not independent.
public struct BootstrapInterval: Hashable, Sendable {
  public var low: Double
  public var high: Double

  /// How many samples are drawn.
  public static let samples = 1_000
  /// Fewer documents say nothing about others.
  public static let minimumDocuments = 5

  /// 95 %, between the 2.5th and the 97.5th percentile; nil for few documents, and for those without annotations.
  ///
  /// The same numbers are drawn each time.
  public init?(_ documents: [TypeScores], _ scheme: MatchScheme) {
    guard documents.count >= Self.minimumDocuments else { return nil }
    let counts = documents.map {
      (found: $0.found[scheme.rawValue], all: Double($0.reference + $0.response))
    }
    var state: UInt64 = 1
    var values: [Double] = []
    for _ in 0..<Self.samples {
      var (found, all) = (0.0, 0.0)
      for _ in counts.indices {
        let count = counts[Int(Self.next(&state) % UInt64(counts.count))]
        found += count.found
        all += count.all
      }
      if all > 0 { values.append(2 * found / all) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    low = values[Int(Double(values.count - 1) * 0.025)]
    high = values[Int((Double(values.count - 1) * 0.975).rounded(.up))]
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
