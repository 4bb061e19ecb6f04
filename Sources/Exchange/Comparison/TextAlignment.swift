/// Which words of two texts are the same, where one is a corrected version of the other.
///
/// Myers, "An O(ND) difference algorithm and its variations" (1986), with a limit to D; beyond it the words between
/// words that occur once in each text, in the same order ("patience" differences), and what those leave is unaligned.
struct TextAlignment {
  /// Two texts in place of each other: words of each.
  struct Hunk: Equatable {
    var left: Range<Int>
    var right: Range<Int>
  }

  /// What differs, in order; words outside are the same. Empty where all are the same.
  private(set) var hunks: [Hunk] = []
  private let leftWords: [Range<Int>]
  private let rightWords: [Range<Int>]

  /// How many words may differ between two words that are aligned for the best alignment to be looked for.
  static let maximumDistance = 1_024

  init(_ left: [UInt8], _ right: [UInt8]) {
    leftWords = WordRanges.words(in: left)
    rightWords = WordRanges.words(in: right)
    var numbers: [ArraySlice<UInt8>: Int32] = [:]
    func number(_ word: ArraySlice<UInt8>) -> Int32 {
      if let known = numbers[word] { return known }
      numbers[word] = Int32(numbers.count)
      return Int32(numbers.count - 1)
    }
    let a = leftWords.map { number(left[$0]) }
    let b = rightWords.map { number(right[$0]) }
    align(a, b, Hunk(left: 0..<a.count, right: 0..<b.count))
  }

  private mutating func align(_ a: [Int32], _ b: [Int32], _ whole: Hunk) {
    let hunk = Self.trimmed(a, b, whole)
    guard !hunk.left.isEmpty, !hunk.right.isEmpty else {
      add(hunk)
      return
    }
    if let found = ShortestEdit.hunks(a, b, hunk, limit: Self.maximumDistance) {
      found.forEach { add($0) }
      return
    }
    var (left, right) = (hunk.left.lowerBound, hunk.right.lowerBound)
    for (i, j) in UniqueWords.anchors(a, b, hunk) + [(hunk.left.upperBound, hunk.right.upperBound)] {
      let gap = Self.trimmed(a, b, Hunk(left: left..<i, right: right..<j))
      if let found = ShortestEdit.hunks(a, b, gap, limit: Self.maximumDistance / 8) {
        found.forEach { add($0) }
      } else {
        add(gap)
      }
      (left, right) = (i + 1, j + 1)
    }
  }

  private mutating func add(_ hunk: Hunk) {
    guard !(hunk.left.isEmpty && hunk.right.isEmpty) else { return }
    if let last = hunks.last, last.left.upperBound == hunk.left.lowerBound,
      last.right.upperBound == hunk.right.lowerBound
    {
      hunks[hunks.count - 1] = Hunk(
        left: last.left.lowerBound..<hunk.left.upperBound, right: last.right.lowerBound..<hunk.right.upperBound)
    } else {
      hunks.append(hunk)
    }
  }

  /// A hunk without the words that are the same at its beginning and end.
  private static func trimmed(_ a: [Int32], _ b: [Int32], _ hunk: Hunk) -> Hunk {
    var (left, right) = (hunk.left, hunk.right)
    while !left.isEmpty, !right.isEmpty, a[left.lowerBound] == b[right.lowerBound] {
      left = left.lowerBound + 1..<left.upperBound
      right = right.lowerBound + 1..<right.upperBound
    }
    while !left.isEmpty, !right.isEmpty, a[left.upperBound - 1] == b[right.upperBound - 1] {
      left = left.lowerBound..<left.upperBound - 1
      right = right.lowerBound..<right.upperBound - 1
    }
    return Hunk(left: left, right: right)
  }

  // MARK: Places

  /// How many words of the left and of the right text are not the same.
  var distance: (left: Int, right: Int) {
    hunks.reduce((0, 0)) { ($0.0 + $1.left.count, $0.1 + $1.right.count) }
  }

  /// The bytes of the left text that stand where bytes of the right text stand; nil where the texts differ across the
  /// ends of the range, so that nothing can be said.
  func left(of range: Range<Int>) -> Range<Int>? {
    Self.map(range, from: rightWords, to: leftWords, hunks.map { ($0.right, $0.left) })
  }

  /// The other way round.
  func right(of range: Range<Int>) -> Range<Int>? {
    Self.map(range, from: leftWords, to: rightWords, hunks.map { ($0.left, $0.right) })
  }

  private static func map(
    _ range: Range<Int>, from: [Range<Int>], to: [Range<Int>], _ hunks: [(Range<Int>, Range<Int>)]
  ) -> Range<Int>? {
    guard let first = firstIndex(in: from, where: { $0.upperBound > range.lowerBound }),
      let end = firstIndex(in: from, where: { $0.lowerBound >= range.upperBound }) ?? Optional(from.count), first < end
    else { return nil }
    guard let start = word(first, hunks, isStart: true), let last = word(end - 1, hunks, isStart: false),
      start <= last, last < to.count
    else { return nil }
    // A span may begin or end inside a word that both texts have.
    let before = isSame(first, hunks) ? max(0, range.lowerBound - from[first].lowerBound) : 0
    let after = isSame(end - 1, hunks) ? max(0, from[end - 1].upperBound - range.upperBound) : 0
    let lower = to[start].lowerBound + before
    let upper = to[last].upperBound - after
    return lower < upper ? lower..<upper : nil
  }

  /// The word of the other text for the first or last word of a span: the same word, or the first or last of what stands
  /// in its place. As many words in place of others are taken one for one: words next to each other were corrected.
  private static func word(_ index: Int, _ hunks: [(Range<Int>, Range<Int>)], isStart: Bool) -> Int? {
    let next = firstIndex(in: hunks, where: { $0.0.upperBound > index }) ?? hunks.count
    if next < hunks.count, hunks[next].0.contains(index) {
      let (own, other) = hunks[next]
      guard !other.isEmpty else { return nil }
      if own.count == other.count { return index - own.lowerBound + other.lowerBound }
      if isStart { return own.lowerBound == index ? other.lowerBound : nil }
      return own.upperBound - 1 == index ? other.upperBound - 1 : nil
    }
    // Hunks in front that are empty on this side count too.
    let shift = next > 0 ? hunks[next - 1].1.upperBound - hunks[next - 1].0.upperBound : 0
    return index + shift
  }

  private static func isSame(_ index: Int, _ hunks: [(Range<Int>, Range<Int>)]) -> Bool {
    guard let next = firstIndex(in: hunks, where: { $0.0.upperBound > index }) else { return true }
    return !hunks[next].0.contains(index)
  }

  /// The first element for which a condition holds that holds for all behind it.
  private static func firstIndex<Element>(in elements: [Element], where holds: (Element) -> Bool) -> Int? {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(elements[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < elements.count ? low : nil
  }
}
