import ArticleModel
import EntityRecognition
import Testing

@testable import ArchivePipeline

@Suite struct RecognizerRequestTests {
  private static func line(_ text: String, _ unit: OffsetUnit, date: String? = nil) throws -> String {
    let annotator = Annotator(language: "en")
    let input = try #require(
      annotator.input(for: SourceText(name: "a.txt", text), metadata: ArticleMetadata(date: date)))
    return String(decoding: RecognizerRequest.line("a", input, counting: unit), as: UTF8.self)
  }

  @Test func anArticleIsALine() throws {
    let text = "Café 😀 Opens\n\nIt \"opened\" in Riga.\n\n- Tea\n"
    #expect(
      try Self.line(text, .codePoints, date: "2024-06") == #"""
        {"id":"a","language":"en","date":"2024-06","text":"Café 😀 Opens\n\nIt \"opened\" in Riga.\n\n- Tea\n",\#
        "blocks":[{"start":0,"end":12,"kind":"title"},{"start":14,"end":34,"kind":"paragraph"},\#
        {"start":38,"end":41,"kind":"item"}]}

        """#)
  }

  @Test func offsetsAreInTheUnitThatWasAskedFor() throws {
    #expect(try Self.line("Café 😀 Opens\n\nIn Riga.\n", .utf16).contains(#"{"start":0,"end":13,"kind":"title"}"#))
    #expect(try Self.line("Café 😀 Opens\n\nIn Riga.\n", .bytes).contains(#"{"start":0,"end":16,"kind":"title"}"#))
  }
}
