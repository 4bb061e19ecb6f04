/// Which XPath the expressions of a schema are in.
package enum QueryLanguage: Int, Comparable, Sendable {
  case xpath1 = 1
  case xpath2 = 2
  case xpath3 = 3

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The language of a `queryBinding` (ISO/IEC 19757-3, annexes C and H to K); nil for one that is not supported.
  ///
  /// Schemas that name XSLT 2 use what XPath 3.1 added often enough that the two are not told apart.
  package init?(binding: String) {
    switch binding.lowercased() {
    case "xslt", "xslt1", "xpath", "xpath1": self = .xpath1
    case "xslt2", "xpath2", "xslt3", "xpath3", "xpath31": self = .xpath3
    default: return nil
    }
  }
}
