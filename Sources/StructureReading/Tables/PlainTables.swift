import ArticleModel

/// Finds tables that commas, semicolons or columns of spaces make: runs of at least three lines with as many cells each.
///
/// Prose has commas and double spaces, too, so the shape of the cells has to speak for a table: no blank behind a comma,
/// columns that stand below one another. A line that begins with the mark of a list is no row: "-  apples".
struct PlainTables {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  private static let fewestRows = 3
  /// A line of a table is rarely longer, in characters.
  private static let longestRow: Int32 = 240

  func label(_ labels: inout [LineLabel?]) {
    let marks = lines.map(marks)
    // Semicolons first: between them commas part decimals.
    label(.semicolons, &labels, marks, fields: { separated($0, .semicolons, 0x3B) }, isTable: areSeparated)
    label(.commas, &labels, marks, fields: { separated($0, .commas, 0x2C) }, isTable: areSeparated)
    label(.spaces, &labels, marks, fields: spacedFields, isTable: areColumns)
  }

  /// What may divide the cells of a line, by one look at its bytes: most lines have nothing of it.
  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let commas = Marks(rawValue: 1)
    static let semicolons = Marks(rawValue: 2)
    static let spaces = Marks(rawValue: 4)

    static func of(_ dialect: TableDialect) -> Marks {
      dialect == .commas ? .commas : dialect == .semicolons ? .semicolons : .spaces
    }
  }

  /// A comma counts where no blank follows any: in prose one does, and between quotation marks it may.
  private func marks(_ line: SourceLine) -> Marks {
    guard line.length <= Self.longestRow else { return [] }
    var marks: Marks = []
    var prose: Marks = []
    var before: UInt8 = 0
    for index in Int(line.text.start)..<Int(line.text.end) {
      let byte = bytes[index]
      if byte == 0x20 {
        switch before {
        case 0x20: marks.insert(.spaces)
        case 0x2C: prose.insert(.commas)
        case 0x3B: prose.insert(.semicolons)
        default: break
        }
      } else if byte == 0x2C {
        marks.insert(.commas)
      } else if byte == 0x3B {
        marks.insert(.semicolons)
      } else if byte == 0x22 {
        return [.commas, .semicolons, .spaces]
      }
      before = byte
    }
    return marks.subtracting(prose)
  }

  /// Labels runs of lines with cells.
  ///
  /// - Parameter fields: The cells of a line; nil where it can be no row.
  private func label(
    _ dialect: TableDialect, _ labels: inout [LineLabel?], _ marks: [Marks], fields: (SourceLine) -> [SourceRange]?,
    isTable: ([[SourceRange]]) -> Bool
  ) {
    let mark = Marks.of(dialect)
    var index = 0
    while index < lines.count {
      guard marks[index].contains(mark) else {
        index += 1
        continue
      }
      // The cells of each line; none of a rule.
      var rows: [[SourceRange]] = []
      while index + rows.count < lines.count, labels.isOpen(index + rows.count, lines) {
        let line = lines[index + rows.count]
        if dialect == .spaces, isRule(line) {
          rows.append([])
        } else if marks[index + rows.count].contains(mark), let row = fields(line), ListMarker.read(line, bytes) == nil
        {
          rows.append(row)
        } else {
          break
        }
      }
      while rows.last?.isEmpty == true { rows.removeLast() }
      let end = index + max(1, rows.count)
      if !label(dialect, rows, from: index, &labels, isTable: isTable) {
        // A shorter run of equal rows may be one: lines of prose stand above or below it.
        var rest = rows[...]
        while let count = rest.first?.count {
          let equal = rest.prefix { $0.count == count }
          _ = label(dialect, Array(equal), from: index + equal.startIndex, &labels, isTable: isTable)
          rest = rest.dropFirst(equal.count)
        }
      }
      index = end
    }
  }

  /// Labels lines as the rows of a table, and what has no cells as its rules, if they are one.
  private func label(
    _ dialect: TableDialect, _ rows: [[SourceRange]], from first: Int, _ labels: inout [LineLabel?],
    isTable: ([[SourceRange]]) -> Bool
  ) -> Bool {
    let full = rows.filter { !$0.isEmpty }
    guard full.count >= Self.fewestRows, isTable(full) else { return false }
    for (row, index) in zip(rows, first...) {
      labels[index] = LineLabel(row.isEmpty ? .delimiterRow : .row(dialect), lines[index].text, certainty: 0.8)
    }
    return true
  }

  /// The number of cells that rows have where at most one in three departs from it.
  private func width(_ rows: [[SourceRange]]) -> Int? {
    let widest = rows.lazy.map(\.count).max() ?? 0
    let full = rows.count { $0.count == widest }
    return full >= Self.fewestRows && full * 3 >= rows.count * 2 ? widest : nil
  }

  private func kind(_ cell: SourceRange) -> CellShape.Kind { CellShape(cell, bytes).kind }

  /// Whether a line ends as a sentence does, and not with "n.a." or "12 Mio.".
  private func endsSentence(_ line: SourceLine, _ cells: [SourceRange]) -> Bool {
    line.endsSentence && kind(cells[cells.count - 1]) == .text
  }

  // MARK: Commas and semicolons

  /// The cells of a line in which no blank follows a separator; nil for prose and for a number with its thousands divided.
  private func separated(_ line: SourceLine, _ dialect: TableDialect, _ separator: UInt8) -> [SourceRange]? {
    let cells = RowSplitter.cells(of: line.text, dialect, in: bytes)
    guard cells.count >= 2, !endsSentence(line, cells), cells.allSatisfy(hasWholeBrackets) else { return nil }
    for (left, right) in zip(cells, cells.dropFirst()) {
      for between in Int(left.end)..<Int(right.start) where bytes[between] == separator {
        guard !isBlank(between + 1, line), !isBlank(between - 1, line) else { return nil }
      }
      if separator == 0x2C, dividesThousands(left, right) { return nil }
    }
    let isOneNumber = cells.dropFirst().allSatisfy { cell in
      cell.count == 3 && bytes[cell.bytes].allSatisfy(Characters.isDigit)
    }
    return isOneNumber && separator == 0x2C && cells.count > 2 ? nil : cells
  }

  /// Whether no bracket of a cell opens or closes in another, as in "draw(1,2,3)".
  private func hasWholeBrackets(_ cell: SourceRange) -> Bool {
    var depth = 0
    for byte in bytes[cell.bytes] {
      switch byte {
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x29, 0x5D, 0x7D: depth -= 1
      default: break
      }
    }
    return depth == 0
  }

  /// Whether rows of one width make a table; two columns do where words stand above and beside figures.
  private func areSeparated(_ rows: [[SourceRange]]) -> Bool {
    guard let width = width(rows), rows.contains(where: { !($0.last?.isEmpty ?? true) }) else { return false }
    if width > 2 { return true }
    return rows[0].allSatisfy { kind($0) == .text }
      && rows.dropFirst().allSatisfy { row in
        let (first, second) = (kind(row[0]), kind(row[1]))
        return (first == .text || first.isDate && bytes[Int(row[0].end)] == 0x3B)
          && (second.isNumeric || second == .year || second == .empty)
      }
  }

  /// Whether the comma between two cells stands in a number behind words: "Gold: 311,000". Where nothing but a number is
  /// to its left, a comma may divide cells: "Lark,5,300".
  private func dividesThousands(_ left: SourceRange, _ right: SourceRange) -> Bool {
    let (before, after) = (bytes[left.bytes], bytes[right.bytes])
    let digits = before.reversed().prefix(while: Characters.isDigit).count
    return (1...3).contains(digits) && digits < before.count && after.prefix(while: Characters.isDigit).count == 3
      && kind(left) == .text
  }

  private func isBlank(_ index: Int, _ line: SourceLine) -> Bool {
    line.text.bytes.contains(index) && Characters.isASCIISpace(bytes[index])
  }

  // MARK: Columns of spaces

  /// The cells of a line that two spaces and more part; nil for prose with wide spaces behind its sentences.
  private func spacedFields(_ line: SourceLine) -> [SourceRange]? {
    let cells = RowSplitter.cells(of: line.text, .spaces, in: bytes)
    guard cells.count >= 2, !endsSentence(line, cells) else { return nil }
    for cell in cells.dropLast() where bytes[Int(cell.end) - 1] == 0x2E && !isAbbreviated(cell) { return nil }
    return cells
  }

  /// Whether a cell ends with the full stop of "n.a." or "Mio.".
  private func isAbbreviated(_ cell: SourceRange) -> Bool { kind(cell) != .text }

  /// Dashes below the heads of columns: "-----  ----".
  private func isRule(_ line: SourceLine) -> Bool {
    guard line.words == 0, line.first == 0x2D || line.first == 0x3D else { return false }
    return bytes[line.text.bytes].allSatisfy { $0 == 0x2D || $0 == 0x3D || $0 == 0x20 } && line.length >= 3
  }

  /// Whether rows have as many cells each that stand below one another, or columns of figures with gaps.
  private func areColumns(_ rows: [[SourceRange]]) -> Bool {
    if rows.allSatisfy({ $0.count == rows[0].count }) { return areAligned(rows) }
    let ranges = rows.map { SourceRange(start: $0[0].start, end: $0[$0.count - 1].end) }
    guard let cells = SpacedColumns.cells(of: ranges, bytes) else { return false }
    let full = cells.count { !$0.contains(where: \.isEmpty) }
    guard full * 2 >= cells.count else { return false }
    return cells[0].indices.contains { column in
      let below = cells.dropFirst().map { kind($0[column]) }.filter { $0 != .empty }
      return below.count >= 2 && below.allSatisfy { $0.isNumeric || $0.isDate }
    }
  }

  /// Whether each column begins or ends at the same place in all rows.
  private func areAligned(_ rows: [[SourceRange]]) -> Bool {
    for column in rows[0].indices.dropFirst() {
      let places = rows.map { place(of: $0[column], in: $0[0]) }
      let isAligned =
        places.allSatisfy { $0.start == places[0].start } || places.allSatisfy { $0.end == places[0].end }
      guard isAligned else { return false }
    }
    return true
  }

  /// Where a cell begins and ends, in characters from the beginning of its row.
  private func place(of cell: SourceRange, in first: SourceRange) -> (start: Int, end: Int) {
    let before = bytes[Int(first.start)..<Int(cell.start)].lazy.filter { $0 & 0xC0 != 0x80 }.count
    return (before, before + bytes[cell.bytes].lazy.filter { $0 & 0xC0 != 0x80 }.count)
  }
}
