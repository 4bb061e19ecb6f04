/// The entries of one catalog file, as OASIS XML Catalogs 1.1 has them, in document order.
public struct XMLCatalog: Sendable {
  /// The namespace of catalogs.
  public static let namespace = "urn:oasis:names:tc:entity:xmlns:xml:catalog"

  /// What is matched; the target is a URI, made absolute.
  enum Kind: String, Sendable, CaseIterable {
    case `public`, system, uri
    case rewriteSystem, rewriteURI
    case systemSuffix, uriSuffix
    case delegatePublic, delegateSystem, delegateURI
    case nextCatalog

    /// The attributes that hold what is matched, and the target.
    var attributes: (key: String, target: String) {
      switch self {
      case .public: ("publicId", "uri")
      case .system: ("systemId", "uri")
      case .uri: ("name", "uri")
      case .rewriteSystem: ("systemIdStartString", "rewritePrefix")
      case .rewriteURI: ("uriStartString", "rewritePrefix")
      case .systemSuffix: ("systemIdSuffix", "uri")
      case .uriSuffix: ("uriSuffix", "uri")
      case .delegatePublic: ("publicIdStartString", "catalog")
      case .delegateSystem: ("systemIdStartString", "catalog")
      case .delegateURI: ("uriStartString", "catalog")
      case .nextCatalog: ("", "catalog")
      }
    }
  }

  struct Entry: Sendable {
    var kind: Kind
    var key: String
    var target: String
    /// Whether a public identifier counts even where there is a system identifier (section 4.1.1).
    var prefersPublic: Bool
  }

  private(set) var entries: [Entry] = []

  /// Reads a catalog. What it does not know it passes over, as the standard asks.
  ///
  /// - Parameters:
  ///   - name: What to call the file in messages.
  ///   - uri: The URI of the file, against which relative ones are resolved.
  /// - Throws: ``XMLError`` where the file is no catalog.
  public init(parsing bytes: [UInt8], name: String, uri: URIReference) throws(XMLError) {
    let root = try XMLDocument(parsing: bytes, name: name).root
    guard root.isNamed("catalog", namespace: Self.namespace) else {
      throw XMLError(
        .xmlSyntax, "element \"\(root.name)\" is no catalog; expected \"catalog\" in namespace \"\(Self.namespace)\"",
        file: name, position: root.document.position(of: root))
    }
    let scope = Scope(base: uri, prefersPublic: true).entered(root)
    for child in root.children {
      if child.isNamed("group", namespace: Self.namespace) {
        let inner = scope.entered(child)
        for entry in child.children { add(entry, inner) }
      } else {
        add(child, scope)
      }
    }
  }

  /// What `xml:base` and `prefer` say at some place. Groups do not nest.
  private struct Scope {
    var base: URIReference
    var prefersPublic: Bool

    func entered(_ element: XMLElement) -> Scope {
      var inner = self
      if let base = element["xml:base"] {
        inner.base = URIReference(URIReference.escaped(base)).resolved(against: self.base)
      }
      if let prefer = element["prefer"] { inner.prefersPublic = prefer == "public" }
      return inner
    }
  }

  private mutating func add(_ element: XMLElement, _ scope: Scope) {
    guard element.namespace == Self.namespace, let kind = Kind(rawValue: element.name),
      let target = element[kind.attributes.target]
    else { return }
    let key = kind.attributes.key.isEmpty ? "" : element[kind.attributes.key]
    guard let key else { return }
    let isPublic = kind == .public || kind == .delegatePublic
    let uri = URIReference(URIReference.escaped(target)).resolved(against: scope.entered(element).base)
    entries.append(
      Entry(
        kind: kind, key: isPublic ? PublicIdentifier.normalized(key) : URIReference.escaped(key), target: uri.text,
        prefersPublic: scope.prefersPublic))
  }
}

/// Public identifiers.
enum PublicIdentifier {
  /// The identifier with its white space brought together (OASIS XML Catalogs 1.1, section 6.2).
  static func normalized(_ text: String) -> String {
    text.xmlWords.joined(separator: " ")
  }

  /// The public identifier inside a URN (section 6.4, RFC 3151), or nil for another URI.
  static func unwrapped(_ uri: String) -> String? {
    guard uri.prefix(13).lowercased() == "urn:publicid:" else { return nil }
    var text = ""
    var rest = uri.dropFirst(13)
    let codes: [(String, String)] = [
      ("%2B", "+"), ("%3A", ":"), ("%2F", "/"), ("%3B", ";"), ("%27", "'"), ("%3F", "?"), ("%23", "#"), ("%25", "%"),
    ]
    while let first = rest.first {
      if first == "%", let code = codes.first(where: { rest.prefix(3).uppercased() == $0.0 }) {
        text += code.1
        rest = rest.dropFirst(3)
        continue
      }
      switch first {
      case "+": text += " "
      case ":": text += "//"
      case ";": text += "::"
      default: text.append(first)
      }
      rest = rest.dropFirst()
    }
    return normalized(text)
  }
}
