/// What stands in the place of a match, as XPath's `replace` has it: text with `$1` for groups.
package struct Replacement: Sendable {
  private enum Part: Sendable {
    case scalar(Unicode.Scalar)
    case group(Int)
  }

  private var parts: [Part] = []

  /// - Parameter expression: The expression whose groups it names.
  package init(_ text: String, for expression: RegularExpression) throws(RegularExpressionError) {
    let scalars = Array(text.unicodeScalars)
    if expression.flags.isLiteral {
      parts = scalars.map { .scalar($0) }
      return
    }
    var index = 0
    while index < scalars.count {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalars[index] {
      case "\\":
        guard let next, next == "\\" || next == "$" else { throw Self.fault }
        parts.append(.scalar(next))
        index += 2
      case "$":
        index += 1
        guard var number = digit(scalars, index) else { throw Self.fault }
        index += 1
        // As many digits belong to the number as there are groups.
        while let more = digit(scalars, index), number * 10 + more <= expression.groupCount {
          number = number * 10 + more
          index += 1
        }
        parts.append(.group(number))
      default:
        parts.append(.scalar(scalars[index]))
        index += 1
      }
    }
  }

  private static let fault = RegularExpressionError("expected a digit after \"$\" in a replacement, or \"\\$\"")

  private func digit(_ scalars: [Unicode.Scalar], _ index: Int) -> Int? {
    guard index < scalars.count, scalars[index].value >= 0x30, scalars[index].value <= 0x39 else { return nil }
    return Int(scalars[index].value) - 0x30
  }

  /// Appends what stands for a match; how many characters that is.
  package func append(_ match: [Int], of text: [Unicode.Scalar], to result: inout String.UnicodeScalarView) -> Int {
    var length = 0
    for part in parts {
      switch part {
      case .scalar(let scalar):
        result.append(scalar)
        length += 1
      case .group(let number):
        guard 2 * number + 1 < match.count, match[2 * number] >= 0, match[2 * number + 1] >= 0 else { continue }
        result.append(contentsOf: text[match[2 * number]..<match[2 * number + 1]])
        length += match[2 * number + 1] - match[2 * number]
      }
    }
    return length
  }
}
