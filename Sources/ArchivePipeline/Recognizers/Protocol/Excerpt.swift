extension StringProtocol {
  /// The beginning of what a program said, as messages quote it: no control character of its reaches a terminal.
  func excerpt(_ length: Int = 60) -> String {
    var excerpt = String.UnicodeScalarView()
    for scalar in unicodeScalars.prefix(length) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: excerpt.append("\u{FFFD}")
      default: excerpt.append(scalar)
      }
    }
    return String(excerpt) + (unicodeScalars.count > length ? "…" : "")
  }
}
