import TEIEncoding
import Testing
import XML

/// Where front matter and furniture stand in the TEI: what is in `front`, what opens `body`.
@Suite struct FrontMatterEncodingTests {
  private static let long =
    "The ministers met for two days and said that the harvest had been a good one, all things considered, everywhere."

  /// The names of the elements below `front` and `body`, with what tells them apart, as "front: head byline".
  private static func outline(_ text: String) throws -> [String] {
    let document = try SourceLayoutTests.document(text)
    let decoded = DecodedArticle(document)
    #expect(decoded.sourceText() == Array(text.utf8))
    return try #require(document.root.child("text")).children.map { part in
      "\(part.name): " + part.children.map(Self.name).joined(separator: " ")
    }
  }

  private static func name(_ element: XMLElement) -> String {
    let kind = element["subtype"] ?? element["type"].map { $0 == "section" ? "" : $0 } ?? ""
    let inner =
      ["argument", "figure"].contains(element.name) ? element.children.map(Self.name).joined(separator: ",") : ""
    return element.name + (kind.isEmpty ? "" : ".\(kind)") + (inner.isEmpty ? "" : "(\(inner))")
  }

  @Test func frontMatterOpensTheBody() throws {
    #expect(
      try Self.outline(
        "A Good Harvest\nBy Ana Kovač\n13 June 2024\nKey points\n- rain\n- figs\n\nLONDON — \(Self.long)\n\(Self.long)")
        == ["body: head.main byline dateline argument(head,list) dateline p p"])
  }

  @Test func furnitureAmongItMovesItToTheFront() throws {
    #expect(
      try Self.outline(
        "Home\nA Good Harvest\nBy Ana Kovač\nShare\n13 June 2024\n5 min read\nPhoto: Tom Li\n\(Self.long)")
        == ["front: ab.navigation head.main byline ab.share", "body: dateline ab.reading-time figure(ab.credit) p"])
  }

  @Test func furnitureBelowItDoesNot() throws {
    #expect(
      try Self.outline("A Good Harvest\nBy Ana Kovač\nPhoto: Tom Li\nShare this article\n\(Self.long)")
        == ["body: head.main byline figure(ab.credit) ab.share p"])
  }

  @Test func bylinesAmongParagraphsAreBlocks() throws {
    #expect(
      try Self.outline(
        "A Good Harvest\n\(Self.long)\nBERLIN — \(Self.long)\n(Reporting by Ana Kovač; editing by Tom Li)")
        == ["body: head.main p ab.dateline p ab.byline"])
  }

  @Test func captionAndCreditsMakeOneFigure() throws {
    #expect(
      try Self.outline(
        "\(Self.long)\nImage source, Getty Images\nImage caption, A fig\nImage caption, Two figs\n\(Self.long)")
        == ["body: p figure(ab.credit,head) figure(head) p"])
  }

  /// Nothing but front matter: something must be the text.
  @Test(
    arguments: [
      ("A Good Harvest\nBy Ana Kovač\n13 June 2024", "body: div"), ("By Ana Kovač", "body: p"),
      ("Photo: Tom Li", "body: p"), ("Share\nA Good Harvest", "body: ab.share p"),
    ])
  func frontMatterAloneIsTheText(_ text: String, _ body: String) throws {
    #expect(try Self.outline(text).last == body)
  }
}
