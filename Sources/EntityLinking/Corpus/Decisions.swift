public import ArticleModel

/// The rows of a decisions file: tab-separated decision, type, left, left name, right, right name; what stands behind
/// them is for the reader.
///
/// A first row that begins with `decision` is a header; empty lines and lines that begin with `#` are left out, and so
/// are rows without a decision, or with `?` for one: a list of proposals is a decisions file in which nothing is decided.
public struct Decisions: Sendable {
  public private(set) var rows: [Decision] = []
  /// What the file is called in diagnostics.
  public private(set) var file: String?
  private var blocked: [String: Set<String>] = [:]
  private var ignored: Set<String> = []
  private var ignoredEntries: Set<[String]> = []

  /// The columns of a decisions file and of proposals.
  public static let columns = [
    "decision", "type", "left", "left name", "right", "right name", "score", "reason", "mentions", "left context",
    "right context",
  ]

  public init(_ rows: [Decision] = []) { for row in rows { add(row) } }

  /// Reads a decisions file.
  ///
  /// - Returns: The rows that can be understood, and a diagnostic for each that cannot.
  public static func parse(
    _ text: SourceText, file: String
  ) -> (decisions: Decisions, diagnostics: [Diagnostic]) {
    var decisions = Decisions()
    decisions.file = file
    var diagnostics: [Diagnostic] = []
    var isFirst = true
    for (index, line) in text.string(SourceRange(0..<text.bytes.count)).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      let line = index == 0 && line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(trimmed)
      guard !line.hasPrefix("#"), fields.contains(where: { !$0.isEmpty }) else { continue }
      defer { isFirst = false }
      if isFirst, fields[0].lowercased() == "decision" { continue }
      if fields[0].isEmpty || fields[0] == "?" { continue }
      switch row(fields, index + 1) {
      case .success(let row): decisions.add(row)
      case .failure(let fault):
        diagnostics.append(
          Diagnostic(
            .error, code: fault.code, fault.message, file: file, position: SourcePosition(line: index + 1, column: 1)))
      }
    }
    return (decisions, diagnostics)
  }

  private struct Fault: Error {
    var code: String
    var message: String
  }

  private static func trimmed(_ field: Substring) -> String {
    var field = field
    while field.first == " " { field.removeFirst() }
    while field.last == " " { field.removeLast() }
    return String(field)
  }

  private static func row(_ fields: [String], _ line: Int) -> Result<Decision, Fault> {
    func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
    guard let verb = Decision.Verb(rawValue: fields[0].lowercased()) else {
      let verbs = Decision.Verb.allCases.map(\.rawValue).joined(separator: ", ")
      return .failure(
        Fault(
          code: "decision-verb", message: "decision \"\(fields[0])\" is not known; expected \(verbs), or ? for none"))
    }
    func missing(_ column: String, _ what: String) -> Result<Decision, Fault> {
      .failure(
        Fault(code: "decision-columns", message: "\"\(verb)\" has nothing in column \"\(column)\"; expected \(what)"))
    }
    let anIdentifier = "the identifier of an entity"
    switch verb {
    case .same, .different:
      if field(2).isEmpty { return missing("left", anIdentifier) }
      if field(4).isEmpty { return missing("right", anIdentifier) }
      if identifier(field(2)) == identifier(field(4)) {
        return .failure(
          Fault(
            code: "decision-itself",
            message: "left and right are both \"\(field(2))\"; expected the identifiers of two entities"))
      }
      return .success(Decision(verb, left: identifier(field(2)), right: identifier(field(4)), line: line))
    case .rename:
      if field(2).isEmpty { return missing("left", anIdentifier) }
      if field(5).isEmpty { return missing("right name", "its new name") }
      return .success(Decision(verb, left: identifier(field(2)), right: field(5), line: line))
    case .ignore:
      if field(2).isEmpty { return missing("left", "\(anIdentifier); to ignore words, use \"block\"") }
      return .success(Decision(verb, left: identifier(field(2)), line: line))
    case .block:
      if field(3).isEmpty { return missing("left name", "words that are no entity") }
      let type = field(1)
      guard type.isEmpty || type == "any" || types.contains(type) else {
        return .failure(
          Fault(
            code: "decision-type",
            message: "type \"\(type)\" is not known; expected any, \(types.sorted().joined(separator: ", "))"))
      }
      return .success(
        Decision(verb, type: type.isEmpty || type == "any" ? nil : type, left: field(3), line: line))
    }
  }

  private static let types = Set(MentionType.allCases.map(\.rawValue) + ["place"])

  /// An identifier without what `corpus.xml` puts before it.
  private static func identifier(_ text: String) -> String {
    text.hasPrefix("corpus.") ? String(text.dropFirst("corpus.".count)) : text
  }

  private mutating func add(_ row: Decision) {
    rows.append(row)
    if row.verb == .ignore {
      ignored.insert(row.left)
      ignoredEntries.insert(Self.folded(row.left))
    }
    if row.verb == .block { blocked[spaced(row.left), default: []].insert(row.type ?? "any") }
  }

  // MARK: Blocked words

  /// Whether any words are blocked.
  public var blocksAny: Bool { !blocked.isEmpty }

  /// Whether words are never to be marked as a type.
  public func blocks(_ words: String, as type: MentionType) -> Bool {
    guard let types = blocked[spaced(words)] else { return false }
    return types.contains("any") || types.contains(type.rawValue) || (type.isPlace && types.contains("place"))
  }

  private func spaced(_ words: String) -> String { words.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  // MARK: Ignored entities

  /// Whether an entity of an article is to be left out, by the identifier that it has in the archive or in its document.
  ///
  /// - Parameter document: The `xml:id` of the article.
  public func ignores(_ entity: Entity, in document: String) -> Bool {
    guard !ignored.isEmpty else { return false }
    let kind = EntityKind(entity.type)
    if let id = CorpusIdentifier.id(entity), ignored.contains(id) { return true }
    if entity.identifiers.contains(where: { ignored.contains(CorpusIdentifier.id(kind, $0)) }) { return true }
    return ignoredEntries.contains(Self.folded("\(document).\(kind.rawValue).\(entity.name)"))
  }

  /// An entry's identifier holds the name with hyphens for spaces, and folded both are the same.
  private static func folded(_ id: String) -> [String] { NameFolding.words(of: id) }
}
