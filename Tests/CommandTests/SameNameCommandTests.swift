import Testing

/// Files, and documents of a corpus, that have one label.
@Suite struct SameNameCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    func document(_ name: String) -> String {
      """
      <TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><profileDesc><particDesc><listPerson>\
      <person xml:id='a'><persName>\(name)</persName></person></listPerson></particDesc></profileDesc></teiHeader>\
      <text><body><p><persName ref='#a'>\(name)</persName></p><table><row role='label'><cell>A</cell></row><row>\
      <cell>\(name)</cell></row></table></body></text></TEI>
      """
    }
    try folder.write("1/tei.xml", document("Ada"))
    try folder.write("2/tei.xml", document("Ben"))
    try folder.write(
      "corpus.xml", "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'>\(document("Ada"))\(document("Ben"))</teiCorpus>")
  }

  private func run(_ arguments: String...) throws -> [String] {
    let result = try Command.run(arguments, in: folder.path)
    return (result.text + result.error).split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test(arguments: ["1", "4"])
  func entitiesOfDifferentDocumentsStayApart(jobs: String) throws {
    let rows = try run("extract", "entities", "1", "2", "--of", "entities", "--jobs", jobs)
    #expect(rows.dropFirst().map { $0.prefix { $0 != "," } } == ["1/tei.xml#a", "2/tei.xml#a"])
    #expect(rows.dropFirst().allSatisfy { $0.contains(",1,1,") })
    let ofCorpus = try run("extract", "entities", "corpus.xml", "--of", "entities", "--jobs", jobs)
    #expect(ofCorpus.dropFirst().map { $0.prefix { $0 != "," } } == ["corpus.xml#a", "corpus.xml#a (2)"])
  }

  @Test(arguments: ["1", "4"])
  func tablesTellDocumentsApart(jobs: String) throws {
    let long = try run("extract", "tables", "1", "2", "--jobs", jobs)
    #expect(long.dropFirst() == ["tei,table-1,1,1,A,Ada", "2/tei,table-1,1,1,A,Ben"])
    for whole in [["corpus.xml"], ["corpus.xml", "--where", "count(//TEI) = 2"]] {
      let result = try Command.run(["extract", "tables"] + whole + ["--jobs", jobs], in: folder.path)
      #expect(result.text.contains("corpus,table-1,1,1,A,Ada") && result.text.contains("corpus-2,table-2,1,1,A,Ben"))
    }
    _ = try run("extract", "tables", "1", "2", "-o", "out", "--jobs", jobs)
    let package = String(decoding: folder.read("out/datapackage.json") ?? [], as: UTF8.self)
    #expect(package.contains("\"document\":\"tei\"") && package.contains("\"document\":\"2/tei\""))
    _ = try run("extract", "tables", "1", "2", "-o", "joined", "--join", "--jobs", jobs)
    let joined = String(decoding: folder.read("joined/tei.table-1.csv") ?? [], as: UTF8.self)
    #expect(joined.contains("tei,table-1,Ada\r\n2/tei,table-1,Ben"))
  }

  @Test(arguments: ["1", "4"])
  func documentsAreCountedApart(jobs: String) throws {
    let counts = ["document,mentions,documents", "2/tei,1,1", "tei,1,1"]
    #expect(try run("extract", "entities", "1", "2", "--count-by", "document", "--jobs", jobs) == counts)
    #expect(
      try run("extract", "entities", "corpus.xml", "--count-by", "document", "--jobs", jobs)
        == ["document,mentions,documents", "corpus,1,1", "corpus-2,1,1"])
    #expect(
      try run("query", "//text//persName", "1", "2", "--group-by", "document", "--jobs", jobs) == [
        "tei\t1", "2/tei\t1",
      ])
    for corpus in [["corpus.xml"], ["corpus.xml", "--whole"]] {
      let result = try Command.run(["query", "//text//persName", "--group-by", "document"] + corpus, in: folder.path)
      #expect(result.text == "corpus\t1\ncorpus-2\t1\n")
    }
    #expect(
      try run("query", "//text//persName/text()", "1", "2", "--format", "csv", "--jobs", jobs)
        == ["document,value", "tei,Ada", "2/tei,Ben"])
    #expect(
      try run("query", "//text//persName/text()", "1", "2", "--format", "xml", "--jobs", jobs)
        .contains("<result document=\"2/tei\">Ben</result>"))
  }
}
