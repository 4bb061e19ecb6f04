import TEIEncoding
import TEIText
public import XML
public import XPath

/// Gets the mentions out of the text of a TEI document, ours or another's: names, dates, times, numbers, measures and
/// links (TEI P5, chapters 3.6 and 14).
public enum EntityExtractor {
  /// The mentions of a document, or of each document of a corpus, in the order of the text, those inside others too.
  ///
  /// - Parameters:
  ///   - types: Which types to keep; nil for all.
  public static func mentions(in table: XMLNodeTable, types: Set<String>? = nil) -> [ExtractedMention] {
    var request = MentionRequest()
    request.types = types
    // Without a condition there is nothing to be evaluated that could fail.
    return (try? mentions(in: XPathDocument(table), request)) ?? []
  }

  /// The mentions that a request asks for.
  ///
  /// - Throws: ``XMLError`` with code `xpath-evaluation`, where its condition cannot be evaluated.
  public static func mentions(
    in document: XPathDocument, _ request: MentionRequest
  ) throws(XMLError) -> [ExtractedMention] {
    try typedMentions(in: document, request).mentions
  }

  /// The same, with the types that there are, where some are asked for.
  package static func typedMentions(
    in document: XPathDocument, _ request: MentionRequest
  ) throws(XMLError) -> (mentions: [ExtractedMention], metTypes: Set<String>) {
    var reader = MentionReader(document, request)
    var mentions: [ExtractedMention] = []
    for top in TEIDocuments.of(document.table) { try reader.read(top, into: &mentions) }
    return (mentions, reader.metTypes)
  }
}

/// Reads the mentions of the documents of one table.
private struct MentionReader {
  private let table: XMLNodeTable
  private let request: MentionRequest
  private let condition: XPathEvaluator?
  private var attributes: MentionAttributeNames
  private var entities: ReferredEntities
  private var labels: [Int32: String] = [:]
  /// The types that there are, where some are asked for.
  private(set) var metTypes: Set<String> = []

  init(_ document: XPathDocument, _ request: MentionRequest) {
    table = document.table
    self.request = request
    condition = request.condition.map { XPathEvaluator($0, on: document) }
    attributes = MentionAttributeNames(table)
    entities = ReferredEntities(table)
  }

  mutating func read(_ top: XMLNodeTable.Node, into mentions: inout [ExtractedMention]) throws(XMLError) {
    let text = DocumentText(table, of: top)
    let first = mentions.count
    var elements: [TextElement] = []
    var surroundings = MentionSurroundings(text)
    let date = request.wants(.date, .dateOrigin, .year, .month, .day) ? DocumentDate.of(top) : nil
    for element in text.mentions {
      guard var mention = try mention(element, text, &surroundings, date) else { continue }
      mention.place.document = Int(top.number)
      mentions.append(mention)
      elements.append(element)
    }
    guard request.wants(.start, .end, .byteStart, .byteEnd) else { return }
    guard SourcePlaces.recordsSource(top) else {
      let reading = ReadingText(text)
      let codePoints = TextOffsets(reading.bytes)
      for (index, element) in elements.enumerated() {
        guard let range = reading.range(of: element.range) else { continue }
        mentions[first + index].bytes = range
        mentions[first + index].codePoints = codePoints.offsets(of: range)
      }
      return
    }
    let standOff = elements.contains(where: \.standsOff) ? text.standOff : []
    let sources = Dictionary(standOff.map { ($0.annotation, $0.source) }, uniquingKeysWith: { first, _ in first })
    let places = SourcePlaces(top, of: elements.map(\.node), placingText: !sources.isEmpty)
    let codePoints = TextOffsets(places.text)
    for (index, element) in elements.enumerated() {
      let source = element.standsOff ? sources[element.node] : nil
      guard let range = source.map(places.range(ofSource:)) ?? places.range(of: element.node) else { continue }
      mentions[first + index].bytes = range
      mentions[first + index].codePoints = codePoints.offsets(of: range)
    }
  }

  private mutating func mention(
    _ element: TextElement, _ text: DocumentText, _ surroundings: inout MentionSurroundings, _ date: DocumentDate?
  ) throws(XMLError) -> ExtractedMention? {
    let node = XMLNodeTable.Node(table, element.node)
    let said = MentionAttributes(node, &attributes)
    let (category, method) = entities.categories(of: said.ana)
    var mention = ExtractedMention()
    mention.element = node.name
    mention.type = category ?? said.type ?? mention.element
    if let types = request.types {
      metTypes.insert(mention.type)
      if !types.contains(mention.type) { return nil }
    }
    mention.certainty = said.certainty
    guard mention.isCertain(atLeast: request.minimumCertainty) else { return nil }
    if let condition, try !condition.holds(at: element.node) { return nil }
    mention.id = said.id
    mention.method = method
    mention.value = said.value
    mention.surface = surroundings.line(element.range)
    refer(&mention, to: said.references(standsOff: element.standsOff))
    setDate(&mention, date)
    surround(&mention, element, &surroundings)
    return mention
  }

  /// How many pointers of one mention are followed: a name stands for few things, and what is known of each is compared
  /// with that of all others.
  private static let maximumReferences = 64

  private mutating func refer(_ mention: inout ExtractedMention, to references: [Substring]) {
    if let reference = references.first {
      let all =
        references.count > 1
        ? entities.entities(references.prefix(Self.maximumReferences)) : [entities.entity(String(reference))]
      let entity = all[0]
      mention.otherReferences = references.dropFirst().joined(separator: " ")
      mention.others = all.dropFirst().map {
        FurtherEntity(
          name: $0.name, latitude: $0.coordinates?.latitude, longitude: $0.coordinates?.longitude, key: $0.key)
      }
      mention.entity = entity.id
      mention.name = entity.name
      mention.reference = entity.references
      mention.latitude = entity.coordinates?.latitude
      mention.longitude = entity.coordinates?.longitude
      mention.key = entity.key
    } else if request.joinsNames, EntityKey.isName(mention.element) {
      mention.key = EntityKey(names: ["\(mention.type):\(mention.surface)"])
    }
  }

  private func setDate(_ mention: inout ExtractedMention, _ date: DocumentDate?) {
    if request.datesOfMentions {
      guard mention.element == "date" || mention.type == "date" else { return }
      // Days without a year, as "--05-03", are of no year.
      guard mention.value.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }) else { return }
      mention.date = String(mention.value.prefix { $0 != "/" && $0 != "T" })
      mention.dateOrigin = mention.date.isEmpty ? "" : "mention"
    } else if let date {
      mention.date = date.value
      mention.dateOrigin = date.origin
    }
  }

  private mutating func surround(
    _ mention: inout ExtractedMention, _ element: TextElement, _ surroundings: inout MentionSurroundings
  ) {
    let anchor = surroundings.anchor(of: element)
    mention.document = label(around: anchor)
    mention.block = surroundings.block(around: anchor)
    if request.wants(.sentence) { mention.sentence = surroundings.sentence(around: element.range) }
    if request.wants(.section) || request.findsPlaces, let section = surroundings.section(around: anchor) {
      mention.section = section.heading
      mention.place.section = Int(section.node)
    }
    if request.findsPlaces {
      mention.place.sentence = surroundings.sentenceNumber(at: element.range.lowerBound)
      mention.place.block = surroundings.blockNumber(at: element.range.lowerBound)
    }
    if request.context > 0 {
      (mention.left, mention.right) = surroundings.context(of: element.range, words: request.context)
    }
    if request.wants(.path) { mention.path = surroundings.path(of: element.node) }
  }

  private mutating func label(around anchor: XMLNodeTable.Node?) -> String {
    let node = anchor ?? table.root
    if let known = labels[node.number] { return known }
    let label = DocumentLabel.of(node)
    labels[node.number] = label
    return label
  }
}
