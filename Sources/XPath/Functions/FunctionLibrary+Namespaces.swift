internal import XML

/// Functions beyond those of XPath, for queries: of EXSLT, under its names, and of TEI.
extension FunctionLibrary {
  /// The prefixes that queries may use without saying so.
  static let queryPrefixes = [
    "str": "http://exslt.org/strings", "set": "http://exslt.org/sets", "regexp": "http://exslt.org/regular-expressions",
    "math": "http://exslt.org/math", "date": "http://exslt.org/dates-and-times",
  ]

  /// By namespace and local name.
  static let extensions: [String: [String: Function]] = [
    "http://exslt.org/strings": exsltStrings, "http://exslt.org/sets": exsltSets,
    "http://exslt.org/regular-expressions": exsltRegularExpressions, "http://exslt.org/math": exsltMath,
    "http://exslt.org/dates-and-times": exsltDates, XMLNamespace.tei: tei,
  ]
}
