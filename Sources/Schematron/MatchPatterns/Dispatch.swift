internal import XML
internal import XPath

/// Which rules may match a node, by its kind and name, so that a node is held against few of thousands.
struct Dispatch: Sendable {
  /// One alternative of one rule's context.
  struct Candidate: Sendable {
    var pattern: Int
    var rule: Int
    var match: MatchPattern
    /// The number of the context, for those that are evaluated as a whole.
    var selection: Int
    /// The name of an attribute without which an element does not match; -1 for none.
    var attribute: Int32 = -1
  }

  private var lists: [[Candidate]] = []
  /// The list of each name that a context asks for; names without one have that of their kind.
  private var elementLists: [Int32: Int] = [:]
  private var attributeLists: [Int32: Int] = [:]
  private var kindLists: [Int] = []
  private(set) var selectionCount = 0

  static let kinds: [XMLNodeTable.Kind] = [
    .document, .element, .attribute, .text, .comment, .processingInstruction,
  ]

  /// - Parameter contexts: The contexts in the order of patterns and rules.
  init(_ contexts: [(pattern: Int, rule: Int, matches: [MatchPattern])]) {
    var ofKind: [[Candidate]] = Array(repeating: [], count: Self.kinds.count)
    var ofElement: [Int32: [Candidate]] = [:]
    var ofAttribute: [Int32: [Candidate]] = [:]
    for (pattern, rule, matches) in contexts {
      for match in matches {
        var candidate = Candidate(pattern: pattern, rule: rule, match: match, selection: -1)
        guard case .steps(let steps) = match else {
          candidate.selection = selectionCount
          selectionCount += 1
          for kind in ofKind.indices { ofKind[kind].append(candidate) }
          continue
        }
        candidate.attribute = Self.neededAttribute(steps[0])
        switch (steps[0].test, steps[0].principal) {
        case (.name(.name(let name)), .element), (.element(.name(let name)), _):
          ofElement[name, default: []].append(candidate)
        case (.name(.name(let name)), .attribute): ofAttribute[name, default: []].append(candidate)
        default:
          for kind in Self.kinds where Self.mayBe(kind, steps[0]) { ofKind[Int(kind.rawValue)].append(candidate) }
        }
      }
    }
    for list in ofKind { kindLists.append(add(list)) }
    let elements = ofKind[Int(XMLNodeTable.Kind.element.rawValue)]
    for (name, list) in ofElement { elementLists[name] = add(list + elements) }
    let attributes = ofKind[Int(XMLNodeTable.Kind.attribute.rawValue)]
    for (name, list) in ofAttribute { attributeLists[name] = add(list + attributes) }
  }

  /// The attribute that a predicate of the step asks for, as in `*[@when]`.
  private static func neededAttribute(_ step: MatchStep) -> Int32 {
    for predicate in step.predicates {
      var expression = predicate.expression
      if case .and(let parts) = expression { expression = parts[0] }
      if case .path(.contextItem, let path) = expression, path.count == 1,
        case .axis(.attribute, .name(.name(let name)), _) = path[0]
      {
        return name
      }
    }
    return -1
  }

  private mutating func add(_ list: [Candidate]) -> Int {
    lists.append(list.sorted { ($0.pattern, $0.rule) < ($1.pattern, $1.rule) })
    return lists.count - 1
  }

  private static func mayBe(_ kind: XMLNodeTable.Kind, _ step: MatchStep) -> Bool {
    switch step.test {
    case .node:
      step.principal == .attribute ? kind == .attribute : kind != .attribute && kind != .document
    case .text: kind == .text
    case .comment: kind == .comment
    case .document: kind == .document
    case .processingInstruction: kind == .processingInstruction
    case .element: kind == .element
    case .attribute: kind == .attribute
    case .name: kind == step.principal
    }
  }

  /// The candidates for a node, in the order of patterns and rules.
  func candidates(_ kind: XMLNodeTable.Kind, name: Int32) -> [Candidate] {
    switch kind {
    case .element: lists[elementLists[name] ?? kindLists[Int(kind.rawValue)]]
    case .attribute: lists[attributeLists[name] ?? kindLists[Int(kind.rawValue)]]
    default: lists[kindLists[Int(kind.rawValue)]]
    }
  }

  /// Whether any rule may match a node of this kind.
  func mayMatch(_ kind: XMLNodeTable.Kind) -> Bool {
    if !lists[kindLists[Int(kind.rawValue)]].isEmpty { return true }
    switch kind {
    case .element: return !elementLists.isEmpty
    case .attribute: return !attributeLists.isEmpty
    default: return false
    }
  }
}
