/// Rows of values under named columns: what every extraction yields and every ``RowFormat`` writes.
///
/// A value is text in the form that its ``RowType`` prescribes; an empty one in a column that is not text is missing.
public struct RowTable: Hashable, Sendable {
  public var columns: [String]
  /// The type of each column; those that are not named are text.
  public var types: [RowType]
  /// The rows; one that is shorter than ``columns`` is filled up with empty values when it is written.
  public var rows: [[String]]
  /// What the table shows; formats that have a place for it write it.
  public var caption = ""
  /// How many leading columns label their rows.
  public var labelColumnCount = 0

  public init(columns: [String], types: [RowType] = [], rows: [[String]] = []) {
    self.columns = columns
    self.types = types
    self.rows = rows
  }

  /// The type of a column.
  public func type(_ column: Int) -> RowType { column < types.count ? types[column] : .text }
}
