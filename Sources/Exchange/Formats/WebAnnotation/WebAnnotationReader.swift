import TEIText

/// Reads annotations as annotation tools leave them: a collection, a page, an array, one alone, or the rows of Hypothesis;
/// bodies and selectors alone or in arrays, with positions, with quotations or with both.
struct WebAnnotationReader {
  private let root: JSONNode
  private let text: [UInt8]
  private let offsets: TextOffsets
  /// Browsers count so, whatever the model says: only where a quotation bears them out.
  private let browserOffsets: TextOffsets
  private let quotes: QuoteFinder

  init(_ root: JSONNode, text: [UInt8]) {
    self.root = root
    self.text = text
    offsets = TextOffsets(text)
    browserOffsets = TextOffsets(text, in: .utf16)
    quotes = QuoteFinder(text)
  }

  func document(named name: String) throws(ExchangeError) -> StandoffDocument {
    var document = StandoffDocument(identifier: name, text: text)
    if root["type"]?.text == "AnnotationCollection", let label = try root.string("label"), label != name {
      document.title = label
    }
    if root["type"]?.text == "AnnotationCollection" { document.selection = root["dcterms:description"]?.text ?? "" }
    document.blocks = TextLines(text).blocks()
    let nodes = try annotations()
    document.source = source(of: nodes)
    for node in nodes { document.annotations.append(try annotation(node, document.source)) }
    document.sortAnnotations()
    document.noteUnsaid([.entity, .certainty, .value], isCertain: false)
    if nodes.isEmpty, !hasLayer { document.missingLayer = "\"items\"" }
    return document
  }

  private var hasLayer: Bool {
    let page = root["first"] ?? root
    return root.items != nil || ["items", "@graph", "rows", "target"].contains { page[$0] != nil }
  }

  private func annotations() throws(ExchangeError) -> [JSONNode] {
    if let items = root.items { return items }
    guard root.members != nil else { throw root.fault("the file has no annotations; expected an object or an array") }
    let page = root["first"] ?? root
    if let items = page["items"] ?? page["@graph"] ?? page["rows"] { return items.oneOrMore }
    if page["target"] != nil { return [page] }
    // A collection whose page lies elsewhere.
    if let pages = root["first"], pages.text != nil {
      throw pages.fault("the page of the collection is another file; expected it in this one")
    }
    return []
  }

  /// The TEI file: as the collection names it, else as an annotation does.
  private func source(of annotations: [JSONNode]) -> String {
    if let source = root["dcterms:source"]?["id"]?.text { return source }
    for target in annotations.lazy.flatMap({ $0["target"]?.oneOrMore ?? [] }) where teiPlace(target) != nil {
      return target["source"]?.text ?? ""
    }
    return ""
  }

  // MARK: One annotation

  private func annotation(_ node: JSONNode, _ source: String) throws(ExchangeError) -> StandoffAnnotation {
    guard let targets = node["target"]?.oneOrMore, !targets.isEmpty else {
      throw node.fault("the annotation has no \"target\"")
    }
    var place: StandoffPlace?
    var range: Range<Int>?
    var fault: ExchangeError?
    for target in targets {
      if let found = teiPlace(target) {
        place = found
      } else if range == nil, fault == nil {
        do throws(ExchangeError) { range = try self.range(target) } catch { fault = error }
      }
    }
    guard let range else { throw fault ?? node.fault("the annotation has no selector of the text") }
    var annotation = StandoffAnnotation(range: range, type: "")
    annotation.place = place
    if let id = try node.string("id") ?? node["@id"]?.text { annotation.id = Self.identifier(id) }
    for body in node["body"]?.oneOrMore ?? [] { try read(body, into: &annotation, source) }
    // Hypothesis has a text and tags beside the model.
    for tag in node["tags"]?.items ?? [] where annotation.type.isEmpty { annotation.type = tag.text ?? "" }
    if annotation.note.isEmpty, let note = node["text"]?.text { annotation.note = note }
    return annotation
  }

  /// What an identifier of ours is in the TEI; those that tools give are none.
  private static func identifier(_ iri: String) -> String {
    guard iri.hasPrefix("#"), let id = IRI.decode(iri.dropFirst()) else {
      guard let hash = iri.lastIndex(of: "#"), iri[..<hash].hasSuffix(".jsonld") else { return "" }
      return IRI.decode(iri[iri.index(after: hash)...]) ?? ""
    }
    // Annotorious and Recogito number theirs by UUIDs behind a "#".
    let parts = id.split(separator: "-").map(\.count)
    return parts == [8, 4, 4, 4, 12] && id.allSatisfy { $0.isHexDigit || $0 == "-" } ? "" : id
  }

  private func read(
    _ body: JSONNode, into annotation: inout StandoffAnnotation, _ source: String
  ) throws(ExchangeError) {
    guard body.members != nil else {
      // A body that is an IRI is what is named.
      if let iri = body.text { annotation.entity = EntityIRI.entity(iri, in: source) }
      return
    }
    let purpose = (body["purpose"]?.oneOrMore.first ?? body["hasPurpose"])?.text ?? ""
    let named = body["source"]?["id"]?.text ?? body["source"]?.text
    if let iri = named ?? (body["value"] == nil ? body["id"]?.text : nil) {
      if purpose != "tagging" || annotation.entity.isEmpty { annotation.entity = EntityIRI.entity(iri, in: source) }
      return
    }
    guard let value = try body.string("value") else { return }
    switch purpose {
    case "tagging": annotation.type = annotation.type.isEmpty ? value : annotation.type
    case "classifying":
      // Recogito classifies what others tag; ours has the element here.
      if annotation.type.isEmpty { annotation.type = value } else { annotation.element = value }
    case "assessing": annotation.certainty = value
    case "describing": annotation.value = value
    case "identifying", "linking": annotation.entity = EntityIRI.entity(value, in: source)
    default: annotation.note += (annotation.note.isEmpty ? "" : "\n") + value
    }
  }

  // MARK: Targets

  private func teiPlace(_ target: JSONNode) -> StandoffPlace? {
    guard let selector = target["selector"]?.oneOrMore.first, selector["type"]?.text == "XPathSelector",
      let path = selector["value"]?.text, let start = selector["refinedBy"]?["start"]?.integer,
      let end = selector["refinedBy"]?["end"]?.integer, start >= 0, start <= end
    else { return nil }
    return StandoffPlace(path: XPathWithoutPrefixes.shortened(path), range: start..<end)
  }

  /// The place of a target: its position, where the text there is the quotation; else where the quotation stands.
  private func range(_ target: JSONNode) throws(ExchangeError) -> Range<Int> {
    var position: Range<Int>?
    var browserPosition: Range<Int>?
    var quote: (exact: String, prefix: String, suffix: String)?
    var place = target
    for selector in selectors(target) {
      switch selector["type"]?.text {
      case "TextPositionSelector":
        let (start, end) = (try selector.integer("start"), try selector.integer("end"))
        position = offsets.bytes(ofOffsets: start, end)
        browserPosition = browserOffsets.bytes(ofOffsets: start, end)
        place = selector
      case "TextQuoteSelector":
        guard let exact = try selector.string("exact") else { throw selector.fault("the quotation has no \"exact\"") }
        quote = (exact, try selector.string("prefix") ?? "", try selector.string("suffix") ?? "")
        place = selector
      default: break
      }
    }
    if let quote {
      for place in [position, browserPosition] {
        if let place, quote.exact.utf8.elementsEqual(text[place]) { return place }
      }
      switch quotes.place(of: quote.exact, after: quote.prefix, before: quote.suffix) {
      case .one(let range): return range
      case .none: throw place.fault("\"\(QuoteFault.excerpt(quote.exact))\" does not stand in the text")
      case .several(let count):
        throw place.fault(
          "\"\(QuoteFault.excerpt(quote.exact))\" stands in the text \(count) times; expected a position, or a prefix "
            + "and a suffix that tell them apart")
      }
    }
    guard let position, !position.isEmpty else {
      throw place.fault(
        "the target has no place in the text; expected a TextPositionSelector from 0 to \(offsets.count) or a "
          + "TextQuoteSelector")
    }
    return position
  }

  /// The selectors of a target, those that refine others too.
  private func selectors(_ target: JSONNode) -> [JSONNode] {
    var found: [JSONNode] = []
    var open = target["selector"]?.oneOrMore ?? []
    while let selector = open.popLast() {
      found.append(selector)
      if let refining = selector["refinedBy"] { open += refining.oneOrMore }
    }
    return found
  }
}

extension XPathWithoutPrefixes {
  /// The path that ``path(_:)`` was given.
  static func shortened(_ path: String) -> String {
    var result = ""
    for step in path.components(between: "/*[local-name()='") {
      let parts = step.components(between: "']")
      guard parts.count == 2 else { return path }
      result += "/" + parts[0] + parts[1]
    }
    return result
  }
}

extension String {
  /// The parts of a text between occurrences of another, the empty one at the beginning left out.
  fileprivate func components(between separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      if found.lowerBound > startIndex { parts.append(String(rest[..<found.lowerBound])) }
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}
