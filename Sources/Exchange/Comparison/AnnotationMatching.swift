/// Pairs the annotations of two versions of a text, each with one at most.
///
/// First those with the same span and type, then with the same span, then those that overlap: of one type before
/// others, and the longest overlaps first. Which version is which makes no difference.
struct AnnotationMatching {
  struct Annotation {
    var range: Range<Int>
    var type: String
  }

  struct Pair {
    var left: Int
    var right: Int
  }

  private(set) var pairs: [Pair] = []
  /// What is in one version only.
  private(set) var onlyLeft: [Int] = []
  private(set) var onlyRight: [Int] = []

  /// How many annotations that overlap one are looked at: elements may nest without end.
  private static let maximumCandidates = 64

  /// - Parameters: Both in the order of their beginnings.
  init(_ left: [Annotation], _ right: [Annotation]) {
    var takenLeft = [Bool](repeating: false, count: left.count)
    var takenRight = [Bool](repeating: false, count: right.count)
    func take(_ i: Int, _ j: Int) {
      takenLeft[i] = true
      takenRight[j] = true
      pairs.append(Pair(left: i, right: j))
    }
    struct Span: Hashable {
      var range: Range<Int>
      var type: String
    }
    for comparesType in [true, false] {
      func span(_ annotation: Annotation) -> Span {
        Span(range: annotation.range, type: comparesType ? annotation.type : "")
      }
      var places: [Span: [Int]] = [:]
      for j in right.indices.reversed() where !takenRight[j] { places[span(right[j]), default: []].append(j) }
      for i in left.indices where !takenLeft[i] {
        if let j = places[span(left[i])]?.popLast() { take(i, j) }
      }
    }
    let candidates = Self.overlaps(
      left, left.indices.filter { !takenLeft[$0] }, right, right.indices.filter { !takenRight[$0] })
    for candidate in candidates where !takenLeft[candidate.left] && !takenRight[candidate.right] {
      take(candidate.left, candidate.right)
    }
    pairs.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    onlyLeft = left.indices.filter { !takenLeft[$0] }
    onlyRight = right.indices.filter { !takenRight[$0] }
  }

  private struct Candidate {
    var left: Int
    var right: Int
    /// Less is better, field by field: of one type, how much overlaps, the length of both, where they begin, and which
    /// they are.
    var rank: (Int, Int, Int, Int, Int, Int)
  }

  private static func overlaps(
    _ left: [Annotation], _ lefts: [Int], _ right: [Annotation], _ rights: [Int]
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    var open: [Int] = []
    var next = 0
    for i in lefts {
      let range = left[i].range
      while next < rights.count, right[rights[next]].range.lowerBound < range.upperBound {
        open.append(rights[next])
        next += 1
      }
      open.removeAll { right[$0].range.upperBound <= range.lowerBound }
      for j in open.prefix(maximumCandidates) {
        let other = right[j].range
        let overlap = min(range.upperBound, other.upperBound) - max(range.lowerBound, other.lowerBound)
        guard overlap > 0 else { continue }
        let rank = (
          left[i].type == right[j].type ? 0 : 1, -overlap, range.count + other.count,
          range.lowerBound + other.lowerBound, i + j, i
        )
        candidates.append(Candidate(left: i, right: j, rank: rank))
      }
    }
    candidates.sort { $0.rank < $1.rank }
    return candidates
  }
}
