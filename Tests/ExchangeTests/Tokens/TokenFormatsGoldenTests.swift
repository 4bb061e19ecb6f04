import Foundation
import TEIText
import Testing
import XML

@testable import Exchange

/// What is written of an article of ours and of a document in the form of ParlaMint; `TEIKIT_RECORD=1` writes it anew.
@Suite struct TokenFormatsGoldenTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Tokens")
  private static let annotated = fixtures.appending(path: "../../../../annotated").standardized

  static func document(_ file: URL) throws -> StandoffDocument {
    let table = try XMLNodeTable(parsing: Array(Data(contentsOf: file)), name: file.path, names: XMLNodeNames())
    return StandoffReader(table).document
  }

  @Test(arguments: ["conllu", "conll2003", "hipe", "webanno-tsv", "cas-json"], ["museum-reopens", "sitting"])
  func goldens(format: String, name: String) throws {
    let folder = name == "sitting" ? Self.fixtures : Self.annotated
    let document = try Self.document(folder.appending(path: name + ".xml"))
    let format = try #require(ExchangeFormats.named(format))
    let file = try #require(format.files(of: document).first)
    let golden = Self.fixtures.appending(path: "\(name).\(format.name)")
    let recorded = (try? Data(contentsOf: golden)).map { String(decoding: $0, as: UTF8.self) }
    let written = String(decoding: file.bytes, as: UTF8.self)
    if ProcessInfo.processInfo.environment["TEIKIT_RECORD"] != nil, recorded != written {
      try written.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("\(golden.lastPathComponent) is recorded: look at what changed, then run without TEIKIT_RECORD")
    } else {
      #expect(recorded == written, "\(golden.lastPathComponent): TEIKIT_RECORD=1 writes what is made now")
    }
    #expect(try format.document(from: [file], aligningWith: document).text == document.text)
  }

  @Test func analysesOfTokensComeBack() throws {
    let document = try Self.document(Self.fixtures.appending(path: "sitting.xml"))
    for format in [CoNLLUFormat(), CASJSONFormat()] as [any ExchangeFormat] {
      #expect(try format.document(from: format.files(of: document)).tokens == document.tokens)
    }
  }
}
