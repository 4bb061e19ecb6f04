import ArticleModel

/// A name that is made of letters of a longer one: "ESA", "MoD", "U.N.".
package enum Acronym {
  /// The letters of a name that has the shape of an acronym, in lower case: two to ten, in one word, most of them
  /// capitals.
  package static func letters(of text: some StringProtocol) -> String? {
    var letters = ""
    var capitals = 0
    for byte in text.utf8 {
      if byte == 0x2E { continue }
      guard Characters.isASCIILetter(byte) else { return nil }
      if byte < 0x60 { capitals += 1 }
      letters.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
    }
    guard (2...10).contains(letters.utf8.count), capitals >= 2, capitals * 2 > letters.utf8.count else { return nil }
    return letters
  }

  /// Whether letters may stand for a name that they are put beside in brackets: two of them begin words of it, or the
  /// first does. The name may be in another language: "International Union of Railways (UIC)".
  package static func mayStand(_ letters: String, for initials: [String]) -> Bool {
    guard let all = initials.last, let first = letters.first else { return false }
    if all.hasPrefix(String(first)) { return true }
    var rest = Array(all)
    var shared = 0
    for letter in letters {
      if let place = rest.firstIndex(of: letter) {
        rest.remove(at: place)
        shared += 1
      }
    }
    return shared >= 2
  }
}
