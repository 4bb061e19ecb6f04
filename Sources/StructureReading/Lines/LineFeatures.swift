import ArticleModel
import SequenceLabelling

/// What the trained labeller sees of the lines of an article: their shapes, their words, their neighbours, the page, and
/// what the rules think of them.
struct LineFeatures {
  /// The lines that are not blank.
  let lines: [SourceLine]
  /// Whether a blank line stands above and below each, as two bits.
  private let gaps: [UInt32]
  let judgements: [Judgement]
  private let bytes: UnsafeBufferPointer<UInt8>
  let shapes: [LineShape]
  private let words: [LineWords]
  private let page: PageShape

  /// Up to how many characters a line counts as short.
  static let shortLength: Int32 = 100

  /// What the rules take a line for, and how sure they are.
  struct Judgement {
    var kind: UInt32
    var certainty: UInt32

    /// - Parameter label: nil where the rules say nothing, which means a paragraph.
    init(_ label: LineLabel?) {
      kind =
        switch label?.kind {
        case .blank: 0
        case .title: 1
        case .byline: 2
        case .dateline: 3
        case .heading: 4
        case .paragraph, nil: 5
        case .continuation: 6
        case .item: 7
        case .row: 8
        case .delimiterRow: 9
        case .caption, .figureCaption, .credit: 10
        case .summary: 5
        case .furniture: 11
        case .mark: 12
        }
      certainty = UInt32((label?.certainty ?? RuleLineLabeller.paragraphCertainty) * 20)
    }

    static let heading: UInt32 = 4
  }

  /// - Parameters:
  ///   - visible: The indices of the lines that are not blank.
  ///   - ruled: The labels that the rules give, one a line.
  init(_ all: [SourceLine], visible: [Int], ruled: [LineLabel?], bytes: UnsafeBufferPointer<UInt8>) {
    lines = visible.map { all[$0] }
    gaps = visible.map { index in
      (index > 0 && all[index - 1].isBlank ? 1 : 0) | (index + 1 < all.count && all[index + 1].isBlank ? 2 : 0)
    }
    judgements = visible.map { Judgement(ruled[$0]) }
    self.bytes = bytes
    shapes = lines.map { LineShape($0, bytes) }
    words = lines.map { LineWords($0, bytes) }
    page = PageShape(
      lines: lines, shapes: shapes, words: words, headings: judgements.count { $0.kind == Judgement.heading },
      blanks: all.count - visible.count)
  }

  /// The features of each line that is not blank; none of those that are not wanted.
  func sequence(where isWanted: (Int) -> Bool) -> FeatureSequence {
    var sequence = FeatureSequence()
    for index in lines.indices {
      if isWanted(index) { add(index, to: &sequence) }
      sequence.endPosition()
    }
    return sequence
  }

  /// Adds the features of one line to a sequence, or to what explains it.
  func add(_ index: Int, to adder: inout some LineFeatureAdder) {
    shape(index, &adder)
    place(index, &adder)
    judgement(index, &adder)
    neighbour(index, index - 1, 60, &adder)
    neighbour(index, index + 1, 80, &adder)
    surroundings(index, &adder)
    wording(index, &adder)
  }

  private func shape(_ index: Int, _ adder: inout some LineFeatureAdder) {
    let shape = shapes[index]
    let line = lines[index]
    adder.add(0)
    adder.add(1, shape.length)
    adder.add(2, shape.first)
    adder.add(3, shape.last)
    adder.add(4, shape.letterCase)
    adder.add(5, shape.words)
    adder.add(6, shape.ends, shape.length)
    adder.add(7, shape.letterCase, shape.length)
    adder.add(8, shape.last, shape.length)
    adder.add(9, shape.first, shape.length)
    adder.add(10, shape.first, shape.last)
    adder.add(11, UInt32(min(line.innerSentenceEnds, 2)))
    adder.add(12, line.digits == 0 ? 0 : line.digits * 3 > line.length ? 2 : 1)
    adder.add(13, UInt32(min(line.pipes, 3)), UInt32(min(line.tabs, 2)))
    adder.add(14, UInt32(min(line.indent, 6)))
    let marks = shape.marks
    adder.add(15, min(marks.commas, 3), shape.ends)
    adder.add(16, min(marks.quotes, 2))
    adder.add(17, min(marks.colons, 2), shape.last == UInt32(UInt8(ascii: ":")) ? 1 : 0)
    adder.add(18, min(marks.brackets, 2))
    adder.add(19, min(marks.symbols, 3))
    adder.add(20, marks.figures)
    adder.add(21, min(marks.fullStops, 3), shape.ends)
    adder.add(22, min(marks.hyphens, 2))
    adder.add(23, line.words == 0 ? 0 : UInt32(line.capitalisedWords * 4 / line.words), shape.words)
    adder.add(24, min(marks.commas, 2), min(marks.symbols, 1), marks.figures, shape.length << 1 | shape.ends)
  }

  /// Where the line stands on the page, and what the page is like.
  private func place(_ index: Int, _ adder: inout some LineFeatureAdder) {
    let shape = shapes[index]
    let count = lines.count
    adder.add(30, UInt32(min(lines[index].length * 4 / page.typicalLength, 6)))
    let place = index < 3 ? index : index >= count - 2 ? 3 + count - index : 6
    adder.add(31, UInt32(place))
    adder.add(32, UInt32(index * 6 / count))
    adder.add(33, page.shortShare, shape.length, shape.ends)
    adder.add(34, page.titleCaseShare, shape.letterCase, shape.ends)
    adder.add(35, page.capitalsShare, shape.letterCase)
    adder.add(36, gaps[index], page.blankShare)
    adder.add(37, page.repetitions(ofMask: shape.mask), shape.ends)
    adder.add(38, page.repetitions(ofLast: words[index].last), shape.ends)
    adder.add(39, page.repetitions(ofFirst: words[index].first), shape.ends)
  }

  private func judgement(_ index: Int, _ adder: inout some LineFeatureAdder) {
    let shape = shapes[index]
    let own = judgements[index]
    let above = index > 0 ? judgements[index - 1].kind : 20
    let below = index + 1 < judgements.count ? judgements[index + 1].kind : 20
    adder.add(40, own.kind)
    adder.add(41, own.kind, own.certainty)
    adder.add(42, own.kind, below)
    adder.add(43, own.kind, above)
    adder.add(44, own.kind, page.headingShare)
    adder.add(45, own.kind, shape.length, shape.letterCase)
    adder.add(46, own.kind, below, above)
    adder.add(47, own.kind, shape.last)
    adder.add(48, own.kind, page.titleCaseShare, shape.letterCase)
    adder.add(49, own.kind, page.capitalsShare, shape.letterCase)
  }

  private func neighbour(_ index: Int, _ other: Int, _ kind: UInt8, _ adder: inout some LineFeatureAdder) {
    guard lines.indices.contains(other) else { return adder.add(kind + 15) }
    let (own, next) = (shapes[index], shapes[other])
    adder.add(kind, next.length)
    adder.add(kind + 1, next.ends, next.length)
    adder.add(kind + 2, next.letterCase, own.letterCase)
    adder.add(kind + 3, next.first)
    adder.add(kind + 4, next.last)
    adder.add(kind + 5, next.length, next.ends, own.length, own.ends)
    adder.add(kind + 6, next.first, own.first)
    adder.add(kind + 7, next.last, own.last)
    let (length, otherLength) = (lines[index].length, lines[other].length)
    let ratio: UInt32 = otherLength > length * 3 ? 3 : otherLength > length * 2 ? 2 : otherLength > length ? 1 : 0
    adder.add(kind + 8, ratio, own.ends)
  }

  private func surroundings(_ index: Int, _ adder: inout some LineFeatureAdder) {
    func key(_ other: Int) -> UInt32 {
      lines.indices.contains(other) ? shapes[other].length << 1 | shapes[other].ends : 99
    }
    adder.add(100, key(index - 2))
    adder.add(101, key(index + 2))
    guard index > 0, index + 1 < lines.count else { return }
    let (above, own, below) = (shapes[index - 1], shapes[index], shapes[index + 1])
    adder.add(102, key(index - 1), key(index + 1))
    adder.add(103, above.ends, own.ends, below.ends, own.length)
    adder.add(104, own.letterCase, below.ends, below.length)
  }

  /// The first two bytes of a line; figures are one letter.
  private func beginning(_ index: Int) -> UInt32 {
    bytes[lines[index].text.bytes].prefix(2).reduce(0) {
      $0 << 8 | UInt32(Characters.isDigit($1) ? UInt8(ascii: "0") : $1)
    }
  }

  private func wording(_ index: Int, _ adder: inout some LineFeatureAdder) {
    let own = words[index]
    let shape = shapes[index]
    let isLong: UInt32 = shape.length > 9 ? 1 : 0
    if let first = own.first {
      adder.add(110, first)
      adder.add(111, first, isLong)
    }
    if let last = own.last {
      adder.add(112, last)
      adder.add(113, last, isLong)
    }
    // Longer lines are rarely headings: their words are not looked at one by one.
    if lines[index].length <= Self.shortLength {
      var previous: UInt32?
      for (place, word) in WordHashes(lines[index], bytes).enumerated() {
        if place == 1, let previous { adder.add(114, previous, word.hash) }
        adder.add(115, word.hash)
        previous = word.hash
      }
    }
    adder.add(116, beginning(index))
    adder.add(117, UInt32(own.lowerCase * 6 / max(1, lines[index].words)), shape.length)
    adder.add(118, UInt32(own.shortWords * 6 / max(1, lines[index].words)), shape.length)
    adder.add(119, UInt32(min(own.lowerCase, 6)), shape.ends)
  }
}

/// Takes the features of a line, each a kind and up to four numbers.
protocol LineFeatureAdder {
  mutating func add(_ kind: UInt8, feature: UInt32)
}

extension LineFeatureAdder {
  @inline(__always)
  mutating func add(_ kind: UInt8, _ a: UInt32 = 0, _ b: UInt32 = 0, _ c: UInt32 = 0, _ d: UInt32 = 0) {
    var hash = FeatureHash(kind)
    hash.add(a)
    hash.add(b)
    hash.add(c)
    hash.add(d)
    add(kind, feature: hash.feature)
  }
}

extension FeatureSequence: LineFeatureAdder {
  @inline(__always)
  mutating func add(_ kind: UInt8, feature: UInt32) { add(feature) }
}
