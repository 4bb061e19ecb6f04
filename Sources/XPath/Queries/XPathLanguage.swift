/// Which XPath an expression is in.
public enum XPathLanguage: String, CaseIterable, Sendable {
  /// XPath 1.0, and nothing beyond it.
  case xpath1 = "1.0"
  /// XPath 3.1, with its strict types: `contains(p, "a")` is an error where there are several `p`.
  case xpath31 = "3.1"
  /// XPath 3.1 in the mode that lets expressions of XPath 1.0 mean what they meant (XPath 2.0, section 2.1.1, "XPath 1.0
  /// compatibility mode"): where one value is expected, the first one counts, and numbers are read out of text.
  case compatible
}
