import ArticleModel
import Exchange
import FoundationEssentials
import Testing

@testable import ArchivePipeline

/// Imports into TEI that has changed since it was exported: each annotation is decided by itself.
@Suite struct ImportStaleTests {
  private let folder: TemporaryFolder
  private let archive: [InputFile]

  init() throws {
    folder = try TemporaryFolder()
    archive = try ImportTests.archive(folder)
  }

  private var out: String { folder.path + "/out" }
  private var museum: String { String(decoding: folder.read("tei/museum-reopens.xml") ?? [], as: UTF8.self) }
  private var debate: String { String(decoding: folder.read("tei/sub/debate.xml") ?? [], as: UTF8.self) }

  private func exported(_ name: String = "brat") async throws -> any ExchangeFormat {
    let format = try #require(ExchangeFormats.named(name))
    _ = try await ArchiveExport(format: format).write(archive, into: out) { _ in }
    return format
  }

  private func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = String(decoding: try #require(folder.read(name)), as: UTF8.self)
    #expect(text.contains(old))
    try folder.write(name, text.replacing(old, with: new))
  }

  private func bringHome(_ format: any ExchangeFormat) async throws -> Told {
    try await Told.bringHome(format, [out], into: archive, .inPlace)
  }

  private func details(_ told: Told) -> [String] { told.changes.map(\.line) }

  @Test func whatAnotherChangedMeanwhileStays() async throws {
    let brat = try await exported()
    try edit("tei/museum-reopens.xml", ">Culture Minister<", " cert=\"0.1\">Culture Minister<")
    try edit("tei/museum-reopens.xml", " cert=\"0.95\" ", " ")
    try edit("out/museum-reopens.ann", "T5\tcountry", "T5\tregion")
    let told = try await bringHome(brat)
    #expect(told.diagnostics == [])
    #expect(details(told) == ["museum-reopens: changed country \"Latvia\": type country to region"])
    #expect(museum.contains("cert=\"0.1\">Culture Minister<"))
    // What is home is no change any more.
    let again = try await bringHome(brat)
    #expect(again.diagnostics == [] && again.changes == [])
  }

  /// What comes home from one export is not taken for home in another, whose files would undo it.
  @Test func eachExportKeepsWhatItsFilesAgreeWith() async throws {
    let brat = try await exported()
    let other = folder.path + "/other"
    _ = try await ArchiveExport(format: brat).write(archive, into: other) { _ in }
    try edit("out/debate.ann", "\tORG ", "\tPER ")
    try edit("other/debate.ann", "\tLOC ", "\tPER ")
    let told = try await Told.bringHome(brat, [out, other], into: archive, .inPlace)
    #expect(told.diagnostics.map(\.code) == ["import-document"])
    #expect(told.changes.map(\.details) == [["type ORG to PER"]])
    let again = try await Told.bringHome(brat, [other], into: archive, .inPlace)
    #expect(again.diagnostics == [])
    #expect(again.changes.map(\.details) == [["type LOC to PER"]])
  }

  /// The manifest knows files of one name apart.
  @Test func aFileIsNotTakenForItsNamesake() async throws {
    let brat = BratFormat()
    let text = String(decoding: ImportSamples.foreign, as: UTF8.self)
    for year in ["2023", "2024"] { try folder.write("years/\(year)/debate.xml", text) }
    try edit("years/2023/debate.xml", "Riga", "Oslo")
    let archive = InputFinder.files(at: [folder.path + "/years"], extensions: ["xml"]).files
    _ = try await ArchiveExport(format: brat).write(archive, into: out) { _ in }
    let manifest = try ExportManifest(try #require(folder.read("out/teikit-export.json")), path: "")
    let names = manifest.documents.sorted { $0.tei < $1.tei }.map(\.name)
    try edit("out/\(names[0]).ann", "\tORG ", "\tPER ")
    try edit("out/\(names[0]).txt", "Oslo", "Bonn")
    try edit("out/\(names[1]).ann", "\tORG ", "\tPER ")
    let told = try await Told.bringHome(brat, [out], into: archive, .inPlace)
    #expect(told.diagnostics.map(\.code) == ["import-text"])
    let after = try ExportManifest(try #require(folder.read("out/teikit-export.json")), path: "")
    let changed = zip(manifest.documents, after.documents).filter { $0 != $1 }.map(\.1.name)
    #expect(changed == [names[1]])
  }

  /// A certainty that was given where none was is not taken for one that an editor took away.
  @Test func aNewCertaintyComesHome() async throws {
    let standoff = try await exported("standoff")
    try edit("tei/sub/debate.xml", "</title>", " of a day</title>")
    let files = try ["debate.json", "debate.txt"].map { name in
      ExchangeFile(name: name, bytes: try #require(folder.read("out/\(name)")))
    }
    var edited = try standoff.document(from: files, aligningWith: nil)
    #expect(edited.annotations[0].certainty == "")
    edited.annotations[0].certainty = "low"
    for file in standoff.files(of: edited) { try folder.write("out/\(file.name)", file.bytes) }
    let told = try await bringHome(standoff)
    #expect(told.diagnostics == [])
    #expect(told.changes.map(\.details) == [["certainty none to \"low\""]])
  }

  @Test func whatBothChangedIsAConflict() async throws {
    let brat = try await exported()
    try edit("tei/museum-reopens.xml", "cert=\"0.69\"", "cert=\"0.6\"")
    try edit("out/museum-reopens.ann", "T5\tcountry", "T5\tregion")
    try edit("out/museum-reopens.ann", "T6\trole", "T6\tperson")
    let told = try await bringHome(brat)
    #expect(told.diagnostics.map(\.code) == ["import-version"])
    #expect(told.diagnostics.first?.message.contains("\"Latvia\"") == true)
    #expect(told.diagnostics.first?.position != nil)
    #expect(details(told) == ["museum-reopens: changed role \"Culture Minister\": type role to person"])
  }

  @Test func whatBothChangedAlikeIsNone() async throws {
    let brat = try await exported()
    try edit("out/museum-reopens.ann", "T5\tcountry", "T5\tregion")
    let first = try await Told.bringHome(brat, [out], into: archive, .folder(folder.path + "/home"))
    #expect(first.changes.count == 1)
    try folder.write("tei/museum-reopens.xml", try #require(folder.read("home/museum-reopens.xml")))
    let told = try await bringHome(brat)
    #expect(told.diagnostics == [] && told.changes == [])
  }

  /// Two annotators have an export each; what comes home second is held beside what came first.
  @Test(arguments: ExchangeFormats.all.filter(\.isReadable).map(\.name))
  func twoAnnotatorsOneAfterAnother(name: String) async throws {
    let format = try await exported(name)
    try FileManager.default.copyItem(atPath: out, toPath: folder.path + "/second")
    for (place, words) in [("out", "nine minutes"), ("second", "Agnese Bērziņa")] {
      let bytes = try ImportSamples.ours("museum-reopens")
      var current = StandoffReader(try ImportSamples.table(bytes)).document
      current.source = RelativePath.path(of: archive[0].path, from: out)
      var edited = try format.document(from: format.files(of: current), aligningWith: current)
      edited.entities = current.entities
      let count = edited.annotations.count
      edited.annotations.removeAll { String(decoding: edited.text[$0.range], as: UTF8.self) == words }
      // HIPE and CoNLL leave measures out.
      if edited.annotations.count == count { edited.annotations.remove(at: 0) }
      for file in format.files(of: edited) { try folder.write("\(place)/\(file.name)", file.bytes) }
    }
    let first = try await bringHome(format)
    let second = try await Told.bringHome(format, [folder.path + "/second"], into: archive, .inPlace)
    for told in [first, second] {
      #expect(told.diagnostics == [])
      #expect(told.changes.map(\.kind) == [.removed])
    }
    #expect(!museum.contains("</persName>, cut"))
  }

  @Test func whereTheTextHasChangedTheContextTells() async throws {
    let brat = try await exported()
    try edit("tei/sub/debate.xml", "one, said", "one, then said")
    try edit("out/debate.ann", "\tPER ", "\tMISC ")
    let text = String(decoding: try #require(folder.read("out/debate.txt")), as: UTF8.self)
    let start = text.unicodeScalars.distance(
      from: text.startIndex, to: try #require(text.firstRange(of: "Bo Li")).lowerBound)
    let annotations = String(decoding: try #require(folder.read("out/debate.ann")), as: UTF8.self)
    try folder.write("out/debate.ann", annotations + "T90\tPER \(start) \(start + 5)\tBo Li\n")
    let told = try await bringHome(brat)
    #expect(told.changes.map(\.details) == [["type PER to MISC"]])
    #expect(told.diagnostics.map(\.code).filter { $0 == "import-version" }.count == 1)
    #expect(told.diagnostics.contains { $0.message.contains("\"Bo Li\"") })
    #expect(debate.contains("one, then said Bo Li") && debate.contains("type=\"MISC\""))
  }

  @Test func whatIsGoneFromTheTEIIsTold() async throws {
    let brat = try await exported()
    try edit("tei/sub/debate.xml", "<name type=\"ORG\"><w>Acme</w> <w>Works</w></name>", "<w>Acme</w> <w>Works</w>")
    try edit("out/debate.ann", "\tORG ", "\tMISC ")
    let told = try await bringHome(brat)
    #expect(told.changes == [])
    #expect(told.diagnostics.map(\.code) == ["import-version"])
    #expect(told.diagnostics.first?.message.contains("taken out") == true)
  }
}
