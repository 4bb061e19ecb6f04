import ArticleModel
import Exchange
import Testing

@testable import ArchivePipeline

/// A change that would make a file invalid is left; the others come home.
@Suite struct ImportHoldingTests {
  private static let schema = """
    default namespace = "http://www.tei-c.org/ns/1.0"
    start = any
    any = element * - name { attribute * { text }*, mixed { (any | n)* } }
    n = element name { attribute type { "PER" | "ORG" | "LOC" }, attribute * - type { text }*, mixed { any* } }
    """

  private func bringHome(_ folder: TemporaryFolder, _ added: String) async throws -> Told {
    let format = BratFormat()
    try folder.write("tei/names.rnc", Self.schema)
    let text = String(decoding: ImportSamples.foreign, as: UTF8.self).replacing(
      "?>",
      with: "?><?xml-model href=\"names.rnc\" type=\"application/relax-ng-compact-syntax\"?>", maxReplacements: 1)
    let archive = [InputFile(path: try folder.write("tei/debate.xml", text), relativePath: "debate.xml")]
    let out = folder.path + "/out"
    _ = try await ArchiveExport(format: format).write(archive, into: out) { _ in }
    let old = String(decoding: try #require(folder.read("out/debate.ann")), as: UTF8.self)
    try folder.write("out/debate.ann", old + added)
    return try await Told.bringHome(format, [out], into: archive, .inPlace)
  }

  @Test func oneAloneIsLeft() async throws {
    let folder = try TemporaryFolder()
    let told = try await bringHome(
      folder, "T50\tPER 75 80\tBo Li\nT51\tMISC 84 88\tRiga\nT52\tLOC 27 30\tNew\n".replacing("27 30\tNew", with: "22 24\tin"))
    let errors = told.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["import-invalid"])
    #expect(errors.first?.message.contains("MISC \"Riga\" is added, and left as it was: the TEI would not be valid") == true)
    #expect(errors.first?.position?.line == 4)
    #expect(told.changes.map(\.words).sorted() == ["Bo Li", "in"])
    let written = String(decoding: folder.read("tei/debate.xml") ?? [], as: UTF8.self)
    #expect(written.contains(">Bo Li</name> of Riga.") && !written.contains("MISC"))
  }

  @Test func aFileThatWasInvalidBeforeIsNoWorse() async throws {
    let folder = try TemporaryFolder()
    let told = try await bringHome(folder, "T50\tPER 75 80\tBo Li\n")
    #expect(told.diagnostics.filter { $0.severity == .error } == [])
    #expect(told.changes.count == 1)
  }
}
