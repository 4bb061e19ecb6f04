import ArticleModel

/// Names as they are compared: without case, diacritics, apostrophes, full stops and hyphens.
///
/// "KOVAČ", "Kovač’s" and "Kovac" are one; so are "J. D. Vance" and "JD Vance", "Jean-Claude" and "Jean Claude".
package enum NameFolding {
  /// The words of a name, folded. A possessive at its end is no part of it.
  package static func words(of name: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    func close() {
      guard !word.isEmpty else { return }
      words.append(word)
      word = ""
    }
    for scalar in withoutPossessive(name) {
      switch scalar.value {
      case 0x41...0x5A: word.unicodeScalars.append(Unicode.Scalar(scalar.value | 0x20)!)
      case 0x61...0x7A, 0x30...0x39: word.unicodeScalars.append(scalar)
      case 0x26:
        close()
        words.append("and")
      case 0x2E, 0x27, 0x2019, 0x2BC, 0xAD: break
      case 0..<0x80: close()
      default:
        if let folded = folded(scalar) { word += folded } else { close() }
      }
    }
    close()
    return joiningInitials(words)
  }

  private static func withoutPossessive(_ name: some StringProtocol) -> Substring.UnicodeScalarView {
    var scalars = Substring(name).unicodeScalars
    while let last = scalars.last, Characters.isSpace(last.value) { scalars.removeLast() }
    for ending in ["s", "S"] {
      let rest = scalars.dropLast()
      if scalars.last == Unicode.Scalar(ending), let mark = rest.last, Characters.isApostrophe(mark.value) {
        return rest.dropLast()
      }
    }
    return scalars
  }

  /// "j", "d", "vance": "jd", "vance".
  private static func joiningInitials(_ words: [String]) -> [String] {
    guard words.count > 2, words.contains(where: { $0.utf8.count == 1 }) else { return words }
    var joined: [String] = []
    var isInitials = false
    for word in words {
      let isInitial = word.utf8.count == 1
      if isInitial, isInitials { joined[joined.count - 1] += word } else { joined.append(word) }
      isInitials = isInitial
    }
    return joined
  }

  /// A letter in lower case without its marks, "" for a mark by itself; nil for what is no letter.
  ///
  /// The base of a Latin letter stands in its name: LATIN SMALL LETTER C WITH CARON.
  private static func folded(_ scalar: Unicode.Scalar) -> String? {
    if Characters.isMark(scalar.value) { return "" }
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.numericType != nil else { return nil }
    let lower = properties.lowercaseMapping
    guard let first = lower.unicodeScalars.first, first.value < 0x1F00, let name = first.properties.name,
      name.hasPrefix("LATIN SMALL LETTER ")
    else { return lower }
    let base = name.dropFirst("LATIN SMALL LETTER ".count).prefix { $0 != " " }
    switch base {
    case "SHARP": return "ss"
    case "AE", "OE": return base.lowercased()
    case "DOTLESS": return "i"
    case "THORN": return "th"
    case "ETH": return "d"
    default: return base.utf8.count == 1 ? base.lowercased() : lower
    }
  }
}
