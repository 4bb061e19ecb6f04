import ArticleModel

/// Finds what the columns of a table hold, by what most of their cells look like.
struct TableColumns {
  /// The rows below the head, on the grid.
  private let shapes: [[CellShape]]
  /// The heads of each column, the lowest first.
  private let heads: [[SourceRange]]
  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameter heads: The heads of each column, the lowest first.
  init(_ shapes: [[CellShape]], heads: [[SourceRange]], _ bytes: UnsafeBufferPointer<UInt8>) {
    self.shapes = shapes
    self.heads = heads
    self.bytes = bytes
  }

  /// A column for each of `width`.
  func columns(_ width: Int) -> [TableColumn] {
    var columns = (0..<width).map(column)
    // Tables are written with one decimal mark.
    let marks = Set(columns.compactMap(\.decimalMark))
    if marks.count == 1 {
      for index in columns.indices where columns[index].kind.isNumeric { columns[index].decimalMark = marks.first }
    }
    return columns
  }

  private func column(_ index: Int) -> TableColumn {
    let cells = shapes.compactMap { index < $0.count ? $0[index] : nil }.filter { $0.kind != .empty }
    var column = TableColumn(kind(of: cells, at: index), decimalMark: decimalMark(cells), dateOrder: dateOrder(cells))
    guard column.kind.isNumeric, let unit = heads[index].lazy.compactMap(unit).first else { return column }
    column.unit = unit
    let name = bytes[unit.bytes]
    if column.kind == .number {
      if UnitNames.isPercentage(name) { column.kind = .percentage }
      // "€", "EUR", "Mio. €"
      if UnitNames.isCode(name) || name.split(separator: 0x20).contains(where: UnitNames.isMoney) {
        column.kind = .money
      }
    }
    return column
  }

  /// The kind of at least four of five cells that have something.
  private func kind(of cells: [CellShape], at index: Int) -> TableColumn.Kind {
    func isMost(_ isOfKind: (CellShape.Kind) -> Bool) -> Bool {
      let count = cells.count { isOfKind($0.kind) }
      return count > 0 && count * 5 >= cells.count * 4
    }
    if isMost({ $0 == .percentage }) { return .percentage }
    if isMost({ $0 == .money }) { return .money }
    if isMost(\.isDate) { return areYears(cells, at: index) ? .date : .number }
    if isMost({ $0 == .number || $0 == .year }) { return .number }
    return .text
  }

  /// Whether figures that look like years are some: no unit stands above them.
  private func areYears(_ cells: [CellShape], at index: Int) -> Bool {
    cells.contains { $0.kind == .date }
      || cells.allSatisfy { $0.kind != .year || $0.isLikelyYear } && heads[index].allSatisfy { unit(in: $0) == nil }
  }

  private func decimalMark(_ cells: [CellShape]) -> TableColumn.DecimalMark? {
    var decimals = Set<UInt8>()
    var groupings = Set<UInt8>()
    var ambiguous = Set<UInt8>()
    for cell in cells {
      if let mark = cell.separators.decimal { decimals.insert(mark) }
      if let mark = cell.separators.grouping { groupings.insert(mark) }
      if let mark = cell.separators.ambiguous { ambiguous.insert(mark) }
    }
    // Beside "950" the mark of "1.234" is no decimal one, of which all figures would have as many.
    if decimals.isEmpty, groupings.isEmpty, cells.contains(where: \.separators.isPlainHundreds) {
      groupings = ambiguous
    }
    let points = Self.marks(decimals, groupings)
    return points.count == 1 ? points.first : nil
  }

  private static func marks(_ decimals: Set<UInt8>, _ groupings: Set<UInt8>) -> Set<TableColumn.DecimalMark> {
    var marks = Set(decimals.compactMap(TableColumn.DecimalMark.init(rawValue:)))
    for grouping in groupings { marks.insert(grouping == 0x2C ? .point : .comma) }
    return marks
  }

  private func dateOrder(_ cells: [CellShape]) -> TableColumn.DateOrder? {
    let fields = cells.compactMap(\.fields)
    let isDayFirst = fields.contains { $0.first > 12 }
    let isMonthFirst = fields.contains { $0.second > 12 }
    return isDayFirst == isMonthFirst ? nil : isDayFirst ? .dayFirst : .monthFirst
  }

  // MARK: Units

  /// A unit is rarely longer, in bytes.
  private static let longestUnit = 16

  /// The unit that the head of a column names: "Output (GWh)", "Anteil in %", "Länge [km]".
  private func unit(in head: SourceRange) -> SourceRange? {
    let start = Int(head.start)
    let end = Int(head.end)
    guard end > start else { return nil }
    let last = bytes[end - 1]
    if last == 0x29 || last == 0x5D {
      let opening: UInt8 = last == 0x29 ? 0x28 : 0x5B
      guard let open = (start..<(end - 1)).last(where: { bytes[$0] == opening }) else { return nil }
      return trimmed(open + 1, end - 1)
    }
    if last == 0x25 { return SourceRange(start: Int32(end - 1), end: head.end) }
    // " in " before the last word.
    guard let space = (start..<end).last(where: { bytes[$0] == 0x20 }), space - 3 >= start else { return nil }
    let preposition = bytes[(space - 2)..<space]
    guard preposition.elementsEqual("in".utf8) || preposition.elementsEqual("en".utf8), bytes[space - 3] == 0x20 else {
      return nil
    }
    return trimmed(space + 1, end)
  }

  private func trimmed(_ start: Int, _ end: Int) -> SourceRange? {
    guard start < end, end - start <= Self.longestUnit, !bytes[start..<end].contains(where: Characters.isDigit) else {
      return nil
    }
    return SourceRange(start: Int32(start), end: Int32(end))
  }
}

extension TableColumn.Kind {
  fileprivate var isNumeric: Bool { self == .number || self == .percentage || self == .money }
}
