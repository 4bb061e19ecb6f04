import StructureReading
import TEIKit

/// Compares the levels of headings with those of real pages, neighbour by neighbour: which is deeper, if either.
///
/// The levels of a page are those of its HTML, which begin anywhere and leave levels out; only what each says of the next
/// can be right or wrong. All headings of one level would be right on four pairs in five.
struct HeadingLevelEvaluation {
  /// Pairs of neighbours whose relation is right, and all; and how many would be right with all headings of one level.
  private(set) var right = 0
  private(set) var flat = 0
  private(set) var pairs = 0

  var share: Double { pairs == 0 ? 0 : Double(right) / Double(pairs) }
  var flatShare: Double { pairs == 0 ? 0 : Double(flat) / Double(pairs) }

  /// Adds a page: its labels are in order, and `level` is what they say. Titles are left out, since all else is below
  /// them, and so is what was not found to be a heading.
  mutating func add(_ labels: [LineLabel], expected: [(line: Int, level: Int)]) {
    var before: (found: Int, expected: Int)?
    for (line, level) in expected where line <= labels.count {
      guard case .heading(let found) = labels[line - 1].kind else { continue }
      if let before {
        let relation = (level - before.expected).signum()
        pairs += 1
        if (found - before.found).signum() == relation { right += 1 }
        if relation == 0 { flat += 1 }
      }
      before = (found, level)
    }
  }
}
