import Extraction
import Testing

@Suite struct RowFormatTests {
  static let table = RowTable(
    columns: ["a", "b, c", "a"],
    rows: [["1", "say \"x\"", "p|q"], ["", " lead", "line\nend\ttab"], ["é—\u{1}"], ["<&>", "\\", "*_"]])

  @Test(arguments: [
    (
      RowFormat.csv,
      "a,\"b, c\",a\r\n1,\"say \"\"x\"\"\",p|q\r\n,\" lead\",\"line\nend\ttab\"\r\né—\u{1},,\r\n<&>,\\,*_\r\n"
    ),
    (.tsv, "a\tb, c\ta\n1\tsay \"x\"\tp|q\n\t lead\tline end tab\né—\u{1}\t\t\n<&>\t\\\t*_\n"),
    (
      .jsonl,
      """
      {"a":"1","b, c":"say \\"x\\"","a (2)":"p|q"}
      {"a":"","b, c":" lead","a (2)":"line\\nend\\ttab"}
      {"a":"é—\\u0001","b, c":"","a (2)":""}
      {"a":"<&>","b, c":"\\\\","a (2)":"*_"}

      """
    ),
    (
      .markdown,
      """
      | a | b, c | a |
      | --- | --- | --- |
      | 1 | say "x" | p\\|q |
      |  |  lead | line<br>end\ttab |
      | é—\u{1} |  |  |
      | \\<\\&> | \\\\ | \\*\\_ |

      """
    ),
    (
      .html,
      """
      <table>
      <thead>
      <tr><th scope="col">a</th><th scope="col">b, c</th><th scope="col">a</th></tr>
      </thead>
      <tbody>
      <tr><td>1</td><td>say &quot;x&quot;</td><td>p|q</td></tr>
      <tr><td></td><td> lead</td><td>line\nend\ttab</td></tr>
      <tr><td>é—\u{1}</td><td></td><td></td></tr>
      <tr><td>&lt;&amp;&gt;</td><td>\\</td><td>*_</td></tr>
      </tbody>
      </table>

      """
    ),
  ])
  func writes(format: RowFormat, expected: String) {
    #expect(String(decoding: format.bytes(of: Self.table), as: UTF8.self) == expected)
  }

  @Test func writesJSONArrays() {
    func json(_ table: RowTable) -> String { String(decoding: RowFormat.json.bytes(of: table), as: UTF8.self) }
    #expect(json(RowTable(columns: ["a"])) == "[]\n")
    #expect(json(RowTable(columns: ["a"], rows: [["1"], ["2"]])) == "[\n  {\"a\":\"1\"},\n  {\"a\":\"2\"}\n]\n")
  }

  @Test func keepsAnEmptyValueInASingleColumnOfCSV() {
    #expect(RowFormat.csv.bytes(of: RowTable(columns: ["a"], rows: [[""]])) == Array("a\r\n\"\"\r\n".utf8))
  }

  @Test func writesInParts() {
    var writer = RowWriter(.csv, columns: ["a"])
    #expect(writer.take() == Array("a\r\n".utf8))
    writer.write(["1", "too many"])
    #expect(writer.take() == Array("1\r\n".utf8))
    #expect(writer.finish().isEmpty)
  }

  @Test func writesTypedValues() {
    var table = RowTable(
      columns: ["n", "d", "b", "t"], types: [.number, .date, .boolean, .text],
      rows: [["-1.50", "2021-03-05", "true", "1"], ["", "", "", ""]])
    table.caption = "A & B"
    table.labelColumnCount = 1
    func text(_ format: RowFormat) -> String { String(decoding: format.bytes(of: table), as: UTF8.self) }
    #expect(
      text(.jsonl) == """
        {"n":-1.50,"d":"2021-03-05","b":true,"t":"1"}
        {"n":null,"d":null,"b":null,"t":""}

        """)
    #expect(text(.html).contains("<caption>A &amp; B</caption>"))
    #expect(text(.html).contains("<tr><th scope=\"row\">-1.50</th><td>2021-03-05</td>"))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("\tx", "'\tx"),
    ("-x", "'-x"), ("-", "'-"), ("＝1", "'＝1"), ("-5", "-5"), ("+3.2 %", "+3.2 %"), ("-1,234.5", "-1,234.5"),
    ("-1+1", "'-1+1"), ("a=1", "a=1"), ("", ""),
  ])
  func escapesFormulas(value: String, expected: String) {
    var writer = RowWriter(.tsv, columns: ["=a", "b"], options: RowOptions(escapesFormulas: true))
    #expect(writer.take() == Array("'=a\tb\n".utf8))
    writer.write(["x", value])
    #expect(writer.take() == Array("x\t\(expected.replacing("\t", with: " "))\n".utf8))
  }

  @Test func beginsWithAByteOrderMark() {
    let bytes = RowFormat.csv.bytes(of: RowTable(columns: ["a"]), options: RowOptions(hasByteOrderMark: true))
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("a\r\n".utf8))
  }
}
