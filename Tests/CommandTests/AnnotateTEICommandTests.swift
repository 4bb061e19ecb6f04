import Foundation
import Testing

/// `teikit annotate` on TEI that others have made, in the forms of ParlaMint, ELTeC, DTA, GROBID and trafilatura.
@Suite struct AnnotateTEICommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func annotate(_ arguments: String...) throws -> Command.Result {
    try Command.run(["annotate"] + arguments, in: folder.path)
  }

  @Test func referencesAndForeignWordsAreLeft() throws {
    try folder.write(
      "f.xml",
      document(
        "<p>In Riga, see <bibl>Ana Berg, Paris, 2019</bibl>, and <foreign xml:lang='la'>die 13 June 2024</foreign>.</p>"
      )
    )
    #expect(try annotate("f.xml", "-o", "out").status == 0)
    let result = text("out/f.xml")
    #expect(result.contains(">Riga<") && result.contains("<bibl>Ana Berg, Paris, 2019</bibl>"))
    #expect(result.contains("<foreign xml:lang='la'>die 13 June 2024</foreign>"))
  }

  private func text(_ name: String) -> String { String(decoding: folder.read(name) ?? [], as: UTF8.self) }

  private func document(_ body: String, header: String = "") -> String {
    "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='d' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>T</title>"
      + "</titleStmt>\(header)</fileDesc></teiHeader>\n<text><body>\(body)</body></text></TEI>"
  }

  /// The text of a file without the tags that were added.
  private func original(_ file: String) -> String {
    guard let start = file.range(of: "<text") else { return "" }
    var result = ""
    var isAdded: [Bool] = []
    var rest = file[start.lowerBound...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      result += rest[..<open]
      let tag = String(rest[open...close])
      rest = rest[rest.index(after: close)...]
      if tag.hasPrefix("</") {
        if isAdded.popLast() == true { continue }
      } else if !tag.hasSuffix("/>"), !tag.hasPrefix("<!"), !tag.hasPrefix("<?") {
        let isOurs = tag.contains(".teikit\"")
        isAdded.append(isOurs)
        if isOurs { continue }
      }
      result += tag
    }
    return result + rest
  }

  @Test(arguments: [
    (
      "parlamint",
      [
        "<w xml:id=\"u1.s1.w7\">New</w> <w xml:id=\"u1.s1.w8\" join=\"right\">York</w></placeName><pc",
        "<orgName ref=\"#party.EU\"", "ref=\"#ParlaMint-XX_2021-03-04.place.denmark\" type=\"country\"",
        "<tagUsage gi=\"date\" occurs=\"1\"/>\n               <tagUsage gi=\"measure\" occurs=\"1\"/>",
      ]
    ),
    (
      "eltec",
      [
        "type=\"settlement\" cert=\"0.95\" resp=\"#DEU900.teikit\"><hi>Hamburg</hi></placeName>",
        "<foreign xml:lang=\"fr\">la ville de <placeName", "Wien</placeName>",
        "<change who=\"#DEU900.teikit\">entities annotated by teikit",
      ]
    ),
    (
      "dta",
      [
        "<pubPlace><placeName", "<choice><sic>Sankt Petersbrug</sic><corr>Sankt Petersburg</corr></choice></placeName>",
        "<date when=\"1788-05-03\"", "</placeName> &amp; <placeName", ">Dänemark</fw>",
      ]
    ),
    (
      "grobid",
      [
        "<orgName ref=\"#grobid.org.world-health-organization\"", "\">(Perez, 2018)</ref>",
        "<application ident=\"teikit-annotate\"", "N = 12 km Paris</formula>",
        "<title level=\"a\" type=\"main\">Cod in Iceland",
        "<label>1</label>",
      ]
    ),
    (
      "trafilatura",
      ["the boat to Turku</ref>", "<code>Oslo</code>", "unit=\"EUR\"", "<name xml:id=\"trafilatura.teikit\""]
    ),
  ])
  func nothingElseIsTouched(name: String, expected: [String]) throws {
    let path = Repository.path("Tests/CommandTests/ExistingTEI/\(name).xml")
    let source = try String(contentsOfFile: path, encoding: .utf8)
    try folder.write("in/\(name).xml", source)
    let result = try annotate("in/\(name).xml", "-o", "out")
    #expect(result.status == 0 && result.error == "", "\(result.error)")
    let annotated = text("out/\(name).xml")
    for words in expected { #expect(annotated.contains(words), "\(words)") }
    #expect(original(annotated) == original(source))
    #expect(original(source) == source[source.range(of: "<text")!.lowerBound...])
    // Again there is nothing to add.
    #expect(
      try annotate("--tei", "out", "--in-place").text == "1 file: 0 written, 1 unchanged, 0 failed; nothing to add\n")
    #expect(text("out/\(name).xml") == annotated)
    try isAsValidAsBefore(name)
  }

  private func isAsValidAsBefore(_ name: String) throws {
    let schema = Repository.path("../shared/schemas/tei_all-4.12.0.rng")
    guard FileManager.default.fileExists(atPath: schema) else { return print("skipped: \(schema) is missing") }
    let summaries = try ["in", "out"].map { folder in
      let result = try Command.run(["validate", folder, "--schema", schema], in: self.folder.path)
      return result.error.split(separator: "\n").last.map(String.init) ?? ""
    }
    #expect(summaries[0] == summaries[1] && summaries[0].hasPrefix("1 file checked"))
  }

  /// In every element of a few places, what was valid by tei_all is valid with entities, and a second run adds nothing.
  @Test func everyElementStaysValid() throws {
    let schema = Repository.path("../shared/schemas/tei_all-4.12.0.rng")
    guard FileManager.default.fileExists(atPath: schema) else { return print("skipped: \(schema) is missing") }
    let places = [
      "<body><p>%</p></body>", "<body><u>%</u></body>", "<body><p><address>%</address></p></body>",
      "<front><titlePage><docTitle><titlePart>T</titlePart></docTitle><docImprint>%</docImprint></titlePage></front>"
        + "<body><p>x</p></body>",
    ]
    let elements = """
      abbr add author biblScope camera caption choice cit code corr damage depth desc distinct emph ex expan foreign fw geo
      gloss head hi ident idno interp l label list locus measureGrp mentioned note orig postBox postCode pubPlace publisher
      q quote reg s said seg sic sound stage street supplied surname tech term u unclear view w width
      """.split(whereSeparator: \.isWhitespace)
    for (number, place) in places.enumerated() {
      for element in elements {
        for (text, words) in ["Riga", "Ada Kovač of NATO flew from Riga on 5 May 2021 for €14 million."].enumerated() {
          let name = "\(element)-\(number)-\(text)"
          let body = place.replacingOccurrences(of: "%", with: "<\(element)>\(words)</\(element)>")
          try folder.write(
            "in/\(name).xml",
            "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='\(name)' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>"
              + "T</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc>"
              + "</teiHeader><text>\(body)</text></TEI>")
        }
      }
    }
    func invalid(_ folder: String) throws -> Set<String> {
      let result = try Command.run(
        ["validate", folder, "--schema", schema, "--max-errors", "100000"], in: self.folder.path)
      let lines = result.text.split(separator: "\n").filter { $0.contains(" error[") }
      return Set(lines.map { String($0.dropFirst(folder.count + 1).prefix { $0 != ":" }) })
    }
    #expect(try annotate("--tei", "in", "-o", "out").status == 0)
    let before = try invalid("in")
    #expect(before.count < elements.count * places.count)
    #expect(try invalid("out").subtracting(before).sorted() == [])
    #expect(try annotate("--tei", "out", "--in-place").text.hasSuffix("0 failed; nothing to add\n"))
  }

  /// Names, dates and links that are there stay alone; with `--nested` others may stand in and around them.
  @Test func existingMentionsAreRespected() throws {
    let body =
      "<p>Visit <ref target='x'>the port of Riga</ref> and <placeName>Tallinn</placeName>, said <rs>the man in Oslo</rs>.</p>"
    try folder.write("a.xml", document(body))
    #expect(try annotate("a.xml", "-o", "out").text.hasSuffix("nothing to add\n"))
    #expect(folder.read("out/a.xml") == folder.read("a.xml"))
    #expect(try annotate("a.xml", "-o", "nested", "--nested").status == 0)
    let nested = text("nested/a.xml")
    #expect(nested.contains("<ref target='x'>the port of <placeName ref=\"#d.place.riga\""))
    #expect(nested.contains("<placeName>Tallinn</placeName>") && nested.contains("<rs>the man in <placeName"))
    let before = nested
    #expect(try annotate("nested/a.xml", "--in-place", "--nested").status == 0)
    #expect(text("nested/a.xml") == before)
  }

  @Test func whatDoesNotNestStandsOff() throws {
    try folder.write("a.xml", document("<p xml:id='p1'>He flew to <hi>sunny New</hi> York.</p>"))
    let result = try annotate("a.xml", "-o", "out")
    #expect(result.status == 0 && result.text.contains("1 mention added, 1 of them in standOff"))
    let annotated = text("out/a.xml")
    #expect(annotated.contains("target=\"#string-range(p1,17,8)\"") && annotated.contains("<hi>sunny New</hi> York"))
    #expect(annotated.contains("<note type=\"settlement\">New York</note>"))
    #expect(try annotate("out/a.xml", "-o", "again").text.hasSuffix("nothing to add\n"))
    #expect(folder.read("again/a.xml") == folder.read("out/a.xml"))
  }

  @Test func entriesAreUsedAgain() throws {
    let register =
      "<sourceDesc><listPlace><place xml:id='x1'><placeName>Somewhere</placeName><idno type='wikidata'>Q1773</idno></place>"
      + "<place xml:id='x2' type='country'><placeName>Estonia</placeName></place></listPlace></sourceDesc>"
    try folder.write("a.xml", document("<p>From Riga, Latvia, to Estonia.</p>", header: register))
    #expect(try annotate("a.xml", "-o", "out").status == 0)
    let annotated = text("out/a.xml")
    #expect(annotated.contains("ref=\"#x1\" type=\"settlement\"") && annotated.contains("ref=\"#x2\" type=\"country\""))
    #expect(annotated.contains("ref=\"#d.place.latvia\"") && !annotated.contains("d.place.estonia"))
  }

  @Test func documentsOfACorpus() throws {
    let documents = ["Riga", "Tallinn"].map { document("<p>In \($0) today.</p>") }
    let corpus = documents.joined().replacingOccurrences(of: " xml:id='d'", with: "")
    try folder.write("c.xml", "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/>\(corpus)</teiCorpus>")
    #expect(try annotate("c.xml", "-o", "out").status == 0)
    let annotated = text("out/c.xml")
    for words in [
      "<place xml:id=\"c.place.riga\"", "<place xml:id=\"c.place.tallinn\"", "#c.teikit\"", "#c.teikit-2\"",
    ] {
      #expect(annotated.contains(words), "\(words)")
    }
  }

  @Test func standardInputAndOutput() throws {
    let source = document("<p>In Riga.</p>")
    let result = try Command.run("annotate", "--tei", "-", input: Array(source.utf8), in: folder.path)
    #expect(result.status == 0 && original(result.text) == original(source) && result.text.contains("place.riga"))
  }

  @Test func nothingIsOverwritten() throws {
    try folder.write("a.xml", document("<p>In Riga.</p>"))
    try folder.write("out/a.xml", "mine")
    let refused = try annotate("a.xml", "-o", "out")
    #expect(
      refused.status == 1 && refused.error.hasPrefix("out/a.xml: error[output-exists]") && text("out/a.xml") == "mine")
    let here = try annotate("a.xml", "-o", ".")
    #expect(here.status == 1 && text("a.xml") == document("<p>In Riga.</p>"))
    #expect(try annotate("a.xml", "-o", "out", "--force").status == 0)
    #expect(text("out/a.xml").contains("Riga</placeName>"))
    #expect(try annotate("a.xml", "--in-place").text.hasPrefix("1 file: 1 written"))
    #expect(text("a.xml") == text("out/a.xml"))
  }

  @Test func faults() throws {
    try folder.write("page.xml", "<html><p>Riga</p></html>")
    try folder.write("broken.xml", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text>")
    try folder.write(
      "latin.xml", Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8) + Array(document("<p>Riga </p>").utf8))
    try folder.write(
      "headless.xml", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>Riga</p></body></text></TEI>")
    #expect(try annotate("headless.xml", "-o", "out").error.hasPrefix("headless.xml:1:1: error[tei-uneditable]:"))
    try folder.write("good.xml", document("<p>In Riga.</p>"))
    try folder.write("a.txt", "In Riga.\n")
    let result = try annotate("page.xml", "broken.xml", "latin.xml", "good.xml", "-o", "out")
    #expect(result.status == 1 && result.text.hasPrefix("4 files: 1 written, 0 unchanged, 3 failed\n"))
    #expect(result.error.contains("page.xml:1:1: error[not-tei]: root element \"html\" in no namespace is no TEI;"))
    #expect(result.error.contains("broken.xml:1:") && result.error.contains("latin.xml:1:1: error[tei-uneditable]:"))
    #expect(try folder.names(in: "out") == ["good.xml"])
    #expect(try annotate("good.xml", "a.txt", "-o", "out").status == 2)
    #expect(try annotate("a.txt", "--in-place").status == 2)
    #expect(try annotate("good.xml", "-o", "out", "--in-place").status == 2)
    #expect(try annotate("good.xml", "-o", "out", "--sentences").status == 2)
  }
}
