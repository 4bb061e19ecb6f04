import ArticleModel
import Exchange
import FoundationEssentials
import Testing

@testable import ArchivePipeline

/// Files that hold several documents, and files that are named one by one.
@Suite struct ImportPartsTests {
  private let folder: TemporaryFolder
  private let archive: [InputFile]

  init() throws {
    folder = try TemporaryFolder()
    archive = try ImportTests.archive(folder)
  }

  private var out: String { folder.path + "/out" }

  /// The documents one behind another, each with its first annotation taken away.
  private func corrected(_ format: any ExchangeFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for input in archive {
      let current = StandoffReader(try ImportSamples.table(try FileSystem.read(input.path))).document
      var edited = try format.document(from: format.files(of: current), aligningWith: current)
      edited.entities = current.entities
      edited.annotations.removeFirst()
      for file in format.files(of: edited) { bytes += file.bytes }
    }
    return bytes
  }

  @Test(arguments: ["spacy", "prodigy", "conllu", "conll2003", "hipe"], [true, false])
  func severalDocumentsOfOneFileComeHome(name: String, hasManifest: Bool) async throws {
    let format = try #require(ExchangeFormats.named(name))
    if hasManifest { _ = try await ArchiveExport(format: format).write(archive, into: out) { _ in } }
    let path = try folder.write("out/all" + format.suffixes[0], try corrected(format))
    let told = try await Told.bringHome(format, [path], into: archive, .inPlace)
    #expect(told.diagnostics == [])
    #expect(told.summary.documents == 2)
    #expect(told.changes.map(\.kind) == [.removed, .removed])
    #expect(Set(told.changes.map(\.document)) == ["museum-reopens", "debate"])
  }

  @Test func aDocumentThatTheArchiveHasNotIsTold() async throws {
    for name in ["conll2003", "hipe"] {
      let format = try #require(ExchangeFormats.named(name))
      let path = try folder.write("all" + format.suffixes[0], try corrected(format))
      let told = try await Told.bringHome(format, [path], into: Array(archive.dropFirst()), .nowhere)
      #expect(told.diagnostics.map(\.code) == ["import-document"])
      #expect(told.summary.documents == 1)
    }
  }

  @Test func looseFilesOfOneDocumentAreOne() async throws {
    let format = BratFormat()
    _ = try await ArchiveExport(format: format).write(archive, into: out) { _ in }
    try FileManager.default.removeItem(atPath: out + "/" + ExportManifest.fileName)
    let text = String(decoding: try #require(folder.read("out/debate.ann")), as: UTF8.self)
    try folder.write("out/debate.ann", text.replacing("\tORG ", with: "\tMISC "))
    for files in [["debate.ann"], ["debate.txt"], ["debate.txt", "debate.ann"], ["debate.ann", "debate.ann"]] {
      let told = try await Told.bringHome(format, files.map { "\(out)/\($0)" }, into: archive, .nowhere)
      #expect(told.diagnostics.filter { $0.severity == .error } == [])
      #expect(told.summary.documents == 1)
      #expect(told.changes.map(\.details) == [["type ORG to MISC"]])
    }
  }

  @Test func documentsWithoutIdentifiersAreToldApart() async throws {
    let tei = { (words: String) in
      "<TEI><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt></fileDesc></teiHeader>"
        + "<text><body><p><name>\(words)</name> is old.</p></body></text></TEI>"
    }
    let path = try folder.write(
      "corpus/all.xml",
      "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/>" + ["Riga", "Oslo", "Bonn"].map(tei).joined()
        + "</teiCorpus>")
    let inputs = [InputFile(path: path, relativePath: "all.xml")]
    let format = BratFormat()
    for _ in 0..<2 { _ = try await ArchiveExport(format: format).write(inputs, into: out) { _ in } }
    #expect(folder.read("out/all.txt") == Array("Riga is old.".utf8))
    for name in ["all-2", "all-3"] {
      let text = String(decoding: try #require(folder.read("out/\(name).ann")), as: UTF8.self)
      try folder.write("out/\(name).ann", text.replacing("\tname ", with: "\tperson "))
    }
    for count in [2, 0] {
      let told = try await Told.bringHome(format, [out], into: inputs, .inPlace)
      #expect(told.diagnostics == [])
      #expect(told.changes.count == count)
    }
    let written = String(decoding: folder.read("corpus/all.xml") ?? [], as: UTF8.self)
    #expect(written.contains("<name>Riga</name>") && written.contains(">Oslo</persName>"))
    #expect(written.contains("\"editor.ana-kovač\"") && written.contains("\"editor.ana-kovač-2\""))
  }

  /// What an export left out is no removal where the files say what they were given.
  @Test(arguments: ["standoff", "web-annotation", "spacy", "prodigy", "conllu", "hipe"])
  func aFilterIsSaidInTheFiles(name: String) async throws {
    let format = try #require(ExchangeFormats.named(name))
    let selection = ExportSelection(types: ["settlement", "country", "LOC"], minimumCertainty: 0.7)
    _ = try await ArchiveExport(format: format, selection: selection).write(archive, into: out) { _ in }
    try FileManager.default.removeItem(atPath: out + "/" + ExportManifest.fileName)
    let told = try await Told.bringHome(format, [out], into: archive, .nowhere)
    #expect(told.diagnostics == [])
    #expect(told.changes == [])
    #expect(told.summary.documents == 2)
  }
}
