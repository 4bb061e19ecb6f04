import RegularExpressions
import TestSupport
import Testing

/// Patterns of XML Schema, Part 2, appendix F.
@Suite struct PatternFacetTests {
  @Test(
    arguments: [
      ("", ["": true, "a": false]),
      ("a|bc", ["a": true, "bc": true, "abc": false]),
      ("a{2,3}", ["a": false, "aa": true, "aaa": true, "aaaa": false]),
      ("a{2,}b?", ["a": false, "aab": true, "aaaa": true]),
      ("(ab){2}", ["abab": true, "ab": false]),
      ("[a-c-[b]]+", ["ac": true, "abc": false]),
      ("[^a-c]", ["d": true, "a": false, "é": true]),
      ("[\\-x-]", ["-": true, "x": true, "y": false]),
      ("\\i\\c*", ["a:b-1": true, "1a": false, "été": true]),
      ("\\d{4}", ["2021": true, "٢٠٢١": true, "202": false]),
      ("\\w+", ["naïve": true, "a b": false]),
      ("\\p{Lu}\\P{L}", ["A1": true, "a1": false, "AB": false]),
      ("\\p{IsGreek}+", ["αβγ": true, "abc": false]),
      (".", ["x": true, "\n": false, "𝄞": true]),
      // No anchors, and no flags.
      ("^a$", ["^a$": true, "a": false]),
    ] as [(String, [String: Bool])])
  func holdsWholeValues(pattern: String, values: [String: Bool]) throws {
    let facet = try PatternFacet(pattern)
    for (value, isExpected) in values {
      #expect(Self.matches(facet, value) == isExpected, "\(pattern) on \(value)")
    }
  }

  @Test(arguments: [
    ("a)", "\")\" closes no group, at character 2"),
    ("(a", "\"(\" is not closed, at character 2"),
    ("*", "\"*\" stands where a character is expected, at character 1"),
    ("a{x}", "a quantity is not of the form \"{2,3}\", at character 3"),
    ("a{3,2}", "a quantity is not of the form \"{2,3}\", at character 6"),
    ("[]", "a class of characters is empty or not closed, at character 2"),
    ("[b-a]", "a range of characters is not in order, at character 5"),
    ("\\q", "\"\\q\" is no escape, at character 2"),
    ("\\$", "\"\\$\" is no escape, at character 2"),
    ("\\1", "\"\\1\" is no escape, at character 2"),
    ("(?:a)", "\"?\" stands where a character is expected, at character 2"),
    ("a+?", "\"?\" stands where a character is expected, at character 3"),
    ("\\p{Xy}", "\"Xy\" is no category of characters, at character 4"),
    ("\\p{IsKlingon}", "\"IsKlingon\" is no block of characters, at character 4"),
  ])
  func saysWhatIsNoPattern(pattern: String, message: String) {
    let error = #expect(throws: RegularExpressionError.self) { try PatternFacet(pattern) }
    #expect(error?.message == message)
  }

  @Test(.timeLimit(.minutes(30)))
  func isBounded() throws {
    let time = try processorTime { () throws in
      // Each would take for ever to match by trying.
      let facet = try PatternFacet(String(repeating: "(a?)", count: 30) + String(repeating: "a", count: 30))
      #expect(Self.matches(facet, String(repeating: "a", count: 30)))
      #expect(!Self.matches(try PatternFacet("(a*)*b"), String(repeating: "a", count: 100_000)))
      // Each would take for ever to compile.
      #expect(throws: RegularExpressionError.self) { try PatternFacet("((a{1000}){1000}){1000}") }
      #expect(Self.matches(try PatternFacet("((((){1000000}){1000000}){1000000}){1000000}"), ""))
      let nested = String(repeating: "(", count: 90) + "(a?){1500}" + String(repeating: ")+", count: 90)
      #expect(Self.matches(try PatternFacet(nested), "aaa"))
      #expect(throws: RegularExpressionError.self) {
        try PatternFacet(String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000))
      }
      #expect(throws: RegularExpressionError.self) { try PatternFacet(String(repeating: "[a-", count: 100_000)) }
    }
    #expect(time < .seconds(60))
  }

  private static func matches(_ facet: PatternFacet, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { facet.matches($0) }
  }
}
