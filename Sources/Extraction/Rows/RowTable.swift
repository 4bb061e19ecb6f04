/// Rows of text under named columns: what every extraction yields and every ``RowFormat`` writes.
public struct RowTable: Hashable, Sendable {
  public var columns: [String]
  /// The rows; one that is shorter than ``columns`` is filled up with empty values when it is written.
  public var rows: [[String]]

  public init(columns: [String], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }
}
