import Testing
import XML

@Suite struct CorpusTablesTests {
  /// The tables of a text: the paths and texts of all elements that are new in each.
  private func parts(_ text: String, takesParts: Bool = true) throws -> [[String]] {
    let reader = XMLNodeTableReader(names: XMLNodeNames())
    var found: [[String]] = []
    try reader.read(Array(text.utf8), name: "a.xml", takesParts: takesParts) { table in
      var paths = XMLNodePaths(table)
      found.append(
        table.allElements.filter { $0.number >= table.firstNode && $0.name != "hi" }.map {
          "\(paths.path(of: $0.number) ?? "") \($0["n"] ?? "")"
        })
      return true
    }
    return found
  }

  @Test func otherDocumentsAreWhole() throws {
    #expect(try parts("<TEI><p n='1'/></TEI>") == [["/TEI ", "/TEI/p[1] 1"]])
    #expect(try parts("<a><teiCorpus><TEI/></teiCorpus></a>").count == 1)
  }

  @Test func eachDocumentOfACorpusIsAPart() throws {
    let text = """
      <teiCorpus n='c'><teiHeader n='h'/>
      <TEI n='1'><p><hi/><hi/><hi/><hi/><hi/>and text</p></TEI><!-- between --><TEI n='2'><p><hi/><hi/><hi/><hi/><hi/>and text</p></TEI>
      <TEI n='3'><p><hi/><hi/><hi/><hi/><hi/>and text</p></TEI></teiCorpus>
      """
    #expect(
      try parts(text) == [
        ["/teiCorpus c", "/teiCorpus/teiHeader[1] h", "/teiCorpus/TEI[1] 1", "/teiCorpus/TEI[1]/p[1] "],
        ["/teiCorpus/TEI[2] 2", "/teiCorpus/TEI[2]/p[1] "], ["/teiCorpus/TEI[3] 3", "/teiCorpus/TEI[3]/p[1] "],
      ])
    #expect(try parts(text, takesParts: false) == [try parts(text).flatMap { $0 }])
  }

  @Test func corporaNest() throws {
    let body = "<p><hi/><hi/><hi/><hi/><hi/><hi/><hi/><hi/></p>"
    let text = """
      <teiCorpus><teiHeader/><teiCorpus n='a'><teiHeader/><TEI n='1'>\(body)</TEI><TEI n='2'>\(body)</TEI></teiCorpus>\
      <teiCorpus n='b'><teiHeader n='2'/></teiCorpus><TEI n='3'>\(body)</TEI>\
      <teiCorpus n='c'><TEI n='4'>\(body)</TEI></teiCorpus><standOff/></teiCorpus>
      """
    let whole = try #require(try parts(text, takesParts: false).first)
    let found = try parts(text)
    #expect(found.flatMap { $0 } == whole)
    #expect(found.count == 6)
  }

  @Test func aLargeHeaderIsNotReadAgainForEachDocument() throws {
    let header = String(repeating: "<hi/>", count: 1000)
    let documents = String(repeating: "<TEI><p/></TEI>", count: 5000)
    let found = try parts("<teiCorpus><teiHeader>\(header)</teiHeader>\(documents)</teiCorpus>")
    #expect((2...20).contains(found.count))
    #expect(found.last?.last == "/teiCorpus/TEI[5000]/p[1] ")
  }

  @Test func whatIsNotWantedIsNotRead() throws {
    var count = 0
    try XMLNodeTableReader(names: XMLNodeNames()).read(
      Array("<teiCorpus><TEI><p/></TEI><TEI><p/></TEI><broken".utf8), name: "a.xml", takesParts: true
    ) { _ in
      count += 1
      return false
    }
    #expect(count == 1)
  }
}
