import ArticleModel
public import XML

/// Turns an annotated article into a TEI document.
///
/// The document is valid against `schemas/teikit.rng` whatever the article holds, and ``DecodedArticle`` rebuilds the
/// source from it. Same article, same options: same bytes.
public struct TEIEncoder: Sendable {
  public static let namespace = "http://www.tei-c.org/ns/1.0"
  public var options: EncodingOptions

  public init(options: EncodingOptions = EncodingOptions()) { self.options = options }

  /// The TEI document of an article.
  ///
  /// - Parameter identifier: The `xml:id` of the document, an NCName.
  public func encode(_ article: AnnotatedArticle, identifier: String) -> (
    document: XMLDocument, summary: EncodingSummary
  ) {
    let builder = XMLTreeBuilder(root: "TEI", namespace: Self.namespace)
    builder.processingInstruction(
      "xml-model",
      "href=\"\(options.schema)\" type=\"application/xml\" schematypens=\"http://relaxng.org/ns/structure/1.0\"")
    builder.attribute("xml:id", identifier)
    builder.attribute("xml:lang", article.language)
    let tree = IndentedTree(builder)
    let selection = MentionSelection(article.mentions, in: article.structure)
    var identifiers = IdentifierScheme(document: identifier)
    identifiers.reserveHeader(recognizers: article.recognizers.count)
    let register = EntityRegister(article.entities, in: selection, &identifiers)

    // The header tells what the text holds, and stands before it: its place is kept and filled in at the end.
    var headerPlace: IndentedTree.Place?
    var standOffPlace: IndentedTree.Place?
    var body = BodyEncoder(article, selection, register, identifiers, tree)
    tree.deeper {
      headerPlace = tree.emptyContainer("teiHeader")
      if !register.isEmpty || !selection.standOff.isEmpty {
        standOffPlace = tree.emptyContainer("standOff")
      }
      body.encode()
    }
    tree.newline()
    builder.close()

    if let standOffPlace {
      tree.fill(standOffPlace) {
        StandOffEncoder(
          entries: register.entries, annotations: body.standOffAnnotations, tree: tree, document: identifier
        ).encode()
      }
    }
    if let headerPlace {
      var layout = body.finishLayout()
      layout.encoding = options.sourceEncoding
      layout.bytes = options.originalBytes.map(Base64.encode)
      tree.fill(headerPlace) {
        HeaderEncoder(
          article: article, options: options, identifier: identifier, usage: body.usage, layout: layout, tree: tree
        ).encode()
      }
    }
    var summary = body.summary
    summary.entities = register.count
    return (builder.finish(), summary)
  }
}

extension IdentifierScheme {
  /// Takes the names that the header uses out of the pool.
  fileprivate mutating func reserveHeader(recognizers: Int) {
    for local in HeaderEncoder.identifiers { _ = unique(local) }
    for index in 0..<recognizers { _ = unique(Self.recognizer(UInt8(index + 1))) }
  }
}
