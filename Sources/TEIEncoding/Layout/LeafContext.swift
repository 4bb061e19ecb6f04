/// Where a run of text stands, as far as it tells what markup the source has around it.
///
/// The encoder and the decoder both name the contexts of the runs, the one from the blocks and the other from the TEI;
/// the two must agree, since the layout is recorded by pairs of contexts.
enum LeafContext {
  static let start = "start"
  static let end = "end"
  static let title = "title"
  static let byline = "byline"
  static let dateline = "dateline"
  static let paragraph = "p"
  static let caption = "caption"
  static let furniture = "ab"

  /// `depth` counts the sections that the heading stands in, from 1.
  static func heading(depth: Int) -> String { "head-\(depth)" }

  static func item(rend: String, depth: Int) -> String { "item-\(rend)-\(depth)" }

  /// `columns` is that of the table: the dashes below the head of a table depend on it.
  static func cell(isLabel: Bool, isFirst: Bool, columns: Int, isEmpty: Bool) -> String {
    let kind = isLabel ? "label" : "data"
    return (isFirst ? "row-\(kind)-\(columns)" : "cell-\(kind)") + (isEmpty ? "-empty" : "")
  }

  /// The name of what stands between two runs.
  static func gap(_ before: String, _ after: String) -> String { "\(before) \(after)" }
}
