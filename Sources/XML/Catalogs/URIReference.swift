/// A URI or a relative reference, taken apart (RFC 3986).
public struct URIReference: Hashable, Sendable {
  public var scheme: String?
  public var authority: String?
  public var path: String
  public var query: String?
  public var fragment: String?

  /// Takes a reference apart as appendix B does: every text is one.
  public init(_ text: String) {
    var rest = text[...]
    if let hash = rest.firstIndex(of: "#") {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let scheme = LocalReference.scheme(of: String(rest)) {
      self.scheme = scheme
      rest = rest[rest.index(after: rest.firstIndex(of: ":")!)...]
    }
    if rest.hasPrefix("//") {
      let end = rest.dropFirst(2).firstIndex(of: "/") ?? rest.endIndex
      authority = String(rest[..<end].dropFirst(2))
      rest = rest[end...]
    }
    path = String(rest)
  }

  /// The URI of a local file, given its absolute path.
  public init(filePath: String) {
    self.init("file://" + Self.escaped(filePath, alsoEscaping: "%#?"))
  }

  /// The reference as text (section 5.3).
  public var text: String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "")
      + (fragment.map { "#" + $0 } ?? "")
  }

  /// The path of a local file that the URI names, or nil: for another scheme, and for another host.
  public var filePath: String? {
    guard scheme == "file", authority ?? "" == "" || authority == "localhost", path.hasPrefix("/"),
      let decoded = LocalReference.percentDecoded(path), !decoded.contains("\0")
    else { return nil }
    return LocalReference.normalized(decoded)
  }

  /// The reference seen from a base (section 5.2.2).
  public func resolved(against base: URIReference) -> URIReference {
    var target = self
    if scheme != nil {
      target.path = Self.withoutDots(path)
      return target
    }
    target.scheme = base.scheme
    if authority != nil {
      target.path = Self.withoutDots(path)
      return target
    }
    target.authority = base.authority
    if path.isEmpty {
      target.path = base.path
      target.query = query ?? base.query
    } else if path.hasPrefix("/") {
      target.path = Self.withoutDots(path)
    } else {
      let folder = base.path.lastIndex(of: "/").map { String(base.path[...$0]) }
      target.path = Self.withoutDots((folder ?? (base.authority != nil ? "/" : "")) + path)
    }
    return target
  }

  /// Takes `.` and `..` out of a path (section 5.2.4). Of a path that no slash begins, as in `urn:a:b`, nothing.
  private static func withoutDots(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path }
    var steps: [Substring] = []
    let all = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in all.enumerated() {
      let isLast = index == all.count - 1
      switch step {
      case ".": if isLast { steps.append("") }
      case "..":
        if !steps.isEmpty { steps.removeLast() }
        if isLast { steps.append("") }
      default: steps.append(step)
      }
    }
    return "/" + steps.joined(separator: "/")
  }

  /// Escapes what may not stand in a URI, as section 6.3 of OASIS XML Catalogs 1.1 lists it.
  static func escaped(_ text: String, alsoEscaping others: String = "") -> String {
    let unwanted = "\"<>\\^`{|}" + others
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if byte <= 0x20 || byte >= 0x7F || unwanted.utf8.contains(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
