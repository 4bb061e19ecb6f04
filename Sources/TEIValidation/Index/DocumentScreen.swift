internal import ArticleModel
internal import XML

/// Looks through a document as its events go by, for what could break a rule, and keeps next to nothing.
///
/// Whatever breaks a rule is found here; ``IndexedDocument`` then looks at those elements alone, and the rules themselves
/// say what is wrong.
struct DocumentScreen {
  private let names: RuleNames
  private let file: String
  private var identifiers = IdentifierSet()
  /// Identifiers that pointers ask for and that have not come yet.
  private var awaited = IdentifierSet()
  /// The same for those with `%` escapes, either form of which will do.
  private var awaitedEscaped: [(written: UInt64, escaped: UInt64)] = []
  private var externals: [String: Set<ExternalIdentifier>] = [:]
  /// The prefixes of pointers, as written.
  private var prefixes: [[UInt8]] = []
  private var declared: Set<String> = []
  private var depth = 0
  private var tables = OpenTables<Void>(maximumUneven: 1)
  private var hasUnevenRows = false
  private var openInclusions: [(href: String?, depth: Int, hasFallback: Bool)] = []
  private var summary = DocumentSummary()
  /// How many identifiers are taken in.
  private let maximumIdentifiers: Int
  /// Whether there were more: then the screen has given up, and the document is to be looked through alone.
  private(set) var isOverfull = false

  init(_ names: RuleNames, file: String, maximumIdentifiers: Int = .max) {
    self.names = names
    self.file = file
    self.maximumIdentifiers = maximumIdentifiers
  }

  @inline(__always)
  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes) {
    guard !isOverfull else { return }
    depth += 1
    let role = names.element(name)
    if attributes.count == 0, role == .tei { return }
    if role.isTEI {
      take(attributes, role)
    } else {
      takeForeign(attributes, role)
    }
  }

  @inline(__always)
  mutating func endElement() {
    guard !isOverfull else { return }
    if !tables.isEmpty { endInTable() }
    if let last = openInclusions.last, last.depth == depth {
      openInclusions.removeLast()
      if !last.hasFallback, let href = last.href { summary.inclusions.append(href) }
    }
    depth -= 1
  }

  private mutating func endInTable() {
    guard let table = tables.end(depth: depth) else { return }
    if table.hasWrongSize { summary.suspects.hasElements = true }
    if !table.uneven.isEmpty { hasUnevenRows = true }
  }

  // MARK: Elements

  private mutating func take(_ attributes: XMLEventAttributes, _ role: RuleNames.ElementRole) {
    var spans = SpanEnds()
    var hasSpan = false
    var (rows, columns): (Int?, Int?)
    for index in 0..<attributes.count {
      let attribute = names.attribute(attributes.name(index))
      switch attribute {
      case .none, .unknown, .href: continue
      case .identifier:
        let value = attributes.bytes(index)
        enter(value)
        if !ElementSuspicion.isName(value) { summary.suspects.hasElements = true }
        if depth == 1, role == .root, FileIdentifierRule.expected(attributes.value(index), file: file) != nil {
          summary.suspects.hasElements = true
        }
      case .pointer: PointerScan.forEachNeed(of: attributes.bytes(index), names.hash) { self.take($0) }
      case .certainty:
        if !ElementSuspicion.isCertainty(attributes.bytes(index)) { summary.suspects.hasElements = true }
      case .from, .to, .notBefore, .notAfter:
        spans.take(attribute, index)
        hasSpan = true
      case .rows: rows = index
      case .columns: columns = index
      case .ident:
        if role == .prefixDefinition { declared.insert(attributes.value(index).lowercased()) }
        if role == .application, attributes.value(index) == "teikit" { summary.suspects.isOurs = true }
      }
    }
    if hasSpan, spans.areReversed(attributes) { summary.suspects.hasElements = true }
    switch role {
    case .table:
      tables.startTable(depth: depth, rows: rows.map(attributes.value), columns: columns.map(attributes.value))
    case .row: tables.startRow((), depth: depth, rows: rows.map(attributes.value))
    case .cell:
      tables.startCell(depth: depth, rows: rows.map(attributes.value), columns: columns.map(attributes.value))
    default: break
    }
  }

  private mutating func takeForeign(_ attributes: XMLEventAttributes, _ role: RuleNames.ElementRole) {
    if let last = openInclusions.indices.last, openInclusions[last].depth == depth - 1, role == .fallback {
      openInclusions[last].hasFallback = true
    }
    if role == .include {
      if depth == 2 { summary.hasInclusions = true }
      let href = (0..<attributes.count).first { names.attribute(attributes.name($0)) == .href }
      openInclusions.append((href.map(attributes.value), depth, false))
    }
    for index in 0..<attributes.count where names.attribute(attributes.name(index)) == .identifier {
      enter(attributes.bytes(index))
    }
  }

  private mutating func enter(_ identifier: UnsafeBufferPointer<UInt8>) {
    let hash = names.hash.of(identifier)
    if !identifiers.insert(hash) { summary.suspects.duplicates.insert(hash) }
    if maximumIdentifiers < .max, identifiers.count > maximumIdentifiers { giveUp() }
  }

  private mutating func giveUp() {
    isOverfull = true
    identifiers = IdentifierSet()
    awaited = IdentifierSet()
    tables.removeAll()
    openInclusions = []
  }

  // MARK: Pointers

  private mutating func take(_ need: PointerNeed) {
    switch need {
    case .local(let identifier, let escaped):
      if identifiers.contains(identifier) { return }
      if let escaped { awaitedEscaped.append((identifier, escaped)) } else { _ = awaited.insert(identifier) }
    case .file(let path, let identifier, let escaped):
      let asked = identifier.map { ExternalIdentifier(identifier: $0, escaped: escaped) }
      if let asked { externals[path, default: []].insert(asked) } else { externals[path, default: []].formUnion([]) }
    case .prefix(let prefix):
      // There are hardly ever more than two or three.
      guard prefixes.count < 1000, !prefixes.contains(where: { $0.elementsEqual(prefix) }) else { return }
      prefixes.append(Array(prefix))
    }
  }

  // MARK: The end

  /// What is to be kept of the document.
  mutating func finish() -> DocumentSummary {
    if summary.suspects.isOurs, hasUnevenRows { summary.suspects.hasElements = true }
    awaited.forEach { if !identifiers.contains($0) { summary.suspects.pointers.insert($0) } }
    awaited = IdentifierSet()
    for (written, escaped) in awaitedEscaped where !identifiers.contains(written) && !identifiers.contains(escaped) {
      summary.suspects.pointers.formUnion([written, escaped])
    }
    for prefix in Set(prefixes.map { String(decoding: $0, as: UTF8.self).lowercased() })
    where !URIScheme.known.contains(prefix) && !declared.contains(prefix) {
      summary.suspects.prefixes.insert(prefix)
    }
    summary.files = externals.mapValues { Array($0) }
    summary.identifiers = identifiers.takeSorted()
    return summary
  }
}
