import ArticleModel

/// Furniture that no list of phrases can hold: rows of networks, reading times, notices of rights, paths of navigation.
enum FurnitureShapes {
  static func match(_ line: FoldedLine, _ source: SourceLine, isEdge: Bool) -> PhraseLexicon.Match? {
    func match(_ kind: Furniture, _ certainty: Float, _ place: PhraseList.Place = .whole) -> PhraseLexicon.Match {
      PhraseLexicon.Match(meaning: .furniture(kind), place: place, certainty: certainty, end: line.bytes.count)
    }
    guard line.bytes.count <= 160 else { return nil }
    if let names = networks(line) {
      return names > 1 ? match(.share, 0.95) : match(.share, 0.85, .weak)
    }
    if isReadingTime(line) { return match(.readingTime, 0.95) }
    if isNoticeOfRights(line) { return match(.copyright, 0.92) }
    if isEdge, isPath(line, source) { return match(.navigation, 0.8) }
    return nil
  }

  // MARK: Rows of networks

  private static let networkNames = Set(
    words: """
      facebook twitter x linkedin whatsapp telegram pinterest reddit instagram tiktok youtube tumblr pocket xing vk \
      messenger threads bluesky mastodon flipboard viber line snapchat email mail print copy link rss
      """)

  /// Words that stand in such a row and make none: "Share on Facebook, Twitter or e-mail".
  private static let companions = Set(
    words:
      "share on via or and e teilen auf und oder par partager sur et ou compartir en y o by")

  /// How many networks a line names, where it names nothing else.
  private static func networks(_ line: FoldedLine) -> Int? {
    guard line.bytes.count <= 120 else { return nil }
    var names = 0
    for word in line.words {
      // The longest name has nine letters, and most lines end here at their first word.
      guard word.count <= 10 else { return nil }
      if networkNames.contains(word) {
        names += 1
      } else if !companions.contains(word) {
        return nil
      }
    }
    return names == 0 ? nil : names
  }

  // MARK: Reading times

  private static let readingBeginnings = [
    "reading time", "read time", "estimated reading time", "lesezeit", "lesedauer", "temps de lecture",
    "durée de lecture", "tiempo de lectura", "lectura de", "lectura:", "lecture :", "lecture",
  ].map { Array($0.utf8) }

  private static let readingEnds = [
    "read", "reading time", "lesezeit", "lesedauer", "de lecture", "de lectura", "to read", "zu lesen",
  ].map { Array($0.utf8) }

  private static let minutes = Set(words: "min mins minute minutes minuten minuto minutos")

  /// "5 min read", "Lesezeit: 4 Minuten", "3 minutos de lectura".
  private static func isReadingTime(_ line: FoldedLine) -> Bool {
    let bytes = line.bytes
    guard bytes.count <= 48, bytes.contains(where: Characters.isDigit) else { return false }
    var text = bytes[line.start...]
    while let last = text.last, !FoldedLine.isWord(last) { text.removeLast() }
    guard
      readingEnds.contains(where: { text.suffix($0.count).elementsEqual($0) })
        || readingBeginnings.contains(where: { text.starts(with: $0) })
    else { return false }
    return line.words.contains { minutes.contains($0) }
  }

  // MARK: Notices of rights

  private static let beginnings = ["\u{A9}", "(c)", "copyright"].map { Array($0.utf8) }

  /// "© 2024 The Paper", "Copyright 2024": a mark and a year right behind it, or behind the holder's name.
  private static func isNoticeOfRights(_ line: FoldedLine) -> Bool {
    let bytes = line.bytes
    guard let mark = beginnings.first(where: { bytes.starts(with: $0) }) else { return false }
    var digits = 0
    for (index, byte) in bytes.enumerated().dropFirst(mark.count) {
      digits = Characters.isDigit(byte) ? digits + 1 : 0
      guard digits == 4 else { continue }
      let year =
        bytes[index - 3] == 0x31 && bytes[index - 2] == 0x39 || bytes[index - 3] == 0x32 && bytes[index - 2] == 0x30
      if year { return true }
    }
    return false
  }

  // MARK: Paths

  /// "News > Europe > Portugal".
  private static func isPath(_ line: FoldedLine, _ source: SourceLine) -> Bool {
    let bytes = line.bytes
    guard bytes.count <= 120, let first = bytes.first, let last = bytes.last, FoldedLine.isWord(first),
      FoldedLine.isWord(last)
    else { return false }
    let marks = bytes.lazy.filter { $0 == UInt8(ascii: ">") }.count
    guard marks >= 2 || marks == 1 && bytes.count <= 40, source.capitalisedWords > marks else { return false }
    // A comparison of numbers is no path.
    return !bytes.contains { Characters.isDigit($0) || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "<") }
  }
}
