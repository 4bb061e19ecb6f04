import Testing

@Suite struct FrontMatterTests {
  private static let long =
    "The ministers met for two days and said that the harvest had been a good one, all things considered, everywhere."

  static let heads = [
    StructureCase(
      "title, by-line, date line", "A Good Harvest in the South\nBy Ana Kovač\n13 June 2024\n\n\(long)",
      "title A Good Harvest in the South", "byline By Ana Kovač", "dateline 13 June 2024", "p \(long)"),
    StructureCase(
      "German", "Gute Ernte im Süden\nVon Jörg Müller\nVeröffentlicht am 13. Juni 2024\n\(long)",
      "title Gute Ernte im Süden",
      "byline Von Jörg Müller", "dateline Veröffentlicht am 13. Juni 2024", "p \(long)"),
    StructureCase(
      "French", "Bonne récolte dans le Sud\nPar Zoé Lefèvre\nPublié le 13 juin 2024\n\(long)",
      "title Bonne récolte dans le Sud",
      "byline Par Zoé Lefèvre", "dateline Publié le 13 juin 2024", "p \(long)"),
    StructureCase(
      "Spanish", "Buena cosecha en el sur\nPor Íñigo Núñez\n13 de junio de 2024\n\(long)",
      "title Buena cosecha en el sur",
      "byline Por Íñigo Núñez", "dateline 13 de junio de 2024", "p \(long)"),
    StructureCase(
      "a place before the date", "A Good Harvest in the South\nBRUSSELS, 13 June 2024\n\(long)",
      "title A Good Harvest in the South", "dateline BRUSSELS, 13 June 2024", "p \(long)"),
    StructureCase("no title", "\(long)\n\(long)", "p \(long)", "p \(long)"),
    StructureCase(
      "furniture above the title", "Home\nA Good Harvest in the South\n\(long)", "navigation Home",
      "title A Good Harvest in the South", "p \(long)"),
    StructureCase(
      "a sentence that begins with By", "A Good Harvest\n\nBy noon it rained.\n\(long)", "title A Good Harvest",
      "p By noon it rained.", "p \(long)"),
    StructureCase("nothing below the title", "A Good Harvest", "p A Good Harvest"),
    StructureCase("a byte-order mark", "\u{FEFF}A Good Harvest\n\(long)", "title A Good Harvest", "p \(long)"),
  ]

  @Test(arguments: heads) func head(_ head: StructureCase) { #expect(head.found == head.expected) }

  @Test(
    arguments: zip(
      [
        "Share this:", "Leave a Reply", "Your email address will not be published.", "© 2024 The Paper",
        "Artikel teilen", "Schreibe einen Kommentar", "Lesen Sie auch: Mehr Regen", "Alle Rechte vorbehalten.",
        "Partager cet article", "Laisser un commentaire", "À lire aussi", "Tous droits réservés", "Compartir",
        "Deja un comentario",
        "Lea también: Más lluvia", "Todos los derechos reservados", "We use cookies to make this site better.",
        "Subscribe to our newsletter", "Proudly powered by WordPress", "Advertisement", "Werbung", "Publicité",
        "Publicidad",
        "Startseite", "Retour en haut", "Volver arriba",
      ],
      [
        "share", "comment-form", "comment-form", "copyright", "share", "comment-form", "related", "copyright", "share",
        "comment-form", "related", "copyright", "share", "comment-form", "related", "copyright", "cookies",
        "newsletter",
        "theme", "advertisement", "advertisement", "advertisement", "advertisement", "navigation", "navigation",
        "navigation",
      ]))
  func furniture(_ line: String, _ kind: String) {
    #expect(StructureText.lines("\(Self.long)\n\n\(line)\n") == ["p \(Self.long)", "\(kind) \(line)"])
  }

  @Test(
    arguments: [
      "Share prices fell on Tuesday, and ministers in the capital said that they would not comment on the matter.",
      "Related industries suffered too.", "The home of the minister was not damaged.", "Readers want to read more.",
    ])
  func isNoFurniture(_ line: String) {
    #expect(
      StructureText.lines("\(Self.long)\n\(line)\n\(Self.long)") == ["p \(Self.long)", "p \(line)", "p \(Self.long)"])
  }

  @Test func noTextMeansNoBlocks() {
    for source in ["", "\n", " \t\r\n", "\u{FEFF}", "\u{A0}\n\u{200B}", "---\n***"] {
      #expect(StructureText.lines(source) == [])
    }
  }
}
