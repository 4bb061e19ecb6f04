import ArticleModel
import Testing
import XML

/// The nodes of a document as XPath has them.
@Suite struct NodeTableTests {
  private static func table(_ text: String) throws -> XMLNodeTable {
    try XMLNodeTable(parsing: Array(text.utf8), name: "a.xml", names: XMLNodeNames())
  }

  /// The kind, name and string value of each node, in order.
  private static func nodes(_ table: XMLNodeTable) -> [String] {
    (0..<Int32(table.count)).map { "\(table.kinds[Int($0)]) \(table.qualifiedName($0)) '\(table.string($0))'" }
  }

  @Test func laysOutEveryKindOfNode() throws {
    let table = try Self.table(
      "<?pi one?><!--c--><r xmlns:n='u:n' n:a='1' xml:id='x'>a<![CDATA[<b>]]>&amp;<n:e/><!--d--> z</r>\n<?end?>\n")
    #expect(
      Self.nodes(table) == [
        "document  'a<b>& z'", "processingInstruction pi 'one'", "comment  'c'", "element r 'a<b>& z'",
        "attribute n:a '1'", "attribute xml:id 'x'", "text  'a<b>&'", "element n:e ''", "comment  'd'", "text  ' z'",
        "processingInstruction end ''",
      ])
    #expect(table.parents == [-1, 0, 0, 0, 3, 3, 3, 3, 3, 3, 0])
    #expect(table.previous == [-1, -1, 1, 2, -1, -1, -1, 6, 7, 8, 3])
    #expect(table.ends == [11, 2, 3, 10, 5, 6, 7, 8, 9, 10, 11])
  }

  @Test func tellsWhereNodesStand() throws {
    let table = try Self.table("<!--c-->\n<r xmlns:n='u'>\n é<p/><n:p a='1'/><p>x<?pi?>y</p></r>")
    var paths = XMLNodePaths(table)
    let places = (0..<Int32(table.count)).map { node in
      let position = table.position(of: node)
      return "\(paths.path(of: node) ?? "") \(position.line):\(position.column)"
    }
    #expect(
      places == [
        "/ 2:1", "/comment()[1] 2:1", "/r 2:1", "/r/text()[1] 2:1", "/r/p[1] 3:3", "/r/n:p[1] 3:7", "/r/n:p[1]/@a 3:7",
        "/r/p[2] 3:19", "/r/p[2]/text()[1] 3:19", "/r/p[2]/processing-instruction()[1] 3:19", "/r/p[2]/text()[2] 3:19",
      ])
  }

  /// What stands in a DTD is no node; what it adds is.
  @Test func leavesOutTheSubset() throws {
    let table = try Self.table(
      "<!DOCTYPE r [<!--c--><?pi?><!ATTLIST r a CDATA 'd'><!ENTITY e 'x<b/>'>]><r>&e;y</r>")
    #expect(
      Self.nodes(table) == [
        "document  'xy'", "element r 'xy'", "attribute a 'd'", "text  'x'", "element b ''", "text  'y'",
      ])
  }

  @Test func goesOnFromKnownNames() throws {
    var names = XMLNodeNames()
    let known = names.name(namespace: "u", local: "p")
    let reader = XMLEventReader()
    for _ in 1...2 {
      let table = try XMLNodeTable(
        parsing: Array("<a><p xmlns='u'/></a>".utf8), name: "a.xml", names: names, reader: reader)
      #expect(table.nodeNames[2] == known && table.nodeNames[1] != known)
    }
  }

  @Test func refusesWhatIsNotWellFormed() {
    let error = #expect(throws: XMLError.self) { try Self.table("<a><b></a>") }
    #expect(error?.position == SourcePosition(line: 1, column: 7))
  }
}
