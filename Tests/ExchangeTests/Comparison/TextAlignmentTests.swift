import Testing

@testable import Exchange

@Suite struct TextAlignmentTests {
  /// The texts, and what the alignment makes of words of the left in the right; nil for none.
  @Test(arguments: [
    ("one two three", "one 2 three", "three", "three"),
    ("one two three", "one 2 three", "two", "2"),
    ("one two three", "zero one two three", "one two", "one two"),
    ("in Tallin now", "in Tallinn now", "Tallin", "Tallinn"),
    ("in New Yrok now", "in New York now", "New Yrok", "New York"),
    ("in New Yrok now", "in New York now", "Yrok now", "York now"),
    ("a b c d", "a d", "b", nil),
    ("a b c d", "a d", "c d", nil),
    ("a b c d", "a x y z d", "b", nil),
    ("in Riga’s port", "in the Riga’s port", "Riga", "Riga"),
    ("", "a", "", nil),
  ])
  func places(left: String, right: String, words: String, expected: String?) throws {
    let alignment = TextAlignment(Array(left.utf8), Array(right.utf8))
    let found = left.firstRange(of: words) ?? left.startIndex..<left.startIndex
    let start = left.utf8.distance(from: left.startIndex, to: found.lowerBound)
    let range = alignment.right(of: start..<start + words.utf8.count)
    #expect(range.map { String(decoding: Array(right.utf8)[$0], as: UTF8.self) } == expected)
    if let range { #expect(alignment.left(of: range) == start..<start + words.utf8.count) }
  }

  /// Applied to the left words, the hunks make the right ones, however far apart the texts are.
  @Test(arguments: [0, 1, 5, 50, 3_000])
  func hunksLeadFromOneTextToTheOther(changes: Int) {
    var state = UInt64(changes) &+ 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let left = (0..<6_000).map { _ in "w\(random(900))" }
    var right = left
    for change in 0..<changes {
      let index = random(right.count)
      switch change % 3 {
      case 0: right[index] = "x\(random(50))"
      case 1: right.remove(at: index)
      default: right.insert("w\(random(900))", at: index)
      }
    }
    let alignment = TextAlignment(Array(left.joined(separator: " ").utf8), Array(right.joined(separator: " ").utf8))
    var made: [String] = []
    var next = 0
    for hunk in alignment.hunks {
      made += left[next..<hunk.left.lowerBound] + right[hunk.right]
      next = hunk.left.upperBound
    }
    #expect(made + left[next...] == right)
    #expect(changes > 50 || alignment.distance.left <= changes)
  }

  /// Nothing in common, in much: bounded time.
  @Test func strangers() {
    let left = (0..<50_000).map { "a\($0 % 7)" }.joined(separator: " ")
    let right = (0..<50_000).map { "b\($0 % 5)" }.joined(separator: " ")
    #expect(TextAlignment(Array(left.utf8), Array(right.utf8)).hunks.count == 1)
  }

  @Test func annotationsOfACorrectedText() {
    let comparison = MarkedDocument.compare(
      "Teh [Tallin|place] of [Ada|person] and gone [Bo|person].", "The [Tallinn|place] of [Ada|person] and.")
    #expect(comparison.tally.types["place"]?.found(.strict) == 1)
    #expect(comparison.tally.types["person"]?.found(.strict) == 1)
    #expect(comparison.tally.outside == 1 && comparison.differences.isEmpty && !comparison.tally.isSame)
    #expect(comparison.differingWords.map { [$0.reference, $0.response] } == [4, 2])
  }

  @Test(arguments: [
    ("Don't stop-it 3,5 €!", ["Don", "'", "t", "stop", "-", "it", "3", ",", "5", "€", "!"]),
    ("né à “Ö”\u{A0}z", ["né", "à", "“", "Ö", "”", "z"]), ("東京に", ["東", "京", "に"]),
    ("Привет, мир", ["Привет", ",", "мир"]),
    (" ", []),
  ])
  func words(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    #expect(WordRanges.words(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }
}
