import Foundation
import Testing

/// What `extract tables` does with bad input, names of files and unfit options.
@Suite struct TablesCommandTests {
  private static func tei(_ body: String, id: String = "") -> String {
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'\(id.isEmpty ? "" : " xml:id='\(id)'")><text><body>\(body)</body></text></TEI>"
  }

  private static func cell(_ text: String) -> String { "<row><cell>\(text)</cell></row>" }

  @Test func aBadFileStopsNoOther() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.xml", Self.tei("<table>\(Self.cell("1"))</table>"))
    try folder.write("in/b.xml", "<TEI><table>")
    try folder.write(
      "in/c.xml", Self.tei("<table/><table><row><cell>2</cell><cell>3</cell></row>\(Self.cell("4"))</table>"))
    for output in ["out", "out.xlsx", "out.sqlite"] {
      let result = try Command.run(["extract", "tables", "in", "-o", output], in: folder.path)
      #expect(result.status == 1 && result.text == "3 tables of 3 files written to \(output)\n")
      let lines = result.error.split(separator: "\n").map(String.init)
      #expect(lines.count == 3 && lines[0].hasPrefix("in/b.xml:1:") && lines[0].contains("error["), "\(result.error)")
      #expect(lines.dropFirst().map { $0.contains("note[table-") } == [true, true])
    }
    #expect(try folder.names(in: "out") == ["a.table-1.csv", "c.table-1.csv", "c.table-2.csv", "datapackage.json"])
    #expect(try folder.names() == ["in", "out", "out.sqlite", "out.xlsx"])
  }

  @Test func namesOfFilesAreSafeAndUnique() throws {
    let folder = try TemporaryFolder()
    let table = "<table>\(Self.cell("1"))</table>"
    try folder.write(
      "in/a.xml", Self.tei("<table id='x/../../y'>\(Self.cell("1"))</table><table id='X?'>\(Self.cell("2"))</table>"))
    try folder.write("in/b.xml", Self.tei("<table id='x?'>\(Self.cell("3"))</table>", id: "A"))
    try folder.write("in/nul.xml", Self.tei(table))
    try folder.write("in/..c.xml", Self.tei(table))
    try folder.write("in/\(String(repeating: "ä", count: 110)).xml", Self.tei(table))
    let result = try Command.run(["extract", "tables", "in", "in/..c.xml", "-o", "out"], in: folder.path)
    #expect(result.status == 0, "\(result.error)")
    let names = try folder.names(in: "out")
    #expect(
      Set(names).isSuperset(of: ["a.x_.._.._y.csv", "a.X_.csv", "A.x_-2.csv", "_nul.table-1.csv", "_.c.table-1.csv"]),
      "\(names)")
    #expect(names.count == 7 && names.allSatisfy { $0.utf8.count < 220 })
    #expect(try folder.names() == ["in", "out"])
  }

  @Test func aFolderIsNotNamedAsAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.xml", Self.tei("<table>\(Self.cell("1"))</table>"))
    let refused = try Command.run(["extract", "tables", "a.xml", "-o", "b.csv"], in: folder.path)
    #expect(refused.status == 2 && refused.error.contains("expected '-o folder'"), "\(refused.error)")
    #expect(try folder.names() == ["a.xml"])
    try folder.write("c.csv/old", "")
    #expect(try Command.run(["extract", "tables", "a.xml", "-o", "c.csv"], in: folder.path).status == 0)
  }

  @Test func countsOnInTheDocumentsOfACorpus() throws {
    let folder = try TemporaryFolder()
    let document =
      "<TEI><text><body><table>\(Self.cell("1"))</table><table>\(Self.cell("2"))</table></body></text></TEI>"
    try folder.write("c.xml", "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'>\(document)\(document)</teiCorpus>")
    let result = try Command.run(["extract", "tables", "c.xml", "--format", "tsv"], in: folder.path)
    #expect(
      result.text.split(separator: "\n").dropFirst().map { String($0.replacing("\t", with: " ")) }
        == ["c table-1 1 1  1", "c table-2 1 1  2", "c-2 table-3 1 1  1", "c-2 table-4 1 1  2"])
  }

  @Test func joinsTablesOfOneHeader() throws {
    let folder = try TemporaryFolder()
    let head = "<row role='label'><cell>Year</cell><cell>t</cell></row>"
    try folder.write(
      "in/a.xml",
      Self.tei("<table>\(head)<row><cell>2001</cell><cell>5</cell></row></table><table>\(Self.cell("x"))</table>"))
    try folder.write("in/b.xml", Self.tei("<table>\(head)<row><cell>2002</cell><cell>6.5</cell></row></table>"))
    let result = try Command.run(
      ["extract", "tables", "in", "--join", "--format", "jsonl", "-o", "out"], in: folder.path)
    #expect(result.text == "3 tables of 2 files, joined to 2, written to out\n")
    #expect(
      folder.read("out/a.table-1.jsonl").map { String(decoding: $0, as: UTF8.self) } == """
        {"document":"a","table":"table-1","Year":2001,"t":5}
        {"document":"b","table":"table-1","Year":2002,"t":6.5}

        """)
  }

  @Test(arguments: [
    (["--where", "head["], "xpath-syntax"), (["--format", "xlsx"], "expected '-o tables.xlsx'"),
    (["--format", "sqlite", "--long", "-o", "x"], "exclude each other"), (["--join"], "expected '-o folder'"),
    (["--min-rows=-1"], "expected 0 or more"), (["-o", "/dev/null/x"], "output-unwritable"),
    (["-o", "/dev/null/x.sqlite"], "output-unwritable"), (["-o", "/dev/null/x.xlsx"], "output-unwritable"),
  ])
  func refusesWhatCannotBeDone(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.xml", Self.tei("<table>\(Self.cell("1"))</table>"))
    let result = try Command.run(["extract", "tables", "a.xml"] + arguments, in: folder.path)
    #expect(
      result.status != 0 && result.status != 1 && result.error.contains(message), "\(result.status) \(result.error)")
    #expect(try folder.names() == ["a.xml"])
  }

  @Test func choosesTables() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.xml",
      Self.tei(
        "<table><head>Coal</head>\(Self.cell("1"))</table><div type='x'><table>\(Self.cell("2"))</table></div><table><head>Gas</head>\(Self.cell("3"))\(Self.cell("4"))</table>"
      ))
    func values(_ arguments: String...) throws -> [String] {
      let result = try Command.run(["extract", "tables", "a.xml", "--format", "tsv"] + arguments, in: folder.path)
      #expect(result.status == 0, "\(result.error)")
      return result.text.split(separator: "\n").dropFirst().map { String($0.split(separator: "\t").last!) }
    }
    #expect(try values("--where", "head") == ["1", "3", "4"])
    #expect(try values("--where", "contains(head, 'Coal')") == ["1"])
    #expect(try values("--where", "//div[@type='x']/table") == ["2"])
    #expect(try values("--where", "(//table)[last()]") == ["3", "4"])
    #expect(try values("--where", "ancestor::div") == ["2"])
    #expect(try values("--min-rows", "2") == ["3", "4"])
    #expect(try values("--header-rows", "1") == ["4"])
  }

  @Test(arguments: [
    ["extract", "tables", "--format", "xlsx"], ["extract", "tables", "--format", "sqlite"],
    ["extract", "entities"], ["extract", "entities", "--format", "sqlite"], ["entities", "list"],
  ])
  func noOutputIsWrittenOverItsInput(command: [String]) throws {
    let folder = try TemporaryFolder()
    let tei = Self.tei("<table>\(Self.cell("1"))</table>")
    try folder.write("in.xml", tei)
    let result = try Command.run(command + ["in.xml", "-o", "./in.xml"], in: folder.path)
    #expect(result.status == 2 && result.error.contains("error[output-exists]"), "\(result.error)")
    #expect(folder.read("in.xml").map { String(decoding: $0, as: UTF8.self) } == tei)
  }
}
