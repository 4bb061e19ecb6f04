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
    n = element name { attribute type { "PER" | "ORG" | "LOC" }?, attribute * - type { text }*, mixed { any* } }
    """

  /// - Parameter added: Types and words.
  private func bringHome(_ folder: TemporaryFolder, _ added: [(type: String, words: String)]) async throws -> Told {
    let format = BratFormat()
    try folder.write("tei/names.rnc", Self.schema)
    let text = String(decoding: ImportSamples.foreign, as: UTF8.self).replacing(
      "?>",
      with: "?><?xml-model href=\"names.rnc\" type=\"application/relax-ng-compact-syntax\"?>", maxReplacements: 1)
    let archive = [InputFile(path: try folder.write("tei/debate.xml", text), relativePath: "debate.xml")]
    let out = folder.path + "/out"
    _ = try await ArchiveExport(format: format).write(archive, into: out) { _ in }
    let old = String(decoding: try #require(folder.read("out/debate.ann")), as: UTF8.self)
    let words = String(decoding: try #require(folder.read("out/debate.txt")), as: UTF8.self).unicodeScalars
    var lines = old
    for (number, added) in added.enumerated() {
      let range = try #require(words.firstRange(of: added.words.unicodeScalars))
      let start = words.distance(from: words.startIndex, to: range.lowerBound)
      lines += "T\(50 + number)\t\(added.type) \(start) \(start + added.words.unicodeScalars.count)\t\(added.words)\n"
    }
    try folder.write("out/debate.ann", lines)
    return try await Told.bringHome(format, [out], into: archive, .inPlace)
  }

  @Test func oneAloneIsLeft() async throws {
    let folder = try TemporaryFolder()
    let told = try await bringHome(
      folder, [("PER", "Bo Li"), ("MISC", "Riga"), ("LOC", "in")])
    let errors = told.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["import-invalid"])
    let start = "MISC \"Riga\" is added, and left as it was: the TEI would not be valid"
    #expect(errors.first?.message.hasPrefix(start) == true)
    #expect(errors.first?.position?.line == 5)
    #expect(told.changes.map(\.words).sorted() == ["Bo Li", "in"])
    let written = String(decoding: folder.read("tei/debate.xml") ?? [], as: UTF8.self)
    #expect(written.contains(">Bo Li</name> of Riga.") && !written.contains("MISC"))
  }

  @Test func filesInUTF16AreWrittenInUTF16() async throws {
    for isBigEndian in [true, false] {
      let folder = try TemporaryFolder()
      let text = String(decoding: ImportSamples.foreign, as: UTF8.self)
        .replacing("?>", with: " encoding='UTF-16'?>", maxReplacements: 1)
      let units = "\u{FEFF}\(text)".utf16
      let bytes = units.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
        return isBigEndian ? [high, low] : [low, high]
      }
      let archive = [InputFile(path: try folder.write("tei/debate.xml", bytes), relativePath: "debate.xml")]
      let out = folder.path + "/out"
      _ = try await ArchiveExport(format: BratFormat()).write(archive, into: out) { _ in }
      let old = String(decoding: try #require(folder.read("out/debate.ann")), as: UTF8.self)
      try folder.write("out/debate.ann", old.replacing("\tORG ", with: "\tPER "))
      let told = try await Told.bringHome(BratFormat(), [out], into: archive, .inPlace)
      #expect(told.diagnostics.filter { $0.severity == .error } == [])
      #expect(told.changes.count == 1)
      let written = try #require(folder.read("tei/debate.xml"))
      #expect(written.prefix(2) == bytes.prefix(2))
      let annotations = StandoffReader(try ImportSamples.table(written)).document.annotations
      #expect(annotations.map(\.type) == ["PER", "PER", "LOC"])
    }
  }
}
