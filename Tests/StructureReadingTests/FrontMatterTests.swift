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
      ("Facebook Twitter WhatsApp E-mail", "share"), ("Facebook | X | LinkedIn", "share"),
      ("Partager sur Facebook", "share"),
      ("Me gusta Cargando...", "share"), ("12 Comments", "comment-form"), ("Comments (3)", "comment-form"),
      ("3 Kommentare", "comment-form"),
      ("5 min read", "reading-time"), ("Lesezeit: 4 Minuten", "reading-time"),
      ("Temps de lecture : 3 min", "reading-time"),
      ("3 minutos de lectura", "reading-time"), ("Tags: rain, figs", "tags"), ("Filed under: Travel", "tags"),
      ("Schlagwörter: Regen", "tags"), ("Mots-clés : pluie", "tags"), ("Etiquetas: lluvia", "tags"),
      ("Already a subscriber? Log in", "subscription"), ("Sie haben bereits ein Abo? Hier anmelden", "subscription"),
      ("Cet article est réservé aux abonnés.", "subscription"), ("¿Ya eres suscriptor? Inicia sesión", "subscription"),
      ("Previous post / Next post", "navigation"), ("Skip to content", "navigation"), ("« Back to top »", "navigation"),
      ("Read more: Rain in the south", "related"), ("Weiterlesen: Regen", "related"), ("Leer más", "related"),
      ("Sponsored", "advertisement"), ("Advertisement - story continues below", "advertisement"),
      ("– ANZEIGE –", "advertisement"),
      ("La suite après la publicité", "advertisement"),
      ("(c) 2024 The Paper", "copyright"), ("© The Paper 2024", "copyright"),
    ])
  func moreFurniture(_ line: String, _ kind: String) {
    #expect(
      StructureText.lines("\(Self.long)\n\(line)\n\(Self.long)") == [
        "p \(Self.long)", "\(kind) \(line)", "p \(Self.long)",
      ])
  }

  /// Lines of the article that begin as furniture does.
  @Test(arguments: [
    "Related: the state looks into two earlier contracts, according to a letter.",
    "Previously: a hatter's, a bank, and for one winter a rink.", "Passend dazu: ein trockener Riesling.",
    "Lea también: era lo que ponía en la puerta del bar.",
    "Zurück zur Natur: Das war ihr Motto, und sie hielt sich daran.",
  ])
  func textThatBeginsAsFurnitureDoes(_ line: String) {
    #expect(
      StructureText.lines("\(Self.long)\n\(line)\n\(Self.long)") == ["p \(Self.long)", "p \(line)", "p \(Self.long)"])
  }

  /// "4 Discussion" counts no comments where sections are counted.
  @Test func aNumberedSectionIsNoCountOfComments() {
    let sections = ["1 Introduction", "2 Methods", "2.1 Olives", "2.2 Figs", "3 Results", "4 Discussion"]
    let found = StructureText.lines(sections.map { "\($0)\n\(Self.long)" }.joined(separator: "\n"))
    #expect(
      found.filter { !$0.hasPrefix("p ") } == [
        "title 1 Introduction", "h1 2 Methods", "h2 2.1 Olives", "h2 2.2 Figs", "h1 3 Results", "h1 4 Discussion",
      ])
  }

  @Test(arguments: ["Qui sommes-nous ?", "¿Quiénes somos?", "About us"])
  func whoWeAreMayHeadText(_ line: String) {
    let found = StructureText.lines("\(Self.long)\n\n\(line)\n\n\(Self.long)\n\n\(Self.long)\n\n\(Self.long)")
    #expect(found.allSatisfy { !$0.hasPrefix("navigation") })
  }

  /// A word that may as well be a heading is furniture beside other furniture only.
  @Test func loneWordsNeedCompany() {
    #expect(
      StructureText.lines("\(Self.long)\nComments\n\(Self.long)\n\(Self.long)")
        == ["p \(Self.long)", "h1 Comments", "p \(Self.long)", "p \(Self.long)"])
    #expect(
      StructureText.lines("\(Self.long)\nComments\nLeave a reply")
        == ["p \(Self.long)", "comment-form Comments", "comment-form Leave a reply"])
  }

  @Test func linksBelowRelatedArticlesAreFurnitureUntilTheTextGoesOn() {
    #expect(
      StructureText.lines(
        "\(Self.long)\nRelated articles\nRain in the South\nFigs in the North\nWhat Comes Next\n\(Self.long)")
        == [
          "p \(Self.long)", "related Related articles", "related Rain in the South", "related Figs in the North",
          "h1 What Comes Next", "p \(Self.long)",
        ])
  }

  @Test(
    arguments: [
      "We use cookies in this house, said the baker, but we do not track who eats them, and nobody has ever complained about it so far, "
        + "not even the neighbours, who are known for their complaints about bread, cake, tea, rain, snow, dogs and the time of day, "
        + "and who have a lawyer in the family, a judge in the garden, and a newsletter of their own with two hundred readers.",
      "Those who subscribe to our newsletter know it already.", "Facebook and its rivals fell on Tuesday.",
      "She has 12 comments on that.",
      "Tags: the game that children play in the yard was forbidden in May, and in June it was allowed again, "
        + "since nobody could say what had been wrong with it, and the yard was empty and quiet and sad, as the teachers said when the "
        + "inspectors came and asked where all the children were.",
      "It takes five minutes to read.", "It holds that a > b and b > c.", "He reads for 5 minutes.",
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
