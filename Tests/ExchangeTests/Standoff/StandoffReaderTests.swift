import Exchange
import TEIText
import Testing
import XML

@Suite struct StandoffReaderTests {
  private func table(_ xml: String) throws -> XMLNodeTable {
    try XMLNodeTable(parsing: Array(xml.utf8), name: "letters/a.xml", names: XMLNodeNames())
  }

  private func read(header: String = "", standOff: String = "", body: String) throws -> StandoffDocument {
    let xml = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>\(header)</teiHeader><standOff>\(standOff)</standOff>
      <text><body>\(body)</body></text></TEI>
      """
    return StandoffReader(try table(xml)).document
  }

  private func words(_ annotation: StandoffAnnotation, in document: StandoffDocument) -> String {
    String(decoding: document.text[annotation.range], as: UTF8.self)
  }

  @Test func annotationsThatStandOffAreRead() throws {
    let document = try read(
      standOff: """
        <listAnnotation>
          <annotation xml:id="a1" target="#string-range(p1,9,12)" corresp="#e1" cert="0.6" type="person"><note>Ann Lee 1848</note></annotation>
          <annotation xml:id="a2" target="#w1 #w2" motivation="tagging" type="place"><note>doubtful</note></annotation>
          <annotation motivation="commenting" target="#m1"><note>who is this?</note></annotation>
          <annotation target="#nothing"/>
          <annotation target="#string-range(p1,900,1)"/>
        </listAnnotation>
        """,
      body: """
        <p xml:id="p1">𝒳 é said <persName xml:id="m1">Ann <hi xml:id="w1">Lee</hi></persName> <hi xml:id="w2">1848</hi> there.</p>
        """)
    #expect(document.annotations.map(\.id) == ["a1", "m1", "a2"])
    #expect(document.annotations.map { words($0, in: document) } == ["Ann Lee 1848", "Ann Lee", "Lee 1848"])
    #expect(document.annotations.map(\.type) == ["person", "person", "place"])
    #expect(document.annotations.map(\.note) == ["", "who is this?", "doubtful"])
    #expect(document.annotations[0].entity == "e1")
    #expect(document.annotations[0].place == StandoffPlace(path: "/TEI/text[1]/body[1]/p[1]", range: 9..<21))
    #expect(document.annotations[1].place?.path == "/TEI/text[1]/body[1]/p[1]/persName[1]")
  }

  @Test func typesAreCalledAsOurs() throws {
    let document = try read(
      body: """
        <p><persName>A</persName> <orgName>B</orgName> <placeName>C</placeName> <name type="LOC">D</name>
        <settlement>E</settlement> <date when="1848">F</date> <num value="3">G</num> <ref target="https://x.org/">H</ref></p>
        """)
    #expect(
      document.annotations.map(\.type)
        == ["person", "organisation", "place", "LOC", "settlement", "date", "number", "reference"])
    #expect(document.annotations.map(\.id).first == "mention-1")
    #expect(document.annotations.suffix(3).map(\.value) == ["1848", "3", "https://x.org/"])
  }

  @Test func registersAreCalledAsOurs() throws {
    let document = try read(
      standOff: """
        <listPerson><person xml:id="a"><persName>A</persName></person></listPerson>
        <listOrg><org xml:id="b"><orgName>B</orgName></org></listOrg>
        <listPlace><place xml:id="c"><placeName>C</placeName><location><geo>47.5 8.25</geo></location></place>
        <place xml:id="d" type="country"><placeName>D</placeName></place></listPlace>
        """, body: "<p>x</p>")
    #expect(document.entities.map(\.type) == ["person", "organisation", "place", "country"])
    #expect(document.entities[2].latitude == 47.5)
    #expect(document.entities[2].longitude == 8.25)
  }

  @Test func prefixesAreExpanded() throws {
    let document = try read(
      header: """
        <encodingDesc><listPrefixDef>
        <prefixDef ident="wd" matchPattern="(Q[0-9]+)" replacementPattern="http://www.wikidata.org/entity/$1"/>
        <prefixDef ident="psn" matchPattern="(.+)" replacementPattern="#$1"/></listPrefixDef></encodingDesc>
        """,
      body: """
        <p><persName ref="wd:Q1">A</persName> <persName ref="wd:x">B</persName> <persName ref="psn:lee">C</persName>
        <persName ref="#d other">D</persName></p>
        """)
    #expect(document.annotations.map(\.entity) == ["http://www.wikidata.org/entity/Q1", "wd:x", "lee", "d"])
  }

  @Test func headersGiveTitleAndDate() throws {
    let header = """
      <fileDesc><titleStmt><title type="sub">S</title><title type="main">A
        letter</title></titleStmt><publicationStmt><date when="2020">now</date></publicationStmt>
      <sourceDesc><bibl><date when="1848-03-02">then</date></bibl></sourceDesc></fileDesc>
      """
    let document = try read(header: header, body: "<p>x</p>")
    #expect(document.title == "A letter")
    #expect(document.date == "1848-03-02")
  }

  /// Each document of a corpus has its own entities, and those that it names.
  @Test func documentsOfACorpusAreApart() throws {
    let corpus = try table(
      """
      <teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>
      <person xml:id="x"><persName>X</persName></person><person xml:id="y"><persName>Y</persName></person></listPerson></standOff>
      <TEI xml:id="one"><text><body><p><persName ref="#x">X</persName></p></body></text></TEI>
      <TEI xml:id="two"><standOff><listPlace><place xml:id="z"><placeName>Z</placeName></place></listPlace></standOff>
      <text><body><p>Nobody</p></body></text></TEI></teiCorpus>
      """)
    let declarations = StandoffDeclarations(corpus)
    let documents = corpus.root.children.filter { $0.name == "TEI" }.map {
      StandoffReader(corpus, of: $0, declarations: declarations).document
    }
    #expect(documents.map(\.identifier) == ["one", "two"])
    #expect(documents.map { $0.entities.map(\.id) } == [["x"], ["z"]])
    #expect(documents.map { String(decoding: $0.text, as: UTF8.self) } == ["X", "Nobody"])
  }
}
