import ArticleModel

/// Looks phrases up in a line: those of site furniture and those of pictures.
///
/// Each phrase lies under the hash of its first word, so that a line costs one look-up, and one more a word where a phrase may
/// stand within it.
struct PhraseLexicon: Sendable {
  /// What a phrase says of a line.
  struct Match {
    var meaning: PhraseList.Meaning
    var place: PhraseList.Place
    var certainty: Float
    /// Where the phrase ends in the folded line.
    var end: Int
  }

  private struct Phrase {
    var text: Range<Int>
    var meaning: PhraseList.Meaning
    var place: PhraseList.Place
    var certainty: Float
  }

  private static let buckets = 1024
  private var pool: [UInt8] = []
  /// The phrases of each bucket; those that may stand behind the beginning of a line come again, in buckets of their own.
  private var phrases: [Phrase] = []
  /// Where each bucket begins in ``phrases``; the last is where the last one ends.
  private var starts: [Int32] = [0]

  static let shared = PhraseLexicon(FurniturePhrases.lists + PicturePhrases.lists)

  init(_ lists: [PhraseList]) {
    var phrases: [Phrase] = []
    for list in lists {
      for text in list.phrases.split(separator: "\n") {
        let start = pool.count
        pool.append(contentsOf: text.utf8)
        phrases.append(
          Phrase(text: start..<pool.count, meaning: list.meaning, place: list.place, certainty: list.certainty))
      }
    }
    addBuckets(phrases)
    addBuckets(
      phrases.filter { phrase in
        switch phrase.place {
        case .sentence, .anywhere, .tail, .ending: true
        case .whole, .weak, .beginning, .closing: false
        }
      })
  }

  /// Adds a bucket for each hash of a first word.
  private mutating func addBuckets(_ phrases: [Phrase]) {
    var lists = [[Phrase]](repeating: [], count: Self.buckets)
    for phrase in phrases {
      let first = pool[phrase.text].drop { !FoldedLine.isWord($0) }.prefix(while: FoldedLine.isWord)
      lists[first.reduce(Self.seed, Self.hash).bucket].append(phrase)
    }
    for list in lists {
      // What asks for more is surer, and is tried first.
      self.phrases += list.sorted { $0.text.count > $1.text.count }
      starts.append(Int32(self.phrases.count))
    }
  }

  private static let seed: UInt32 = 2_166_136_261

  @inline(__always)
  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  /// What a line is by its phrases; nil where none stands in it as it must.
  func match(_ line: FoldedLine, isTail: Bool) -> Match? {
    line.bytes.withUnsafeBufferPointer { match($0, from: line.start, isTail) }
  }

  private func match(_ line: UnsafeBufferPointer<UInt8>, from first: Int, _ isTail: Bool) -> Match? {
    var index = first
    var isFirst = true
    var isCount = true
    while index < line.count {
      let start = index
      var hash = Self.seed
      var digits = 0
      while index < line.count, FoldedLine.isWord(line[index]) {
        hash = Self.hash(hash, line[index])
        if Characters.isDigit(line[index]) { digits += 1 }
        index += 1
      }
      if let match = find(isFirst ? hash.bucket : Self.buckets + hash.bucket, line, start, isTail) { return match }
      // "12 Comments", "(3) Comments": the phrase begins behind the number.
      isFirst = isFirst && isCount && digits == index - start && digits <= 5
      isCount = false
      while index < line.count, !FoldedLine.isWord(line[index]) { index += 1 }
    }
    return nil
  }

  @inline(__always)
  private func find(
    _ bucket: Int, _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ isTail: Bool
  ) -> Match? {
    for index in Int(starts[bucket])..<Int(starts[bucket + 1]) {
      let phrase = phrases[index]
      guard has(phrase, line, start), stands(phrase, in: line, start, isTail) else { continue }
      let end = start + phrase.text.count
      let place = phrase.place == .weak && isCounted(phrase, line, start, end) ? .whole : phrase.place
      return Match(meaning: phrase.meaning, place: place, certainty: phrase.certainty, end: end)
    }
    return nil
  }

  /// Whether comments are counted: "3 Kommentare", "Comments (3)".
  private func isCounted(_ phrase: Phrase, _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard phrase.meaning == .furniture(.commentForm) else { return false }
    return line[..<start].contains { Characters.isDigit($0) } || line[end...].starts(with: " (".utf8)
  }

  private func has(_ phrase: Phrase, _ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + phrase.text.count <= line.count else { return false }
    for offset in 0..<phrase.text.count where line[start + offset] != pool[phrase.text.lowerBound + offset] {
      return false
    }
    return true
  }

  /// A line that a phrase begins is no longer than this, in bytes: beyond it is a paragraph that happens to begin so.
  private static let shortLine = 220
  /// A line in which a sentence begins with a phrase.
  private static let sentences = 320
  /// How far from the end of a line a credit begins.
  private static let ending = 70

  private func stands(_ phrase: Phrase, in line: UnsafeBufferPointer<UInt8>, _ start: Int, _ isTail: Bool) -> Bool {
    let end = start + phrase.text.count
    // The phrase ends where a word does.
    if end < line.count, FoldedLine.isWord(line[end]), FoldedLine.isWord(line[end - 1]) { return false }
    switch phrase.place {
    case .whole, .weak: return line[end...].allSatisfy { !FoldedLine.isWord($0) || Characters.isDigit($0) }
    case .beginning:
      if case .furniture = phrase.meaning { return line.count <= Self.shortLine }
      return true
    case .closing: return isTail && line.count <= Self.shortLine / 2
    case .sentence: return line.count <= Self.sentences && beginsSentence(line, start)
    case .anywhere: return true
    case .tail: return isTail
    case .ending: return line.count - start <= Self.ending && isApart(line, start)
    }
  }

  /// The last character before a place that is neither a space nor a quotation mark.
  private func mark(_ line: UnsafeBufferPointer<UInt8>, before start: Int) -> UInt8? {
    line[..<start].last { $0 != 0x20 && $0 != 0x22 }
  }

  private func beginsSentence(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    switch mark(line, before: start) {
    case nil, UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: ":"),
      UInt8(ascii: ">"):
      true
    default: !line[..<start].contains(where: FoldedLine.isWord)
    }
  }

  /// Whether a full stop, a bracket or a bar stands before a credit.
  private func isApart(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    switch mark(line, before: start) {
    case UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "|"), UInt8(ascii: "!"): true
    default: false
    }
  }
}

extension UInt32 {
  /// The bucket of a hash.
  fileprivate var bucket: Int { Int((self ^ self >> 15) & 1023) }
}
