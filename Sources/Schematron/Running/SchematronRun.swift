internal import ArticleModel
internal import XML
internal import XPath

/// One run of a schema on one document.
struct SchematronRun {
  /// What more is found in one document is not told.
  private static let maximumFindings = 10_000

  private let schema: CompiledSchema
  private let evaluation: Evaluation
  private let stepLimit: Int
  private var paths: XMLNodePaths
  private(set) var findings: [SchematronFinding] = []
  /// Steps taken by each rule's context and by each test so far; -1 once it is given up.
  private var contextSteps: [[Int]]
  private var checkSteps: [[[Int]]]
  /// The nodes that contexts select which are no patterns, by number.
  private var selections: [Set<Int32>?]
  /// The rules whose contexts failed on some node already.
  private var faultyContexts: Set<Int64> = []
  private var isGivenUp = false

  /// - Parameter table: The document, laid out with the names of the schema.
  init(_ schema: CompiledSchema, _ table: XMLNodeTable, clock: Int, stepLimit: Int) {
    self.schema = schema
    paths = XMLNodePaths(table)
    self.stepLimit = stepLimit
    evaluation = Evaluation(
      table, isXPath1: schema.language == .xpath1, lets: schema.lets, keys: schema.keys,
      constantCount: schema.constantCount, stepLimit: stepLimit, clock: clock)
    contextSteps = schema.patterns.map { Array(repeating: 0, count: $0.count) }
    checkSteps = schema.patterns.map { $0.map { Array(repeating: 0, count: $0.checks.count) } }
    selections = Array(repeating: nil, count: schema.dispatch.selectionCount)
  }

  /// Holds each node against the rules that may match it: of each pattern the first one that does fires.
  mutating func run() {
    let table = evaluation.table
    let mayMatch = Dispatch.kinds.map(schema.dispatch.mayMatch)
    // Most rules ask for attributes that most documents do not have.
    var hasAttribute = Array(repeating: false, count: table.names.names.count)
    for node in 0..<table.count where table.kinds[node] == .attribute {
      hasAttribute[Int(table.nodeNames[node])] = true
    }
    for node in 0..<Int32(table.count) {
      let kind = table.kinds[Int(node)]
      guard mayMatch[Int(kind.rawValue)] else { continue }
      var fired = -1
      for candidate in schema.dispatch.candidates(kind, name: table.nodeNames[Int(node)])
      where candidate.pattern != fired && (candidate.attribute < 0 || hasAttribute[Int(candidate.attribute)]) {
        guard matches(node, candidate) else { continue }
        fired = candidate.pattern
        fire(candidate.pattern, candidate.rule, on: node)
        if isGivenUp { return }
      }
      if isGivenUp { return }
    }
  }

  private mutating func matches(_ node: Int32, _ candidate: Dispatch.Candidate) -> Bool {
    let (pattern, rule) = (candidate.pattern, candidate.rule)
    guard contextSteps[pattern][rule] >= 0 else { return false }
    evaluation.ruleNode = node
    let before = evaluation.steps
    evaluation.stepLimit = min(stepLimit, before + stepLimit / 10 - contextSteps[pattern][rule])
    defer { if contextSteps[pattern][rule] >= 0 { contextSteps[pattern][rule] += evaluation.steps - before } }
    do throws(EvaluationFault) {
      switch candidate.match {
      case .steps(let steps): return try evaluation.matches(node, steps)
      case .selection(let expression): return try selected(expression, candidate.selection).contains(node)
      }
    } catch {
      // An error in a pattern means that it does not match (XSLT 3.0, section 5.5.4). It is said once.
      let key = Int64(pattern) << 32 | Int64(rule)
      if faultyContexts.insert(key).inserted || error.kind == .limit {
        note(error, "the context of a rule", schema.patterns[pattern][rule].checks.first?.identifier, at: node)
      }
      if error.kind == .limit {
        // Which of the later rules of the pattern fire would be a guess.
        for later in rule..<contextSteps[pattern].count { contextSteps[pattern][later] = -1 }
      }
      if case .selection = candidate.match { contextSteps[pattern][rule] = -1 }
      return false
    }
  }

  /// What an expression selects from any node of the document (XSLT 1.0, section 5.2), found once.
  private mutating func selected(_ expression: Expression, _ number: Int) throws(EvaluationFault) -> Set<Int32> {
    if let known = selections[number] { return known }
    var found: Set<Int32> = []
    for node in 0..<Int32(evaluation.table.count) where evaluation.table.kinds[Int(node)] != .attribute {
      found.formUnion(try evaluation.nodes(try evaluation.evaluate(expression, Focus(node: node))))
    }
    selections[number] = found
    return found
  }

  private mutating func fire(_ pattern: Int, _ number: Int, on node: Int32) {
    evaluation.ruleNode = node
    let rule = schema.patterns[pattern][number]
    for slot in rule.slots { evaluation.slots[slot] = .unknown }
    for (index, check) in rule.checks.enumerated() {
      let spent = checkSteps[pattern][number][index]
      guard spent >= 0 else { continue }
      let before = evaluation.steps
      evaluation.stepLimit = min(stepLimit, before + stepLimit / 10 - spent)
      do throws(EvaluationFault) {
        if try evaluation.boolean(check.test.expression, Focus(node: node)) == check.isReport { try add(check, node) }
        checkSteps[pattern][number][index] += evaluation.steps - before
      } catch {
        note(error, "a test", check.identifier, at: node)
        if error.kind == .limit { checkSteps[pattern][number][index] = -1 }
      }
      if isGivenUp { return }
    }
  }

  private mutating func add(_ check: Check, _ node: Int32) throws(EvaluationFault) {
    var subject = node
    if let expression = check.subject,
      case .node(let found)? = try evaluation.evaluate(expression, Focus(node: node)).first
    {
      subject = found
    }
    add(
      check.severity, code: check.isReport ? "schematron-report" : "schematron-assert",
      try text(check, on: node, subject: subject), check.identifier, at: subject)
  }

  private mutating func note(_ fault: EvaluationFault, _ what: String, _ identifier: String?, at node: Int32) {
    guard fault.kind == .limit else {
      return add(
        .warning, code: "schematron-evaluation", "\(what) cannot be evaluated here: \(fault.message)", identifier,
        at: node)
    }
    isGivenUp = isGivenUp || evaluation.steps >= stepLimit
    add(
      .error, code: "schematron-limit",
      isGivenUp
        ? "the schema takes more than \(stepLimit) steps on this document; the rest of it is not run"
        : "\(what) takes more than \(stepLimit / 10) steps on this document; the rest of it is not run", identifier,
      at: node)
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, code: String, _ message: String, _ identifier: String?, at node: Int32
  ) {
    guard findings.count < Self.maximumFindings else {
      if !isGivenUp {
        isGivenUp = true
        findings.append(
          SchematronFinding(
            severity: .error, code: "schematron-limit",
            message: "the rules find more than \(Self.maximumFindings) faults in the document; the others are not told",
            path: paths.path(of: node), position: evaluation.table.position(of: node)))
      }
      return
    }
    let suffix = identifier.map { " (\($0))" } ?? ""
    findings.append(
      SchematronFinding(
        severity: severity, code: code, message: Whitespace.collapsed(message) + suffix,
        path: paths.path(of: node), position: evaluation.table.position(of: node)))
  }

  /// The message of a check. Names are those of its subject, values are those on the rule's node.
  private func text(_ check: Check, on node: Int32, subject: Int32) throws(EvaluationFault) -> String {
    guard !check.message.isEmpty else { return "\(check.test.quoted) \(check.isReport ? "holds" : "does not hold")" }
    var text = ""
    for part in check.message.parts {
      switch part {
      case .text(let piece): text += piece
      case .name(nil): text += evaluation.table.qualifiedName(subject)
      case .name(let expression?):
        if let nodes = (try? evaluation.evaluate(expression, Focus(node: subject)))?.nodes {
          text += nodes.first.map { evaluation.table.qualifiedName($0) } ?? ""
        } else {
          text += try value(expression, subject)
        }
      case .value(let expression): text += try value(expression, node)
      }
    }
    return text
  }

  /// The value in a message: of XPath 1.0 the first node's, later of all, with spaces between.
  private func value(_ expression: Expression, _ node: Int32) throws(EvaluationFault) -> String {
    do throws(EvaluationFault) {
      let value = try evaluation.evaluate(expression, Focus(node: node))
      if evaluation.isXPath1 { return value.first.map(evaluation.string) ?? "" }
      return try evaluation.atomized(value).map(evaluation.string).joined(separator: " ")
    } catch {
      // A message without one of its values is better than none.
      if error.kind == .limit { throw error }
      return "…"
    }
  }
}
