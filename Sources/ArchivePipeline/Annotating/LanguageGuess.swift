import ArticleModel

/// Guesses the language of an article by its script and its commonest words, else leaves it undetermined.
///
/// ``FunctionWords`` is a table of our own: on whole articles nothing larger is needed, and an article is never so short
/// that its certainty matters less than the start-up time of a model. A language is said only where it is ahead of all
/// others, so that a neighbour that is not in the table is undetermined rather than wrong.
enum LanguageGuess {
  /// Bytes that are looked at: the beginning of an article tells its language.
  private static let sample = 16_384

  /// A language tag; `und` where fewer than one word in twelve is in the list of the best language, or another language
  /// is not behind by one word in fifty.
  static func language(of source: SourceText) -> String {
    var scan = WordScan(table: WordTable.shared)
    source.bytes.withUnsafeBufferPointer { scan.read(UnsafeBufferPointer(rebasing: $0.prefix(sample))) }
    if let language = scan.script.language { return language }
    guard let best = scan.counts.indices.max(by: { scan.counts[$0] < scan.counts[$1] }) else { return undetermined }
    let second = scan.counts.indices.lazy.filter { $0 != best }.map { scan.counts[$0] }.max() ?? 0
    let count = scan.counts[best]
    guard count >= 2, count * 12 >= scan.words, (count - second) * 50 >= scan.words, count > second else {
      return undetermined
    }
    return FunctionWords.lists[best].language
  }

  private static let undetermined = "und"

  /// Which languages have a word: open addressing by the bytes of the word as one integer.
  private struct WordTable {
    private static let slots = 4096
    private var keys = [UInt64](repeating: 0, count: slots)
    private var languages = [UInt64](repeating: 0, count: slots)

    static let shared = WordTable()

    private init() {
      precondition(FunctionWords.lists.count <= 64, "a language is a bit")
      for (index, list) in FunctionWords.lists.enumerated() {
        for word in list.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
          precondition(word.utf8.count <= 8, "\"\(word)\" is longer than eight bytes")
          let slot = slot(of: word.utf8.reduce(0) { $0 << 8 | UInt64($1) })
          keys[slot] = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
          languages[slot] |= 1 << UInt64(index)
        }
      }
    }

    private func slot(of key: UInt64) -> Int {
      var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> 52)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (Self.slots - 1) }
      return slot
    }

    /// A bit for each language that has a word.
    func languages(of key: UInt64) -> UInt64 { languages[slot(of: key)] }
  }

  /// Letters by script.
  private struct Scripts {
    var all = 0
    var greek = 0
    var hebrew = 0
    var armenian = 0
    var georgian = 0
    var thai = 0
    var hangul = 0
    var kana = 0
    var han = 0

    /// Counts the character that begins with two bytes.
    mutating func count(_ first: UInt8, _ second: UInt8) {
      all += 1
      switch (first, second) {
      case (0xCE, _), (0xCF, _): greek += 1
      case (0xD4, 0xB0...), (0xD5, _), (0xD6, ...0x8F): armenian += 1
      case (0xD6, _), (0xD7, _): hebrew += 1
      case (0xE0, 0xB8...0xB9): thai += 1
      case (0xE1, 0x82...0x83): georgian += 1
      case (0xE3, 0x81...0x83): kana += 1
      case (0xE3, 0x90...), (0xE4...0xE9, _): han += 1
      case (0xEA, 0xB0...), (0xEB...0xED, _): hangul += 1
      default: break
      }
    }

    /// The language of a script that has only one, or that nearly always has, where most letters are of it.
    var language: String? {
      let scripts = [
        (greek, "el"), (hebrew, "he"), (armenian, "hy"), (georgian, "ka"), (thai, "th"), (hangul, "ko"),
        (kana + han, kana * 10 >= kana + han ? "ja" : "zh"),
      ]
      return scripts.first { $0.0 > 1 && $0.0 * 2 > all }?.1
    }
  }

  private struct WordScan {
    let table: WordTable
    var counts = [Int](repeating: 0, count: FunctionWords.lists.count)
    var words = 0
    var script = Scripts()

    init(table: WordTable) { self.table = table }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
      var key: UInt64 = 0
      var length = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case 0x41...0x5A, 0x61...0x7A:
          key = key << 8 | UInt64(byte | 0x20)
          length += 1
          script.all += 1
        case 0x80...0xBF:
          key = key << 8 | UInt64(byte)
          length += 1
        // Signs and general punctuation: quotation marks, dashes, no-break spaces.
        case 0xC2, 0xE2:
          end(&key, &length)
          index += byte == 0xC2 ? 1 : 2
        case 0xC3 where index + 1 < bytes.count && bytes[index + 1] < 0x9F:
          key = key << 16 | 0xC300 | UInt64(bytes[index + 1] | 0x20)
          length += 2
          index += 1
          script.all += 1
        case 0xC3...:
          key = key << 8 | UInt64(byte)
          length += 1
          if index + 1 < bytes.count { script.count(byte, bytes[index + 1]) }
        default: end(&key, &length)
        }
        index += 1
      }
      end(&key, &length)
    }

    private mutating func end(_ key: inout UInt64, _ length: inout Int) {
      guard length > 0 else { return }
      words += 1
      if length <= 8 {
        var languages = table.languages(of: key)
        while languages != 0 {
          counts[languages.trailingZeroBitCount] += 1
          languages &= languages - 1
        }
      }
      (key, length) = (0, 0)
    }
  }
}
