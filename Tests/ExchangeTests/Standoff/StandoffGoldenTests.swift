import Exchange
import Foundation
import TEIText
import Testing
import XML

/// What is written of an article of ours and of a document in the form of ParlaMint; `TEIKIT_RECORD=1` writes it anew.
@Suite struct StandoffGoldenTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  private static let goldens = tests.appending(path: "Fixtures/Standoff")

  private static func document(_ name: String) throws -> StandoffDocument {
    let path = name == "sitting" ? "Fixtures/Tokens/sitting.xml" : "../../annotated/\(name).xml"
    let file = tests.appending(path: path).standardized
    let table = try XMLNodeTable(parsing: Array(Data(contentsOf: file)), name: file.path, names: XMLNodeNames())
    var document = StandoffReader(table).document
    document.source = "../tei/\(name).xml"
    return document
  }

  @Test(
    arguments: ["standoff", "brat", "web-annotation", "spacy", "prodigy", "jsonld", "turtle"],
    ["museum-reopens", "sitting"])
  func goldens(format: String, name: String) throws {
    let document = try Self.document(name)
    let format = try #require(ExchangeFormats.named(format))
    let file = try #require(format.files(of: document).first)
    let golden = Self.goldens.appending(path: "\(name).\(format.name)")
    let recorded = (try? Data(contentsOf: golden)).map { String(decoding: $0, as: UTF8.self) }
    let written = String(decoding: file.bytes, as: UTF8.self)
    if ProcessInfo.processInfo.environment["TEIKIT_RECORD"] != nil, recorded != written {
      try FileManager.default.createDirectory(at: Self.goldens, withIntermediateDirectories: true)
      try written.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("\(golden.lastPathComponent) is recorded: look at what changed, then run without TEIKIT_RECORD")
    } else {
      #expect(recorded == written, "\(golden.lastPathComponent): TEIKIT_RECORD=1 writes what is made now")
    }
  }

  @Test func collectionsOfBratAreConfigured() throws {
    var inventory = ExchangeInventory()
    inventory.add(try Self.document("museum-reopens"))
    let files = BratFormat().commonFiles(for: inventory)
    #expect(files.map(\.name) == ["annotation.conf", "visual.conf", "tools.conf", "teikit.norm.txt"])
    let configuration = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(configuration.contains("\nperson\n"))
    #expect(configuration.contains("Certainty\tArg:<ENTITY>, Value:"))
  }
}
