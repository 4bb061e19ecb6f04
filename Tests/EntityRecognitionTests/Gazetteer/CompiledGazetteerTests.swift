import ArticleModel
import EntityRecognition
import Foundation
import Testing

@Suite struct CompiledGazetteerTests {
  @Test func theLongestNameWins() {
    #expect(match("United Nations Security Council met")?.names == ["United Nations Security Council"])
    #expect(match("United Nations met")?.length == 2)
    #expect(match("United we stand") == nil)
  }

  @Test func aNameHasAllItsAlternatives() {
    let georgia = match("Georgia")
    #expect(georgia?.types.contains(.country) == true)
    #expect(georgia?.types.contains(.region) == true)
  }

  @Test func personsAreKnownByFullNamesAndSpellings() {
    #expect(match("Angela Merkel said")?.types == [.person])
    #expect(match("Volodymyr Zelenskyy said")?.names == ["Volodymyr Zelensky"])
  }

  @Test(arguments: ["New\u{A0}York", "New  York", "New\nYork"])
  func anyWhiteSpaceSeparatesWords(name: String) {
    #expect(match(name)?.length == 2)
  }

  @Test func wordsAreKnownWhateverTheirCase() {
    #expect(flags("Young").isSuperset(of: [.isSurname, .isCommonWord]))
    #expect(flags("YOUNG") == flags("young"))
    #expect(flags("Michael").contains(.isGivenName))
    #expect(flags("the") == .isCommonWord)
    #expect(flags("Xqzzt") == [])
  }

  /// Compiling again gives the bytes that are committed; where the registers are, which are no part of the project.
  @Test func compilationIsReproducible() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let root = folder.appendingPathComponent("../../..").standardized
    let registers = root.appendingPathComponent("../shared/gazetteers").standardized
    let tool = Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("GazetteerCompilation")
    let tools = [tool, Bundle.main.bundleURL.appendingPathComponent("GazetteerCompilation")]
    guard FileManager.default.fileExists(atPath: registers.path),
      let executable = tools.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else {
      print("skipped: ../shared/gazetteers or the built GazetteerCompilation is missing")
      return
    }
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("gazetteer-\(UUID().uuidString).bin")
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = executable
    process.arguments = [registers.path, root.appendingPathComponent("Sources/EmbeddedData/lists").path, output.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let committed = try Data(contentsOf: root.appendingPathComponent("Sources/EmbeddedData/gazetteer.bin"))
    #expect(try Data(contentsOf: output) == committed, "run GazetteerCompilation, see Documentation/DATA.md")
  }

  private struct Found {
    var length: Int
    var names: [String]
    var types: [MentionType]
  }

  private func match(_ text: String) -> Found? {
    let input = input(text)
    return input.source.bytes.withUnsafeBufferPointer { bytes in
      CompiledGazetteer.embedded.longestMatch(
        tokens: input.tokens, at: 0, limit: input.tokens.count, in: bytes
      ).map { match in
        Found(
          length: match.end, names: match.alternatives.map(\.identity.name), types: match.alternatives.map(\.type))
      }
    }
  }

  private func flags(_ word: String) -> WordFlags {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer {
      CompiledGazetteer.embedded.wordFlags($0, SourceRange(0..<bytes.count))
    }
  }

  private func input(_ text: String) -> RecognitionInput {
    let source = SourceText(name: "a", text)
    let structure = ArticleStructure(blocks: [.paragraph(TextRun(SourceRange(0..<source.bytes.count)))])
    return RecognitionInput(source: source, structure: structure)
  }
}
