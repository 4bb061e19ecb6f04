import ArticleModel
import StructureReading
import Testing

@Suite struct TableColumnTests {
  struct Case: Sendable {
    /// Cells between semicolons, the head first.
    var column: [String]
    var expected: String

    init(_ expected: String, _ column: String...) {
      self.expected = expected
      self.column = column
    }
  }

  /// A column of a table of pipes.
  static func column(_ cells: [String]) throws -> (TableColumn, SourceText) {
    let rows = cells.enumerated().map { "| \($0 == 0 ? "x" : "row \($0)") | \($1) |\n" }
    let source = SourceText(name: "t.txt", "A text first.\n" + rows[0] + "|---|---|\n" + rows.dropFirst().joined())
    for case .table(let table) in StructureReader().structure(of: source).blocks { return (table.columns[1], source) }
    throw NoTable()
  }

  struct NoTable: Error {}

  @Test(arguments: [
    Case("number point", "Tonnes", "1,234", "950", "12"), Case("number comma", "Tonnen", "1.234", "950", "12"),
    Case("number", "Tonnes", "1.234", "2.500"), Case("number comma", "Fläche", "12,5", "8,25", "1.234,5"),
    Case("number comma", "Surface", "1 234,5", "12,0"), Case("number point", "Area", "1'234.5", "12"),
    Case("number", "Count", "12", "n/a", "–", "", "7"), Case("number", "Count", "12*", "13¹", "14 [2]"),
    Case("percentage comma", "Anteil", "12,5 %", "30 %", "k. A."), Case("percentage unit %", "Share (%)", "12", "30"),
    Case("money point", "Price", "€1.20", "€10.95", "n/a"), Case("money comma", "Preis", "1,20 €", "10,95 €"),
    Case("money comma unit €", "Preis in €", "1,20", "10,95"), Case("money", "Cost", "$5m", "$12m"),
    Case("money unit Mio. €", "Umsatz (Mio. €)", "12", "30"), Case("number unit GWh", "Output (GWh)", "61", "118"),
    Case("number unit t", "Fang [t]", "1200", "1850"),
    Case("date", "Year", "1950", "2024"), Case("date", "Season", "2021/22", "2022/23"),
    Case("number", "Sheep", "1200", "1850", "90"), Case("number", "Sheep", "1200", "1250"),
    Case("date", "Tag", "13.06.2023", "14.06.2023"), Case("date dayFirst", "Day", "12/05/2023", "13/05/2023"),
    Case("date monthFirst", "Day", "12/05/2023", "05/13/2023"), Case("date", "Day", "12/05/2023", "11/05/2023"),
    Case("date", "Mois", "3 mai 2024", "juin 2024"), Case("date", "Quarter", "Q1 2024", "Q2 2024"),
    Case("text", "Ship", "Lark 12", "Swan"), Case("text", "Time", "18:00", "9:30"),
    Case("text", "What", "12", "€5", "many", "8%"), Case("text", "Score", "3:2", "1:0"),
    Case("text", "Version", "1.2.3", "2.0.1"), Case("number", "Range", "10–15", "20–30"),
    Case("number point", "Temp", "−3.5 °C", "12 °C"),
    Case("text", "Rooms", "3 large and a small one", "2 small ones only"),
  ])
  func findsWhatAColumnHolds(_ test: Case) throws {
    let (column, source) = try Self.column(test.column)
    var words = [column.kind.rawValue]
    if let mark = column.decimalMark { words.append("\(mark)") }
    if let order = column.dateOrder { words.append("\(order)") }
    if let unit = column.unit { words.append("unit \(source.string(unit))") }
    #expect(words.joined(separator: " ") == test.expected, "\(test.column)")
  }
}
