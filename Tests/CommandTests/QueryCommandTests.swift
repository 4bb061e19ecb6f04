import Testing

@Suite struct QueryCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let header = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>"
    func document(_ id: String, _ body: String) -> String {
      "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='\(id)'>\(header)<text><body>\(body)</body></text></TEI>"
    }
    let first = document(
      "a", "<p n='2'><placeName ref='#w'>Wien</placeName> <date when='1848-03-13'>then</date></p><p n='10'>x</p>")
    let second = document(
      "b", "<p n='7'><placeName>Graz</placeName><note>not</note> and <placeName>Wien</placeName></p>")
    try folder.write("in/a.xml", first)
    try folder.write("in/b.xml", second)
    try folder.write(
      "corpus.xml", "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0' n='c'>\(header)\(first)\(second)</teiCorpus>")
    try folder.write("p4.xml", "<TEI.2><text><p>old</p></text></TEI.2>")
  }

  private func query(_ arguments: String...) throws -> String {
    let result = try Command.run(["query"] + arguments, in: folder.path)
    return String(String.UnicodeScalarView(result.text.unicodeScalars.filter { $0 != "\r" })) + result.error
  }

  @Test func groupsCountsAndSorts() throws {
    #expect(try query("//placeName", "in", "--group-by", ".") == "Wien\t2\nGraz\t1\n")
    #expect(try query("//placeName", "in", "--group-by", "document", "--format", "csv") == "document,count\nb,2\na,1\n")
    #expect(
      try query("//placeName", "in", "--column", "name=.", "--group-by", "name", "--sort", "name")
        == "Graz\t1\nWien\t2\n")
    #expect(try query("//placeName", "in", "--count") == "3\n")
    #expect(try query("//p", "in", "--column", "n=@n", "--sort", "n:n:desc") == "10\n7\n2\n")
    #expect(try query("//p", "in", "--column", "n=@n", "--sort", "n") == "10\n2\n7\n")
    #expect(try query("//placeName", "in", "--distinct") == "Wien\nGraz\n")
    #expect(try query("//p", "in", "--sort", "m").contains("expected one of \"document\", \"value\""))
  }

  @Test func variablesAndNamespaces() throws {
    #expect(try query("//p[@n = $n]/@n", "in", "--var", "n=7") == "7\n")
    #expect(try query("//p[@n > $n]/@n", "in", "--var", "n=5") == "10\n7\n")
    #expect(try query("//t:date/@when", "in", "--namespace", "t=http://www.tei-c.org/ns/1.0") == "1848-03-13\n")
    #expect(try query("//p", "p4.xml", "--no-namespace") == "old\n")
    #expect(try query("//p", "p4.xml", "--namespace", "=") == "old\n")
  }

  @Test func functionsBeyondXPath() throws {
    #expect(try query("//p/tei:text(.)", "in/b.xml") == "Graz and Wien\n")
    #expect(try query("//p ! tei:date(date)", "in") == "1848-03-13\n")
    #expect(try query("max(//date/@when)", "in/a.xml") == "1848-03-13\n")
    #expect(try query("str:tokenize('a b,c', ' ,')", "in/a.xml") == "a\nb\nc\n")
    #expect(try query("regexp:replace('aXbX', 'x', 'gi', '-')", "in/a.xml") == "a-b-\n")
    #expect(try query("set:distinct(//placeName)", "in/b.xml") == "Graz\nWien\n")
    #expect(try query("math:max(//p/@n)", "in/a.xml") == "10\n")
    #expect(try query("date:year(//date/@when)", "in/a.xml") == "1848\n")
  }

  @Test func corporaAreAsTheirDocuments() throws {
    #expect(try query("//placeName", "corpus.xml", "--format", "csv") == "document,value\na,Wien\nb,Graz\nb,Wien\n")
    #expect(try query("/teiCorpus/TEI/text//p/@n", "corpus.xml") == "2\n10\n7\n")
    // Of the header of the corpus there is one.
    #expect(try query("//title", "corpus.xml", "--count") == "3\n")
    #expect(try query("//p", "corpus.xml", "--column", "c=ancestor::teiCorpus/@n", "--distinct") == "c\n")
  }

  @Test func whatSpansDocumentsIsEvaluatedOnAllOfThem() throws {
    #expect(try query("count(//TEI)", "corpus.xml") == "2\n")
    #expect(try query("/teiCorpus/TEI[2]//placeName", "corpus.xml") == "Graz\nWien\n")
    #expect(try query("(//placeName)[last()]", "corpus.xml", "--format", "csv") == "document,value\nb,Wien\n")
    #expect(try query("distinct-values(//placeName)", "corpus.xml") == "Wien\nGraz\n")
    #expect(try query("//placeName[. = following::placeName]", "corpus.xml", "--count") == "1\n")
  }

  @Test func saysWhyNothingIsFound() throws {
    func hint(_ arguments: String...) throws -> String {
      try Command.run(["query"] + arguments, in: folder.path).error
    }
    #expect(
      try hint("//placename", "in")
        == "warning[query-name]: no element is named \"placename\" in 2 documents; did you mean \"placeName\"?\n")
    #expect(try hint("//p[@id]", "in").contains("did you mean \"@xml:id\"?"))
    #expect(
      try hint("//p[@n = '8']", "in/a.xml").contains(
        "no attribute \"n\" is \"8\" in the document; expected \"10\", \"2\""))
    #expect(try hint("//p", "p4.xml").contains("warning[query-namespace]: element \"p\" is in no namespace"))
    #expect(try hint("//TEI", "in", "--no-namespace").contains("\"tei:TEI\" means that"))
    #expect(try hint("//p", "in", "--column", "d=dat").contains("column \"d\": no element is named \"dat\""))
    #expect(try hint("//p[@n = '7']", "in") == "")
    #expect(try hint("//date[. = 'nothing']", "in") == "")
  }

  @Test func aBrokenFileDoesNotStopTheRest() throws {
    try folder.write("in/aa.xml", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><p>")
    let result = try Command.run("query", "//placeName", "in", in: folder.path)
    #expect(result.status == 1)
    #expect(result.text == "Wien\nGraz\nWien\n")
    #expect(result.error.contains("in/aa.xml:1:") && result.error.contains("error[xml-syntax]"))
  }
}
