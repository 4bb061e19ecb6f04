import ArticleModel
import Exchange
import TEIEncoding
import Testing

@testable import ArchivePipeline

@Suite struct ArchiveExportTests {
  private func tei(_ id: String, _ words: String = "<persName>Ann</persName> came.") -> String {
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"\(id)\"><teiHeader/><text><body><p>\(words)</p></body></text></TEI>"
  }

  private func export(
    _ folder: TemporaryFolder, _ format: any ExchangeFormat = BratFormat(), overwrites: Bool = false, jobs: Int = 2
  ) async throws -> (summary: ArchiveExport.Summary, diagnostics: [Diagnostic]) {
    let (inputs, _) = InputFinder.files(at: ["\(folder.path)/in"], extensions: ["xml"])
    var diagnostics: [Diagnostic] = []
    let export = ArchiveExport(format: format, overwrites: overwrites, jobs: jobs)
    let summary = try await export.write(inputs, into: "\(folder.path)/out") { diagnostics += $0 }
    return (summary, diagnostics)
  }

  private func manifest(_ folder: TemporaryFolder) throws -> ExportManifest {
    try #require(try ExportManifest.read("\(folder.path)/out/teikit-export.json"))
  }

  @Test func writesFilesAndAManifest() async throws {
    let folder = try TemporaryFolder()
    try folder.write("in/b.xml", tei("b"))
    try folder.write("in/sub/a.xml", tei("a"))
    let (summary, diagnostics) = try await export(folder)
    #expect(diagnostics.isEmpty)
    #expect(summary == ArchiveExport.Summary(documents: 2, annotations: 2, files: 8))
    #expect(
      try folder.names(in: "out") == [
        "a.ann", "a.txt", "annotation.conf", "b.ann", "b.txt", "teikit-export.json", "teikit.norm.txt", "tools.conf",
        "visual.conf",
      ])
    let manifest = try manifest(folder)
    #expect(manifest.format == "brat")
    #expect(manifest.documents.map(\.tei) == ["b.xml", "sub/a.xml"])
    #expect(manifest.documents.map(\.label) == ["b", "a"])
    #expect(manifest.documents[0].digest == Digest.sha256(Array(tei("b").utf8)))
    let files = manifest.documents.flatMap(\.files) + manifest.common
    #expect(files.count == 8)
    for file in files { #expect(Digest.sha256(try #require(folder.read("out/\(file.name)"))) == file.digest) }
    #expect(try ExportManifest(manifest.bytes, path: "x") == manifest)
  }

  @Test func theNumberOfJobsChangesNothing() async throws {
    let one = try TemporaryFolder()
    let many = try TemporaryFolder()
    for folder in [one, many] {
      for number in 0..<70 { try folder.write("in/\(number % 7)/d\(number).xml", tei("d\(number % 35)")) }
    }
    _ = try await export(one, SpaCyFormat(), jobs: 1)
    _ = try await export(many, SpaCyFormat(), jobs: 5)
    #expect(try one.names(in: "out") == many.names(in: "out"))
    #expect(one.read("out/teikit-export.json") == many.read("out/teikit-export.json"))
  }

  /// Documents with one label have their folders, or numbers; names that differ in case alone too.
  @Test func namesAreDistinct() {
    var names = ExportNames(reserved: ["teikit-export"], earlier: nil)
    #expect(names.name(of: "a", tei: "x/1.xml") == "a")
    #expect(names.name(of: "A", tei: "y/1.xml") == "y/A")
    #expect(names.name(of: "a", tei: "y/2.xml") == "y/a-2")
    #expect(names.name(of: "a", tei: "1.xml") == "a-2")
    #expect(names.name(of: "teikit-export", tei: "t.xml") == "teikit-export-2")
    #expect(names.name(of: "../../etc/passwd", tei: "p.xml") == "_._.._etc_passwd")
    #expect(names.name(of: "..", tei: "../../q.xml") == "_.")
    #expect(names.name(of: "..", tei: "../../r.xml") == "_./_./_.")
    #expect(names.name(of: "", tei: "e.xml") == "document")
    #expect(names.name(of: String(repeating: "é", count: 300), tei: "l.xml").utf8.count < 120)
  }

  /// A manifest that somebody edited leads nowhere outside the folder.
  @Test func namesOfAManifestAreChecked() {
    var earlier = ExportManifest(format: "brat", options: [:])
    for name in ["../a", "/a", "x/../../a", "", "x//a"] {
      earlier.documents = [ExportManifest.Document(label: "a", name: name, tei: "a.xml", digest: "", files: [])]
      var names = ExportNames(reserved: [], earlier: earlier)
      #expect(names.name(of: "a", tei: "a.xml") == "a")
    }
  }

  @Test func whatSomebodyChangedStays() async throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.xml", tei("a"))
    try folder.write("in/b.xml", tei("b"))
    _ = try await export(folder)
    let before = try manifest(folder)
    let work = "T1\tperson 0 3\tAnn\n"
    try folder.write("out/a.ann", work)
    try folder.write("in/a.xml", tei("a", "<persName>Bea</persName> came."))
    try folder.write("in/b.xml", tei("b", "<persName>Bea</persName> came."))
    let (summary, diagnostics) = try await export(folder)
    #expect(diagnostics.map(\.code) == ["output-exists"])
    #expect(diagnostics[0].file == "\(folder.path)/out/a.ann")
    #expect(summary.documents == 1)
    #expect(folder.read("out/a.ann") == Array(work.utf8))
    #expect(folder.read("out/a.txt") == Array("Ann came.".utf8))
    #expect(folder.read("out/b.txt") == Array("Bea came.".utf8))
    // Import still knows what a.ann was made from.
    let (kept, old) = (try manifest(folder).documents, before.documents)
    #expect(kept.first { $0.label == "a" } == old.first { $0.label == "a" })
    #expect(try await export(folder, overwrites: true).diagnostics.isEmpty)
    #expect(folder.read("out/a.txt") == Array("Bea came.".utf8))
  }

  @Test func documentsKeepTheirNames() async throws {
    let folder = try TemporaryFolder()
    try folder.write("in/y/a.xml", tei("a"))
    _ = try await export(folder)
    try folder.write("in/x/a.xml", tei("a"))
    _ = try await export(folder)
    #expect(try manifest(folder).documents.map { "\($0.tei) \($0.name)" } == ["x/a.xml x/a", "y/a.xml a"])
  }

  @Test func aFolderHoldsOneFormat() async throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.xml", tei("a"))
    _ = try await export(folder)
    await #expect(throws: DiagnosticFault.self) { try await export(folder, SpaCyFormat()) }
    #expect(folder.read("out/a.jsonl") == nil)
  }

  @Test func aBrokenFileDoesNotStopTheRest() async throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.xml", tei("a"))
    try folder.write("in/b.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<text></TEI>")
    try folder.write("in/c.xml", tei("c"))
    let (summary, diagnostics) = try await export(folder, SpaCyFormat())
    #expect(summary.documents == 2)
    #expect(diagnostics.map(\.code) == ["xml-syntax"])
    #expect(diagnostics[0].position?.line == 2)
  }

  @Test func documentsOfACorpusAreWrittenApart() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "in/all.xml",
      "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/>\(tei("a"))\(tei("a"))</teiCorpus>")
    #expect(try await export(folder, SpaCyFormat()).summary.documents == 2)
    #expect(try folder.names(in: "out") == ["a-2.jsonl", "a.jsonl", "teikit-export.json"])
    #expect(try manifest(folder).documents.map(\.tei) == ["all.xml", "all.xml"])
  }

  @Test func annotationsAreChosen() {
    var document = StandoffDocument(identifier: "a", text: Array("abcd".utf8))
    for (offset, certainty) in ["", "0.4", "high", "low"].enumerated() {
      var annotation = StandoffAnnotation(range: offset..<(offset + 1), type: offset == 2 ? "person" : "place")
      annotation.certainty = certainty
      document.annotations.append(annotation)
    }
    let certain = ExportSelection(minimumCertainty: 0.5).apply(to: document)
    #expect(certain.annotations.map(\.certainty) == ["", "high"])
    #expect(ExportSelection(types: ["person"]).apply(to: document).annotations.count == 1)
  }

  @Test func namesOfParlaMintChangeNothingElse() async throws {
    let folder = try TemporaryFolder()
    let text = """
      <?xml version='1.0'?>
      <!-- <persName>no</persName> -->
      <t:TEI xmlns:t="http://www.tei-c.org/ns/1.0" ><t:teiHeader/><t:text><t:body><t:p>
      <t:persName
        ref='#a' >Ann &amp; <t:orgName type="x"/></t:persName >, <t:placeName>Riga</t:placeName> <t:date when="1848">then</t:date>
      <t:title>A book</t:title> <t:name type="ORG">UN</t:name></t:p></t:body></t:text></t:TEI>

      """
    let file = try folder.write("in/a.xml", text)
    var diagnostics: [Diagnostic] = []
    let inputs = [InputFile(path: file, relativePath: "a.xml")]
    let summary = try await ProfileExport().write(inputs, into: "\(folder.path)/out") { diagnostics += $0 }
    #expect(diagnostics.isEmpty)
    #expect(summary.annotations == 3)
    let written = String(decoding: try #require(folder.read("out/a.xml")), as: UTF8.self)
    let expected = text.replacing("<t:persName\n  ref='#a' >", with: "<t:name\n  ref='#a' type=\"PER\" >")
      .replacing("</t:persName >", with: "</t:name >")
      .replacing("<t:placeName>Riga</t:placeName>", with: "<t:name type=\"LOC\">Riga</t:name>")
    #expect(written == expected)
  }

  @Test func aFolderTakesOneSelection() async throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.xml", tei("a"))
    _ = try await export(folder)
    let (inputs, _) = InputFinder.files(at: ["\(folder.path)/in"], extensions: ["xml"])
    var narrow = ArchiveExport(format: BratFormat(), selection: ExportSelection(types: ["place"]))
    let fault = await #expect(throws: DiagnosticFault.self) {
      _ = try await narrow.write(inputs, into: "\(folder.path)/out") { _ in }
    }
    #expect(fault?.diagnostic.code == "output-exists")
    #expect(fault?.diagnostic.message.contains("--type \"place\"") == true)
    narrow.overwrites = true
    _ = try await narrow.write(inputs, into: "\(folder.path)/out") { _ in }
    #expect(try manifest(folder).options == ["type": "place"])
  }
}
