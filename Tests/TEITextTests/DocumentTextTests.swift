import TEIText
import Testing
import XML

@Suite struct DocumentTextTests {
  private func text(_ body: String, placing wanted: Set<String> = []) throws -> DocumentText {
    let xml =
      "<TEI xmlns='\(XMLNamespace.tei)' xml:lang='en'><teiHeader><p>x</p></teiHeader><text><body>\(body)</body></text></TEI>"
    let table = try XMLNodeTable(parsing: Array(xml.utf8), name: "a.xml", names: XMLNodeNames())
    return DocumentText(table, placing: wanted)
  }

  @Test(arguments: [
    ("<p>One\n  <hi>two</hi> three. </p><p>Four</p>", "One two three.\nFour"),
    ("<p>A<note>n <p>m</p></note>B</p><p>C</p>", "AB\nn\nm\nC"),
    ("<p>a <list><item>b</item><item>c</item></list> d</p>", "a\nb\nc\nd"),
    ("<p>Ver<lb break='no'/>\n bindung<lb/>en</p>", "Verbindung en"),
    ("<p>the <choice><sic>teh</sic><corr>cat</corr></choice></p>", "the cat"),
    ("<u><seg><s><w join='right'>Hi</w>\n<pc>!</pc>\n<w>You</w></s></seg></u>", "Hi! You"),
    ("<p><w part='I'>Wör</w>\n<lb/><w part='M'>ter</w> <w part='F'>n</w> da</p>", "Wörtern da"),
    ("<p><w part='I'>steht</w> er <w part='F'>auf</w></p><p><w part='F'>a</w></p>", "steht er auf\na"),
    ("<quote>q</quote><p>x <quote>y</quote></p>", "q\nx y"),
    ("<p> <pb n='1'/> </p><p>x</p>", "x"),
    // DTA: words divided at line ends, page furniture and notes inside words, readings.
    (
      "<p>Ver-<lb/>\nbindung und Nord-<lb/>\nSüd, Haupt-<lb/>und Nebensatz -<lb/>so</p>",
      "Verbindung und Nord-Süd, Haupt- und Nebensatz - so"
    ),
    ("<p>Ver-<fw place='bottom'>B 2</fw><pb n='2'/><fw>12 Titel</fw><lb/>bindung</p>", "Verbindung"),
    ("<p><hi>Ver-</hi><lb/><hi>bin¬</hi>\n  <lb/>dung</p>", "Verbindung"),
    ("<p>Wort<note place='foot'>Fuß<note>z</note></note>e <cb/>Ende</p>", "Worte Ende\nFuß\nz"),
    ("<p><choice><abbr>H<hi>r</hi></abbr><expan>Herr</expan></choice> A</p>", "Herr A"),
    (
      "<p>a <del>x</del><add>y</add> <subst><del>b</del><add>c</add></subst> <del rend='erasure'>Getae</del></p>",
      "a y c Getae"
    ),
    // ParlaMint: segments of utterances, notes between them, noises.
    (
      "<u><seg>A.</seg><note>(Laughs)</note><seg>B <gap><desc>noise</desc></gap>c</seg>"
        + "<kinesic><desc>claps</desc></kinesic></u>", "A.\n(Laughs)\nB c"
    ),
    ("<u>Only <note>n</note> this</u>", "Only this\nn"),
    // EpiDoc: words over lines, expansions, what was supplied.
    (
      "<ab><lb n='1'/>Imp<ex>erator</ex> <expan>C<ex>ae</ex>s<ex>ar</ex></expan> <lb n='2' break='no'/>"
        + "<supplied>Aug</supplied>us<lb n='3' type='inWord'/>tus</ab>", "Imperator CaesarAugustus"
    ),
    ("<ab><w>Au<lb/>gus</w> <app><lem>a</lem><rdg>b</rdg></app></ab>", "Augus a"),
    // Drama and letters.
    (
      "<sp><speaker>NATHAN</speaker><l>Ja, <stage>ab</stage> ich</l><stage>Vorhang</stage></sp>",
      "NATHAN\nJa, ab ich\nVorhang"
    ),
    (
      "<opener><dateline>Rom</dateline><salute>Ihr</salute></opener><address><addrLine>a</addrLine>"
        + "<addrLine>b</addrLine></address>", "Rom\nIhr\na b"
    ),
    // GROBID: fields without space between them, pictures in sentences, formulas.
    (
      "<listBibl><biblStruct><analytic><title>On <hi>A</hi>s</title><author><persName><forename>Ada</forename>"
        + "<surname>Byron</surname></persName></author></analytic></biblStruct></listBibl>", "On As Ada Byron"
    ),
    (
      "<p>see <figure>\n<graphic/></figure>here</p><formula>E=mc<label>(1)</label></formula><p>x</p>",
      "see here\nE=mc(1)\nx"
    ),
    (
      "<figure><head>F</head><figDesc>d</figDesc><table><row><cell>1</cell><cell>2</cell></row></table></figure>",
      "F\nd\n1\n2"
    ),
    (
      "<p>x <bibl><title>T</title>, 1990</bibl> y</p><p>a <quote>q</quote> b</p><cit><quote>c</quote> <bibl>d</bibl></cit>",
      "x T, 1990 y\na q b\nc d"
    ),
    ("<p>a <floatingText><body><p>b</p></body></floatingText> c</p>", "a\nb\nc"),
    ("<list><item>a <note>n</note><list><item>b</item></list></item></list>", "a\nb\nn"),
    ("<div><p>a<note>n</note></p></div><p>b</p>", "a\nn\nb"),
    // Dictionaries, with and without white space between their fields.
    (
      "<entry><form><orth>ab</orth><gramGrp><pos>n.</pos></gramGrp></form><sense><cit><quote>An</quote></cit>"
        + "<cit>\n<quote>zu</quote><gramGrp><gen>f</gen></gramGrp></cit></sense></entry>"
        + "<entry><form><orth>ac</orth></form><gramGrp><pos>v</pos></gramGrp><sense>1. <def>to x</def></sense></entry>",
      "ab n.\nAn\nzu f\nac\nv\n1. to x"
    ),
    ("<table><tgroup><tbody><row><entry>a<p>b</p></entry><entry>c</entry></row></tbody></tgroup></table>", "a\nb\nc"),
    // Parts of names and registers, as programs write them.
    (
      "<p>By <persName><forename>Ada</forename><surname>Byron</surname></persName>, <persName><forename>Jean</forename>"
        + "<nameLink>d’</nameLink><surname>Arc</surname></persName> of <placeName><settlement>Ulm</settlement>"
        + "<country>DE</country></placeName>.</p>", "By Ada Byron, Jean d’Arc of Ulm DE."
    ),
    ("<p><persName><surname>毛</surname><forename>泽东</forename></persName></p>", "毛泽东"),
    (
      "<listPlace><place><country>Lietuva</country><country>Lithuania</country><location><geo>55 24</geo></location>"
        + "</place></listPlace>", "Lietuva Lithuania 55 24"
    ),
  ])
  func lines(body: String, expected: String) throws {
    #expect(String(decoding: try text(body).text, as: UTF8.self) == expected)
  }

  @Test func mentionsAreWhereTheirTextIs() throws {
    let text = try text(
      "<p>Mr\n <persName> Ada  <surname>Byron</surname> </persName>, <placeName><country>UK</country></placeName>.</p>")
    let found = text.mentions.map { String(decoding: text.text[$0.range], as: UTF8.self) }
    #expect(found == ["Ada Byron", "UK", "UK"])
    for mention in text.mentions {
      let source = try #require(text.sourceRange(of: mention.range))
      #expect(text.range(ofSource: source) == mention.range)
    }
  }

  @Test func sentencesAreThoseOfTheDocumentAndOfRules() throws {
    let text = try text("<p><s>One. two</s> <s>Three.</s></p><p>Four came. Five went.</p>")
    #expect(
      text.sentences.map { String(decoding: text.text[$0], as: UTF8.self) } == [
        "One. two", "Three.", "Four came.", "Five went.",
      ])
  }

  @Test func standOffPointsAtText() throws {
    let xml =
      "<TEI xmlns='\(XMLNamespace.tei)'><standOff><listAnnotation><annotation xml:id='a' target='#string-range(p1,4,3)'/>"
      + "<annotation target='#string-range(p1,90,3)'/><annotation target='#p1'/></listAnnotation></standOff>"
      + "<text><body><p xml:id='p1'>Één\nAda <persName>Bo</persName></p></body></text></TEI>"
    let table = try XMLNodeTable(parsing: Array(xml.utf8), name: "a.xml", names: XMLNodeNames())
    let text = DocumentText(table)
    #expect(text.mentions.map { String(decoding: text.text[$0.range], as: UTF8.self) } == ["Ada", "Bo"])
    #expect(text.mentions.map(\.standsOff) == [true, false])
  }

  @Test(
    arguments: [
      ("target='#string-range(p1, 0, 3)'", "One"), ("target='#string-range(#p1,8,5)'", "three"),
      ("target='#string-range(p1,0,3) #string-range(p1,4,3)'", "One two"),
      ("target='#nowhere #string-range(p1,4,3)' motivation='tagging'", "two"),
      ("target='#string-range(p1,4,3)' motivation='commenting'", nil), ("target='#string-range(p1,4)'", nil),
      ("target='#string-range(p1,4,0)'", nil), ("target='http://x.y/#string-range(p1,4,3)'", nil),
    ] as [(String, String?)])
  func pointersAtText(attributes: String, words: String?) throws {
    let xml =
      "<TEI xmlns='\(XMLNamespace.tei)'><standOff><listAnnotation><annotation \(attributes)/></listAnnotation>"
      + "</standOff><text><body><p xml:id='p1'>One two three</p></body></text></TEI>"
    let text = DocumentText(try XMLNodeTable(parsing: Array(xml.utf8), name: "a.xml", names: XMLNodeNames()))
    #expect(text.mentions.map { String(decoding: text.text[$0.range], as: UTF8.self) } == (words.map { [$0] } ?? []))
  }

  @Test(arguments: [
    "<TEI.2><text lang='de'><body><div1><p>A <name id='n'>b</name></p></div1></body></text></TEI.2>",
    "<teiCorpus><TEI><text><body><p>A <name>b</name></p></body></text></TEI></teiCorpus>",
  ])
  func documentsWithoutNamespaceAreRead(xml: String) throws {
    let table = try XMLNodeTable(parsing: Array(xml.utf8), name: "a.xml", names: XMLNodeNames())
    #expect(DocumentText(table).mentions.map(\.range) == [2..<3])
  }

  @Test func eachBlockHasTheRulesOfItsLanguage() throws {
    let text = try text("<p xml:lang='de'>Am 3. Mai. Ja.</p><p>On No. 3. Yes.</p>")
    #expect(text.sentences.map { String(decoding: text.text[$0], as: UTF8.self) }.count == 4)
  }

  @Test func textForReading() throws {
    let text = try text(
      "<p>A <choice><abbr>Hr.</abbr><expan>Herr</expan></choice></p><list><item>b <list><item n='2'>c</item></list> d"
        + "</item></list><table><row><cell>1</cell><cell>2</cell></row><row><cell>3</cell></row></table>"
        + "<lg><l>x</l><l><name>y</name></l></lg>")
    let reading = ReadingText(text)
    let lines = "A Herr\n\n- b\n  2. c\nd\n\n1 | 2\n3\n\nx\ny\n"
    #expect(String(decoding: reading.bytes, as: UTF8.self) == lines)
    let range = try #require(reading.range(of: text.mentions[0].range))
    #expect(reading.bytes[range].elementsEqual("y".utf8))
    #expect(ReadingText(try self.text("")).bytes.isEmpty)
  }

  @Test(arguments: [
    (
      "<table><row><cell/><cell>a</cell><cell> </cell><cell>b</cell><cell/></row><row><cell/></row></table>",
      " | a |  | b | "
    ),
    ("<table><row><cell><p>a</p><p>b</p></cell><cell><list><item>c</item></list></cell></row></table>", "a b | c"),
    ("<table><row><cell>a</cell><cell><table><row><cell/><cell>b</cell></row></table></cell></row></table>", "a\n | b"),
    ("<list><item><p>a</p><p>b</p></item><item n='2'><p>c</p></item></list>", "- a\nb\n2. c"),
  ])
  func cellsAndItemsKeepTogether(body: String, expected: String) throws {
    let text = ReadingText(try text(body))
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected + "\n")
  }

  @Test func kindsAndDepthsOfBlocks() throws {
    let text = try text(
      "<div><head>h</head><div><p>a<note>n</note></p></div></div><ab type='header'>b</ab><ab type='furniture'>c</ab>")
    #expect(text.blocks.map(\.kind) == [.heading, .paragraph, .note, .heading, .furniture])
    #expect(text.blocks.map(\.depth) == [1, 2, 2, 0, 0])
  }

  @Test func manyNotesAndDeepNestingTakeBoundedTime() throws {
    let notes = String(repeating: "<note>n</note>", count: 20_000)
    #expect(try text("<p>a\(notes)</p>").blocks.count == 20_001)
    let deep = String(repeating: "<hi>", count: 1_900) + "x" + String(repeating: "</hi>", count: 1_900)
    #expect(try text("<p>\(deep)</p>").text == Array("x".utf8))
    let choices = String(repeating: "<sic/>", count: 50_000)
    #expect(try text("<p><choice>\(choices)<corr>c</corr></choice></p>").text == Array("c".utf8))
  }
}
