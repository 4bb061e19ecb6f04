import ArchivePipeline
import ArticleModel
import Testing

@Suite struct MetadataTableTests {
  private func read(_ text: String) -> (table: MetadataTable?, messages: [String]) {
    let (table, diagnostics) = MetadataTable.read(Array(text.utf8), file: "m")
    return (table, diagnostics.map(\.description))
  }

  private func metadata(_ text: String, _ path: String) -> ArticleMetadata? {
    read(text).table?.metadata(for: InputFile(path: path, relativePath: path))
  }

  @Test(
    arguments: [
      "file,title,date\na.txt,\"Coal, and \"\"wind\"\"\",2024-06-13\n",
      "\u{FEFF}file,title,date\r\na.txt,\"Coal, and \"\"wind\"\"\",2024-06-13\r\n\r\n",
      "title,file,date\r\"Coal, and \"\"wind\"\"\",a.txt,2024-06-13",
      "{\"file\":\"a.txt\",\"title\":\"Coal, and \\\"wind\\\"\",\"date\":\"2024-06-13\",\"author\":null}\n\n",
      "\n{\"file\":\"a.txt\",\"title\":\"Coal, and \\\"wind\\\"\",\"date\":\"2024-06-13\",\"url\":\"\"}\r\n",
    ])
  func bothForms(_ text: String) {
    #expect(metadata(text, "a.txt") == ArticleMetadata(title: "Coal, and \"wind\"", date: "2024-06-13"))
    #expect(metadata(text, "sub/a.txt")?.date == "2024-06-13")
    #expect(metadata(text, "b.txt") == ArticleMetadata())
  }

  @Test func everyColumn() {
    let text = "file,title,author,publisher,date,url,licence,language\na.txt,T,A,P,2024,http://a.example,CC0,pt-BR\n"
    #expect(
      metadata(text, "a.txt")
        == ArticleMetadata(
          title: "T", author: "A", publisher: "P", date: "2024", url: "http://a.example", licence: "CC0",
          language: "pt-BR"))
  }

  @Test func aPathIsNearerThanABareName() {
    let text = "file,title\na.txt,bare\nsub/a.txt,path\n"
    #expect(metadata(text, "sub/a.txt")?.title == "path")
    #expect(metadata(text, "other/a.txt")?.title == "bare")
  }

  static let faults: [(text: String, message: String)] = [
    (
      "name,title\na.txt,T\n",
      "m:1:1: error[metadata-head]: first line has no column \"file\"; expected file, title, author, publisher, "
        + "date, url, licence, language"
    ),
    (
      "",
      "m:1:1: error[metadata-head]: first line has no column \"file\"; expected file, title, author, publisher, "
        + "date, url, licence, language"
    ),
    ("file,title\na.txt\n", "m:2:1: error[metadata-ragged]: line has 1 fields; expected 2"),
    ("file,title\n\na.txt,T,U\n", "m:3:1: error[metadata-ragged]: line has 3 fields; expected 2"),
    ("file,title\na.txt,\"T\nb.txt,U\n", "m:2:1: error[metadata-syntax]: a quoted field is not closed; expected '\"'"),
    ("file,title\n,T\n", "m:2:1: error[metadata-file]: no file is named; expected a value for \"file\""),
    (
      "file,date\na.txt,2024-02-30\n",
      "m:2:1: error[metadata-date]: \"2024-02-30\" is no date; expected YYYY, YYYY-MM or YYYY-MM-DD"
    ),
    (
      "file,date\na.txt,13 June\n",
      "m:2:1: error[metadata-date]: \"13 June\" is no date; expected YYYY, YYYY-MM or YYYY-MM-DD"
    ),
    (
      "file,language\na.txt,english!\n",
      "m:2:1: error[metadata-language]: \"english!\" is no language tag; expected BCP 47, as en"
    ),
    ("file,title\na.txt,T\na.txt,U\n", "m:3:1: error[metadata-twice]: \"a.txt\" has an entry already"),
    ("{\"file\":\"a.txt\"}\n{\"file\":1}\n", "m:2:1: error[metadata-syntax]: line is no JSON object of strings"),
    ("{\"file\":\"a.txt\"\n", "m:1:1: error[metadata-syntax]: line is no JSON object of strings"),
    ("{\"title\":\"T\"}\n", "m:1:1: error[metadata-file]: no file is named; expected a value for \"file\""),
  ]

  @Test(arguments: faults) func fault(_ text: String, _ message: String) {
    let (table, messages) = read(text)
    #expect(table == nil)
    #expect(messages == [message])
  }

  @Test func notUTF8() {
    let (table, diagnostics) = MetadataTable.read(Array("file\na".utf8) + [0xFF], file: "m")
    #expect(table == nil)
    #expect(diagnostics.map(\.description) == ["m:2:2: error[metadata-not-utf8]: byte 6 is not UTF-8; expected UTF-8"])
  }

  @Test func warningsLeaveTheTable() {
    let (table, messages) = read("file,subtitle\na.txt,S\n")
    #expect(table != nil)
    #expect(
      messages == [
        "m:1:1: warning[metadata-column]: column \"subtitle\" is not used; expected file, title, author, "
          + "publisher, date, url, licence, language"
      ])
    let unmatched = read("file,title\na.txt,T\nb.txt,U\n").table!.unmatched([
      InputFile(path: "x/a.txt", relativePath: "a.txt")
    ])
    #expect(
      unmatched.map(\.description) == [
        "m:3:1: warning[metadata-unmatched]: no article of this run is called \"b.txt\""
      ])
  }
}
