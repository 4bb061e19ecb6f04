internal import XML

/// The files of one schema: each is loaded once, references in a circle are refused, and their number and size is bounded.
final class SchemaFiles {
  private let loader: SchemaLoader?
  private var documents: [String: XMLDocument] = [:]
  private var compactSources: [String: SchemaSource] = [:]
  /// The files that are being read, outermost first.
  private var isOpen: [String] = []
  private var nodeCount = 0

  /// A schema of two million parts is an attack: files that include others twice, and so on.
  private static let maximumNodeCount = 2_000_000
  private static let maximumNesting = 32

  init(loader: SchemaLoader?) {
    self.loader = loader
  }

  /// Counts parts of the schema.
  func count(_ parts: Int, at place: SchemaPlace) throws(SchemaError) {
    nodeCount += parts
    guard nodeCount <= Self.maximumNodeCount else {
      throw SchemaError(.limit, "the schema has more than \(Self.maximumNodeCount) parts", at: place)
    }
  }

  /// Reads the schema that the caller gave.
  func read(_ source: SchemaSource) throws(SchemaError) -> SyntaxPattern {
    try read(source, as: source.name, ns: "")
  }

  /// Reads the file that `href` names (sections 4.5 to 4.7).
  func open(_ href: String, base: String, at place: SchemaPlace, ns: String) throws(SchemaError) -> SyntaxPattern {
    guard URIReference.isValid(href), !href.contains("#") else {
      throw SchemaError(
        .syntax, "href \"\(href)\" is not a URI reference without fragment", section: "4.5", at: place)
    }
    let name = URIReference.resolve(href, against: base)
    if let start = isOpen.firstIndex(of: name) {
      let circle = (isOpen[start...] + [name]).joined(separator: "\" refers to \"")
      throw SchemaError(.reference, "files refer to each other in a circle: \"\(circle)\"", section: "4.6", at: place)
    }
    guard isOpen.count < Self.maximumNesting else {
      throw SchemaError(.limit, "files include each other more than \(Self.maximumNesting) levels deep", at: place)
    }
    try count(16, at: place)
    if let document = documents[name] { return try read(document, as: name, ns: ns) }
    if let source = compactSources[name] { return try readCompact(source, as: name, ns: ns) }
    guard let loader else {
      throw SchemaError(.reference, "\"\(name)\" is not read: this schema must be whole in one file", at: place)
    }
    let source: SchemaSource
    do {
      source = try loader(name)
    } catch let error as SchemaError {
      throw error
    } catch {
      throw SchemaError(.unreadable, "\"\(name)\" cannot be read: \(error)", at: place)
    }
    return try read(source, as: name, ns: ns)
  }

  private func read(_ source: SchemaSource, as name: String, ns: String) throws(SchemaError) -> SyntaxPattern {
    if Self.isCompact(source) {
      compactSources[name] = source
      return try readCompact(source, as: name, ns: ns)
    }
    let document: XMLDocument
    do throws(XMLError) {
      document = try XMLDocument(parsing: source.bytes, name: source.name)
    } catch {
      throw SchemaError(error)
    }
    documents[name] = document
    return try read(document, as: name, ns: ns)
  }

  /// A file in XML begins with `<`; no schema in compact syntax does. What is neither is XML with a fault.
  private static func isCompact(_ source: SchemaSource) -> Bool {
    if source.name.hasSuffix(".rnc") { return true }
    if source.name.hasSuffix(".rng") || source.name.hasSuffix(".xml") { return false }
    let first = source.bytes.first { !$0.isXMLSpace && $0 != 0 && $0 < 0x80 }
    return first != nil && first != UInt8(ascii: "<")
  }

  private func readCompact(_ source: SchemaSource, as name: String, ns: String) throws(SchemaError) -> SyntaxPattern {
    isOpen.append(name)
    defer { isOpen.removeLast() }
    var parser = try CompactParser(source, base: name, inherited: ns, files: self)
    return try parser.schema()
  }

  private func read(_ document: XMLDocument, as name: String, ns: String) throws(SchemaError) -> SyntaxPattern {
    isOpen.append(name)
    defer { isOpen.removeLast() }
    return try XMLSyntaxReader(files: self).schema(document.root, base: name, ns: ns)
  }
}
