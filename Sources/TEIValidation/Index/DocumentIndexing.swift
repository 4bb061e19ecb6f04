internal import ArticleModel
internal import XML

/// Fills an ``IndexedDocument`` from events.
struct DocumentIndexing: XMLEventHandler {
  /// Of a file of nothing but faults no more than so many elements are told.
  private static let maximumSuspects = 1000
  /// Among how many identifiers one is looked for that may have been meant.
  private static let maximumIdentifiers = 100_000

  private let names: RuleNames
  /// Which elements to keep; nil for all.
  private let suspects: Suspects?
  private(set) var document: IndexedDocument
  private var steps = ElementSteps()
  private var count = 0
  private var tables = OpenTables<IndexedElement>(maximumUneven: maximumSuspects)
  private var openTables: [(element: IndexedElement, isKept: Bool)] = []
  private var numbers = OpenNumbers<IndexedElement>()
  private var undeclared: Set<String> = []
  private var openInclusions: [(inclusion: Int, depth: Int)] = []
  /// The depths of the open elements that have an `xml:base`.
  private var bases: [Int] = []

  init(_ names: RuleNames, file: String, suspects: Suspects? = nil) {
    self.names = names
    self.suspects = suspects
    document = IndexedDocument(file: file, hash: names.hash)
    document.missing = suspects?.pointers
    document.missingPrefixes = suspects?.prefixes
    document.missingLanguages = suspects?.languages
    document.prefixes = PrefixResolver(suspects?.prefixDefinitions ?? [])
    document.isOurs = suspects?.isOurs ?? false
  }

  var wantsMore: Bool { suspects == nil || document.elements.count < Self.maximumSuspects }

  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    steps.enter(name, prefix: place.prefix)
    count += 1
    let role = names.element(name)
    if (0..<attributes.count).contains(where: { names.attribute(attributes.name($0)) == .base }) {
      bases.append(steps.depth)
    }
    if !numbers.isEmpty { numbers.takeElement() }
    identify(name, attributes, place)
    if role == .fallback, let last = openInclusions.last, last.depth == steps.depth - 1 {
      document.inclusions[last.inclusion].hasFallback = true
    }
    if role == .include {
      openInclusions.append((document.inclusions.count, steps.depth))
      document.inclusions.append(IndexedInclusion(element: element(name, attributes, place)))
    }
    guard role.isTEI else { return }
    if suspects == nil, let ident = value("ident", attributes) {
      if role == .prefixDefinition { document.prefixes.add(PrefixDefinition(ident, attributes, names), names.patterns) }
      if role == .language { document.languages.insert(ident.lowercased()) }
    }
    if role == .application, value("ident", attributes) == "teikit" { document.isOurs = true }
    if steps.depth == 1 { document.root = element(name, attributes, place) }
    let isKept = isKept(attributes, role)
    if role == .idno { numbers.start(element(name, attributes, place), depth: steps.depth) }
    if role == .table { return startTable(element(name, attributes, place), isKept) }
    if role == .row {
      let row = element(name, attributes, place)
      tables.startRow(row, depth: steps.depth, rows: row["rows"])
      if isKept { document.elements.append(row) }
      return
    }
    if role == .cell {
      tables.startCell(depth: steps.depth, rows: value("rows", attributes), columns: value("cols", attributes))
    }
    if isKept { document.elements.append(element(name, attributes, place)) }
  }

  mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {
    if openInclusions.last?.depth == steps.depth { openInclusions.removeLast() }
    defer { if bases.last == steps.depth + 1 { bases.removeLast() } }
    if !tables.isEmpty, let table = tables.end(depth: steps.depth) {
      var (element, isKept) = openTables.removeLast()
      element.table = IndexedTable(
        claimedRows: table.claimedRows, claimedColumns: table.claimedColumns, height: table.grid.height,
        width: table.grid.width, uneven: table.uneven, overlaps: table.overlaps, excess: table.grid.excess)
      if isKept || table.hasWrongSize || table.hasWrongSpans || document.isOurs && !table.uneven.isEmpty {
        document.elements.append(element)
      }
    }
    if !numbers.isEmpty, var number = numbers.end(depth: steps.depth) {
      // What its attributes say is looked at where it begins.
      number.attributes = []
      number.isEmptyNumber = true
      document.elements.append(number)
    }
    steps.leave()
  }

  mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {
    if !numbers.isEmpty { numbers.take(text) }
  }

  // MARK: Elements

  private mutating func startTable(_ table: IndexedElement, _ isKept: Bool) {
    tables.startTable(depth: steps.depth, rows: table["rows"], columns: table["cols"])
    openTables.append((table, isKept))
  }

  private func element(
    _ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace
  ) -> IndexedElement {
    IndexedElement(
      name: names.table.local(name),
      attributes: (0..<attributes.count).map { (names.written(attributes.name($0)), attributes.value($0)) },
      position: place.position, xpath: steps.path(names.table), number: count, hasBase: !bases.isEmpty)
  }

  private func value(_ attribute: String, _ attributes: XMLEventAttributes) -> String? {
    (0..<attributes.count).first { names.written(attributes.name($0)) == attribute }.map(attributes.value)
  }

  /// Remembers the first element with an identifier, as far as a message may need it.
  private mutating func identify(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    for index in 0..<attributes.count where names.attribute(attributes.name(index)) == .identifier {
      if let suspects, suspects.pointers.isEmpty || document.identified.count >= Self.maximumIdentifiers,
        !suspects.hasIdentifier(attributes.bytes(index), names.hash)
      {
        return
      }
      let identifier = attributes.value(index)
      guard document.identified[identifier] == nil else { return }
      document.identified[identifier] = IdentifiedElement(
        name: names.table.local(name), line: place.position.line, number: count)
    }
  }

  private mutating func isKept(_ attributes: XMLEventAttributes, _ role: RuleNames.ElementRole) -> Bool {
    guard let suspects else { return true }
    var dates = DateAttributes()
    for index in 0..<attributes.count {
      let attribute = names.attribute(attributes.name(index))
      switch attribute {
      case .identifier:
        let value = attributes.bytes(index)
        if suspects.hasIdentifier(value, names.hash) || !ElementSuspicion.isName(value) { return true }
      case .pointer:
        let value = attributes.bytes(index)
        var isFault = ElementSuspicion.isBlank(value)
        let prefixes = document.prefixes
        PointerScan.forEachNeed(of: value, names.hash) {
          isFault = isFault || $0.isFault(suspects, prefixes, names.hash)
        }
        if isFault { return true }
      case .certainty: if !ElementSuspicion.isCertainty(attributes.bytes(index)) { return true }
      case .language: if isSuspect(language: attributes.value(index), suspects) { return true }
      case .ident:
        if role.isDeclaration, isFaultyDeclaration(attributes.value(index), attributes, role) { return true }
      default: if attribute.isDate { dates.take(attribute, index) }
      }
    }
    return dates.areSuspect(attributes)
  }

  private func isFaultyDeclaration(
    _ ident: String, _ attributes: XMLEventAttributes, _ role: RuleNames.ElementRole
  ) -> Bool {
    role == .prefixDefinition && names.patterns[PrefixDefinition(ident, attributes, names)].fault != nil
      || role == .language && !LanguageTag.isWellFormed(ident)
  }

  /// Of elements in a language that is not declared the first is enough.
  private mutating func isSuspect(language tag: String, _ suspects: Suspects) -> Bool {
    suspects.languages.contains(tag.lowercased()) && undeclared.insert(tag.lowercased()).inserted
      || !tag.isEmpty && !LanguageTag.isWellFormed(tag)
  }
}

extension Suspects {
  /// Whether an identifier is one that others have.
  func hasIdentifier(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: IdentifierHash) -> Bool {
    guard !duplicates.isEmpty || !shared.isEmpty else { return false }
    let number = hash.of(bytes)
    return duplicates.contains(number) || shared.contains(number)
  }
}
