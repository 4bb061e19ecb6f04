internal import ArticleModel

/// The documents of one W3C XML Schema while libxml2 compiles it: each is looked at before libxml2 gets it.
final class W3CSchemaFiles {
  private struct File {
    var resource: XMLResource
    var references: [W3CSchemaScan.Reference]
  }

  private let loader: XMLResourceLoader
  private var files: [String: File] = [:]
  private var models = W3CContentModels()
  private(set) var identifiers = W3CIdentifiers()
  /// The first thing wrong with the files; libxml2 would go on without those that are missing.
  private(set) var fault: XMLError?
  private var fileCount = 0
  private var size = 0
  /// How many content models were measured: all of them anew at each file.
  private var measured = 0
  private static let maximumFiles = 1000
  private static let maximumSize = 64 << 20
  private static let maximumMeasured = 10_000_000

  init(_ loader: @escaping XMLResourceLoader) { self.loader = loader }

  func name(of uri: String) -> String { files[uri]?.resource.name ?? uri }

  /// The place of an element, given the number that it and those around it have among the children of their parents.
  func position(of uri: String, _ path: [Int]) -> SourcePosition? {
    guard let resource = files[uri]?.resource,
      let document = try? XMLDocument(parsing: resource.bytes, name: resource.name)
    else { return nil }
    var element = document.root
    for number in path {
      let children = Array(element.children)
      guard children.indices.contains(number) else { return nil }
      element = children[number]
    }
    return document.position(of: element)
  }

  func open(_ uri: String, publicID: String?) -> XMLResource? {
    guard fault == nil else { return nil }
    do throws(XMLError) {
      return try read(uri)
    } catch {
      fault = error
      return nil
    }
  }

  private func read(_ uri: String) throws(XMLError) -> XMLResource {
    fileCount += 1
    guard let resource = loader(uri, nil) ?? Self.carried(uri) else {
      let (file, position) = place(of: uri)
      throw XMLError(.schemaUnreadable, Self.missing(uri), file: file, position: position)
    }
    size += resource.bytes.count
    guard fileCount <= Self.maximumFiles, size <= Self.maximumSize else {
      let limit = fileCount > Self.maximumFiles ? "\(Self.maximumFiles) files" : "\(Self.maximumSize >> 20) MiB"
      throw XMLError(.schemaLimit, "the schema takes in more than \(limit)", file: resource.name)
    }
    return try look(at: resource, uri)
  }

  private func look(at resource: XMLResource, _ uri: String) throws(XMLError) -> XMLResource {
    let reader = XMLEventReader()
    var scan = W3CSchemaScan(reader.names)
    do throws(XMLError) {
      try reader.read(resource.bytes, name: resource.name, into: &scan)
    } catch {
      var error = error
      error.code = .schemaUnreadable
      throw error
    }
    if let (message, position) = scan.fault {
      throw XMLError(.schemaSyntax, message, file: resource.name, position: position)
    }
    if files[uri] == nil {
      models.formUnion(scan.models)
      identifiers.formUnion(scan.identifiers)
    }
    files[uri] = File(resource: resource, references: scan.references)
    measured += models.modelCount
    guard measured <= Self.maximumMeasured else {
      throw XMLError(.schemaLimit, "the schema has too many types and groups in too many files", file: resource.name)
    }
    if let excess = models.excess { throw XMLError(.schemaLimit, excess, file: resource.name) }
    return Self.locating(resource, scan.bareImports)
  }

  /// Where a file is referred to; a reference that names it by its end is near enough.
  private func place(of uri: String) -> (String?, SourcePosition?) {
    for (base, file) in files.sorted(by: { $0.key < $1.key }) {
      let base = URIReference(base)
      for reference in file.references where URIReference(reference.location).resolved(against: base).text == uri {
        return (file.resource.name, reference.position)
      }
    }
    return (nil, nil)
  }

  static func missing(_ uri: String) -> String {
    let name = URIReference(uri).filePath ?? uri
    return "\"\(name)\" is not at hand; nothing is fetched; put the file there, or name a catalog that knows it with "
      + "--catalog FILE"
  }

  // MARK: The xml namespace

  /// Gives imports of the xml namespace that say no place the one where W3C has its schema.
  private static func locating(_ resource: XMLResource, _ offsets: [Int]) -> XMLResource {
    // Offsets are those of the text without byte-order mark; of a text in another encoding nothing is known.
    let head = Array(resource.bytes.prefix(TextDecoder.headLength))
    guard !offsets.isEmpty, (try? TextDecoder(head: head, file: ""))?.isUTF8 == true else { return resource }
    var located = resource
    let mark = resource.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for offset in offsets.reversed() {
      located.bytes.insert(contentsOf: " schemaLocation=\"http://www.w3.org/2001/xml.xsd\"".utf8, at: mark + offset)
    }
    return located
  }

  /// The attributes of the xml namespace, as XML 1.0, XML Base and xml:id define them: for schemas that refer to a
  /// copy of W3C's that is not at hand.
  private static func carried(_ uri: String) -> XMLResource? {
    guard URIReference(uri).path.split(separator: "/").last == "xml.xsd" else { return nil }
    return XMLResource(name: "xml.xsd", bytes: Array(xmlNamespaceSchema.utf8))
  }

  private static let xmlNamespaceSchema = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
      <xs:attribute name="lang">
        <xs:simpleType>
          <xs:union memberTypes="xs:language">
            <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType>
          </xs:union>
        </xs:simpleType>
      </xs:attribute>
      <xs:attribute name="space">
        <xs:simpleType>
          <xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction>
        </xs:simpleType>
      </xs:attribute>
      <xs:attribute name="base" type="xs:anyURI"/>
      <xs:attribute name="id" type="xs:ID"/>
      <xs:attributeGroup name="specialAttrs">
        <xs:attribute ref="xml:base"/><xs:attribute ref="xml:lang"/>
        <xs:attribute ref="xml:space"/><xs:attribute ref="xml:id"/>
      </xs:attributeGroup>
    </xs:schema>
    """
}
