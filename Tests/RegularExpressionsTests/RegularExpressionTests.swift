import RegularExpressions
import TestSupport
import Testing

/// Regular expressions of XPath and XQuery Functions and Operators 3.1, section 5.6.
@Suite struct RegularExpressionTests {
  @Test(
    arguments: [
      ("b+", "", "abbc", [1, 3]),
      ("b+?", "", "abbc", [1, 2]),
      ("a|ab", "", "xab", [1, 2]),
      ("^b", "", "a\nb", nil),
      ("^b", "m", "a\nb", [2, 3]),
      ("a$", "m", "a\nb", [0, 1]),
      ("a$", "", "a\nb", nil),
      ("a.b", "", "a\nb", nil),
      ("a.b", "s", "a\nb", [0, 3]),
      ("(a)(b)?", "", "ac", [0, 1, 0, 1, -1, -1]),
      ("(?:a)(b)", "", "ab", [0, 2, 1, 2]),
      ("a.c", "q", "abc a.c", [4, 7]),
      ("A.C", "qi", "a.c", [0, 3]),
      ("\\$\\d", "", "costs $5", [6, 8]),
      ("", "", "a", [0, 0]),
    ] as [(String, String, String, [Int]?)])
  func findsTheFirst(pattern: String, flags: String, text: String, match: [Int]?) throws {
    #expect(try Self.first(pattern, flags, text) == match)
  }

  /// The examples of section 5.6.2, and what it says of each flag.
  @Test func ignoresCaseInRangesAlone() throws {
    for letter in ["A", "B", "a", "b"] { #expect(try Self.first("^[A-Z-[IO]]$", "i", letter) != nil) }
    for letter in ["I", "O", "i", "o"] { #expect(try Self.first("^[A-Z-[IO]]$", "i", letter) == nil) }
    #expect(try Self.first("[^q]", "i", "Q") == nil)
    #expect(try Self.first("\\p{Lu}", "i", "a") == nil)
    #expect(try Self.first("\\P{Lu}", "i", "A") == nil)
    #expect(try Self.first("ÉTÉ", "i", "été") == [0, 3])
    #expect(try Self.first("ſ", "i", "S") == [0, 1])
  }

  @Test func leavesOutSpaceButInClasses() throws {
    #expect(try Self.first("hello world", "x", "helloworld") == [0, 10])
    #expect(try Self.first("hello[ ]world", "x", "hello world") == [0, 11])
    #expect(try Self.first("\\p{ IsBasicLatin }+", "x", "hello") == [0, 5])
    #expect(try Self.first("a { 2 } [\\]\\s] b", "x", "aa b") == [0, 4])
  }

  @Test(arguments: [
    ("(a", "", "\"(\" is not closed, at character 2"),
    ("(?=a)", "", "\"(?\" is not followed by \":\", at character 3"),
    ("(a)\\1", "", "back-references are not supported, at character 5"),
    ("a", "g", "\"g\" is no flag of a regular expression"),
    ("((a{1000}){1000}){1000}", "", "it has more than 20000 steps"),
  ])
  func saysWhatIsNoExpression(pattern: String, flags: String, message: String) {
    let error = #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern, flags: flags) }
    #expect(error?.message == message)
  }

  @Test(.timeLimit(.minutes(30)))
  func isBounded() throws {
    let time = try processorTime { () throws in
      #expect(
        try Self.first(String(repeating: "(?:", count: 4) + String(repeating: "){1000000}", count: 4), "", "") == [
          0, 0,
        ])
      #expect(try Self.first("(a*)*b", "", String(repeating: "a", count: 20_000)) == nil)
      #expect(throws: RegularExpressionError.self) {
        try RegularExpression(String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000))
      }
      #expect(throws: RegularExpressionError.self) { try RegularExpression(String(repeating: "(a)?", count: 501)) }
      #expect(try Self.first(String(repeating: "(?:a)?", count: 501), "", "aa") == [0, 2])
    }
    #expect(time < .seconds(60))
  }

  private struct Stop: Error {}

  @Test func endsWhereItsCallerHasEnough() throws {
    var search = RegularExpressionSearch(
      try RegularExpression("b"), in: Array(String(repeating: "a", count: 100).unicodeScalars))
    var steps = 0
    #expect(throws: Stop.self) {
      try search.first(from: 0) { (count) throws(Stop) in
        steps += count
        if steps > 10 { throw Stop() }
      }
    }
  }

  private static func first(_ pattern: String, _ flags: String, _ text: String) throws -> [Int]? {
    var search = RegularExpressionSearch(
      try RegularExpression(pattern, flags: flags), in: Array(text.unicodeScalars))
    return search.first(from: 0) { _ in }
  }
}
