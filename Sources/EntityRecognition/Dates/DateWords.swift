/// The words of a language, and a quick answer to whether a word may begin an expression: most words of a text do not.
struct DateWords: Sendable {
  let table: WordTable<DateWord>
  /// One bit for each first byte, last byte and length of a word that may begin an expression.
  private let starters: [UInt64]

  init(_ entries: [(word: String, entry: DateWord)]) {
    table = WordTable(entries)
    var starters = [UInt64](repeating: 0, count: 256)
    for (word, entry) in entries where entry.role.beginsExpression {
      let bit = Self.bit(word.utf8.first!, word.utf8.last!, word.utf8.count)
      starters[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.starters = starters
  }

  /// Whether the word of these bytes may begin an expression; a word that does is never refused.
  @inline(__always)
  func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let bit = Self.bit(bytes[start], bytes[end - 1], end - start)
    return starters[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// Upper and lower case have the same bit, in ASCII and in the Latin letters of two bytes.
  @inline(__always)
  private static func bit(_ first: UInt8, _ last: UInt8, _ count: Int) -> Int {
    (Int(first & 0x1F) << 9 | Int(last & 0x1F) << 4 | count & 15) & 16383
  }
}

extension DateWord.Role {
  /// Whether an expression begins with such a word; the others stand inside one or beside it.
  fileprivate var beginsExpression: Bool {
    switch self {
    case .month, .weekday, .season, .ordinal, .cardinal, .unit, .relativeDay, .deictic, .anaphoric, .part, .agoBefore,
      .later, .era, .year, .decadeName, .decadeNoun, .edge, .holiday, .fiscal:
      true
    case .none, .ago, .to, .and, .from, .between, .preposition, .of, .the, .counted, .notYear, .future, .past, .present:
      false
    }
  }
}
