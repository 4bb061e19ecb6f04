/// A table of what was taken for what: a row for each kind that is right, a column for each that was found.
struct ConfusionTable {
  let lines: [String]

  init(_ confusion: [String: [String: Int]]) {
    let kinds = Set(confusion.keys).union(confusion.values.flatMap(\.keys)).sorted()
    let width = 2 + (kinds.map(\.count).max() ?? 0)
    func row(_ name: String, _ cells: [String]) -> String {
      name.padded(width)
        + zip(kinds, cells).map { kind, cell in
          String(repeating: " ", count: max(6, kind.count + 2) - cell.count) + cell
        }.joined()
    }
    lines =
      [row("as", kinds)]
      + kinds.map { expected in
        row(expected, kinds.map { found in confusion[expected]?[found].map { String($0) } ?? "·" })
      }
  }
}
