internal import XML

/// A row of a table with its cells, before spans are laid out.
struct TableRow {
  enum Section { case head, body, foot }

  var node: Int32
  var section: Section
  /// The element around it: no cell of HTML reaches out of it.
  var group: Int32
  var cells: [Int32]
}

/// Finds the rows of a table, or of a `tgroup`, without those of tables inside.
struct TableRows {
  let table: XMLNodeTable
  let vocabulary: TableVocabulary

  /// The rows: those of heads first, those of feet last, wherever they are written.
  func rows(of element: Int32) -> [TableRow] {
    var sections: [(TableRow.Section, Int32)] = []
    for child in children(of: element) {
      switch vocabulary.element(child, in: table) {
      case .row: sections.append((.body, child))
      case .headSection: sections += rowElements(in: child).map { (.head, $0) }
      case .bodySection: sections += rowElements(in: child).map { (.body, $0) }
      case .footSection: sections += rowElements(in: child).map { (.foot, $0) }
      default: break
      }
    }
    return [TableRow.Section.head, .body, .foot].flatMap { section in
      sections.lazy.filter { $0.0 == section }.map {
        TableRow(node: $1, section: $0, group: table.parents[Int($1)], cells: cells(of: $1))
      }
    }
  }

  private func rowElements(in section: Int32) -> [Int32] {
    children(of: section).filter { vocabulary.element($0, in: table) == .row }
  }

  private func cells(of row: Int32) -> [Int32] {
    children(of: row).filter {
      switch vocabulary.element($0, in: table) {
      case .cell, .entry, .dataCell, .headerCell: true
      default: false
      }
    }
  }

  func children(of element: Int32) -> [Int32] { XMLNodeTable.Node(table, element).children.map(\.number) }

  /// The element children that are something to tables.
  func children(of element: Int32, _ kind: TableElement) -> [Int32] {
    children(of: element).filter { vocabulary.element($0, in: table) == kind }
  }
}
