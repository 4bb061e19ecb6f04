import ArticleModel
import Exchange
import FoundationEssentials
import Testing

@testable import ArchivePipeline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Corrections of an export to brat.
@Suite struct ImportConflictTests {
  private let folder: TemporaryFolder
  private let archive: [InputFile]
  private let format: any ExchangeFormat

  init() async throws {
    folder = try TemporaryFolder()
    archive = try ImportTests.archive(folder)
    format = try #require(ExchangeFormats.named("brat"))
    _ = try await ArchiveExport(format: format).write(archive, into: out) { _ in }
  }

  private var out: String { folder.path + "/out" }

  private func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = String(decoding: try #require(folder.read("out/\(name)")), as: UTF8.self)
    #expect(text.contains(old))
    try folder.write("out/\(name)", text.replacing(old, with: new))
  }

  private func bringHome(_ destination: ArchiveImport.Destination) async throws -> Told {
    try await Told.bringHome(format, [out], into: archive, destination)
  }

  private var museum: String { String(decoding: folder.read("tei/museum-reopens.xml") ?? [], as: UTF8.self) }

  @Test func importsInPlaceCanFollowEachOther() async throws {
    try edit("museum-reopens.ann", "T5\tcountry", "T5\tregion")
    let before = folder.read("tei/sub/debate.xml")
    let first = try await bringHome(.inPlace)
    #expect(first.diagnostics == [])
    #expect(first.changes.map(\.details) == [["type country to region"]])
    #expect(folder.read("tei/sub/debate.xml") == before)
    let once = museum
    #expect(once.contains("<change who=\"#museum-reopens.editor.ana-kovač\">annotations corrected: 1 changed</change>"))
    // Nothing is left, though the file still has the certainty that the TEI has no more.
    let second = try await bringHome(.inPlace)
    #expect(second.changes == [])
    #expect(second.diagnostics == [])
    #expect(museum == once)
    // And annotators may go on.
    try edit("museum-reopens.ann", "T6\trole", "T6\tperson")
    let third = try await bringHome(.inPlace)
    #expect(third.diagnostics == [])
    #expect(third.changes.map(\.details) == [["type role to person"]])
    #expect(museum.contains(">Culture Minister</persName>"))
    let fourth = try await bringHome(.inPlace)
    #expect(fourth.changes == [] && fourth.diagnostics == [])
    #expect(museum.ranges(of: "<change ").count == 3)
    #expect(museum.ranges(of: "<resp>annotations corrected</resp>").count == 1)
  }

  @Test func aHeaderThatChangedBlocksNothing() async throws {
    try edit("museum-reopens.ann", "T5\tcountry", "T5\tregion")
    try folder.write("tei/museum-reopens.xml", museum.replacing("<resp>structure", with: "<resp>the structure"))
    let told = try await bringHome(.inPlace)
    #expect(told.diagnostics == [])
    #expect(told.changes.map(\.kind) == [.changed])
  }

  @Test func removalsWithoutAManifestAreAskedFor() async throws {
    try FileManager.default.removeItem(atPath: out + "/" + ExportManifest.fileName)
    try folder.write("out/museum-reopens.ann", "")
    let before = museum
    let told = try await bringHome(.inPlace)
    #expect(told.diagnostics.map(\.code) == ["import-removal"])
    #expect(told.changes == [] && museum == before)
    var run = ArchiveImport(format: format, responsible: "Ana", destination: .nowhere)
    run.allowsRemovals = true
    let summary = try await run.run([out], into: archive, { _ in }, { _ in })
    #expect(summary.changes[.removed, default: 0] > 2)
  }

  @Test func filesKeepTheirModeAndLinks() async throws {
    try edit("museum-reopens.ann", "T5\tcountry", "T5\tregion")
    let path = folder.path + "/tei/museum-reopens.xml"
    let real = folder.path + "/real.xml"
    try FileManager.default.moveItem(atPath: path, toPath: real)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: real)
    #expect(chmod(real, 0o640) == 0)
    let told = try await bringHome(.inPlace)
    #expect(told.changes.count == 1 && told.summary.files == 1)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == real)
    var status = stat()
    #expect(stat(real, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(String(decoding: folder.read("real.xml") ?? [], as: UTF8.self).contains("annotations corrected"))
  }

  @Test func aDryRunWritesNothing() async throws {
    try edit("museum-reopens.ann", "T5\tcountry", "T5\tregion")
    let before = museum
    let told = try await bringHome(.nowhere)
    #expect(told.changes.count == 1)
    #expect(museum == before)
    #expect(try folder.names() == ["out", "tei"])
  }

  @Test func anotherTextIsToldAndTheRestGoesOn() async throws {
    try edit("museum-reopens.txt", "Latvia", "Lettland")
    try edit("museum-reopens.ann", "Latvia\nN", "Lettl\nN")
    try edit("debate.ann", "\tPER ", "\tMISC ")
    let told = try await bringHome(.folder(folder.path + "/home"))
    #expect(told.diagnostics.filter { $0.severity == .error }.map(\.code) == ["import-text"])
    #expect(told.diagnostics.first?.position == SourcePosition(line: 2, column: 75))
    #expect(told.changes.map(\.document) == ["debate"])
    #expect(folder.read("home/museum-reopens.xml") == folder.read("tei/museum-reopens.xml"))
  }

  @Test func whatChangedOnBothSidesIsAConflict() async throws {
    try edit("museum-reopens.ann", "T5\tcountry", "T5\tregion")
    let path = folder.path + "/tei/museum-reopens.xml"
    try folder.write("tei/museum-reopens.xml", museum.replacing(" cert=\"0.69\"", with: ""))
    try edit(
      "museum-reopens.ann", "T6\trole 110 126\tCulture Minister",
      "T6\trole 110 126\tCulture Minister\nT70\tplace 13 19\tMuseum")
    let text = museum
    let told = try await bringHome(.inPlace)
    #expect(told.diagnostics.map(\.code) == ["import-version"])
    #expect(told.diagnostics.first?.file == path)
    // What is new is none.
    #expect(told.changes.map(\.kind) == [.added])
    #expect(museum != text && museum.contains(">Latvia</placeName>"))
  }

  @Test(
    arguments: [
      ("T5\tcountry", "T5\thero", "import-type"), ("value=2024-02-02", "value=February", "import-value"),
      ("teikit:museum-reopens.place.latvia", "teikit:nowhere", "import-entity"),
      ("value=2024-02-02", "value=2024-02-31", "import-value"), ("T7\tperson", "T7\treference", "import-value"),
      ("teikit:museum-reopens.place.latvia", "uri:https://example.org/a b", "import-entity"),
      ("T7\tperson 128 142", "T7\tperson 0 142", "exchange-unreadable"),
    ])
  func whatCannotBeDecidedIsToldAndLeft(old: String, new: String, code: String) async throws {
    try edit("museum-reopens.ann", old, new)
    let before = museum
    let told = try await bringHome(.inPlace)
    #expect(told.diagnostics.map(\.code) == [code])
    #expect(told.changes == [])
    #expect(museum == before)
  }

  @Test func documentsOfACorpusAreWrittenAtOnce() async throws {
    let debate = String(decoding: ImportSamples.foreign, as: UTF8.self)
    let start = try #require(debate.firstRange(of: "<TEI"))
    let tei = String(debate[start.lowerBound...])
    let corpus =
      "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/>\n" + tei + "\n"
      + tei.replacing("\"debate\"", with: "\"second\"") + "</teiCorpus>"
    let path = try folder.write("corpus/all.xml", corpus)
    let inputs = [InputFile(path: path, relativePath: "all.xml")]
    let out = folder.path + "/corpus-out"
    _ = try await ArchiveExport(format: format).write(inputs, into: out) { _ in }
    for name in ["debate", "second"] {
      let text = String(decoding: try #require(folder.read("corpus-out/\(name).ann")), as: UTF8.self)
      try folder.write("corpus-out/\(name).ann", text.replacing("\tPER ", with: "\tMISC "))
    }
    let told = try await Told.bringHome(format, [out], into: inputs, .inPlace)
    #expect(told.summary.documents == 2)
    #expect(told.summary.files == 1)
    let written = String(decoding: folder.read("corpus/all.xml") ?? [], as: UTF8.self)
    #expect(written.ranges(of: "type=\"MISC\"").count == 2)
    #expect(
      written.contains("xml:id=\"debate.editor.ana-kovač\"") && written.contains("xml:id=\"second.editor.ana-kovač\""))
  }

  @Test func filesOfAnotherArchiveAreTold() async throws {
    let told = try await Told.bringHome(format, [out], into: Array(archive.dropFirst()), .nowhere)
    #expect(told.diagnostics.map(\.code) == ["import-document"])
    #expect(told.summary.documents == 1)
  }
}
