/// Krippendorff's alpha for unitizing, of two versions (Krippendorff, Mathet, Bouvry and Widlöcher 2016, "On the
/// reliability of unitizing textual continua: further developments", Quality & Quantity 50, section 3; also
/// Krippendorff 2019, Content Analysis, 4th edition, section 12.6).
///
/// A text is a continuum that each version divides into units with a type and gaps between them. What coincides is
/// lengths of units and gaps that stand over each other; what is expected comes from the lengths of all, without those of
/// a unit with itself; gaps are taken character by character. Texts stand one behind another. Lengths are Unicode code
/// points. Units do not overlap within a version: the caller leaves out inner ones.
public struct UnitizingAgreement: Hashable, Sendable {
  /// The length of the texts.
  private(set) var length = 0.0
  /// The length over which both versions say the same, and of each type in both; the gaps have an empty type.
  private var agreed = 0.0
  private var lengths: [String: Double] = [:]
  /// What a unit or a gap's character could be paired with itself.
  private var selfPairs = 0.0
  /// The same where all units are of one type.
  private var agreedOnUnits = 0.0

  /// Adds a text.
  ///
  /// - Parameters: Lengths in the text; annotations that do not overlap, in order, their ranges in code points.
  mutating func add(
    _ length: Int, _ left: [AnnotationMatching.Annotation], _ right: [AnnotationMatching.Annotation]
  ) {
    self.length += Double(length)
    var covered = (left: 0, right: 0, both: 0, same: 0)
    for unit in left { covered.left += unit.range.count }
    for unit in right { covered.right += unit.range.count }
    for unit in left + right {
      lengths[unit.type, default: 0] += Double(unit.range.count)
      selfPairs += Double(unit.range.count) * Double(unit.range.count)
    }
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (a, b) = (left[i].range, right[j].range)
      let overlap = max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
      covered.both += overlap
      if left[i].type == right[j].type { covered.same += overlap }
      if a.upperBound <= b.upperBound { i += 1 } else { j += 1 }
    }
    let gaps = 2 * length - covered.left - covered.right
    let sharedGaps = length - covered.left - covered.right + covered.both
    lengths["", default: 0] += Double(gaps)
    selfPairs += Double(gaps)
    agreed += Double(covered.same + sharedGaps)
    agreedOnUnits += Double(covered.both + sharedGaps)
  }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.length += right.length
    sum.agreed += right.agreed
    sum.agreedOnUnits += right.agreedOnUnits
    sum.selfPairs += right.selfPairs
    sum.lengths.merge(right.lengths, uniquingKeysWith: +)
    return sum
  }

  /// ᵤα: 1 where both versions are the same, 0 where they agree as by chance; nil where there are no units, or nothing
  /// else than units of one type.
  public var alpha: Double? {
    alpha(agreed, lengths.values.reduce(0) { $0 + $1 * $1 })
  }

  /// |ᵤα: the same where only boundaries count, and types do not.
  public var binaryAlpha: Double? {
    let gaps = lengths[""] ?? 0
    let units = 2 * length - gaps
    return alpha(agreedOnUnits, gaps * gaps + units * units)
  }

  /// One less observed by expected disagreement: `1 - Do / De` with coincidences of two versions, of which there are
  /// twice the length, brought to one denominator.
  private func alpha(_ agreed: Double, _ squares: Double) -> Double? {
    let total = 2 * length
    let expected = total * (total * total - squares)
    guard expected > 0 else { return nil }
    return 1 - (total - 2 * agreed) * (total * total - selfPairs) / expected
  }
}
