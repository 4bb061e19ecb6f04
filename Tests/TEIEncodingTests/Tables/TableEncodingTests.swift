import ArchivePipeline
import ArticleModel
import Extraction
import TEIEncoding
import Testing
import XML

@Suite struct TableEncodingTests {
  /// The first table of an article, its document, and whether the source comes back.
  static func table(_ text: String, language: String = "en") throws -> (table: XMLElement, document: XMLDocument) {
    let article = try #require(Annotator(language: language).annotate(SourceText(name: "a.txt", text)))
    let document = try XMLDocument(
      parsing: TEIEncoder().encode(article, identifier: "a").document.serialized(), name: "a.xml")
    #expect(DecodedArticle(document).sourceText() == Array(text.utf8))
    return (try #require(document.root.descendants.first { $0.isNamed("table") }), document)
  }

  static func extracted(_ document: XMLDocument) throws -> [ExtractedTable] {
    var names = XMLNodeNames()
    let extractor = TableExtractor(names: &names)
    return try extractor.tables(in: XMLNodeTable(parsing: document.serialized(), name: "a.xml", names: names))
  }

  static let grouped = """
    A text first.
    | Port | 2022 | | 2023 | |
    |---|---|---|---|---|
    | | In | Out | In | Out |
    |---|---|---|---|---|
    | Ulm | 1 | 2 | 3 | 4 |
    | Linz | 5 | 6 | 7 | 8 |
    """

  @Test func spansAreTrueAndExpandedAgain() throws {
    let (table, document) = try Self.table(Self.grouped)
    #expect(table["rows"] == "4" && table["cols"] == "5")
    let cells = Array(table.descendants.filter { $0.isNamed("cell") })
    #expect(cells.map { $0["cols"] ?? "" }.prefix(3) == ["", "2", "2"])
    #expect(cells.map { $0["rows"] ?? "" }.prefix(3) == ["2", "", ""])
    let extracted = try #require(try Self.extracted(document).first)
    #expect(extracted.header == ["Port", "2022 / In", "2022 / Out", "2023 / In", "2023 / Out"])
    #expect(extracted.rows.map { $0.map(\.text) } == [["Ulm", "1", "2", "3", "4"], ["Linz", "5", "6", "7", "8"]])
    #expect(extracted.rows.allSatisfy { $0.map(\.isLabel) == [true, false, false, false, false] })
  }

  @Test func whatStandsBelowATableStaysBelow() throws {
    let (table, document) = try Self.table(
      "A text first.\n\n| Port | t |\n|---|---|\n| Ulm | 12 |\n\nTable 1: Boats\nSource: Ulm\n\nMore text here.")
    #expect(table.children.map(\.name) == ["row", "row", "trailer", "note"])
    #expect(Array(table.children).last?["type"] == "source")
    #expect(try Self.extracted(document).first?.caption == "Table 1: Boats")
    let plain = String(decoding: DecodedArticle(document).plainText(), as: UTF8.self)
    #expect(plain.hasSuffix("Ulm | 12\n\nTable 1: Boats\n\nSource: Ulm\n\nMore text here.\n"))
  }

  @Test(arguments: [
    ("\"say \"\"hi\"\"\"", "say \"hi\""), ("\"\"\"\"", "\""), ("\"\"", ""), ("\"a, b\"", "a, b"),
    ("\" \"\"x\"\" \"", "\"x\""),
    ("\"\"\"NATO\"\" met\"", "\"NATO\" met"), ("say \"hi\"", "say \"hi\""), ("\"C:\\\\\"", "C:\\\\"),
  ])
  func twoQuotationMarksInACellAreOne(cell: String, expected: String) throws {
    let (table, _) = try Self.table("A text first.\n\nName,What,t\nLark,\(cell),12\nSwan,x,3\nCoot,y,4\n\nMore text.")
    let cells = Array(table.descendants.filter { $0.isNamed("cell") })
    #expect(cells.count == 12)
    #expect(String(decoding: cells[4].textBytes, as: UTF8.self) == expected)
  }

  /// The heads of columns that hold something else than text, and the elements in the cells below.
  @Test func columnsSayWhatTheyHold() throws {
    let (table, document) = try Self.table(
      "Ein Text.\n\nOrt;Jahr;Fläche (km);Preis;Anteil in %\nUlm;1950;1.234,5;1,20 €;12,5\nLinz;2024;950;k. A.;30\nBonn;1999;12;3,00 €;–\n\nNoch ein Text.",
      language: "de")
    let cells = Array(table.descendants.filter { $0.isNamed("cell") })
    #expect(
      cells.prefix(5).map { $0["ana"] ?? "" } == [
        "", "#a.column-date", "#a.column-number", "#a.column-money", "#a.column-percentage",
      ])
    let values = cells[6..<10].compactMap { Array($0.children).first }.map { element in
      [element.name, element["when"], element["type"], element["quantity"], element["unit"]].compactMap { $0 }
        .joined(separator: " ")
    }
    #expect(values == ["date 1950", "measure measure 1234.5 km", "measure money 1.2 EUR", "measure percentage 12.5 %"])
    #expect(document.root.descendants.contains { $0["xml:id"] == "a.column-money" })
  }

  @Test func anArticleWithoutColumnsHasNoTaxonomyOfThem() throws {
    let (_, document) = try Self.table("A text first.\n| a | b |\n| c | d |")
    #expect(!document.root.descendants.contains { $0["xml:id"] == "a.columns" })
  }
}
