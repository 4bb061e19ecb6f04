import Foundation
import Testing

/// What `teikit annotate` on TEI says, keeps and refuses.
@Suite struct AnnotateTEISafetyTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func annotate(_ arguments: String...) throws -> Command.Result {
    try Command.run(["annotate"] + arguments, in: folder.path)
  }

  private func text(_ name: String) -> String { String(decoding: folder.read(name) ?? [], as: UTF8.self) }

  private func document(_ body: String, prolog: String = "") -> String {
    "\(prolog)<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='d' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>T"
      + "</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc>"
      + "</teiHeader><text><body>\(body)</body></text></TEI>"
  }

  @Test func theHeaderSaysWhen() throws {
    try folder.write("a.xml", document("<p>In Riga.</p>"))
    #expect(try annotate("a.xml", "-o", "out", "--date", "2026-11-21").status == 0)
    #expect(text("out/a.xml").contains("<change when=\"2026-11-21\" who=\"#d.teikit\">entities annotated by teikit"))
    #expect(try annotate("a.xml", "-o", "today", "--date", "today").status == 0)
    #expect(text("today/a.xml").contains("<change when=\"20"))
    for day in ["2026-13-01", "yesterday"] {
      #expect(try annotate("a.xml", "-o", "other", "--date", day).status == 2)
    }
    try folder.write("a.txt", "In Riga.\n")
    #expect(try annotate("a.txt", "-o", "other", "--date", "2026-11-21").status == 2)
  }

  /// Options that do not go with TEI are refused with the reason, and what to do instead.
  @Test(arguments: [
    (["--recognizer", "cat"], "import --from standoff"), (["--metadata", "m.csv"], "in its own header"),
    (["--sentences"], "left as it is"), (["--encoding", "latin1"], "edited in UTF-8"),
  ])
  func optionsOfTextAreRefused(options: [String], reason: String) throws {
    try folder.write("a.xml", document("<p>In Riga.</p>"))
    let result = try Command.run(["annotate", "a.xml", "-o", "out"] + options, in: folder.path)
    #expect(result.status == 2 && result.error.contains(reason), "\(result.error)")
    #expect(folder.read("out/a.xml") == nil)
  }

  @Test func entriesOfPlacesSayTheirCountry() throws {
    try folder.write("a.xml", document("<p>In Riga.</p>"))
    #expect(try annotate("a.xml", "-o", "out").status == 0)
    #expect(
      text("out/a.xml").contains("<placeName>Riga</placeName><country key=\"LV\"/><idno type=\"wikidata\">Q1773<"))
  }

  /// A file keeps its mode, and a link to it stays a link.
  @Test func modesAndLinksStay() throws {
    let file = try folder.write("archive/a.xml", document("<p>In Riga.</p>"))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    try FileManager.default.createDirectory(atPath: "\(folder.path)/links", withIntermediateDirectories: true)
    let link = "\(folder.path)/links/b.xml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../archive/a.xml")
    #expect(try annotate("links/b.xml", "--in-place").text.hasPrefix("1 file: 1 written"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "../archive/a.xml")
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
    #expect(text("archive/a.xml").contains("Riga</placeName>"))
    #expect(try folder.names(in: "archive") == ["a.xml"] && folder.names(in: "links") == ["b.xml"])
  }

  /// Two files of one name would be one, and an output is never its own input.
  @Test func equalPathsAreRefused() throws {
    for name in ["one/a.xml", "two/a.xml"] { try folder.write(name, document("<p>In Riga.</p>")) }
    let both = try annotate("--tei", "one", "two", "-o", "out", "--force")
    #expect(both.status == 2 && both.error.contains("error[output-exists]: \"one/a.xml\" would be written there, too"))
    #expect(folder.read("out/a.xml") == nil)
    let itself = try annotate("--tei", "one", "-o", "one", "--force")
    #expect(itself.status == 1 && itself.error.contains("the output is the file itself; --in-place"))
    #expect(text("one/a.xml") == document("<p>In Riga.</p>"))
  }

  /// Names in words of another language: all that the language itself gives where it is read, else places.
  @Test func foreignWords() throws {
    let german = "am 13. Juni 2024 sprach Bundeskanzler Olaf Scholz in Wien"
    try folder.write(
      "a.xml",
      document(
        "<p>He wrote that <foreign xml:lang='de'>\(german)</foreign>, <foreign xml:lang='la'>Angela Merkel of NATO</foreign>, "
          + "<foreign xml:lang='en-GB'>Angela Merkel of NATO</foreign>, <foreign>the NATO in Oslo</foreign>.</p>"))
    #expect(try annotate("a.xml", "-o", "out").status == 0)
    let written = text("out/a.xml")
    for words in [
      "am <date when=\"2024-06-13\"", ">13. Juni 2024</date>", ">Olaf Scholz</persName>", ">Wien</placeName></foreign>",
      "<foreign xml:lang='la'>Angela Merkel of NATO</foreign>", ">NATO</orgName></foreign>",
      "<foreign>the NATO in <placeName",
    ] {
      #expect(written.contains(words), "\(words) in \(written)")
    }
    #expect(try annotate("out/a.xml", "--in-place").text.hasSuffix("nothing to add\n"))
  }

  /// The text of every kind of file is what it was, and so are its identifiers.
  @Test func textAndIdentifiersStay() throws {
    let existing = Repository.path("Tests/CommandTests/ExistingTEI")
    #expect(try annotate("--tei", existing, "-o", "out").status == 0)
    for name in try folder.names(in: "out") where name.hasSuffix(".xml") {
      let texts = try ["\(existing)/\(name)", "out/\(name)"].map {
        try Command.run(["text", $0], in: folder.path).text
      }
      #expect(texts[0] == texts[1] && !texts[0].isEmpty)
      func identifiers(_ text: String) -> Set<Substring> {
        Set(text.split(separator: "xml:id=\"").dropFirst().map { $0.prefix { $0 != "\"" } })
      }
      let before = identifiers(try String(contentsOfFile: "\(existing)/\(name)", encoding: .utf8))
      #expect(before.isSubset(of: identifiers(text("out/\(name)"))))
    }
  }

  /// What was valid by our schema is valid after it: files of ours from which the names were taken gain them again.
  @Test func filesOfOursStayValid() throws {
    let ours = text(of: "annotated/two-georgias.xml")
    try folder.write(
      "in/two-georgias.xml",
      ours.replacingOccurrences(
        of: "<placeName xml:id[^>]*>([^<]*)</placeName>", with: "$1", options: .regularExpression))
    #expect(try Command.run(["validate", "in"], in: folder.path).status == 0)
    let result = try annotate("--tei", "in", "-o", "out")
    #expect(result.status == 0 && result.text.hasPrefix("1 file: 1 written"), "\(result.error)")
    let checked = try Command.run(["validate", "out"], in: folder.path)
    #expect(checked.status == 0, "\(checked.text)")
    #expect(try folder.names(in: "out/schemas") == ["teikit.rng"])
  }

  private func text(of path: String) -> String {
    (try? String(contentsOfFile: Repository.path(path), encoding: .utf8)) ?? ""
  }

  /// A file that names a schema beside it is held to that schema, and left where it would break it.
  @Test func theSchemaThatAFileNamesIsKept() throws {
    let schema = Repository.path("../shared/schemas/tei_all-4.12.0.rng")
    guard FileManager.default.fileExists(atPath: schema) else { return print("skipped: \(schema) is missing") }
    try folder.write(
      "bare.rnc",
      """
      default namespace = "http://www.tei-c.org/ns/1.0"
      start = element TEI { any }
      any = attribute * { text }*, (text | element (teiHeader|fileDesc|titleStmt|title|publicationStmt|sourceDesc|p|text|body) { any })*
      """)
    let prolog = "<?xml-model href=\"bare.rnc\" type=\"application/relax-ng-compact-syntax\"?>\n"
    try folder.write("a.xml", document("<p>In Riga.</p>", prolog: prolog))
    try folder.write("b.xml", document("<p>Nothing here.</p>", prolog: prolog))
    try folder.write(
      "c.xml",
      document(
        "<p>In Riga.</p>",
        prolog: "<?xml-model href=\"\(schema)\" type=\"application/xml\" "
          + "schematypens=\"http://relaxng.org/ns/structure/1.0\"?>\n"))
    let result = try annotate("a.xml", "b.xml", "c.xml", "-o", "out")
    #expect(result.status == 1 && result.text.hasPrefix("3 files: 2 written, 0 unchanged, 1 failed"))
    #expect(result.error.hasPrefix("a.xml: error[output-invalid]:"), "\(result.error)")
    #expect(folder.read("out/a.xml") == nil && text("out/c.xml").contains("Riga</placeName>"))
    #expect(try annotate("a.xml", "-o", "out", "--no-validate").status == 0)
    #expect(text("out/a.xml").contains("Riga</placeName>"))
  }
}
