import Extraction
import Testing
import XML

@Suite struct TableExtractorTests {
  static func document(_ body: String, name: String = "folder/a.xml") throws -> XMLDocument {
    try XMLDocument(parsing: bytes(body), name: name)
  }

  static func tables(_ body: String, name: String = "folder/a.xml") throws -> [ExtractedTable] {
    try tables(in: bytes(body), name: name)
  }

  static func tables(in bytes: [UInt8], name: String) throws -> [ExtractedTable] {
    var names = XMLNodeNames()
    let extractor = TableExtractor(names: &names)
    return try extractor.tables(in: XMLNodeTable(parsing: bytes, name: name, names: names))
  }

  private static func bytes(_ body: String) -> [UInt8] {
    Array("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>\(body)</body></text></TEI>".utf8)
  }

  static func table(_ body: String) throws -> ExtractedTable {
    try #require(tables("<table>\(body)</table>").first)
  }

  static func texts(_ rows: [[ExtractedCell]]) -> [String] { rows.map { $0.map(\.text).joined(separator: "|") } }

  @Test func readsOurOwnTables() throws {
    let tables = try Self.tables(
      """
      <p><table rows="3" cols="2" xml:id="t1"><head>Cap
         tion</head>
       <row role="label"><cell role="label">A</cell><cell role="label"/></row>
       <row role="data"><cell role="label">x  <num value="1">1</num>
        y</cell><cell role="data" rend="padding">no</cell></row>
       <row role="total"><cell>z</cell></row></table></p>
      """)
    let table = try #require(tables.first)
    #expect(table.document == "a" && table.id == "t1" && table.caption == "Cap tion")
    #expect(table.xpath == "/TEI/text[1]/body[1]/p[1]/table[1]")
    #expect(table.header == ["A", ""] && table.columnNames == ["A", "column 2"])
    #expect(Self.texts(table.rows) == ["x 1 y|", "z|"])
    #expect(table.roles == ["data", "total"])
    #expect(table.rows[0].map(\.isLabel) == [true, false])
    #expect(
      table.longRows == [
        ["a", "t1", "1", "1", "A", "x 1 y"], ["a", "t1", "1", "2", "", ""], ["a", "t1", "2", "1", "A", "z"],
        ["a", "t1", "2", "2", "", ""],
      ])
  }

  @Test(arguments: [
    ("<row><cell cols='2'>a</cell><cell>b</cell></row><row><cell>c</cell></row>", ["a|a|b", "c||"]),
    ("<row><cell rows='2'>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row>", ["a|b|", "a|c|d"]),
    ("<row><cell rows='2' cols='2'>a</cell><cell>b</cell></row><row><cell>c</cell></row>", ["a|a|b", "a|a|c"]),
    ("<row><cell>a</cell><cell rows='9'>b</cell></row><row><cell>c</cell></row>", ["a|b", "c|b"]),
    ("<row><cell cols='999999999999'>a</cell></row>", ["a"]), ("<row><cell rows='-1' cols='x'>a</cell></row>", ["a"]),
    ("<row/><row><cell/></row>", ["", ""]), ("", []),
    ("<row><cell><p>a</p><p>b</p></cell><cell>c<lb/>d</cell></row>", ["a b|c d"]),
    ("<row><cell><choice><sic>teh</sic><corr>the</corr></choice></cell></row>", ["the"]),
    ("<row><cell>a<table><row><cell>inner</cell></row></table>b</cell></row>", ["a b"]),
    ("<row><cell>a\u{A0} b</cell></row>", ["a\u{A0} b"]),
  ])
  func laysOutAnyTable(body: String, expected: [String]) throws {
    #expect(Self.texts(try Self.table(body).rows) == expected)
  }

  @Test func joinsRowsOfLabels() throws {
    let table = try Self.table(
      "<row role='label'><cell rows='2'>Year</cell><cell cols='2'>Coal</cell></row>"
        + "<row><cell role='label'>t</cell><cell role='label'>%</cell></row><row><cell>1</cell><cell>2</cell><cell>3</cell></row>"
        + "<row role='label'><cell>late</cell></row>")
    #expect(table.header == ["Year", "Coal / t", "Coal / %"])
    #expect(Self.texts(table.rows) == ["1|2|3", "late||"])
  }

  @Test func extractsNestedTablesApart() throws {
    let tables = try Self.tables(
      "<table><row><cell>a<table><row><cell>b</cell></row></table></cell></row></table><table xml:id='x'/>")
    #expect(tables.map(\.id) == ["table-1", "table-2", "x"])
    #expect(tables.map { $0.rows.count } == [1, 1, 0])
  }

  /// A table with absurd spans or rows takes nothing from its neighbours.
  @Test func tablesAreBoundedEach() throws {
    let absurd = [
      "<table><row><cell rows='1000000000' cols='1000000000'>a</cell></row><row><cell/></row></table>",
      "<table><row><cell cols='4000'>a</cell></row></table>",
      "<table><row>\(String(repeating: "<cell/>", count: 3000))</row>\(String(repeating: "<row/>", count: 1500))</table>",
    ]
    let plain =
      "<table><row><cell cols='3' rows='2'>x</cell></row><row/><row><cell>1</cell><cell>2</cell><cell>3</cell></row></table>"
    let found = try Self.tables((absurd + absurd).joined() + plain)
    #expect(Self.texts(found[6].rows) == ["x|x|x", "x|x|x", "1|2|3"])
    #expect(found[6].diagnostics.isEmpty)
    #expect(found[0].diagnostics.map(\.code) == ["table-span-too-large"] && found[0].columnCount == 1)
  }

  /// A thousand tables of one cell have what spans add together, and not each.
  @Test func spansOfManyTablesShareABudget() throws {
    let tables = String(repeating: "<table><row><cell cols='4000'/></row></table>", count: 1000)
    let found = try Self.tables("<p>\(tables)</p>")
    #expect(found.count == 1000)
    #expect(found.reduce(0) { $0 + ($1.rows.first?.count ?? 0) } < 200_000)
  }
}
