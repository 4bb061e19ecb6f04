/// How the values of tables are written.
public enum ValueStyle: String, Sendable, CaseIterable, Hashable {
  /// As they stand in the text.
  case text
  /// Numbers, dates and truth values as such, where all of a column are.
  case typed
  /// As `typed`, with the text in a column of its own beside.
  case both
}

/// A column of a table as it is written.
public struct TableColumn: Hashable, Sendable {
  public var name: String
  /// What the values are as they are written.
  public var type: RowType
  /// What they are when they are written typed.
  public var meaning: RowType
  /// The unit or currency that all values have.
  public var unit: String?
}

/// A table with the columns in which it is written.
public struct TypedTable: Hashable, Sendable {
  public var rows: RowTable
  public var columns: [TableColumn]

  /// Lays a table out in columns.
  ///
  /// Columns of one kind become numbers, dates or truth values; one that mixes units stays text, unless units have
  /// columns of their own.
  ///
  /// - Parameters:
  ///   - hasUnits: Whether units stand in a column of their own beside that of the values.
  ///   - provenance: Columns of text in front, a value a row each.
  public init(
    _ table: ExtractedTable, _ style: ValueStyle, hasUnits: Bool, provenance: [(name: String, values: [String])] = []
  ) {
    var layout = Layout()
    for (name, values) in provenance { layout.add(name, values) }
    let convention =
      ColumnReading.convention(of: table.rows.joined()) ?? NumberText.Convention.of(language: table.language)
    for (index, name) in table.columnNames.enumerated() {
      let cells = table.rows.map { $0[index] }
      let texts = cells.map(\.text)
      let reading = ColumnReading(cells, convention: convention, language: table.language)
      let isTyped = reading.type != .text && (hasUnits || !reading.hasSeveralUnits)
      let meaning = isTyped ? reading.type : .text
      if style == .text || !isTyped {
        let isAsWritten = isTyped && zip(texts, reading.values).allSatisfy { $0 == $1 }
        layout.add(name, texts, isAsWritten ? meaning : .text, meaning, reading.unit)
      } else {
        layout.add(name, reading.values, meaning, meaning, reading.unit)
        if style == .both { layout.add("\(name) text", texts) }
      }
      if hasUnits, isTyped, !reading.units.isEmpty {
        layout.add("\(name) unit", zip(reading.units, reading.values).map { $1.isEmpty ? "" : $0 })
      }
    }
    let names = RowKeys.distinct(layout.columns.map(\.name))
    for index in names.indices { layout.columns[index].name = names[index] }
    columns = layout.columns
    // Text that happens to be a number stays text in JSON.
    let types = style == .text ? [] : columns.map(\.type)
    rows = RowTable(
      columns: names, types: types, rows: table.rows.indices.map { row in layout.values.map { $0[row] } })
    rows.caption = table.caption
    rows.labelColumnCount = provenance.isEmpty && names.count == table.columnCount ? table.labelColumnCount : 0
  }

  private struct Layout {
    var columns: [TableColumn] = []
    var values: [[String]] = []

    mutating func add(
      _ name: String, _ texts: [String], _ type: RowType = .text, _ meaning: RowType = .text, _ unit: String? = nil
    ) {
      columns.append(TableColumn(name: name, type: type, meaning: meaning, unit: unit))
      values.append(texts)
    }
  }
}
