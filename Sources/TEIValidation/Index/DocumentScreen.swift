internal import ArticleModel
internal import RelaxNG
internal import XML

/// Looks through a document as its events go by, for what could break a rule, and keeps next to nothing.
///
/// Whatever breaks a rule is found here; ``IndexedDocument`` then looks at those elements alone, and the rules themselves
/// say what is wrong.
struct DocumentScreen {
  private let names: RuleNames
  private let file: String
  let identifiers: DocumentIdentifiers
  /// Identifiers that pointers ask for and that have not come yet.
  private var awaited = FingerprintSet()
  /// The same for those with `%` escapes, either form of which will do.
  private var awaitedEscaped: [(written: UInt64, escaped: UInt64)] = []
  private var externals: [String: Set<ExternalIdentifier>] = [:]
  /// The prefixes of pointers, as written, that are not declared up to there, and pointers with them.
  private var prefixes: [(written: [UInt8], isScheme: Bool)] = []
  private var prefixedEarly: Set<String> = []
  private var resolver = PrefixResolver()
  /// Pointers with declared prefixes that were looked at.
  private var resolved = FingerprintSet()
  /// The languages that are used.
  private var languages: [[UInt8]] = []
  private var depth = 0
  private var tables = OpenTables<Void>(maximumUneven: 1)
  private var hasUnevenRows = false
  /// Whether the identifier of the root is not the stem of the file's name.
  private var hasOtherStem = false
  private var numbers = OpenNumbers<Void>()
  private var openInclusions: [(reference: InclusionReference?, depth: Int)] = []
  private var summary = DocumentSummary()
  private let isIdle: Bool
  /// A file of nothing but different prefixes or languages is no reason to remember them all.
  private static let maximumNames = 1000

  init(_ names: RuleNames, file: String) {
    self.names = names
    self.file = file
    let hash = names.hash
    identifiers = DocumentIdentifiers { hash.of($0) }
    isIdle = names.selection.isEmpty
  }

  @inline(__always)
  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes) {
    depth += 1
    if isIdle { return noteInclusion(name) }
    let role = names.element(name)
    if !numbers.isEmpty { numbers.takeElement() }
    if attributes.count == 0, role == .tei { return }
    identifiers.startElement()
    if role.isTEI {
      take(attributes, role)
    } else {
      takeForeign(attributes, role)
    }
  }

  @inline(__always)
  mutating func endElement() {
    defer { depth -= 1 }
    if isIdle { return }
    if !tables.isEmpty { endInTable() }
    if !numbers.isEmpty, numbers.end(depth: depth) != nil { summary.suspects.hasElements = true }
    if let last = openInclusions.last, last.depth == depth {
      openInclusions.removeLast()
      if let reference = last.reference { summary.inclusions.append(reference) }
    }
  }

  /// Whether text matters where the document is.
  @inline(__always) var wantsText: Bool { !numbers.isEmpty }

  mutating func characters(_ text: Span<UInt8>) { numbers.take(text) }

  /// Without rules nothing matters but whether files are taken in.
  private mutating func noteInclusion(_ name: XMLNameID) {
    if names.element(name) == .include { summary.hasInclusions = true }
  }

  private mutating func endInTable() {
    guard let table = tables.end(depth: depth) else { return }
    if table.hasWrongSize || table.hasWrongSpans { summary.suspects.hasElements = true }
    if !table.uneven.isEmpty { hasUnevenRows = true }
  }

  // MARK: Elements

  private mutating func take(_ attributes: XMLEventAttributes, _ role: RuleNames.ElementRole) {
    var dates = DateAttributes()
    var (rows, columns): (Int?, Int?)
    for index in 0..<attributes.count {
      let attribute = names.attribute(attributes.name(index))
      switch attribute {
      case .none, .unknown: continue
      case .identifier: takeIdentifier(attributes, index, role)
      case .pointer:
        let value = attributes.bytes(index)
        PointerScan.forEachNeed(of: value, names.hash) { self.take($0) }
        if ElementSuspicion.isBlank(value) { suspect("pointer-empty") }
      case .certainty: if !ElementSuspicion.isCertainty(attributes.bytes(index)) { suspect("cert-range") }
      case .language: takeLanguage(attributes.bytes(index))
      case .rows: rows = index
      case .columns: columns = index
      case .ident where role.isDeclaration: takeIdent(attributes.value(index), attributes, role)
      default: if attribute.isDate { dates.take(attribute, index) }
      }
    }
    if dates.areSuspect(attributes) { summary.suspects.hasElements = true }
    switch role {
    case .table:
      tables.startTable(depth: depth, rows: rows.map(attributes.value), columns: columns.map(attributes.value))
    case .row: tables.startRow((), depth: depth, rows: rows.map(attributes.value))
    case .cell:
      tables.startCell(depth: depth, rows: rows.map(attributes.value), columns: columns.map(attributes.value))
    case .idno: numbers.start((), depth: depth)
    default: break
    }
  }

  private mutating func suspect(_ code: String) {
    if names.selection.contains(code) { summary.suspects.hasElements = true }
  }

  private mutating func takeIdentifier(_ attributes: XMLEventAttributes, _ index: Int, _ role: RuleNames.ElementRole) {
    let value = attributes.bytes(index)
    enter(value)
    if !ElementSuspicion.isName(value) { suspect("id-name") }
    if depth == 1, role == .root, FileIdentifierRule.expected(attributes.value(index), file: file) != nil {
      hasOtherStem = true
    }
  }

  private mutating func takeLanguage(_ tag: UnsafeBufferPointer<UInt8>) {
    // There are hardly ever more than two or three.
    guard languages.count < Self.maximumNames, !languages.contains(where: { $0.elementsEqual(tag) }) else { return }
    languages.append(Array(tag))
  }

  private mutating func takeIdent(_ ident: String, _ attributes: XMLEventAttributes, _ role: RuleNames.ElementRole) {
    switch role {
    case .prefixDefinition:
      let definition = PrefixDefinition(ident, attributes, names)
      resolver.add(definition, names.patterns)
      if names.patterns[definition].fault != nil { suspect("prefix-pattern") }
    case .language:
      if summary.languages.count < Self.maximumNames { summary.languages.insert(ident.lowercased()) }
      if !LanguageTag.isWellFormed(ident) { suspect("language-tag") }
    case .application: if ident == "teikit" { summary.suspects.isOurs = true }
    default: break
    }
  }

  private mutating func takeForeign(_ attributes: XMLEventAttributes, _ role: RuleNames.ElementRole) {
    if let last = openInclusions.indices.last, openInclusions[last].depth == depth - 1, role == .fallback {
      openInclusions[last].reference?.hasFallback = true
    }
    if role == .include {
      summary.hasInclusions = true
      openInclusions.append((InclusionReference(attributes, names), depth))
    }
    for index in 0..<attributes.count where names.attribute(attributes.name(index)) == .identifier {
      enter(attributes.bytes(index))
    }
  }

  private mutating func enter(_ identifier: UnsafeBufferPointer<UInt8>) {
    if !identifiers.enter(identifier) { summary.suspects.duplicates.insert(names.hash.of(identifier)) }
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
    case .prefixed(let token, let count): takePrefixed(token, prefix: UnsafeBufferPointer(rebasing: token[..<count]))
    }
  }

  private mutating func takePrefixed(_ token: UnsafeBufferPointer<UInt8>, prefix: UnsafeBufferPointer<UInt8>) {
    if !resolver.isEmpty {
      let hash = names.hash.of(token)
      if resolved.contains(hash) { return }
      if resolver.declares(String(decoding: prefix, as: UTF8.self)) {
        _ = resolved.insert(hash)
        return resolve(String(decoding: token, as: UTF8.self))
      }
    }
    // There are hardly ever more than two or three.
    if let known = prefixes.first(where: { $0.written.elementsEqual(prefix) }) {
      if known.isScheme { return }
    } else if prefixes.count < Self.maximumNames {
      let isScheme = URIScheme.known.contains(String(decoding: prefix, as: UTF8.self).lowercased())
      prefixes.append((Array(prefix), isScheme))
      if isScheme { return }
    }
    // Prefixes are declared before the text; what comes before that is looked at in the end.
    if prefixedEarly.count < Self.maximumNames { prefixedEarly.insert(String(decoding: token, as: UTF8.self)) }
  }

  /// Looks at a pointer whose prefix is declared.
  private mutating func resolve(_ token: String) {
    switch resolver.meaning(of: token) {
    case .undeclared, .unknown: break
    case .unmatched: suspect("prefix-unmatched")
    case .pointer(let meant): PointerScan.needs(of: Pointer(meant), names.hash) { take($0) }
    }
  }

  // MARK: The end

  /// What is to be kept of the document.
  mutating func finish() -> DocumentSummary {
    if summary.suspects.isOurs, hasUnevenRows { summary.suspects.hasElements = true }
    if summary.suspects.isOurs, hasOtherStem { suspect("id-file") }
    if !resolver.isEmpty { for token in prefixedEarly { resolve(token) } }
    awaited.forEach { if !identifiers.contains($0) { summary.suspects.pointers.insert($0) } }
    awaited = FingerprintSet()
    for (written, escaped) in awaitedEscaped where !identifiers.contains(written) && !identifiers.contains(escaped) {
      summary.suspects.pointers.formUnion([written, escaped])
    }
    for (written, isScheme) in prefixes where !isScheme {
      let prefix = String(decoding: written, as: UTF8.self).lowercased()
      if !resolver.declares(prefix) { summary.suspects.prefixes.insert(prefix) }
    }
    for tag in Set(languages.map { String(decoding: $0, as: UTF8.self) }) {
      if !tag.isEmpty, !LanguageTag.isWellFormed(tag) { suspect("language-tag") }
      if (1..<Self.maximumNames).contains(summary.languages.count),
        !LanguageTag.isCovered(tag.lowercased(), by: summary.languages)
      {
        summary.suspects.languages.insert(tag.lowercased())
      }
    }
    summary.prefixDefinitions = resolver.definitions
    summary.suspects.prefixDefinitions = resolver.definitions
    summary.files = externals.mapValues { Array($0) }
    summary.identifiers = identifiers.take()
    summary.suspects.restrict(to: names.selection)
    return summary
  }
}
