/// A file that a schema consists of.
public struct SchemaSource: Sendable {
  /// The file as the caller names it in messages; references in the file are relative to it.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Gives the file that a schema refers to.
///
/// The engine itself reads no files: the caller decides which may be read. The reference is resolved against the file in
/// which it stands, with `xml:base` respected; it is a path, or a URI where either was one.
/// The error that it throws says why in its description.
public typealias SchemaLoader = (_ reference: String) throws -> SchemaSource

/// References between files, as far as RELAX NG needs RFC 3986.
enum URIReference {
  /// Whether a text is an absolute URI without fragment, as section 3 asks of `datatypeLibrary`.
  static func isAbsolute(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let colon = schemeEnd(bytes), colon + 1 < bytes.count else { return false }
    return isValid(text) && !bytes.contains(UInt8(ascii: "#"))
  }

  /// Whether a text is a URI reference once the characters that XLink 1.0 names are escaped.
  static func isValid(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { AnyURI.isValid($0) }
  }

  /// The position of the colon behind a scheme.
  private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
    guard let first = bytes.first, first.isASCIILetter else { return nil }
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ":") { return index }
      guard byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2B || byte == 0x2D || byte == 0x2E else { return nil }
    }
    return nil
  }

  /// Resolves a reference; the base may be a plain path, whose every character stands for itself.
  static func resolve(_ reference: String, against base: String) -> String {
    if reference.isEmpty { return base }
    if schemeEnd(Array(reference.utf8)) != nil { return reference }
    let baseBytes = Array(base.utf8)
    var prefix = ""
    var path = Substring(base)
    if let colon = schemeEnd(baseBytes), baseBytes.count > colon + 1, baseBytes[colon + 1] == UInt8(ascii: "/") {
      // scheme://authority/path
      var index = base.index(base.startIndex, offsetBy: colon + 1)
      if base[index...].hasPrefix("//") {
        let authority = base.index(index, offsetBy: 2)
        index = base[authority...].firstIndex(of: "/") ?? base.endIndex
      }
      prefix = String(base[..<index])
      path = base[index...]
    }
    if reference.hasPrefix("//") { return prefix.isEmpty ? reference : String(prefix.prefix { $0 != "/" }) + reference }
    if reference.hasPrefix("/") { return prefix + withoutDots(reference) }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return prefix + withoutDots(String(folder) + reference)
  }

  private static func withoutDots(_ path: String) -> String {
    guard path.contains("./") || path.hasSuffix("/..") || path.hasSuffix("/.") else { return path }
    let isRooted = path.hasPrefix("/")
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      if segment == "." {
        if isLast { kept.append("") }
      } else if segment == "..", let last = kept.last, last != "..", !(last.isEmpty && kept.count == 1) {
        kept.removeLast()
        if isLast { kept.append("") }
      } else if segment == "..", isRooted {
        continue
      } else {
        kept.append(segment)
      }
    }
    return kept.joined(separator: "/")
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isHexDigit: Bool { isASCIIDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }
}
