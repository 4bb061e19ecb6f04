import ArticleModel
public import TEIText
public import XML

/// Reads a TEI document into stand-off form, with the elements that its annotations come from.
public struct StandoffReader {
  public private(set) var document: StandoffDocument
  /// The `TEI` that was read.
  public let top: XMLNodeTable.Node
  public let text: DocumentText
  /// The element of each of the document's annotations, as a number of the node table: that of the mention, or the
  /// `annotation` that stands off.
  public private(set) var nodes: [Int32] = []

  /// - Parameters:
  ///   - top: The `TEI` to read; nil for the whole document.
  ///   - declarations: Those of the table, where many of its `TEI` are read; nil to look for them.
  public init(
    _ table: XMLNodeTable, of top: XMLNodeTable.Node? = nil, declarations: StandoffDeclarations? = nil
  ) {
    let top = top ?? table.root
    self.top = top
    let declarations = declarations ?? StandoffDeclarations(table)
    text = DocumentText(table, of: top, placing: ["w", "pc"])
    document = StandoffDocument(identifier: DocumentLabel.of(top), text: text.text)
    document.language = DocumentText.language(of: top)
    let header = StandoffHeader(of: top)
    document.title = header.title
    document.date = header.date
    document.sentences = text.sentences
    document.blocks = text.blocks.map { block in
      StandoffBlock(
        range: block.range, kind: block.kind.rawValue, id: XMLNodeTable.Node(table, block.node)["xml:id"] ?? "",
        path: declarations.paths.paths.path(of: block.node) ?? "")
    }
    document.tokens = text.elements.filter { !$0.range.isEmpty }.map { token($0, in: table) }
    var found = mentions(in: table, declarations, &declarations.paths.paths)
    found += StandoffAnnotationList(text).annotations(declarations, &declarations.paths.paths)
    let order = found.indices.sorted { first, second in
      let (one, other) = (found[first].annotation.range, found[second].annotation.range)
      return (one.lowerBound, other.upperBound, first) < (other.lowerBound, one.upperBound, second)
    }
    document.annotations = order.map { found[$0].annotation }
    nodes = order.map { found[$0].node }
    let named = Set(document.annotations.map(\.entity))
    document.entities = declarations.entities(in: top.number..<table.ends[Int(top.number)], or: named)
  }

  private func token(_ element: TextElement, in table: XMLNodeTable) -> StandoffToken {
    let word = XMLNodeTable.Node(table, element.node)
    var token = StandoffToken(range: element.range)
    token.lemma = word["lemma"] ?? ""
    token.partOfSpeech = word["pos"] ?? ""
    token.features = word["msd"] ?? ""
    return token
  }

  /// The mentions that are elements in the text.
  private func mentions(
    in table: XMLNodeTable, _ declarations: StandoffDeclarations, _ paths: inout XMLNodePaths
  ) -> [(annotation: StandoffAnnotation, node: Int32)] {
    var found: [(annotation: StandoffAnnotation, node: Int32)] = []
    for (index, mention) in text.mentions.enumerated() where !mention.range.isEmpty && !mention.standsOff {
      let element = XMLNodeTable.Node(table, mention.node)
      var annotation = StandoffAnnotation(range: mention.range, type: declarations.type(of: element))
      annotation.id = element["xml:id"] ?? "mention-\(index + 1)"
      annotation.element = element.name
      annotation.entity = declarations.entity(of: element["ref"] ?? element["key"])
      annotation.certainty = element["cert"] ?? ""
      annotation.value = MentionValueText.of(element)
      annotation.note = element["xml:id"].flatMap { declarations.notes[$0] } ?? ""
      annotation.place = place(of: mention, in: table, &paths)
      found.append((annotation, mention.node))
    }
    return found
  }

  private func place(
    of mention: TextElement, in table: XMLNodeTable, _ paths: inout XMLNodePaths
  ) -> StandoffPlace? {
    guard let source = text.sourceRange(of: mention.range), let path = paths.path(of: mention.node) else { return nil }
    let start = Int(table.starts[Int(mention.node)])
    guard source.lowerBound >= start, source.upperBound <= Int(table.stops[Int(mention.node)]) else { return nil }
    let before = CodePoints.count(of: table.text[start..<source.lowerBound])
    return StandoffPlace(path: path, range: before..<(before + CodePoints.count(of: table.text[source])))
  }
}
