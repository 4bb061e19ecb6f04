/// A regular expression and a replacement, as XPath's `replace` takes them, for one who evaluates no XPath.
package struct TextPattern: Sendable {
  private let expression: RegularExpression
  private let replacement: Replacement
  /// How many steps one text may take.
  private static let maximumSteps = 100_000

  /// - Throws: What is wrong with either.
  package init(_ pattern: String, replacement: String) throws(RegularExpressionError) {
    expression = try RegularExpression(pattern)
    self.replacement = try Replacement(replacement, for: expression)
  }

  /// What a text is to the pattern.
  package enum Outcome: Equatable, Sendable {
    /// Nothing in it matches.
    case unmatched
    /// All of it matches, and is replaced by this.
    case replaced(String)
    /// A part of it matches, or it takes too long to say.
    case other
  }

  private struct TooManySteps: Error {}

  package func outcome(of text: String) -> Outcome {
    let scalars = Array(text.unicodeScalars)
    var search = RegularExpressionSearch(expression, in: scalars)
    var steps = 0
    do throws(TooManySteps) {
      let found = try search.first(from: 0) { (count) throws(TooManySteps) in
        steps += count
        if steps > Self.maximumSteps { throw TooManySteps() }
      }
      guard let match = found else { return .unmatched }
      guard match[0] == 0, match[1] == scalars.count else { return .other }
      var result = String.UnicodeScalarView()
      _ = replacement.append(match, of: scalars, to: &result)
      return .replaced(String(result))
    } catch {
      return .other
    }
  }
}
