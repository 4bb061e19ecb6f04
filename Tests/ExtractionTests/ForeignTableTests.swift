import Extraction
import Testing
import XML

/// Tables of CALS and HTML inside TEI, and those of other programs' TEI.
@Suite struct ForeignTableTests {
  static func tables(_ body: String) throws -> [ExtractedTable] {
    try TableExtractorTests.tables(body)
  }

  static func shown(_ table: ExtractedTable) -> [String] {
    [table.header.joined(separator: "|")] + TableExtractorTests.texts(table.rows)
  }

  @Test func readsCALS() throws {
    let tables = try Self.tables(
      """
      <table xmlns="http://docs.oasis-open.org/ns/oasis-exchange/table" id="c"><title>Catch</title>
      <tgroup cols="4"><colspec colname="a"/><colspec colname="b"/><colspec colname="c"/><colspec colnum="4" colname="d"/>
      <spanspec spanname="bc" namest="b" nameend="c"/>
      <tfoot><row><entry>sum</entry><entry spanname="bc">9</entry></row></tfoot>
      <thead><row><entry morerows="1">Port</entry><entry namest="b" nameend="c">Fish</entry><entry>Remark</entry></row>
      <row><entry>cod</entry><entry>eel</entry></row></thead>
      <tbody><row><entry>Riga</entry><entry>4</entry><entry>5</entry></row>
      <row><entry>Kiel</entry><entry colname="d">late</entry></row></tbody></tgroup></table>
      """)
    let table = try #require(tables.first)
    #expect(table.caption == "Catch" && table.id == "c")
    #expect(Self.shown(table) == ["Port|Fish / cod|Fish / eel|Remark", "Riga|4|5|", "Kiel|||late", "sum|9|9|"])
    #expect(table.diagnostics.isEmpty)
  }

  @Test func readsEachGroupOfCALSAsATable() throws {
    let tables = try Self.tables(
      "<table xmlns='' id='t'><title>T</title><tgroup cols='1'><tbody><row><entry>a</entry></row></tbody></tgroup>"
        + "<tgroup cols='2'><tbody><row><entry>b</entry><entry>c</entry></row></tbody></tgroup></table>")
    #expect(tables.map(\.id) == ["t.1", "t.2"] && tables.map(\.caption) == ["T", "T"])
    #expect(tables.map(Self.shown) == [["", "a"], ["", "b|c"]])
    #expect(tables[1].xpath == "/TEI/text[1]/body[1]/table[1]/tgroup[2]")
  }

  @Test(arguments: [
    (
      "<thead><tr><th rowspan='2'>Year</th><th colspan='2'>Coal</th></tr><tr><th>t</th><th>%</th></tr></thead>"
        + "<tfoot><tr><td>sum</td></tr></tfoot><tbody><tr><th>2001</th><td>1</td><td>2</td></tr></tbody>",
      ["Year|Coal / t|Coal / %", "2001|1|2", "sum||"]
    ),
    (
      "<tr><th>A</th><th>B</th></tr><tr><th>x</th><td rowspan='0'>1<br/>2</td></tr><tr><th>y</th></tr>",
      ["A|B", "x|1 2", "y|1 2"]
    ),
    // No cell reaches out of its section.
    ("<tbody><tr><td rowspan='9'>a</td></tr></tbody><tbody><tr><td>b</td></tr></tbody>", ["", "a", "b"]),
    ("<tr><td><ul><li>one</li><li>two <ul><li>x</li></ul></li></ul></td></tr>", ["", "one; two x"]),
  ])
  func readsHTML(body: String, expected: [String]) throws {
    for namespace in ["http://www.w3.org/1999/xhtml", "", "http://www.tei-c.org/ns/1.0"] {
      let table = try #require(try Self.tables("<p><table xmlns='\(namespace)'>\(body)</table></p>").first)
      #expect(Self.shown(table) == expected)
    }
  }

  @Test func readsTheTablesOfGROBID() throws {
    let tables = try Self.tables(
      """
      <figure type="table" xml:id="tab_0"><head>Table 1 :</head><label>1</label><figDesc>Size of parts.</figDesc>
      <table><row><cell>Set</cell><cell>Size</cell></row><row><cell>train</cell><cell>12<ref type="foot" target="#f">1</ref></cell>
      </row></table><note>From the log.</note></figure>
      """)
    let table = try #require(tables.first)
    #expect(table.caption == "Table 1 : Size of parts." && table.id == "table-1")
    #expect(Self.shown(table) == ["", "Set|Size", "train|12"])
    #expect(table.notes == [ExtractedNote(text: "From the log.")])
  }

  @Test func readsTheTablesOfTrafilatura() throws {
    let tables = try Self.tables(
      "<table><row span='2'><cell role='head'>A</cell><cell role='head'>B</cell></row><row><cell>1</cell><cell><p>2</p></cell></row></table>"
    )
    #expect(tables.map(Self.shown) == [["A|B", "1|2"]])
  }

  @Test func readsTEIWithoutNamespace() throws {
    let text =
      "<TEI.2><text><table id='x'><row role='label'><cell>A</cell></row><row><cell>1</cell></row></table></text></TEI.2>"
    #expect(try TableExtractorTests.tables(in: Array(text.utf8), name: "p4.xml").map(Self.shown) == [["A", "1"]])
  }

  @Test func takesARowAboveTheHeadForTheCaption() throws {
    let rows =
      "<row role='label'><cell cols='2'>Coal by year</cell></row><row role='label'><cell>A</cell><cell>B</cell></row>"
      + "<row><cell>1</cell><cell>2</cell></row>"
    let tables = try Self.tables("<table>\(rows)</table><table><head>H</head>\(rows)</table>")
    #expect(tables.map(\.caption) == ["Coal by year", "H"])
    #expect(tables.map(\.header) == [["A", "B"], ["Coal by year / A", "Coal by year / B"]])
  }

  @Test func tellsWhatWasMended() throws {
    let tables = try Self.tables(
      "<table/><table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell></row></table>"
        + "<table><row><cell cols='99999999'>a</cell></row></table>")
    #expect(
      tables.map { $0.diagnostics.map(\.code) } == [
        ["table-without-rows"], ["table-rows-short"], ["table-span-too-large"],
      ])
    #expect(
      tables[1].diagnostics.first?.description
        == "folder/a.xml:1:62: note[table-rows-short]: 1 of 2 rows has fewer than 2 cells; filled up with empty ones")
  }

  @Test func doesNotFillUpATableAThousandfold() throws {
    let wide = String(repeating: "<cell/>", count: 20_000)
    let body = "<table><row>\(wide)</row>" + String(repeating: "<row><cell/></row>", count: 20_000) + "</table>"
    let table = try #require(try Self.tables(body).first)
    #expect(table.rows.isEmpty && table.roles.isEmpty && table.diagnostics.map(\.code) == ["table-too-ragged"])
  }
}
