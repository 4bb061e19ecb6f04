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
  private var openInclusions: [(inclusion: Int, depth: Int)] = []

  init(_ names: RuleNames, file: String, suspects: Suspects? = nil) {
    self.names = names
    self.suspects = suspects
    document = IndexedDocument(file: file, hash: names.hash)
    document.missing = suspects?.pointers
    document.isOurs = suspects?.isOurs ?? false
  }

  var wantsMore: Bool { suspects == nil || document.elements.count < Self.maximumSuspects }

  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    steps.enter(name, prefix: place.prefix)
    count += 1
    let role = names.element(name)
    identify(name, attributes, place)
    if role == .fallback, let last = openInclusions.last, last.depth == steps.depth - 1 {
      document.inclusions[last.inclusion].hasFallback = true
    }
    if role == .include {
      openInclusions.append((document.inclusions.count, steps.depth))
      document.inclusions.append(IndexedInclusion(element: element(name, attributes, place)))
    }
    guard role.isTEI else { return }
    if role == .prefixDefinition, let prefix = value("ident", attributes) { document.prefixes.insert(prefix) }
    if role == .application, value("ident", attributes) == "teikit" { document.isOurs = true }
    if steps.depth == 1 { document.root = element(name, attributes, place) }
    let isKept = isKept(attributes)
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
    if !tables.isEmpty, let table = tables.end(depth: steps.depth) {
      var (element, isKept) = openTables.removeLast()
      element.table = IndexedTable(
        claimedRows: table.claimedRows, claimedColumns: table.claimedColumns, height: table.grid.height,
        width: table.grid.width, uneven: table.uneven)
      if isKept || table.hasWrongSize || document.isOurs && !table.uneven.isEmpty {
        document.elements.append(element)
      }
    }
    steps.leave()
  }

  mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {}

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
      position: place.position, xpath: steps.path(names.table), number: count)
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

  private func isKept(_ attributes: XMLEventAttributes) -> Bool {
    guard let suspects else { return true }
    var spans = SpanEnds()
    for index in 0..<attributes.count {
      let attribute = names.attribute(attributes.name(index))
      switch attribute {
      case .identifier:
        let value = attributes.bytes(index)
        if suspects.hasIdentifier(value, names.hash) || !ElementSuspicion.isName(value) { return true }
      case .pointer:
        var isFault = false
        PointerScan.forEachNeed(of: attributes.bytes(index), names.hash) { isFault = isFault || $0.isFault(suspects) }
        if isFault { return true }
      case .certainty: if !ElementSuspicion.isCertainty(attributes.bytes(index)) { return true }
      case .from, .to, .notBefore, .notAfter: spans.take(attribute, index)
      default: break
      }
    }
    return spans.areReversed(attributes)
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
