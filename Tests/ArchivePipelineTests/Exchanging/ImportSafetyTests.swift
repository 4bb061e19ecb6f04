import ArticleModel
import Exchange
import Testing

@testable import ArchivePipeline

/// What an import opens, and what it writes over.
@Suite struct ImportSafetyTests {
  private func exported(_ folder: TemporaryFolder) async throws -> [InputFile] {
    let archive = try ImportTests.archive(folder)
    _ = try await ArchiveExport(format: BratFormat()).write(archive, into: folder.path + "/out") { _ in }
    return archive
  }

  @Test func anotherFileInTheFolderStays() async throws {
    let folder = try TemporaryFolder()
    let archive = try await exported(folder)
    try folder.write("home/museum-reopens.xml", Array("mine".utf8))
    let home = folder.path + "/home"
    let told = try await Told.bringHome(BratFormat(), [folder.path + "/out"], into: archive, .folder(home))
    #expect(told.diagnostics.map(\.code) == ["output-exists"])
    #expect(folder.read("home/museum-reopens.xml") == Array("mine".utf8))
    #expect(folder.read("home/sub/debate.xml") == folder.read("tei/sub/debate.xml"))
    // What is there already is no hindrance.
    let other = folder.path + "/other"
    for _ in 0..<2 {
      let again = try await Told.bringHome(BratFormat(), [folder.path + "/out"], into: archive, .folder(other))
      #expect(again.diagnostics == [])
    }
  }

  /// What was not written has not come home, and is not told as if it had.
  @Test func changesOfAFileThatStaysAreNotTold() async throws {
    let folder = try TemporaryFolder()
    let archive = try await exported(folder)
    let added = Array("T90\tfacility 7 19\tClock Museum\n".utf8)
    try folder.write("out/museum-reopens.ann", try #require(folder.read("out/museum-reopens.ann")) + added)
    try folder.write("home/museum-reopens.xml", Array("mine".utf8))
    for (home, count) in [("home", 0), ("other", 1)] {
      let told = try await Told.bringHome(
        BratFormat(), [folder.path + "/out"], into: archive, .folder(folder.path + "/" + home))
      #expect(told.changes.count == count && told.summary.files == count)
      #expect(told.summary.changes[.added, default: 0] == count)
    }
  }

  @Test func twoFilesOfOnePathAreRefused() async throws {
    let folder = try TemporaryFolder()
    var archive: [InputFile] = []
    for (name, sample) in [("one", try ImportSamples.ours("museum-reopens")), ("two", ImportSamples.foreign)] {
      let path = try folder.write("\(name)/a.xml", sample)
      _ = try await ArchiveExport(format: BratFormat()).write(
        [InputFile(path: path, relativePath: "\(name).xml")], into: folder.path + "/out"
      ) { _ in }
      archive.append(InputFile(path: path, relativePath: "a.xml"))
    }
    try folder.write("loose/museum-reopens.ann", Array("".utf8))
    try folder.write("loose/debate.ann", Array("".utf8))
    let (loose, home) = (folder.path + "/loose", folder.path + "/home")
    let fault = await #expect(throws: DiagnosticFault.self) {
      _ = try await Told.bringHome(BratFormat(), [loose], into: archive, .folder(home))
    }
    #expect(fault?.diagnostic.code == "output-exists")
    #expect(FileSystem.kind(of: home) == nil)
  }

  @Test func nothingIsOpenedOutsideTheFolder() async throws {
    let folder = try TemporaryFolder()
    let archive = try await exported(folder)
    let path = folder.path + "/out/" + ExportManifest.fileName
    var manifest = try #require(try ExportManifest.read(path))
    manifest.documents[0].files[0].name = "../../x.ann"
    try FileSystem.write(manifest.bytes, to: path)
    let told = try await Told.bringHome(BratFormat(), [folder.path + "/out"], into: archive, .nowhere)
    #expect(told.diagnostics.map(\.code) == ["import-document"])
    #expect(told.summary.documents == 1)
  }

  @Test func filesOfOneDocumentAreOne() async throws {
    let folder = try TemporaryFolder()
    let archive = try await exported(folder)
    let files = ["debate.ann", "debate.txt"].map { "\(folder.path)/out/\($0)" }
    let told = try await Told.bringHome(BratFormat(), files, into: archive, .nowhere)
    #expect(told.diagnostics == [])
    #expect(told.summary.documents == 1)
  }
}
