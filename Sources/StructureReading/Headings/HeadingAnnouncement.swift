import ArticleModel

/// Headings that announce a series below them: "These Are the Causes", "In drei Schritten", "Les étapes suivantes".
enum HeadingAnnouncement {
  private static let words = Set(
    words: """
      these following diese folgende folgenden ces suivants suivantes estos estas siguientes two three four five six \
      seven eight nine ten zwei drei vier fünf sechs sieben acht neun zehn deux trois quatre cinq sept huit neuf dix \
      dos tres cuatro cinco siete ocho nueve diez 2 3 4 5 6 7 8 9 10
      """)

  static func isOne(_ text: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[text.bytes].split(separator: 0x20).contains { word in
      let letters = word.prefix { Characters.isASCIILetter($0) || $0 >= 0x80 || Characters.isDigit($0) }
      return words.contains(letters)
    }
  }
}
