internal import XML

/// One pointer of an attribute, taken apart.
enum Pointer {
  /// Identifiers of this document: one, or those inside a TEI pointer scheme as `#string-range(id,5,9)`.
  case local([String])
  /// A file, and the identifiers in it that are pointed at.
  case file(path: String, [String])
  /// `prefix:rest`.
  case prefixed(String)
  /// Something that is not checked.
  case other

  /// The attributes that hold pointers (TEI `teidata.pointer`), in whichever element of TEI they stand.
  static let attributes: Set<String> = [
    "ref", "resp", "ana", "corresp", "who", "target", "scheme", "decls", "source", "next", "prev", "sameAs", "copyOf",
    "select", "synch", "hand", "change", "facs", "wit", "spanTo", "exclude", "active", "passive", "mutual", "nymRef",
    "calendar", "period", "rendition", "parts", "edRef", "since", "datcat", "origin",
  ]

  init(_ token: String) {
    if token.hasPrefix("#") {
      self = .local(Self.identifiers(ofFragment: token.dropFirst()))
    } else if let scheme = LocalReference.scheme(of: token) {
      self = .prefixed(scheme)
    } else if let hash = token.firstIndex(of: "#"), token[..<hash].hasSuffix(".xml") {
      self = .file(path: String(token[..<hash]), Self.identifiers(ofFragment: token[token.index(after: hash)...]))
    } else {
      self = token.hasSuffix(".xml") ? .file(path: token, []) : .other
    }
  }

  /// The schemes of the TEI Guidelines (section 17.2.4) whose first argument may be an identifier, and `range`, where
  /// every one may.
  private static func identifiers(ofFragment fragment: Substring) -> [String] {
    guard let open = fragment.firstIndex(of: "(") else { return fragment.isEmpty ? [] : [String(fragment)] }
    let arguments = fragment[fragment.index(after: open)...].prefix { $0 != ")" }.split(separator: ",").map(String.init)
    let identifiers =
      switch fragment[..<open] {
      case "string-range", "string-index", "left", "right", "match", "id": Array(arguments.prefix(1))
      case "range": arguments
      default: [String]()
      }
    // An argument may be an XPath or another pointer instead.
    return identifiers.filter { !$0.isEmpty && !$0.contains { "/[]*@:()".contains($0) } }
  }
}
