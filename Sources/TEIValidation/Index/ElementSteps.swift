internal import XML

/// Counts the elements of a document while its events go by, for the XPath of the innermost open one.
struct ElementSteps {
  private struct Step {
    var name: XMLNameID
    var prefix: String?
    /// How many siblings of its name there are up to it.
    var ordinal: Int32
    /// Where the counts of its children begin.
    var firstCount: Int
  }

  private var steps: [Step] = []
  private var counts = SiblingCounts()

  var depth: Int { steps.count }

  mutating func enter(_ name: XMLNameID, prefix: String?) {
    let ordinal = counts.count(name, from: steps.last?.firstCount ?? 0)
    steps.append(Step(name: name, prefix: prefix, ordinal: ordinal, firstCount: counts.end))
  }

  mutating func leave() {
    counts.close(to: steps.removeLast().firstCount)
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
