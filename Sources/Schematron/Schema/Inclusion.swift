internal import XML
internal import XPath

/// Gives the bytes of a file that a schema includes, and what to call it; nil where there is none. The module itself reads
/// no file.
///
/// - Parameters:
///   - reference: The reference as it stands in the schema, without its fragment.
///   - base: The name of the file that it stands in.
public typealias SchematronLoader = (_ reference: String, _ base: String) -> (bytes: [UInt8], name: String)?

/// Carries out `include` and `extends` with `href` (ISO/IEC 19757-3, sections 5.4.4 and 5.4.3).
struct Inclusion {
  let loader: SchematronLoader?
  private var documents: [String: XMLDocument] = [:]
  /// What is being included, to notice what includes itself.
  private var open: [String] = []
  private var count = 0

  init(loader: SchematronLoader?) { self.loader = loader }

  /// The element with all that it includes in place.
  mutating func expand(_ element: SchemaElement) throws(SchematronError) -> SchemaElement {
    var result = element
    result.content = []
    for part in element.content {
      guard case .element(let child) = part else {
        result.content.append(part)
        continue
      }
      if child.name == "include" || (child.name == "extends" && child["href"] != nil) {
        for included in try include(child) { result.content.append(.element(included)) }
      } else {
        result.content.append(.element(try expand(child)))
      }
    }
    return result
  }

  private mutating func include(_ include: SchemaElement) throws(SchematronError) -> [SchemaElement] {
    guard let href = include["href"].map({ String(Whitespace.trimmed($0)) }), !href.isEmpty else {
      throw include.error("\"\(include.name)\" without \"href\"")
    }
    let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let document = try document(parts[0], include)
    let target = document.name + "#" + (parts.count > 1 ? parts[1] : "")
    guard !open.contains(target) else { throw include.error("\"\(href)\" includes itself") }
    count += 1
    guard open.count < 32, count <= 1000 else { throw include.error("the schema includes too much") }
    var root: XMLElement? = document.root
    if parts.count > 1, !parts[1].isEmpty {
      root = ([document.root] + document.root.descendants).first { $0["xml:id"] == parts[1] || $0["id"] == parts[1] }
    }
    guard let root else { throw include.error("\"\(href)\" has no element \"\(parts[1])\"") }
    guard SchemaElement.isSchematron(root) else {
      throw include.error("\"\(href)\" holds \"\(root.name)\"; expected an element of Schematron")
    }
    open.append(target)
    defer { open.removeLast() }
    let found = try expand(try SchemaElement(root))
    // Of a whole schema, and of what is extended, the content is meant.
    return include.name == "extends" || found.name == "schema" ? found.children : [found]
  }

  /// The root of a schema that one in RELAX NG includes, or nil where it cannot be read.
  ///
  /// The compact syntax has no elements that rules could be.
  func relaxNG(_ href: String, _ element: XMLElement) throws(SchematronError) -> XMLElement? {
    guard let (bytes, name) = loader?(Self.reference(href, in: element), element.document.name),
      !name.hasSuffix(".rnc"),
      bytes.first(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 && $0 < 0x80 }) == UInt8(ascii: "<")
    else { return nil }
    do throws(XMLError) {
      return try XMLDocument(parsing: bytes, name: name).root
    } catch {
      throw SchematronError(error.message, file: error.file ?? name, position: error.position)
    }
  }

  /// A reference as `xml:base` around it has it, up to that of the file.
  private static func reference(_ href: String, in element: XMLElement) -> String {
    var reference = URIReference(href)
    var holder: XMLElement? = element
    while let current = holder {
      if let base = current["xml:base"] { reference = reference.resolved(against: URIReference(base)) }
      holder = current.parent
    }
    return reference.text
  }

  private mutating func document(_ reference: String, _ include: SchemaElement) throws(SchematronError) -> XMLDocument {
    let base = include.element.document
    if reference.isEmpty { return base }
    let key = base.name + " " + reference
    if let known = documents[key] { return known }
    guard let (bytes, name) = loader?(reference, base.name) else {
      throw include.error("\"\(reference)\" cannot be read")
    }
    do throws(XMLError) {
      let document = try XMLDocument(parsing: bytes, name: name)
      documents[key] = document
      return document
    } catch {
      throw SchematronError(error.message, file: error.file ?? name, position: error.position)
    }
  }
}
