/// A pointer of an annotation (TEI P5, section 17.2.4): at an element as `#ID`, or at words of one as
/// `#string-range(ID,OFFSET,LENGTH)`, which counts code points of its string value.
struct TextPointer {
  /// The `xml:id`, or what ``ElementPointer`` has in its place.
  let id: String
  /// In code points; nil for the whole element.
  let part: (offset: Int, length: Int)?

  /// The pointers of a `@target` into its own file; others are left out.
  static func all(in target: String) -> [Self] {
    var depth = 0
    // White space parts pointers, and may stand inside parentheses.
    return target.split { character in
      if character == "(" { depth += 1 } else if character == ")" { depth = max(0, depth - 1) }
      return depth == 0 && character.isWhitespace
    }.compactMap(Self.init)
  }

  private init?(_ pointer: Substring) {
    guard pointer.hasPrefix("#") else { return nil }
    let body = pointer.dropFirst()
    guard body.hasPrefix("string-range("), body.hasSuffix(")") else {
      (id, part) = (String(body), nil)
      return
    }
    let arguments = body.dropFirst("string-range(".count).dropLast()
      .split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { !$0.isWhitespace } }
    guard arguments.count == 3, let offset = Int(arguments[1]), let length = Int(arguments[2]), offset >= 0, length > 0
    else { return nil }
    id = arguments[0].first == "#" ? String(arguments[0].dropFirst()) : arguments[0]
    part = (offset, length)
  }
}
