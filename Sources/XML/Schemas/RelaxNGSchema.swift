public import ArticleModel
internal import CLibXML2

/// What a validator finds wrong with a document.
public struct XMLIssue: Hashable, Sendable {
  /// What is wrong, without a line end.
  public var message: String
  /// Where the element concerned begins; nil where the validator names none.
  public var position: SourcePosition?
  /// The element concerned; nil where the validator names none.
  public var element: XMLElement?

  public init(message: String, position: SourcePosition?, element: XMLElement? = nil) {
    self.message = message
    self.position = position
    self.element = element
  }
}

/// A compiled RELAX NG schema in XML syntax, to validate documents with from any thread.
///
/// For schemas of our own size, which libxml2 compiles in milliseconds; it takes seconds for `tei_all`.
public final class RelaxNGSchema: @unchecked Sendable {
  private let handle: xmlRelaxNGPtr

  /// Compiles a schema. It must be whole: other files that it includes are not read.
  ///
  /// - Throws: ``XMLError`` with code `schema-syntax`, or `xml-syntax` where the schema is not XML.
  public init(bytes: [UInt8], name: String) throws(XMLError) {
    let document = try XMLDocument(parsing: bytes, name: name)
    let (compiled, issues) = IssueCollector.run { () -> xmlRelaxNGPtr? in
      // The context copies the document before it takes it apart.
      guard let context = xmlRelaxNGNewDocParserCtxt(document.handle) else { return nil }
      defer { xmlRelaxNGFreeParserCtxt(context) }
      return xmlRelaxNGParse(context)
    }
    guard let schema = compiled, !issues.contains(where: \.isError) else {
      if let compiled { xmlRelaxNGFree(compiled) }
      let issue = issues.first { $0.isError }
      throw XMLError(
        .schemaSyntax, issue?.message ?? "not a RELAX NG schema", file: name,
        position: issue.flatMap { $0.line > 0 ? SourcePosition(line: $0.line, column: 1) : nil })
    }
    handle = schema
  }

  deinit { xmlRelaxNGFree(handle) }

  /// Validates a document; no issues mean that it is valid.
  public func validate(_ document: XMLDocument) -> [XMLIssue] {
    // The validator keeps notes in the nodes of the document: one validation of it at a time.
    document.lock.withLock {
      document.registerIdentifiers()
      let (outcome, reports) = IssueCollector.run { () -> Int32 in
        guard let context = xmlRelaxNGNewValidCtxt(handle) else { return -1 }
        defer { xmlRelaxNGFreeValidCtxt(context) }
        return xmlRelaxNGValidateDoc(context, document.handle)
      }
      let issues = reports.filter(\.isError).map { issue($0, document) }
      if outcome == 0 { return issues }
      return issues.isEmpty ? [XMLIssue(message: "the document is not valid", position: nil)] : issues
    }
  }

  private func issue(_ report: LibraryIssue, _ document: XMLDocument) -> XMLIssue {
    var node = report.node
    while let found = node, found.pointee.type != XML_ELEMENT_NODE {
      node = found.pointee.type == XML_NAMESPACE_DECL ? nil : found.pointee.parent
    }
    guard let node else {
      let line = report.line > 0 ? SourcePosition(line: report.line, column: 1) : nil
      return XMLIssue(message: report.message, position: line)
    }
    let element = XMLElement(document: document, node: node)
    return XMLIssue(message: report.message, position: document.position(of: element), element: element)
  }
}
