/// What the values of a column are. The raw values are the types of Table Schema (datapackage.org, Table Schema 2.0).
public enum RowType: String, Sendable, CaseIterable, Hashable {
  /// Any text.
  case text = "string"
  /// A whole number of at most 18 digits.
  case integer
  /// A decimal number as JSON writes it.
  case number
  /// `true` or `false`.
  case boolean
  /// A day, `2021-03-05`.
  case date
  /// A month, `2021-03`.
  case yearmonth
  /// A year of four digits.
  case year

  /// Whether JSON and spreadsheets have it as a number.
  public var isNumber: Bool { self == .integer || self == .number || self == .year }
}
