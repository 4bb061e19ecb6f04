import Extraction
import Testing
import XML

/// What counts as the value of a cell.
@Suite struct CellTextTests {
  @Test(arguments: [
    (
      "<list><item>a</item> <item>b <list><item>x</item><item>y</item></list></item><item>c</item></list>",
      "a; b x; y; c"
    ),
    ("<list type='gloss'><label>A</label><item>one</item><label>B</label><item>two</item></list>", "A one; B two"),
    ("a<lb break='no'/>b<lb/>c<pb n='2'/>d", "ab c d"),
    ("<choice><abbr>t</abbr><expan>tonnes</expan></choice>", "tonnes"),
    ("<choice><sic>1</sic><corr/></choice>x", "x"),
    ("<app><rdg>1</rdg><lem>2</lem></app>", "2"),
    ("<subst><del>12</del><add>13</add></subst>", "13"),
    ("12<note place='foot'>estimated</note>", "12"),
    ("12<note>x</note>,5", "12,5"),
    ("word<note>n</note>. New", "word. New"),
    ("<p>a</p><p>b</p>", "a b"),
    ("<hi>a</hi>b", "ab"),
    ("<!-- x -->a<?y z?>", "a"),
    ("x<figure><head>H</head><table><row><cell>in</cell></row></table></figure>y", "x H y"),
  ])
  func takesTheValueOfACell(content: String, expected: String) throws {
    let table = try TableExtractorTests.table("<row><cell>\(content)</cell></row>")
    #expect(table.rows[0][0].text == expected)
  }

  @Test(arguments: ["<cell/>", "<cell> </cell>"])
  func emptyCellsAreNoReasonAgainstAHeader(corner: String) throws {
    let table = try TableExtractorTests.table(
      "<row>\(corner)<cell role='head'>A</cell><cell role='head'>B</cell></row>"
        + "<row><cell>x</cell><cell>1</cell><cell>2</cell></row><row><cell/><cell>3</cell><cell/></row>")
    #expect(table.header == ["", "A", "B"])
    #expect(table.rows.count == 2)
  }

  @Test func keepsNotesApart() throws {
    let table = try TableExtractorTests.table(
      "<head>H<note>on H</note></head><row role='label'><cell>A<note>on A</note></cell></row>"
        + "<row><cell>1</cell><cell>2<note>on <hi>2</hi></note></cell></row><trailer>Source: us</trailer><note>N</note>"
    )
    #expect(table.caption == "H")
    #expect(
      table.notes == [
        ExtractedNote(row: 0, column: 1, text: "on A"), ExtractedNote(row: 1, column: 2, text: "on 2"),
        ExtractedNote(text: "on H"), ExtractedNote(text: "Source: us"), ExtractedNote(text: "N"),
      ])
  }

  @Test(arguments: [
    ("<num value='1234'>1,234</num>", MarkedValue(.number, "1234")),
    (
      " <p><measure type='money' quantity='14000000' unit='EUR'>€14 million</measure></p> ",
      MarkedValue(.number, "14000000", unit: "EUR")
    ),
    ("<num type='percentage' value='5'>5 %</num><note>x</note>", MarkedValue(.number, "5", unit: "%")),
    ("<date when='2021-03-05'>5 March</date>", MarkedValue(.date, "2021-03-05")),
    ("<date when='2021'>2021</date>, say", nil), ("<num>5</num>", nil), ("5", nil),
    ("<num value='1'>1</num><num value='2'>2</num>", nil),
  ])
  func readsMarkup(content: String, expected: MarkedValue?) throws {
    let table = try TableExtractorTests.table("<row><cell>\(content)</cell></row>")
    #expect(table.rows[0][0].marked == expected)
  }

  @Test func takesElementsTwoThousandDeep() throws {
    let deep = String(repeating: "<hi>", count: 1900) + "a" + String(repeating: "</hi>", count: 1900)
    #expect(try TableExtractorTests.table("<row><cell>\(deep)</cell></row>").rows[0][0].text == "a")
  }
}
