import ArticleModel

/// The shape of a line in steps so coarse that a model can learn from a few hundred pages.
struct LineShape {
  var length: UInt32
  /// The classes of the first and the last character.
  var first: UInt32
  var last: UInt32
  /// 0 small letters … 2 title case, 3 no long word, 4 capitals, 5 no letter, 6 one long word.
  var letterCase: UInt32
  /// 1 where the line ends as a sentence does.
  var ends: UInt32
  var words: UInt32
  var marks = Marks()
  /// A hash of the line with its figures made equal: dates and times of one form have one mask.
  var mask: UInt32 = 0

  /// How often marks occur in the line.
  struct Marks {
    var commas: UInt32 = 0
    var quotes: UInt32 = 0
    var colons: UInt32 = 0
    var brackets: UInt32 = 0
    /// Pipes, slashes, at-signs, middle dots and what code has.
    var symbols: UInt32 = 0
    var fullStops: UInt32 = 0
    var hyphens: UInt32 = 0
    /// 1 where the line has a time of day, 2 where it has a date in figures.
    var figures: UInt32 = 0
  }

  init(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) {
    length = Self.step(line.length)
    first = Self.characterClass(line.first)
    last = Self.characterClass(line.lastMark)
    letterCase = Self.letterCase(line)
    ends = line.endsSentence ? 1 : 0
    words = UInt32(min(line.words, 12))
    // Of longer lines nothing more is asked.
    guard line.length <= HeadingLines.longest else { return }
    (marks, mask) = Self.scan(UnsafeBufferPointer(rebasing: bytes[line.text.bytes]))
  }

  private static let steps: [Int32] = [1, 2, 3, 4, 8, 16, 24, 32, 45, 60, 80, 110, 160, 300]

  private static func step(_ length: Int32) -> UInt32 {
    UInt32(steps.firstIndex { length < $0 } ?? steps.count)
  }

  private static func characterClass(_ value: UInt32) -> UInt32 {
    if Characters.isLetter(value) { return Characters.isUpper(value) ? 1 : Characters.isLower(value) ? 2 : 4 }
    return Characters.isDigit(value) ? 3 : value
  }

  private static func letterCase(_ line: SourceLine) -> UInt32 {
    if line.upperLetters + line.lowerLetters == 0 { return 5 }
    if line.lowerLetters == 0, line.upperLetters > 3 { return 4 }
    if line.longWords == 0 { return 3 }
    if line.capitalisedLongWords * 4 >= line.longWords * 3 { return line.longWords >= 2 ? 2 : 6 }
    return line.capitalisedLongWords * 3 >= line.longWords ? 1 : 0
  }

  private static func scan(_ text: UnsafeBufferPointer<UInt8>) -> (Marks, mask: UInt32) {
    var marks = Marks()
    var mask: UInt32 = 0x811C_9DC5
    var before: UInt8 = 0
    for (index, byte) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : 0
      switch byte {
      case UInt8(ascii: ","): marks.commas += 1
      case UInt8(ascii: "\""): marks.quotes += 1
      case UInt8(ascii: ":"):
        marks.colons += 1
        if Characters.isDigit(next), marks.figures == 0 { marks.figures = 1 }
      case UInt8(ascii: "("), UInt8(ascii: ")"): marks.brackets += 1
      case UInt8(ascii: "|"), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "\\"),
        UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: ">"):
        marks.symbols += 1
      case 0xC2 where next == 0xB7: marks.symbols += 1
      case UInt8(ascii: "."):
        marks.fullStops += 1
        if Characters.isDigit(before), Characters.isDigit(next) { marks.figures = 2 }
      case UInt8(ascii: "-"): marks.hyphens += 1
      default: break
      }
      if !(Characters.isDigit(byte) && Characters.isDigit(before)) {
        mask = (mask ^ UInt32(Characters.isDigit(byte) ? UInt8(ascii: "0") : byte)) &* 0x0100_0193
      }
      before = byte
    }
    return (marks, mask)
  }
}

/// The words of a line as hashes, without regard to ASCII case; figures are one letter.
struct WordHashes: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int
  private let end: Int

  struct Word {
    var hash: UInt32
    /// In bytes.
    var length: Int32
    /// Whether it begins with a small letter of ASCII.
    var isLowerCase: Bool
  }

  init(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    index = Int(line.text.start)
    end = Int(line.text.end)
  }

  mutating func next() -> Word? {
    while index < end, !Self.isPart(bytes[index]) { index += 1 }
    guard index < end else { return nil }
    var word = Word(hash: 0x811C_9DC5, length: 0, isLowerCase: bytes[index] &- 0x61 < 26)
    while index < end, Self.isPart(bytes[index]) {
      let byte = bytes[index]
      let folded = Characters.isDigit(byte) ? UInt8(ascii: "0") : byte < 0x80 ? byte | 0x20 : byte
      word.hash = (word.hash ^ UInt32(folded)) &* 0x0100_0193
      word.length += 1
      index += 1
    }
    return word
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    Characters.isASCIILetter(byte) || byte >= 0x80 || Characters.isDigit(byte)
  }
}

/// What the words of a line have in common.
struct LineWords {
  /// The first and the last word; nil where the line has none, or is too long for a heading.
  private(set) var first: UInt32?
  private(set) var last: UInt32?
  /// Words that begin with a small letter, and words of at most three bytes.
  private(set) var lowerCase: Int32 = 0
  private(set) var shortWords: Int32 = 0

  init(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard line.length <= HeadingLines.longest else { return }
    for word in WordHashes(line, bytes) {
      if first == nil { first = word.hash }
      last = word.hash
      if word.isLowerCase { lowerCase += 1 }
      if word.length <= 3 { shortWords += 1 }
    }
  }
}

/// What the lines of a page have in common.
struct PageShape {
  /// The median length of the lines that end as sentences do, at least 1.
  private(set) var typicalLength: Int32 = 200
  /// Lines that are short and end no sentence, in eighths.
  private(set) var shortShare: UInt32 = 0
  /// Of those, the ones in title case and in capitals, in quarters; 9 where there are none.
  private(set) var titleCaseShare: UInt32 = 9
  private(set) var capitalsShare: UInt32 = 9
  /// Lines that the rules take for headings, in eighths.
  private(set) var headingShare: UInt32 = 0
  /// 0 no blank lines, 1 few, 2 many.
  private(set) var blankShare: UInt32 = 0
  private let masks: Counts
  private let lastWords: Counts
  private let firstWords: Counts

  init(lines: [SourceLine], shapes: [LineShape], words: [LineWords], headings: Int, blanks: Int) {
    let count = max(1, lines.count)
    let lengths = lines.lazy.filter(\.endsSentence).map(\.length).sorted()
    if !lengths.isEmpty { typicalLength = max(1, lengths[lengths.count / 2]) }
    var (short, titleCase, capitals) = (0, 0, 0)
    for (line, shape) in zip(lines, shapes) where line.length <= 80 && shape.ends == 0 {
      short += 1
      if shape.letterCase == 2 { titleCase += 1 }
      if shape.letterCase == 4 { capitals += 1 }
    }
    shortShare = UInt32(short * 8 / count)
    if short > 0 {
      titleCaseShare = UInt32(titleCase * 4 / short)
      capitalsShare = UInt32(capitals * 4 / short)
    }
    headingShare = UInt32(headings * 8 / count)
    blankShare = blanks == 0 ? 0 : blanks * 3 < count ? 1 : 2
    let places = lines.indices.filter { lines[$0].length <= LineFeatures.shortLength }
    masks = Counts(places.map { shapes[$0].mask })
    lastWords = Counts(places.compactMap { words[$0].last })
    firstWords = Counts(places.compactMap { words[$0].first })
  }

  /// How often each of some numbers occurs.
  private struct Counts {
    private let sorted: [UInt32]

    init(_ numbers: [UInt32]) { sorted = numbers.sorted() }

    subscript(_ number: UInt32) -> Int { place { $0 <= number } - place { $0 < number } }

    /// How many of the numbers are before a place: binary search.
    private func place(_ isBefore: (UInt32) -> Bool) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(sorted[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  func repetitions(ofMask mask: UInt32) -> UInt32 { Self.step(masks[mask]) }
  func repetitions(ofLast word: UInt32?) -> UInt32 { Self.step(word.map { lastWords[$0] } ?? 0) }
  func repetitions(ofFirst word: UInt32?) -> UInt32 { Self.step(word.map { firstWords[$0] } ?? 0) }

  /// 0 for at most one, 1 for two, 2 for up to five, 3 for more.
  private static func step(_ count: Int) -> UInt32 {
    switch count {
    case ...1: 0
    case 2: 1
    case 3...5: 2
    default: 3
    }
  }
}
