/// Where a run of text stands, as far as it tells what markup the source has around it.
///
/// The encoder and the decoder both find the contexts of the runs, the one from the blocks and the other from the TEI;
/// the two must agree, since the layout is recorded by pairs of contexts.
enum LeafContext: Hashable, Sendable {
  case start
  case end
  case title
  case byline
  case dateline
  case paragraph
  case caption
  case furniture
  /// `depth` counts the sections that the heading stands in, from 1.
  case heading(depth: Int)
  /// What an item of a list of definitions defines.
  case label
  case item(rend: String, depth: Int)
  /// `columns` is that of the table: the dashes below the head of a table depend on it.
  case firstCell(isLabel: Bool, columns: Int, isEmpty: Bool)
  case laterCell(isLabel: Bool, isEmpty: Bool)
  /// An element of TEI that is not of our making, by its name.
  case other(String)

  static func cell(isLabel: Bool, isFirst: Bool, columns: Int, isEmpty: Bool) -> LeafContext {
    isFirst
      ? .firstCell(isLabel: isLabel, columns: columns, isEmpty: isEmpty)
      : .laterCell(isLabel: isLabel, isEmpty: isEmpty)
  }

  /// How the layout names it.
  var name: String {
    switch self {
    case .start: "start"
    case .end: "end"
    case .title: "title"
    case .byline: "byline"
    case .dateline: "dateline"
    case .paragraph: "p"
    case .caption: "caption"
    case .furniture: "ab"
    case .heading(let depth): "head-\(depth)"
    case .label: "label"
    case .item(let rend, let depth): "item-\(rend)-\(depth)"
    case .firstCell(let isLabel, let columns, let isEmpty):
      "row-\(isLabel ? "label" : "data")-\(columns)" + (isEmpty ? "-empty" : "")
    case .laterCell(let isLabel, let isEmpty): "cell-" + (isLabel ? "label" : "data") + (isEmpty ? "-empty" : "")
    case .other(let name): name
    }
  }

  /// What stands between two runs.
  struct Gap: Hashable, Sendable {
    var before: LeafContext
    var after: LeafContext

    /// How the layout names it.
    var name: String { "\(before.name) \(after.name)" }
  }
}
