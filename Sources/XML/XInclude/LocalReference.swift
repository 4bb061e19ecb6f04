/// A reference from one local file to another, as an `href` has it.
package enum LocalReference {
  /// The path that `href` means, seen from a file.
  ///
  /// - Returns: nil where it is no local file: a URL of another scheme than `file`, or a host name.
  package static func path(of href: String, from file: String) -> String? {
    var reference = href
    if let scheme = scheme(of: href) {
      guard scheme == "file" else { return nil }
      reference = String(href.dropFirst(5))
      if reference.hasPrefix("//localhost/") { reference = String(reference.dropFirst(11)) }
      if reference.hasPrefix("///") { reference = String(reference.dropFirst(2)) }
    }
    guard !reference.hasPrefix("//"), let decoded = percentDecoded(reference), !decoded.contains("\0") else {
      return nil
    }
    if decoded.hasPrefix("/") { return normalized(decoded) }
    guard let slash = file.lastIndex(of: "/") else { return normalized(decoded) }
    return normalized(file[...slash] + decoded)
  }

  /// The scheme of a URL, in lower case, or nil for a relative reference (RFC 3986, section 3.1).
  package static func scheme(of href: String) -> String? {
    guard let colon = href.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = href[..<colon]
    guard let first = scheme.first, first.isASCII, first.isLetter,
      scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return scheme.lowercased()
  }

  /// The text with its `%` escapes resolved, or nil where one is broken.
  package static func percentDecoded(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%") {
        guard index + 2 < bytes.count, let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
          let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
        else { return nil }
        decoded.append(UInt8(high * 16 + low))
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self)
  }

  /// Takes `.` and `name/..` out of a path, so that one file has one name.
  package static func normalized(_ path: some StringProtocol) -> String {
    var steps: [Substring] = []
    for step in String(path).split(separator: "/", omittingEmptySubsequences: true) where step != "." {
      if step == "..", let last = steps.last, last != ".." { steps.removeLast() } else { steps.append(step) }
    }
    return (path.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
  }
}
