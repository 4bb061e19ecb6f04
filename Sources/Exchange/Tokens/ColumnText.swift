/// What may stand in a column.
enum ColumnText {
  /// A value for a column that white space ends.
  static func withoutSpaces(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.properties.isWhitespace) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar.properties.isWhitespace ? "_" : scalar) }
    return String(result)
  }

  /// A value for a column that a tab ends: controls become spaces. `_` stands for none.
  static func orUnderscore(_ text: String) -> String {
    if text.isEmpty { return "_" }
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar.value < 0x20 ? " " : scalar) }
    return String(result)
  }

  static func orEmpty(_ field: String) -> String { field == "_" ? "" : field }
}
