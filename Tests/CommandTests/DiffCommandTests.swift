import Foundation
import Testing

@Suite struct DiffCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, type, year) in [("a/one.xml", "LOC", 1999), ("b/one.xml", "ORG", 1998)] {
      try write(
        name,
        "<p><persName ref='#p1'>Ada</persName> met <name type='\(type)'>Riga</name> <date when='\(year)'>then</date>.</p>"
      )
    }
  }

  private func write(_ name: String, _ body: String, id: String = "") throws {
    try folder.write(
      name,
      "<TEI xmlns='http://www.tei-c.org/ns/1.0'\(id.isEmpty ? "" : " xml:id='\(id)'")><teiHeader/>\n<text><body>\(body)</body></text></TEI>"
    )
  }

  private func diff(_ arguments: String...) throws -> Command.Result {
    try Command.run(["diff"] + arguments, in: folder.path)
  }

  @Test func listsWhatChanged() throws {
    let result = try diff("a", "b", "--list")
    #expect(result.status == 1 && result.error == "")
    #expect(
      result.text.hasPrefix(
        """
        one.xml:2: changed LOC "Riga": type "LOC" to "ORG"
        one.xml:2: changed date "then": value "1999" to "1998"
        1 document compared
        0 added, 0 removed, 2 changed

        type     a  b  found  precision  recall     f1
        LOC      1  0      0          -   0.000  0.000

        """))
    let ignored = try diff("a", "b", "--ignore", "value,type")
    #expect(ignored.status == 0)
    let one = try diff("a", "b", "--type", "person", "--match", "partial")
    #expect(one.status == 0 && one.text.contains("person   1  1      1      1.000   1.000  1.000"))
  }

  @Test func whatComparesNothing() throws {
    let nonsense = try diff("a", "b", "--type", "persn")
    #expect(nonsense.error == "Warning: no annotation has type \"persn\"; did you mean \"person\"?\n")
    try folder.write("c/other.xml", "<TEI/>")
    #expect(try diff("a", "c").status == 2)
    let absent = try Command.run(["import", "nowhere", "--from", "brat", "--into", "a", "--dry-run"], in: folder.path)
    #expect(absent.status == 2 && absent.error.contains("file-missing"))
    try folder.write("x.txt", "x")
    let other = try Command.run(["import", "x.txt", "--from", "spacy", "--into", "a", "--dry-run"], in: folder.path)
    #expect(other.status == 1 && other.error.contains("no file of spacy is there"))
  }

  @Test func rows() throws {
    let list = try diff("a", "b", "--list", "--format", "csv")
    let lines = list.text.replacingOccurrences(of: "\r\n", with: "\n").split(separator: "\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("change,document,what,lineA,lineB,path,typeA,typeB,"))
    let place = "one.xml,type,2,2,/TEI/text[1]/body[1]/p[1]"
    #expect(lines[1] == "changed,\(place),LOC,ORG,Riga,Riga,,,,,,,\"Ada met \",\" then.\"")
    let scores = try diff("a", "b", "--format", "tsv", "--match", "exact")
    #expect(scores.text.contains("(micro)\t3\t3\t3\t1.000\t1.000\t1.000"))
  }

  @Test func json() throws {
    for arguments in [["a", "b"], ["a", "a"]] {
      let result = try Command.run(["diff", "--format", "json", "--list"] + arguments, in: folder.path)
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
      #expect((report["list"] as? [Any])?.count == (arguments[0] == arguments[1] ? 0 : 2))
      #expect((report["micro"] as? [String: Any])?["a"] as? Int == 3)
    }
    try write("c/one.xml", "<p>Nothing.</p>")
    let empty = try diff("c", "c", "--format", "json")
    #expect(empty.status == 0 && empty.text.contains("\"kappa\": null") && !empty.text.contains("nan"))
  }

  @Test func pairsFilesByPathThenByIdentifier() throws {
    try write("a/sub/two.xml", "<p><name>X</name></p>", id: "two")
    try write("b/renamed.xml", "<p>X</p>", id: "two")
    try write("a/three.xml", "<p/>")
    try write("b/four.xml", "<p/>")
    let result = try diff("a", "b", "--list")
    #expect(result.status == 1)
    #expect(result.text.contains("sub/two.xml:2: removed name \"X\"  ([X])\n2 documents compared\n"))
    #expect(result.text.contains("only in A: three.xml\nonly in B: four.xml\n"))
    #expect(try diff("a/three.xml", "b/four.xml").status == 0)
  }

  @Test func documentsOfACorpusArePaired() throws {
    func corpus(_ name: String, _ documents: [String]) throws {
      try folder.write(
        name,
        "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/>"
          + documents.map { "<TEI xml:id='\($0.prefix(1))'><text><body><p>\($0)</p></body></text></TEI>" }.joined()
          + "</teiCorpus>")
    }
    try corpus("x.xml", ["k <name>one</name>", "l two", "m three"])
    try corpus("y.xml", ["l <name>two</name>", "k <name>one</name>"])
    let result = try diff("x.xml", "y.xml", "--list")
    #expect(
      result.text.hasPrefix("x.xml#l:1: added name \"two\"  (l [two])\n2 documents compared\nonly in A: x.xml#m\n"))
  }

  @Test func otherText() throws {
    try write(
      "c/one.xml",
      "<p><persName>Ada</persName> met <name type='LOC'>Rigga</name> <date when='1999'>then</date>.</p>")
    let result = try diff("a", "c", "--ignore", "entity")
    #expect(result.status == 1)
    #expect(
      result.text.contains("other text: one.xml (1 words of A, 1 of B); aligned\n0 added, 0 removed, 0 changed\n"))
  }

  /// What annotators made of an export, against each other and against the TEI.
  @Test(arguments: ["brat", "standoff"]) func exportsAreCompared(format: String) throws {
    for name in ["a", "b"] {
      let result = try Command.run("export", name, "--to", format, "-o", "out-\(name)", in: folder.path)
      #expect(result.status == 0, "\(result.error)")
    }
    #expect(try diff("out-a", "out-a", "--from", format).status == 0)
    let result = try diff("out-a", "out-b", "--from", format, "--list")
    #expect(result.status == 1, "\(result.error)")
    #expect(result.text.contains("changed LOC \"Riga\": type \"LOC\" to \"ORG\""), "\(result.text)")
    let mixed = try diff("a", "out-a", "--from", format)
    #expect(mixed.status == 0, "\(mixed.text)\(mixed.error)")
    #expect(try diff("a", "b", "--from", "nothing").status == 2)
  }

  @Test func faults() throws {
    try folder.write("b/two.xml", "<html/>")
    try write("a/two.xml", "<p/>")
    try folder.write("a/zero.xml", "<TEI")
    try write("b/zero.xml", "<p/>")
    let result = try diff("a", "b")
    #expect(result.status == 1 && result.text.hasPrefix("1 document compared\n"))
    #expect(result.error.contains("b/two.xml:1:1: error[not-tei]: root element \"html\" in no namespace is no TEI;"))
    #expect(result.error.contains("a/zero.xml:1:"))
    #expect(try diff("a", "nowhere").status == 2)
    #expect(try diff("a", "b", "--ignore", "colour").status == 2)
    #expect(try diff("a", "b", "--match", "fuzzy").status == 2)
  }
}
