import ArticleModel

/// Looks phrases of site furniture up in a line.
///
/// Each phrase lies under the hash of its first word, so that a line costs one look-up, and one more a word where a phrase may
/// stand within it.
struct FurnitureLexicon: Sendable {
  /// What a phrase says of a line.
  struct Match {
    var kind: Furniture
    var certainty: Float
    /// Whether the lines around must bear it out.
    var isWeak: Bool
  }

  private struct Phrase {
    var text: Range<Int>
    var kind: Furniture
    var place: FurniturePhrases.Place
    var certainty: Float
  }

  /// Buckets of phrases by the hash of their first word.
  private struct Table {
    var starts: [Int32]
    var phrases: [Phrase]
  }

  private static let buckets = 1024
  private var pool: [UInt8] = []
  private var all = Table(starts: [], phrases: [])
  /// Those that may stand behind the beginning of a line.
  private var inner = Table(starts: [], phrases: [])

  static let shared = FurnitureLexicon()

  init() {
    var phrases: [Phrase] = []
    for list in FurniturePhrases.lists {
      for text in list.phrases.split(separator: "\n") {
        let start = pool.count
        pool.append(contentsOf: text.utf8)
        phrases.append(
          Phrase(text: start..<pool.count, kind: list.kind, place: list.place, certainty: list.certainty))
      }
    }
    all = table(phrases)
    inner = table(
      phrases.filter { phrase in
        switch phrase.place {
        case .sentence, .anywhere, .tail: true
        case .whole, .weak, .beginning, .closing: false
        }
      })
  }

  private func table(_ phrases: [Phrase]) -> Table {
    var lists = [[Phrase]](repeating: [], count: Self.buckets)
    for phrase in phrases {
      let first = pool[phrase.text].prefix(while: FoldedLine.isWord)
      lists[Self.bucket(of: first)].append(phrase)
    }
    var table = Table(starts: [0], phrases: [])
    for list in lists {
      // What asks for more is surer, and is tried first.
      table.phrases += list.sorted { $0.text.count > $1.text.count }
      table.starts.append(Int32(table.phrases.count))
    }
    return table
  }

  private static func bucket(of word: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int((hash ^ hash >> 15) & UInt32(buckets - 1))
  }

  /// What a line is by its phrases; nil where none stands in it as it must.
  func match(_ line: FoldedLine, isTail: Bool) -> Match? {
    var start = line.start
    // "12 Comments", "(3) Comments".
    let first = line.wordEnd(start)
    if first < line.bytes.count, line.bytes[start..<first].allSatisfy({ $0 &- 0x30 < 10 }), first - start <= 5 {
      start = line.nextWord(first)
    }
    guard start < line.bytes.count else { return nil }
    if let match = find(in: all, line, start, isTail) { return match }
    var index = start
    while true {
      index = line.nextWord(line.wordEnd(index))
      guard index < line.bytes.count else { return nil }
      if let match = find(in: inner, line, index, isTail) { return match }
    }
  }

  private func find(in table: Table, _ line: FoldedLine, _ start: Int, _ isTail: Bool) -> Match? {
    let bucket = Self.bucket(of: line.bytes[start..<line.wordEnd(start)])
    for index in Int(table.starts[bucket])..<Int(table.starts[bucket + 1]) {
      let phrase = table.phrases[index]
      guard line.has(pool[phrase.text], at: start), stands(phrase, in: line, start, isTail) else { continue }
      return Match(kind: phrase.kind, certainty: phrase.certainty, isWeak: phrase.place == .weak)
    }
    return nil
  }

  /// A line that a phrase begins is no longer than this, in bytes: beyond it is a paragraph that happens to begin so.
  private static let shortLine = 220
  /// A line in which a sentence begins with a phrase.
  private static let sentences = 320

  private func stands(_ phrase: Phrase, in line: FoldedLine, _ start: Int, _ isTail: Bool) -> Bool {
    let end = start + phrase.text.count
    let bytes = line.bytes
    // The phrase ends where a word does.
    if end < bytes.count, FoldedLine.isWord(bytes[end]), FoldedLine.isWord(bytes[end - 1]) { return false }
    switch phrase.place {
    case .whole, .weak: return bytes[end...].allSatisfy { !FoldedLine.isWord($0) || $0 &- 0x30 < 10 }
    case .beginning: return bytes.count <= Self.shortLine
    case .closing: return isTail && bytes.count <= Self.shortLine / 2
    case .sentence: return bytes.count <= Self.sentences && beginsSentence(line, start)
    case .anywhere: return true
    case .tail: return isTail
    }
  }

  private func beginsSentence(_ line: FoldedLine, _ start: Int) -> Bool {
    guard let before = line.bytes[..<start].last(where: { $0 != 0x20 && $0 != 0x22 }) else { return true }
    switch before {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: ":"),
      UInt8(ascii: ">"):
      return true
    default: return !line.bytes[..<start].contains(where: FoldedLine.isWord)
    }
  }
}
