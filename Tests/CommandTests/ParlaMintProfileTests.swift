import Foundation
import Testing

/// `teikit export --to tei --profile parlamint`: what it writes is valid, by our own check and by jing.
@Suite struct ParlaMintProfileTests {
  private static let all = Repository.path("../shared/schemas/tei_all-4.12.0.rng")
  private static let jing = ["/usr/bin/jing", "/usr/local/bin/jing", "/opt/homebrew/bin/jing"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func export(_ source: String, into output: String = "out") throws -> Command.Result {
    try Command.run(
      ["export", source, "--to", "tei", "--profile", "parlamint", "-o", output], in: folder.path)
  }

  private func text(_ name: String) -> String { String(decoding: folder.read(name) ?? [], as: UTF8.self) }

  /// What jing says of the files of a folder; nothing where it is not installed.
  private func jing(_ schema: String, _ output: String) throws -> String {
    guard let jing = Self.jing, FileManager.default.fileExists(atPath: schema) else {
      print("skipped: jing or \(schema) is missing")
      return ""
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: jing)
    process.arguments =
      [schema] + (try folder.names(in: output)).filter { $0.hasSuffix(".xml") }.map { "\(folder.path)/\(output)/\($0)" }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let report = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return report
  }

  /// Our own files keep to our schema, which comes to stand beside them, and to all of TEI.
  @Test func filesOfOursAreValid() throws {
    let result = try export(Repository.path("annotated"))
    #expect(result.status == 0 && result.error == "", "\(result.error)")
    #expect(try folder.names(in: "out").contains("schemas"))
    let checked = try Command.run(["validate", "out"], in: folder.path)
    #expect(checked.status == 0 && checked.error.hasSuffix("no faults\n"), "\(checked.text.prefix(500))")
    #expect(try jing("\(folder.path)/out/schemas/teikit.rng", "out") == "")
    #expect(try jing(Self.all, "out") == "")
    let georgias = text("out/two-georgias.xml")
    #expect(georgias.contains("#two-georgias.country #two-georgias.gazetteer\" type=\"LOC\">Georgia</name>"))
    #expect(georgias.contains("<persName>Chad Lindqvist</persName>") && !georgias.contains("gi=\"persName\""))
  }

  /// Of others too, whatever they hold: no file has faults by all of TEI that it had not before.
  @Test func filesOfOthersAreAsValidAsBefore() throws {
    let existing = Repository.path("Tests/CommandTests/ExistingTEI")
    #expect(try Command.run(["annotate", "--tei", existing, "-o", "in"], in: folder.path).status == 0)
    #expect(try export("in").status == 0)
    func faults(_ folder: String) throws -> [Substring] {
      try jing(Self.all, folder).split(separator: "\n").compactMap { $0.split(separator: ": ", maxSplits: 1).last }
    }
    #expect(try faults("out") == faults("in"))
    let sitting = text("out/parlamint.xml")
    for words in [
      // Names around words have what ParlaMint's schema gives them.
      "<name ref=\"#ParlaMint-XX_2021-03-04.place.new-york-city\" type=\"LOC\" subtype=\"settlement\"><w xml:id=\"u1.s1.w7\">",
      "<name type=\"PER\"><w xml:id=\"u1.s1.w2\">Lena</w>",
      "resp=\"#ParlaMint-XX_2021-03-04.teikit\" subtype=\"country\">Denmark</name>",
      "<orgName full=\"yes\">European Union</orgName>",
    ] {
      #expect(sitting.contains(words), "\(words)")
    }
  }

  /// The elements of registers in the text are no names in it, and the type that a name had is kept beside.
  @Test func recordsAndTypesStay() throws {
    try folder.write(
      "in/a.xml",
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
      <publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body>
      <p><name type="ship" ref="#s">Vasa</name>, <placeName type="village">Ulvik</placeName>, <rs type="person">he</rs>,
      <title level="m" type="work">Emma</title>, <geogName>Etna</geogName>.</p>
      <listPlace><place xml:id="p"><placeName>Riga</placeName><location><country>Latvia</country></location></place></listPlace>
      </body></text></TEI>
      """)
    #expect(try export("in").status == 0)
    let written = text("out/a.xml")
    for words in [
      "<name type=\"MISC\" ref=\"#s\" subtype=\"ship\">Vasa</name>",
      "<name type=\"LOC\" subtype=\"village\">Ulvik</name>", "<name type=\"PER\">he</name>", "\">Emma</name>",
      "<name type=\"LOC\">Etna</name>", "<placeName>Riga</placeName><location><country>Latvia</country>",
    ] {
      #expect(written.contains(words), "\(words) in \(written)")
    }
    #expect(try jing(Self.all, "out") == "")
    // Done once more nothing changes.
    #expect(try export("out", into: "again").status == 0)
    #expect(folder.read("again/a.xml") == folder.read("out/a.xml"))
  }

  @Test func nothingIsWrittenOverItself() throws {
    try folder.write("in/a.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><p><rs>x</rs></p></text></TEI>")
    let before = text("in/a.xml")
    let result = try Command.run(
      ["export", "in", "--to", "tei", "--profile", "parlamint", "-o", "in", "--force"], in: folder.path)
    #expect(
      result.status == 1 && result.error.hasPrefix("in/a.xml: error[output-exists]: the output is the file itself"))
    #expect(text("in/a.xml") == before)
    try folder.write("other/a.xml", before)
    let two = try Command.run(
      ["export", "in", "other", "--to", "tei", "--profile", "parlamint", "-o", "out"], in: folder.path)
    #expect(two.status == 2 && two.error.contains("would be written there, too"))
  }
}
