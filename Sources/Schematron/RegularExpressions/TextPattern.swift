/// A regular expression and a replacement, as XPath's `replace` takes them, for one who evaluates no XPath.
package struct TextPattern: Sendable {
  private let expression: RegularExpression
  private let replacement: Replacement
  /// How many steps one text may take.
  private static let maximumSteps = 100_000

  /// - Throws: What is wrong with either, in words.
  package init(_ pattern: String, replacement: String) throws(TextPatternFault) {
    do throws(EvaluationFault) {
      expression = try RegularExpression(pattern, flags: "")
      self.replacement = try Replacement(replacement, expression)
    } catch {
      throw TextPatternFault(message: error.message)
    }
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

  package func outcome(of text: String) -> Outcome {
    let scalars = Array(text.unicodeScalars)
    var matcher = RegularExpressionMatcher(expression, scalars)
    var steps = 0
    do throws(EvaluationFault) {
      let found = try matcher.first(from: 0) { (count) throws(EvaluationFault) in
        steps += count
        if steps > Self.maximumSteps { throw EvaluationFault("too many steps", kind: .limit) }
      }
      guard let match = found else { return .unmatched }
      guard match[0] == 0, match[1] == scalars.count else { return .other }
      var result = String.UnicodeScalarView()
      _ = replacement.append(match, scalars, to: &result)
      return .replaced(String(result))
    } catch {
      return .other
    }
  }
}

/// Why a pattern cannot be used.
package struct TextPatternFault: Error {
  package let message: String
}
