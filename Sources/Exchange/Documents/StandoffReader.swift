import ArticleModel
public import TEIText
public import XML

/// Reads a TEI document into stand-off form, with the elements that its annotations come from.
public struct StandoffReader {
  public private(set) var document: StandoffDocument
  /// The `TEI` that was read.
  public let top: XMLNodeTable.Node
  public let text: DocumentText
  /// The element of each of the document's annotations, as a number of the node table.
  public private(set) var nodes: [Int32] = []

  /// - Parameter top: The `TEI` to read; nil for the whole document.
  public init(_ table: XMLNodeTable, of top: XMLNodeTable.Node? = nil) {
    let top = top ?? table.root
    self.top = top
    text = DocumentText(table, of: top, placing: ["w", "pc"])
    document = StandoffDocument(identifier: DocumentLabel.of(top), text: text.text)
    document.language = DocumentText.language(of: top)
    document.sentences = text.sentences
    var paths = XMLNodePaths(table)
    document.blocks = text.blocks.map { block in
      StandoffBlock(
        range: block.range, kind: block.kind.rawValue, id: XMLNodeTable.Node(table, block.node)["xml:id"] ?? "",
        path: paths.path(of: block.node) ?? "")
    }
    document.tokens = text.elements.filter { !$0.range.isEmpty }.map { token($0, in: table) }
    var register = EntityRegister(table)
    for (index, mention) in text.mentions.enumerated() where !mention.range.isEmpty {
      document.annotations.append(annotation(mention, number: index + 1, in: table, register))
      nodes.append(mention.node)
    }
    addStandOff(of: top, table, register)
    document.entities = register.entities().map(entity)
  }

  /// Adds the mentions that nest with no element, and what annotators wrote beside mentions.
  private mutating func addStandOff(of top: XMLNodeTable.Node, _ table: XMLNodeTable, _ register: EntityRegister) {
    let standOff = StandOffAnnotations(top, text: text)
    for index in document.annotations.indices {
      document.annotations[index].note = standOff.notes[document.annotations[index].id] ?? ""
    }
    guard !standOff.mentions.isEmpty else { return }
    for (index, mention) in standOff.mentions.enumerated() {
      let element = TextElement(node: mention.node, range: mention.range)
      var annotation = annotation(element, number: text.mentions.count + index + 1, in: table, register)
      let reference = XMLNodeTable.Node(table, mention.node)["corresp"] ?? ""
      annotation.entity = reference.hasPrefix("#") ? String(reference.dropFirst()) : reference
      annotation.value = ""
      annotation.note = mention.note
      if annotation.type == annotation.element { annotation.type = mention.type }
      document.annotations.append(annotation)
      nodes.append(mention.node)
    }
    let order = document.annotations.indices.sorted {
      let (left, right) = (document.annotations[$0].range, document.annotations[$1].range)
      return (left.lowerBound, right.upperBound, $0) < (right.lowerBound, left.upperBound, $1)
    }
    document.annotations = order.map { document.annotations[$0] }
    nodes = order.map { nodes[$0] }
  }

  private func token(_ element: TextElement, in table: XMLNodeTable) -> StandoffToken {
    let word = XMLNodeTable.Node(table, element.node)
    var token = StandoffToken(range: element.range)
    token.lemma = word["lemma"] ?? ""
    token.partOfSpeech = word["pos"] ?? ""
    token.features = word["msd"] ?? ""
    return token
  }

  private func annotation(
    _ mention: TextElement, number: Int, in table: XMLNodeTable, _ register: EntityRegister
  ) -> StandoffAnnotation {
    let element = XMLNodeTable.Node(table, mention.node)
    let type = register.category(in: element["ana"], taxonomy: ".types") ?? element["type"] ?? element.name
    var annotation = StandoffAnnotation(range: mention.range, type: type)
    annotation.id = element["xml:id"] ?? "mention-\(number)"
    annotation.element = element.name
    if let reference = (element["ref"] ?? element["key"])?.split(whereSeparator: \.isWhitespace).first {
      annotation.entity = reference.hasPrefix("#") ? String(reference.dropFirst()) : String(reference)
    }
    annotation.certainty = element["cert"] ?? ""
    annotation.value = MentionValueText.of(element)
    return annotation
  }

  private func entity(_ entry: EntityRegister.Entry) -> StandoffEntity {
    var entity = StandoffEntity(id: entry.id, type: entry.type.isEmpty ? entry.element : entry.type, name: entry.name)
    entity.variants = entry.variants
    entity.identifiers = entry.identifiers.map { AuthorityIdentifier(authority: $0.authority, value: $0.value) }
    entity.latitude = entry.coordinates?.latitude
    entity.longitude = entry.coordinates?.longitude
    return entity
  }
}
