package import XML

/// The context of a rule, to be held against nodes: an XSLT pattern.
///
/// Steps are matched from the last one upwards, so that a node costs as much as its path, whatever stands beside it.
package enum MatchPattern: Sendable {
  /// The steps, the last one first.
  case steps([MatchStep])
  /// Any other expression: it matches what it selects from some node of the document.
  case selection(Expression)
}

package struct MatchStep: Sendable {
  /// Where the step before this one has to match.
  package enum Link: Sendable {
    /// Nowhere: the pattern is relative. But the node has a parent.
    case anywhere
    case parent
    case ancestor
    /// This is the document node.
    case document
  }

  package var test: NodeTest
  package var principal: XMLNodeTable.Kind
  package var predicates: [Predicate]
  var link: Link
  /// Tells steps apart, for what is kept of them.
  let identity = Identity()

  final class Identity: Sendable {}
}

extension MatchPattern {
  /// The patterns that a context consists of: `a | b` are two.
  package static func patterns(of expression: Expression) -> [MatchPattern] {
    if case .union(let parts) = expression { return parts.flatMap(patterns) }
    guard let paths = paths(expression) else { return [.selection(expression)] }
    let patterns = paths.compactMap(pattern)
    return patterns.count == paths.count ? patterns : [.selection(expression)]
  }

  private struct Path {
    var isAbsolute: Bool
    var steps: [PathStep]
  }

  /// An expression as plain paths, parentheses multiplied out; nil where it is something else.
  private static func paths(_ expression: Expression) -> [Path]? {
    switch expression {
    case .constant(_, let inner): return paths(inner)
    case .root: return [Path(isAbsolute: true, steps: [])]
    case .contextItem: return [Path(isAbsolute: false, steps: [])]
    case .union(let parts):
      var all: [Path] = []
      for part in parts {
        guard let found = paths(part), all.count + found.count <= 100 else { return nil }
        all += found
      }
      return all
    case .path(let start, let steps):
      return paths(start)?.map { Path(isAbsolute: $0.isAbsolute, steps: $0.steps + steps) }
    case .filter(let operand, let predicates):
      guard !predicates.contains(where: \.isPositional), let found = paths(operand) else { return nil }
      var all: [Path] = []
      for var path in found {
        guard case .axis(let axis, let test, let own)? = path.steps.popLast() else { return nil }
        path.steps.append(.axis(axis, test, own + predicates))
        all.append(path)
      }
      return all
    default: return nil
    }
  }

  private static func pattern(_ path: Path) -> MatchPattern? {
    guard !path.steps.isEmpty else {
      guard path.isAbsolute else { return nil }
      return .steps([MatchStep(test: .document, principal: .document, predicates: [], link: .document)])
    }
    var steps: [MatchStep] = []
    if path.isAbsolute {
      steps.append(MatchStep(test: .document, principal: .document, predicates: [], link: .document))
    }
    var skipsLevels = false
    for step in path.steps {
      guard case .axis(let axis, let test, let predicates) = step else { return nil }
      if axis == .descendantOrSelf, case .node = test, predicates.isEmpty {
        skipsLevels = true
        continue
      }
      guard axis == .child || axis == .attribute || axis == .descendant,
        axis != .descendant || !predicates.contains(where: \.isPositional)
      else { return nil }
      let link: MatchStep.Link =
        steps.isEmpty ? .anywhere : skipsLevels || axis == .descendant ? .ancestor : .parent
      steps.append(
        MatchStep(
          test: test, principal: axis == .attribute ? .attribute : .element, predicates: predicates, link: link))
      skipsLevels = false
    }
    return skipsLevels ? nil : .steps(steps.reversed())
  }
}

extension Evaluation {
  /// Whether a node matches the steps of a pattern.
  package func matches(_ node: Int32, _ steps: [MatchStep]) throws(EvaluationFault) -> Bool {
    // Where the steps after the last "//" matched; a higher place for them would leave fewer ancestors for the others, so
    // that the nearest one decides.
    var current = node
    var index = 0
    var retry: (node: Int32, index: Int)?
    while true {
      try spend()
      if try matches(current, steps[index]) {
        switch steps[index].link {
        case .anywhere, .document: return true
        case .parent:
          current = table.parents[Int(current)]
          index += 1
          if current >= 0 { continue }
        case .ancestor:
          current = table.parents[Int(current)]
          index += 1
          guard current >= 0 else { return false }
          retry = (current, index)
          continue
        }
      }
      // Try the part below the last "//" one level higher.
      guard let former = retry else { return false }
      let higher = table.parents[Int(former.node)]
      guard higher >= 0 else { return false }
      retry = (higher, former.index)
      current = higher
      index = former.index
    }
  }

  private func matches(_ node: Int32, _ step: MatchStep) throws(EvaluationFault) -> Bool {
    let kind = table.kinds[Int(node)]
    // On the axis of children there are neither attributes nor the document node.
    switch step.principal {
    case .attribute: guard kind == .attribute else { return false }
    case .document: return kind == .document
    default: guard kind != .attribute, kind != .document else { return false }
    }
    guard passes(node, step.test, principal: step.principal) else { return false }
    if step.predicates.contains(where: \.isPositional) { return try isAmongSiblings(node, step) }
    for predicate in step.predicates where try !boolean(predicate.expression, Focus(node: node)) { return false }
    return true
  }

  /// Evaluates a step with positions for all children of the parent at once, and keeps that for the next of them.
  private func isAmongSiblings(_ node: Int32, _ step: MatchStep) throws(EvaluationFault) -> Bool {
    let parent = table.parents[Int(node)]
    let key = ObjectIdentifier(step.identity)
    if let known = siblings[key], known.parent == parent { return known.nodes.contains(node) }
    var kept: [Int32] = []
    try collect(step.principal == .attribute ? .attribute : .child, from: parent, step.test, into: &kept)
    for predicate in step.predicates { kept = try filter(kept, predicate) }
    siblings[key] = (parent, Set(kept))
    return kept.contains(node)
  }
}
