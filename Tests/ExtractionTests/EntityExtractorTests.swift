import Extraction
import Foundation
import TEIEncoding
import TEIText
import TestSupport
import Testing
import XML
import XPath

@Suite struct EntityExtractorTests {
  static let text = """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d"><teiHeader><encodingDesc><classDecl>\
    <taxonomy xml:id="d.types"><category xml:id="d.country"/><category xml:id="d.person"/></taxonomy>\
    <taxonomy xml:id="d.methods"><category xml:id="d.gazetteer"/></taxonomy></classDecl></encodingDesc></teiHeader>\
    <standOff><listPlace><place xml:id="d.place.ukraine"><placeName type="variant">UA</placeName>\
    <placeName>Ukraine</placeName><idno type="wikidata">Q212</idno><idno type="geonames">690791</idno></place></listPlace>\
    </standOff><text><body><p xml:id="p1">Één. Mr. A. Smith saw <placeName xml:id="m1" ref="#d.place.ukraine" cert="0.9" \
    ana="#d.country #d.gazetteer">Ukra\nine</placeName> fall. “Done!” he said.</p>\
    <list><item xml:id="i1">Out <list><item xml:id="i2"><date from="2020" to="2021">then</date></item></list></item></list>\
    <table xml:id="t1"><row><cell><measure type="money" quantity="14" unit="EUR">€14</measure></cell></row></table>\
    <ab><name type="event" ref="wd:Q1">Big. Event</name><ref target="http://a.b">a.b</ref><ref>no</ref>\
    <persName>Jo <roleName>King</roleName></persName><date notBefore="1900">x</date><num value="3">three</num></ab>\
    </body></text></TEI>
    """

  static func mentions(_ types: Set<String>? = nil) throws -> [ExtractedMention] {
    EntityExtractor.mentions(in: try table(text), types: types)
  }

  static func table(_ xml: String, name: String = "x.xml") throws -> XMLNodeTable {
    try XMLNodeTable(parsing: Array(xml.utf8), name: name, names: XMLNodeNames())
  }

  @Test func saysAllOfAMention() throws {
    let first = try #require(try Self.mentions().first)
    #expect(
      first.row == [
        "d", "m1", "d.place.ukraine", "Ukraine", "country", "Ukra ine", "", "22", "30", "24", "32", "p1",
        "Mr. A. Smith saw Ukra ine fall.", "0.9", "gazetteer", "wikidata:Q212 geonames:690791", "",
      ])
  }

  @Test func blocksOfSpeeches() throws {
    let table = try Self.table(
      "<TEI xmlns='\(XMLNamespace.tei)'><text><body><div><note><name>A</name></note><u xml:id='u1'><seg xml:id='s1'>"
        + "<s><name>B</name></s></seg></u><u><name>C</name></u><sp><speaker><name>D</name></speaker></sp>"
        + "<listBibl><bibl><name>E</name></bibl></listBibl></div></body></text></TEI>")
    let found = EntityExtractor.mentions(in: table).map(\.block)
    #expect(!found.contains(""))
    #expect(found[1] == "s1" && found[2].hasSuffix("u[2]") && found[3].contains("speaker"))
  }

  @Test func speechesHavePlaces() throws {
    let table = try Self.table(
      "<TEI xmlns='\(XMLNamespace.tei)'><text><body><div><note>The <name>Chair</name></note>"
        + "<u><seg><s><w>Dear</w> <name><w>Ada</w></name></s> <s><w>Yes</w></s></seg><seg><s><name><w>Ben</w></name></s></seg></u>"
        + "<u><w>So</w> <name><w>Eve</w></name></u><sp><speaker>Mr <name>Fox</name></speaker></sp></div></body></text></TEI>"
    )
    let found = EntityExtractor.mentions(in: table)
    let text = ReadingText(DocumentText(table)).bytes
    #expect(
      String(decoding: text, as: UTF8.self) == "The Chair\n\nDear Ada Yes\n\nBen\n\nSo Eve\n\nMr Fox\n")
    let words = found.map { mention in mention.bytes.map { String(decoding: text[$0], as: UTF8.self) } }
    #expect(words == ["Chair", "Ada", "Ben", "Eve", "Fox"])
  }

  @Test func headingsBesideTheirBlocksHeadSections() throws {
    let table = try Self.table(
      "<TEI xmlns='\(XMLNamespace.tei)'><text><body><div><p><name>O</name></p><ab type='header'>A <name>B</name></ab>"
        + "<p><name>C</name></p><ab type='header'>D</ab><p>x <hi><name>E</name></hi></p><div><p><name>F</name></p></div>"
        + "</div></body></text></TEI>")
    var request = MentionRequest()
    request.columns = [.section]
    let found = try EntityExtractor.mentions(in: XPathDocument(table), request)
    #expect(found.map(\.section) == ["", "A B", "A B", "D", "D"])
  }

  @Test func placesAreThoseOfTheTextThatIsRead() throws {
    let table = try Self.table(
      "<TEI xmlns='\(XMLNamespace.tei)'><text><body><p><del>no</del> in <name>Ver-<lb/>\nona<note>A <name>b</name></note>"
        + "</name> <date><choice><abbr>2. M.</abbr><expan>2. Mai</expan></choice></date></p></body></text></TEI>")
    let text = ReadingText(DocumentText(table)).bytes
    #expect(String(decoding: text, as: UTF8.self) == "in Verona 2. Mai\n\nA b\n")
    for mention in EntityExtractor.mentions(in: table) {
      #expect(mention.bytes.map { String(decoding: text[$0], as: UTF8.self) } == mention.surface)
    }
  }

  @Test func longSentencesAreCut() throws {
    let names = (1...3_000).map { "<name>Ådå\($0)</name>" }
    for separator in [" ", ""] {
      let table = try Self.table(
        "<TEI xmlns='\(XMLNamespace.tei)'><text><body><p>\(names.joined(separator: separator))</p></body></text></TEI>")
      let found = EntityExtractor.mentions(in: table)
      #expect(found.count == 3_000)
      let middle = found[1_500]
      #expect(middle.sentence.hasPrefix("…") && middle.sentence.hasSuffix("…"))
      #expect(middle.sentence.contains(middle.surface) && !middle.sentence.contains("\u{FFFD}"))
      #expect(found.allSatisfy { $0.sentence.utf8.count < 2_100 })
      #expect(found[0].sentence.hasPrefix("Ådå1"))
    }
  }

  @Test func readsForeignMentions() throws {
    let found = try Self.mentions().dropFirst().map {
      [$0.type, $0.surface, $0.value, $0.entity, $0.block, $0.sentence]
    }
    let ab = "/TEI/text[1]/body[1]/ab[1]"
    let rest = "Big. Eventa.bnoJo Kingxthree"
    #expect(
      found == [
        ["date", "then", "2020/2021", "", "i2", "then"], ["money", "€14", "14 EUR", "", "t1", "€14"],
        ["event", "Big. Event", "", "wd:Q1", ab, rest],
        ["ref", "a.b", "http://a.b", "", ab, "Eventa.bnoJo Kingxthree"],
        ["persName", "Jo King", "", "", ab, "Eventa.bnoJo Kingxthree"],
        ["roleName", "King", "", "", ab, "Eventa.bnoJo Kingxthree"],
        ["date", "x", "1900/..", "", ab, "Eventa.bnoJo Kingxthree"],
        ["num", "three", "3", "", ab, "Eventa.bnoJo Kingxthree"],
      ])
  }

  @Test func keepsTheTypesAskedFor() throws {
    #expect(try Self.mentions(["money", "country"]).map(\.surface) == ["Ukra ine", "€14"])
  }

  @Test func offsetsPointAtThePlainText() throws {
    let xml =
      "<TEI xmlns='\(XMLNamespace.tei)'><text><body><p>É <name>Öl</name></p><list><item>x <num>7</num></item></list>"
      + "</body></text></TEI>"
    let found = EntityExtractor.mentions(in: try Self.table(xml))
    // As "teikit text" prints it: É Öl, an empty line, - x 7.
    #expect(found.map(\.bytes) == [3..<6, 12..<13])
    #expect(found.map(\.codePoints) == [2..<4, 10..<11])
  }

  /// Those of words that stand off too, over pretty-printing, lists and words that lines divide.
  @Test func standOffMentionsHaveOffsets() throws {
    let xml =
      "<TEI xmlns='\(XMLNamespace.tei)'><standOff><listAnnotation><annotation target='#string-range(a,0,2)'/>"
      + "<annotation target='#string-range(b,0,6)'/><annotation target='#string-range(a,5,1) #string-range(b,0,6)'/>"
      + "<annotation target='#a'/></listAnnotation></standOff><text><body><p xml:id='a'>Öl x <name>Rom</name></p>"
      + "<list><item>\n  <hi xml:id='b'>Ü<lb break='no'/>\n  en</hi></item></list></body></text></TEI>"
    let found = EntityExtractor.mentions(in: try Self.table(xml))
    // Öl x Rom, an empty line, - Üen.
    #expect(found.map(\.codePoints) == [0..<2, 5..<15, 5..<8, 12..<15])
    #expect(found.map(\.surface) == ["Öl", "Rom Üen", "Rom", "Üen"])
  }

  @Test(arguments: [
    // One entry and identifiers of it: one thing.
    ("#b https://viaf.org/viaf/7 wd:Q64", "b", "wikidata:Q64 viaf:7", 0),
    ("#b wd:Q64 wd:Q64", "b", "wikidata:Q64", 0), ("wd:Q64 viaf:7", "Q64", "wikidata:Q64 viaf:7", 0),
    // Two entries, or two identifiers of one authority: two things.
    ("#b #g", "b", "wikidata:Q64", 1), ("wd:Q1 wd:Q2", "wd:Q1", "wikidata:Q1", 1), ("#b wd:Q1", "b", "wikidata:Q64", 1),
  ])
  func keepsAllPointers(pointers: String, entity: String, references: String, others: Int) throws {
    let xml =
      "<TEI xmlns='\(XMLNamespace.tei)'><standOff><listPlace><place xml:id='b'><idno type='wikidata'>Q64</idno></place>"
      + "<place xml:id='g'/></listPlace></standOff><text><p><name ref='\(pointers)'>x</name></p></text></TEI>"
    let mention = try #require(EntityExtractor.mentions(in: try Self.table(xml)).first)
    #expect(mention.entity == entity || mention.entity.hasSuffix(entity))
    #expect(mention.reference == references)
    #expect(mention.otherReferences == pointers.split(separator: " ").dropFirst().joined(separator: " "))
    var tally = EntityTally()
    tally.add([mention])
    #expect(tally.entities().count == 1 + others)
  }

  /// What a name points at, and where it stands, is found in time however much there is of it.
  @Test func manyPointersAndBlocks() throws {
    let pointers = (0..<10_000).map { "a\($0):x" }.joined(separator: " ")
    let blocks = String(repeating: "<p><name>y</name></p>", count: 20_000)
    let xml =
      "<TEI xmlns='\(XMLNamespace.tei)'><text><body><div><ab type='header'>H</ab><p><name ref='\(pointers)'>x</name></p>"
      + "\(blocks)</div></body></text></TEI>"
    var request = MentionRequest()
    request.columns = [.section]
    var found: [ExtractedMention] = []
    let time = try processorTime {
      found = try EntityExtractor.mentions(in: XPathDocument(try Self.table(xml)), request)
    }
    #expect(time < .seconds(10))
    #expect(found.count == 20_001)
    #expect(Set(found.map(\.section)) == ["H"])
    #expect(found[0].otherReferences.split(separator: " ").count == 9_999)
  }

  /// Whatever a file of ours has: its offsets cut its words out of the text, in bytes and in code points.
  @Test func offsetsPointAtTheText() throws {
    let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/annotated"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }.sorted()
    var count = 0
    for name in files {
      let bytes = [UInt8](try #require(FileManager.default.contents(atPath: "\(folder)/\(name)")))
      let table = try XMLNodeTable(parsing: bytes, name: name, names: XMLNodeNames())
      guard table.root.name == "TEI" else { continue }
      let text = SourcePlaces(table.root, of: []).text
      let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
      for mention in EntityExtractor.mentions(in: table) {
        guard let range = mention.bytes, let codePoints = mention.codePoints else { continue }
        let words = String(decoding: text[range], as: UTF8.self)
        #expect(words.split { $0 == " " || $0 == "\n" }.joined(separator: " ") == mention.surface)
        #expect(String(String.UnicodeScalarView(scalars[codePoints])) == words)
        count += 1
      }
    }
    #expect(count > 1000)
  }

  @Test(arguments: [
    ("It fell. <name>Coal</name> rose. Then", "Coal rose."), ("Is it? <name>Yes</name>! No.", "Yes!"),
    ("It fell… <name>Coal</name>", "Coal"), ("The U.S. <name>Army</name> x.", "The U.S. Army x."),
    ("Gen. <name>Lee</name> x.", "Gen. Lee x."), ("at 3.5 <name>m</name>. b", "at 3.5 m. b"),
    ("He said “Go.” <name>She</name> went", "She went"), ("x.<name>Y</name>", "x.Y"),
    ("<name>Ann. Lee</name> fell. Then", "Ann. Lee fell."), ("It fell. (<name>Coal</name>) rose", "(Coal) rose"),
    ("a<note>Q. R.</note> <name>B</name>", "a B"), ("<s>It fell. <name>Coal</name></s> rose.", "It fell. Coal"),
    ("<label>Coal</label>: <s>of <name>Wales</name>.</s>", "Coal: of Wales."),
    ("<s>It fell</s> <s><name>Coal</name> rose</s>", "Coal rose"),
  ])
  func splitsSentences(body: String, expected: String) throws {
    let table = try Self.table(
      "<TEI xmlns='\(XMLNamespace.tei)' xml:lang='en'><text><body><p>\(body)</p></body></text></TEI>")
    #expect(EntityExtractor.mentions(in: table).first?.sentence == expected)
  }
}
