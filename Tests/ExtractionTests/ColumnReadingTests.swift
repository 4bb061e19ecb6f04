import Extraction
import Testing

/// Columns of numbers, dates and truth values, and columns that only look like them.
@Suite struct ColumnReadingTests {
  /// The values of a column, behind its type and its unit.
  static func column(_ texts: [String], language: String, hasUnits: Bool = false) throws -> [String] {
    let cells = texts.map { "<row><cell>\($0)</cell></row>" }.joined()
    var table = try TableExtractorTests.table(cells)
    table.language = language
    let typed = TypedTable(table, .typed, hasUnits: hasUnits)
    let column = typed.columns[0]
    return [column.type.rawValue + (column.unit.map { " " + $0 } ?? "")]
      + typed.rows.rows.map { $0.joined(separator: "|") }
  }

  @Test(arguments: [
    ("en", ["1", "-2", "−3", "–4", "+5"], ["integer", "1", "-2", "-3", "-4", "5"]),
    ("en", ["1,234", "12"], ["integer", "1234", "12"]),
    ("de", ["1.234", "12"], ["integer", "1234", "12"]),
    ("de", ["1,234", "12"], ["number", "1.234", "12"]),
    ("en", ["1.234", "12"], ["number", "1.234", "12"]),
    ("de-CH", ["1’234.50", "12"], ["number", "1234.50", "12"]),
    ("fr", ["1 234,5", "1\u{202F}234\u{202F}567"], ["number", "1234.5", "1234567"]),
    ("en-IN", ["12,34,567.8"], ["number", "1234567.8"]),
    // What a cell proves counts for its column, whatever the language.
    ("en", ["1.234", "5,5"], ["number", "1234", "5.5"]),
    ("de", ["1,234", "5.55"], ["number", "1234", "5.55"]),
    ("de", ["1.234.567", "5.555"], ["integer", "1234567", "5555"]),
    ("", ["1.234.567,8"], ["number", "1234567.8"]),
    // Nothing says what the separator means; or cells contradict each other.
    ("", ["1,234"], ["string", "1,234"]), ("und", ["1.234"], ["string", "1.234"]),
    ("en", ["1,5", "1.5"], ["string", "1,5", "1.5"]),
    ("en", ["n/a", "5", "–", "", "…"], ["integer", "", "5", "", "", ""]),
    ("en", ["–", "n/a"], ["string", "–", "n/a"]),
    ("en", ["31%", "5.5 %"], ["number %", "31", "5.5"]),
    ("en", ["€ 3.20", "€1,000"], ["number EUR", "3.20", "1000"]),
    ("de", ["3,20 €", "–5 EUR"], ["number EUR", "3.20", "-5"]),
    ("en", ["5 km", "6 mi"], ["string", "5 km", "6 mi"]), ("en", ["5 km", "6"], ["string", "5 km", "6"]),
    // Identifiers, ranges, names, times.
    ("en", ["007", "012"], ["string", "007", "012"]), ("en", ["12 Monkeys"], ["string", "12 Monkeys"]),
    ("en", ["5–10"], ["string", "5–10"]), ("en", ["12:30"], ["string", "12:30"]),
    ("en", ["1,23,45"], ["string", "1,23,45"]),
    ("en", ["1234567890123456"], ["string", "1234567890123456"]), ("en", ["+49 30 1234"], ["string", "+49 30 1234"]),
    ("en", ["(12)"], ["string", "(12)"]), ("en", ["1.2.3"], ["string", "1.2.3"]), ("en", ["."], ["string", "."]),
    ("en", ["-"], ["string", "-"]), ("en", ["€"], ["string", "€"]), ("en", [",5"], ["string", ",5"]),
    ("en", ["5 March 2021", "March 6th, 2021"], ["date", "2021-03-05", "2021-03-06"]),
    ("de", ["5. März 2021", "06.03.2021"], ["date", "2021-03-05", "2021-03-06"]),
    ("es", ["5 de marzo de 2021", "6/3/2021"], ["date", "2021-03-05", "2021-03-06"]),
    ("en", ["5/3/2021", "25/3/2021"], ["date", "2021-03-05", "2021-03-25"]),
    ("en", ["3/5/2021", "3/25/2021"], ["date", "2021-03-05", "2021-03-25"]),
    ("en-US", ["3/5/2021"], ["date", "2021-03-05"]), ("en", ["3/5/2021"], ["string", "3/5/2021"]),
    ("en", ["13/13/2021"], ["string", "13/13/2021"]), ("en", ["30 February 2021"], ["string", "30 February 2021"]),
    ("en", ["May 2021", "2021-06", "n/a"], ["yearmonth", "2021-05", "2021-06", ""]),
    ("en", ["May 2021", "5 May 2021"], ["string", "May 2021", "5 May 2021"]),
    ("en", ["2016", "2017"], ["integer", "2016", "2017"]),
    ("en", ["<date when='2016'>2016</date>", "2017"], ["year", "2016", "2017"]),
    ("en", ["<date when='2016-05-01T10:00:00'>May</date>"], ["string", "May"]),
    ("en", ["yes", "No", "–"], ["boolean", "true", "false", ""]), ("en", ["NO", "SE"], ["string", "NO", "SE"]),
    ("en", ["<num value='12'>a dozen</num>", "13"], ["integer", "12", "13"]),
    ("en", ["<num value='-'>a dozen</num>"], ["string", "a dozen"]),
    ("en", ["<measure quantity='14000000' unit='EUR'>€14 million</measure>", "€5"], ["integer EUR", "14000000", "5"]),
    ("en", ["", ""], ["string", "", ""]),
  ])
  func reads(language: String, texts: [String], expected: [String]) throws {
    #expect(try Self.column(texts, language: language) == expected)
  }

  /// Forms of cells in the world: typed where that is safe, and never falsely.
  @Test(arguments: CellForms.all)
  func readsFormsOfTheWorld(form: CellForms.Form) throws {
    #expect(try Self.column(form.texts, language: form.language) == form.expected)
  }

  @Test func putsUnitsIntoTheirOwnColumn() throws {
    #expect(try Self.column(["5 km", "6", "n/a"], language: "en", hasUnits: true) == ["integer", "5|km", "6|", "|"])
    #expect(try Self.column(["a", "6 km"], language: "en", hasUnits: true) == ["string", "a", "6 km"])
  }

  @Test func keepsTheTextBeside() throws {
    let table = try TableExtractorTests.table(
      "<row role='label'><cell>A</cell><cell>A text</cell></row><row><cell>€5</cell><cell>x</cell></row>")
    let typed = TypedTable(table, .both, hasUnits: true, provenance: [("document", ["d"])])
    #expect(typed.rows.columns == ["document", "A", "A text", "A unit", "A text (2)"])
    #expect(typed.rows.rows == [["d", "5", "€5", "EUR", "x"]])
    #expect(typed.rows.types == [.text, .integer, .text, .text, .text])
  }

  @Test func saysWhatTextMeans() throws {
    let table = try TableExtractorTests.table(
      "<row><cell>5</cell><cell>5 km</cell></row><row><cell>6</cell><cell>–</cell></row>")
    let typed = TypedTable(table, .text, hasUnits: false)
    #expect(typed.rows.rows == [["5", "5 km"], ["6", "–"]])
    #expect(typed.columns.map(\.type) == [.integer, .text] && typed.columns.map(\.meaning) == [.integer, .integer])
    #expect(typed.columns.map(\.unit) == [nil, "km"])
    #expect(String(decoding: RowFormat.jsonl.bytes(of: typed.rows), as: UTF8.self).hasPrefix(#"{"column 1":"5","#))
  }
}
