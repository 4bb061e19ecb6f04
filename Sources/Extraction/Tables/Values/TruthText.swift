/// Yes and no as cells show them.
enum TruthText {
  /// `true` or `false`; nil for what is neither. "NO" is Norway as often.
  static func value(_ text: String) -> String? {
    switch text {
    case "yes", "Yes", "YES", "true", "True", "TRUE", "ja", "Ja", "oui", "Oui", "sí", "Sí", "sì", "Sì", "sim", "Sim",
      "✓", "✔", "☑":
      "true"
    case "no", "No", "false", "False", "FALSE", "nein", "Nein", "nee", "Nee", "non", "Non", "não", "Não", "✗", "✘", "☐":
      "false"
    default: nil
    }
  }
}

/// What cells show where there is no value.
enum MissingText {
  private static let marks: Set<String> = [
    "", "-", "–", "—", "−", "..", "...", "…", ".", "/", "?", "n/a", "N/A", "n.a.", "N.A.", "NA", "n/d", "n.d.", "N/D",
    "n. a.", "n/a.", "k.A.", "k. A.", "keine Angabe", "s.d.", "s/d", "n.v.t.", "b.d.", "#N/A", "NaN", ":", "*", "null",
    "NULL", "none", "None", "unknown", "–*", "-*", "n/a*",
  ]

  /// Only in a column of which the other values are all numbers, dates or truth values.
  static func contains(_ text: String) -> Bool { marks.contains(text) }
}
