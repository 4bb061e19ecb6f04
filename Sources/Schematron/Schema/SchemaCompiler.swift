internal import ArticleModel
internal import XML
internal import XPath

/// Compiles the parts of a schema: expressions in their scopes, patterns of the active phase, messages.
struct SchemaCompiler {
  private let source: SchemaSource
  private var scope: StaticScope
  private var schema: CompiledSchema
  private var contexts: [(pattern: Int, rule: Int, matches: [MatchPattern])] = []
  /// The abstract rules of the whole schema.
  private var abstractRules: [String: SchemaElement] = [:]
  /// Those of the pattern that is being compiled, which come first.
  private var ownAbstractRules: [String: SchemaElement] = [:]
  /// The variables declared so far in the schema, phase, pattern or rule that is being compiled.
  private var declared: [String: String] = [:]

  /// Rules that thousands of others extend have as many tests.
  private static let maximumChecks = 200_000

  static func compile(
    _ source: SchemaSource, language: QueryLanguage, phase: String?
  ) throws(SchematronError) -> CompiledSchema {
    var compiler = SchemaCompiler(source: source, language: language)
    try compiler.compile(phase: phase)
    return compiler.schema
  }

  private init(source: SchemaSource, language: QueryLanguage) {
    self.source = source
    scope = StaticScope(language: language)
    schema = CompiledSchema(language: language)
  }

  private mutating func compile(phase: String?) throws(SchematronError) {
    for namespace in source.namespaces {
      guard let prefix = namespace["prefix"], let uri = namespace["uri"] else {
        throw namespace.error("\"ns\" without \"prefix\" or \"uri\"")
      }
      if let former = scope.namespaces[prefix], former != uri {
        throw namespace.error("prefix \"\(prefix)\" is declared twice, for \"\(former)\" and \"\(uri)\"")
      }
      scope.namespaces[prefix] = uri
    }
    for pattern in source.patterns {
      for rule in pattern.rules where rule["abstract"] == "true" {
        guard let identifier = rule["id"] else { throw rule.error("an abstract rule without \"id\"") }
        abstractRules[identifier] = rule
      }
    }
    for declaration in source.lets { try add(declaration, isOfRule: false) }
    for key in source.keys { try add(key: key) }
    let active = try activePatterns(phase)
    for pattern in source.patterns where active == nil || active?.contains(pattern.element["id"] ?? "") == true {
      try add(pattern)
    }
    schema.dispatch = Dispatch(contexts)
    schema.names = scope.names
    schema.constantCount = scope.constantCount
    schema.readsClock = scope.readsClock
    // Slots that expressions bind themselves have no declaration.
    schema.lets += Array(repeating: nil, count: scope.slotCount - schema.lets.count)
  }

  /// The identifiers of the active patterns; nil for all.
  private mutating func activePatterns(_ given: String?) throws(SchematronError) -> Set<String>? {
    let name = given == nil || given == "#DEFAULT" ? source.defaultPhase ?? "#ALL" : given ?? "#ALL"
    guard name != "#ALL" else { return nil }
    guard let phase = source.phases.first(where: { $0["id"] == name }) else {
      let known = source.phases.compactMap { $0["id"] }.map { "\"\($0)\"" }.joined(separator: ", ")
      throw SchematronError(
        "there is no phase \"\(name)\"; expected \(known.isEmpty ? "" : known + ", ")\"#ALL\" or \"#DEFAULT\"",
        file: source.root.document.name)
    }
    let known = Set(source.patterns.compactMap { $0.element["id"] })
    if phase["from"] != nil { notRun("\"from\" of phase \"\(name)\"", "phases are run on whole documents", phase) }
    var active: Set<String> = []
    declared = [:]
    for child in phase.children {
      switch child.name {
      case "active":
        guard let pattern = child["pattern"] else { throw child.error("\"active\" without \"pattern\"") }
        guard known.contains(pattern) else { throw child.error("there is no pattern \"\(pattern)\"") }
        active.insert(pattern)
      case "let": try add(child, isOfRule: false)
      case "p", "title": break
      default: throw child.error("\"\(child.name)\" not allowed in \"phase\"")
      }
    }
    return active
  }

  private mutating func add(_ pattern: SchemaSource.Pattern) throws(SchematronError) {
    let outer = scope.variables.count
    defer { scope.variables.removeSubrange(outer...) }
    declared = [:]
    for declaration in pattern.lets { try add(declaration, isOfRule: false) }
    ownAbstractRules = [:]
    for rule in pattern.element.children where rule.name == "rule" && rule["abstract"] == "true" {
      if let identifier = rule["id"], ownAbstractRules[identifier] == nil { ownAbstractRules[identifier] = rule }
    }
    var reason: String?
    if pattern.element["documents"] != nil { reason = "the pattern reads other documents" }
    var rules: [Rule] = []
    for element in pattern.rules where element["abstract"] != "true" {
      let expanded = try extended(element, depth: 0)
      if let reason {
        skip(expanded, reason)
        continue
      }
      if element["visit-each"] != nil {
        skip(expanded, "the rule visits items by \"visit-each\"")
        reason = "a rule before it in its pattern is not run"
        continue
      }
      guard let context = element["context"] else { throw element.error("a rule without \"context\"") }
      guard let expression = try expression(context, of: element, "rule with the context") else {
        // Which of the later rules of the pattern fire would be a guess.
        reason = "a rule before it in its pattern is not run"
        schema.skippedCheckCount += expanded.filter(Self.isCheck).count
        continue
      }
      contexts.append((schema.patterns.count, rules.count, MatchPattern.patterns(of: expression)))
      rules.append(try rule(element, expanded, pattern.element))
    }
    schema.patterns.append(rules)
  }

  private static func isCheck(_ element: SchemaElement) -> Bool { element.name == "assert" || element.name == "report" }

  private mutating func skip(_ children: [SchemaElement], _ reason: String) {
    for check in children where Self.isCheck(check) {
      schema.skippedCheckCount += 1
      notRun("test \(Casting.quoted(check["test"] ?? ""))", reason, check)
    }
  }

  private mutating func notRun(_ what: String, _ reason: String, _ element: SchemaElement) {
    schema.unsupported.append(
      Diagnostic(
        .warning, code: "schematron-not-run", "\(what) is not run: \(reason)",
        file: element.element.document.fileName(of: element.element), position: element.position))
  }

  /// The children of a rule, with those of the abstract rules that it extends in their places.
  private func extended(_ rule: SchemaElement, depth: Int) throws(SchematronError) -> [SchemaElement] {
    guard depth < 32 else { throw rule.error("abstract rules extend each other without end") }
    var children: [SchemaElement] = []
    for child in rule.children {
      guard child.name == "extends" else {
        children.append(child)
        continue
      }
      guard let name = child["rule"] else { throw child.error("\"extends\" without \"rule\" or \"href\"") }
      // Of two with one identifier, that of the own pattern is meant.
      guard let abstract = ownAbstractRules[name] ?? abstractRules[name] else {
        throw child.error("there is no abstract rule \"\(name)\"")
      }
      children += try extended(abstract, depth: depth + 1)
      guard children.count <= 10_000 else { throw rule.error("abstract rules grow without end") }
    }
    return children
  }

  private mutating func rule(
    _ element: SchemaElement, _ children: [SchemaElement], _ pattern: SchemaElement
  ) throws(SchematronError) -> Rule {
    let outer = scope.variables.count
    defer { scope.variables.removeSubrange(outer...) }
    let first = scope.slotCount
    declared = [:]
    var checks: [Check] = []
    for child in children {
      switch child.name {
      case "let": try add(child, isOfRule: true)
      case "assert", "report":
        if let check = try check(child, element, pattern) {
          checks.append(check)
          schema.checkCount += 1
          guard schema.checkCount <= Self.maximumChecks else {
            throw element.error("the schema has more than \(Self.maximumChecks) tests")
          }
        } else {
          schema.skippedCheckCount += 1
        }
      case "p", "title", "param", "key": break
      default: throw child.error("\"\(child.name)\" not allowed in \"rule\"")
      }
    }
    return Rule(checks: checks, slots: first..<scope.slotCount)
  }

  private mutating func check(
    _ element: SchemaElement, _ rule: SchemaElement, _ pattern: SchemaElement
  ) throws(SchematronError) -> Check? {
    guard let text = element["test"] else { throw element.error("\"\(element.name)\" without \"test\"") }
    guard let test = try expression(text, of: element, "test") else { return nil }
    var message = try message(element)
    for name in Whitespace.tokens(element["diagnostics"] ?? "") {
      guard let diagnostic = source.diagnostics[name] else {
        throw element.error("there is no diagnostic \"\(name)\"")
      }
      message.parts += [.text(" ")] + (try self.message(diagnostic)).parts
    }
    let subject = try (element["subject"] ?? rule["subject"]).flatMap { text throws(SchematronError) in
      try expression(text, of: element, "subject")
    }
    return Check(
      isReport: element.name == "report", test: Check.Test(expression: test, quoted: Casting.quoted(text)),
      message: message,
      severity: SeverityRole.severity([
        element["severity"], element["role"], element["flag"], rule["severity"], rule["role"], rule["flag"],
        pattern["role"],
      ]), identifier: element["id"] ?? rule["id"] ?? pattern["id"], subject: subject)
  }

  private mutating func message(_ element: SchemaElement) throws(SchematronError) -> Message {
    var parts: [Message.Part] = []
    for part in element.content {
      guard case .element(let child) = part else {
        if case .text(let text) = part { parts.append(.text(text)) }
        continue
      }
      switch child.name {
      case "value-of":
        guard let select = child["select"] else { throw child.error("\"value-of\" without \"select\"") }
        parts.append(try expression(select, of: child, "value").map { .value($0) } ?? .text("…"))
      case "name":
        guard let path = child["path"] else {
          parts.append(.name(nil))
          break
        }
        parts.append(try expression(path, of: child, "path").map { .name($0) } ?? .text("…"))
      // Emphasis, and markup of other languages.
      default: parts += try message(child).parts
      }
    }
    return Message(parts: parts)
  }

  /// A key of XSLT (XSLT 1.0, section 12.2).
  private mutating func add(key: SchemaElement) throws(SchematronError) {
    guard let name = key["name"], let match = key["match"], let use = key["use"] else {
      throw key.error("\"key\" without \"name\", \"match\" or \"use\"")
    }
    guard let pattern = try expression(match, of: key, "key with the match"),
      let value = try expression(use, of: key, "key with the use")
    else { return }
    schema.keys[name, default: []].append(NodeKey(matches: MatchPattern.patterns(of: pattern), use: value))
    scope.keys.insert(name)
  }

  /// Declares a variable for what follows it.
  private mutating func add(_ declaration: SchemaElement, isOfRule: Bool) throws(SchematronError) {
    guard let name = declaration["name"].map({ String(Whitespace.trimmed($0)) }), !name.isEmpty else {
      throw declaration.error("\"let\" without \"name\"")
    }
    let value = declaration["value"] ?? declaration.text
    if let former = declared[name] {
      // ISO/IEC 19757-3, section 5.4.5. Two that are the same do no harm: schemas are put together of parts.
      if former == value { return }
      throw declaration.error("variable \"\(name)\" is declared twice")
    }
    declared[name] = value
    var variable = StaticScope.Variable.notRun
    if let value = declaration["value"] {
      if let expression = try expression(value, of: declaration, "variable \"\(name)\" with the value") {
        variable = .slot(declare(expression, isOfRule: isOfRule))
      }
    } else if scope.language == .xpath1 || !declaration.hasElements {
      // A tree as a value is text in XPath 1.0; later, one without elements is.
      variable = .slot(declare(.literal(.untyped(declaration.text)), isOfRule: isOfRule))
    } else {
      notRun("variable \"\(name)\"", "its value is given as content", declaration)
    }
    scope.variables.append((name, variable))
  }

  private mutating func declare(_ expression: Expression, isOfRule: Bool) -> Int {
    let slot = scope.newSlot()
    schema.lets += Array(repeating: nil, count: slot - schema.lets.count)
    schema.lets.append(VariableDeclaration(expression: expression, isOfRule: isOfRule))
    return slot
  }

  /// Compiles an expression; nil, and noted as not run, where it is beyond what is supported.
  private mutating func expression(
    _ text: String, of element: SchemaElement, _ what: String
  ) throws(SchematronError) -> Expression? {
    scope.element = element.element
    do throws(ExpressionFault) {
      return try ExpressionParser.parse(text, in: &scope)
    } catch {
      guard error.kind == .syntax else {
        notRun("\(what) \(Casting.quoted(text))", error.message, element)
        return nil
      }
      let column = String(decoding: Array(text.utf8).prefix(error.offset), as: UTF8.self).count + 1
      throw element.error("\(what) \(Casting.quoted(text)): \(error.message), at character \(column)")
    }
  }
}
