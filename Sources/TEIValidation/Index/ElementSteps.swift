internal import XML

/// Counts the elements of a document while its events go by, for the XPath of the innermost open one.
struct ElementSteps {
  private struct Step {
    var name: XMLNameID
    var prefix: String?
    /// How many siblings of its name there are up to it.
    var ordinal: Int
    /// Where the counts of its children begin.
    var firstCount: Int
  }

  private var steps: [Step] = []
  private var counts: [(name: XMLNameID, count: Int)] = []
  /// An element may have thousands of children each with a name of its own: such paths are not exact.
  private static let reach = 256

  var depth: Int { steps.count }

  mutating func enter(_ name: XMLNameID, prefix: String?) {
    let ordinal = count(name, from: steps.last?.firstCount ?? 0)
    steps.append(Step(name: name, prefix: prefix, ordinal: ordinal, firstCount: counts.count))
  }

  mutating func leave() {
    let step = steps.removeLast()
    counts.removeLast(counts.count - step.firstCount)
  }

  private mutating func count(_ name: XMLNameID, from first: Int) -> Int {
    var index = counts.count - 1
    while index >= max(first, counts.count - Self.reach) {
      if counts[index].name == name {
        counts[index].count += 1
        return counts[index].count
      }
      index -= 1
    }
    counts.append((name, 1))
    return 1
  }

  /// The path; nil for an element deeper than `ElementPaths.maximumDepth`.
  func path(_ names: XMLNameTable) -> String? {
    guard steps.count <= ElementPaths.maximumDepth else { return nil }
    var path = ""
    for (depth, step) in steps.enumerated() {
      path += "/" + (step.prefix.map { $0 + ":" } ?? "") + names.local(step.name)
      if depth > 0 { path += "[\(step.ordinal)]" }
    }
    return path
  }
}
