import Testing

@Suite struct DefinitionTests {
  static let definitions = [
    StructureCase(
      "below a line of its own with a colon",
      "A text first.\n\nPilz der Woche: der Steinpilz, wie jedes Jahr.\n\nName: Steinpilz\nSaison: Juli\nRang: 1",
      "p A text first.", "p Pilz der Woche: der Steinpilz, wie jedes Jahr.", "dl", "  = Name:", "  - Steinpilz",
      "  = Saison:", "  - Juli",
      "  = Rang:", "  - 1"),
    StructureCase(
      "small letters", "A text first.\nReef: part of a sail\nLuff: its edge\nLeech: the other edge", "p A text first.",
      "dl",
      "  = Reef:", "  - part of a sail", "  = Luff:", "  - its edge", "  = Leech:", "  - the other edge"),
    StructureCase(
      "figures and a few words", "A text first.\n\nPoids : 5 kg\n\nLongueur : 12 m\n\nCouleur : Bleu",
      "p A text first.",
      "dl", "  = Poids :", "  - 5 kg", "  = Longueur :", "  - 12 m", "  = Couleur :", "  - Bleu"),
    StructureCase(
      "a term above its definition",
      "A text first.\nReef\n  Part of a sail that is taken in.\nLuff\n  The edge of a sail\n  to the wind.\n\nA text last.",
      "p A text first.", "dl", "  = Reef", "  - Part of a sail that is taken in.", "  = Luff",
      "  - The edge of a sail\n  to the wind.", "p A text last."),
    StructureCase(
      "line ends of Windows", "A text first.\r\nReef\r\n  Part of a sail.\r\nLuff\r\n  The edge of a sail.",
      "p A text first.", "dl", "  = Reef", "  - Part of a sail.", "  = Luff", "  - The edge of a sail."),
  ]

  @Test(arguments: definitions) func defines(_ list: StructureCase) { #expect(list.found == list.expected) }

  /// Lines that have the form of definitions and are none: no list of definitions comes of them.
  static let others = [
    ("two lines", "A text first.\nReef: part of a sail\nLuff: its edge"),
    (
      "headlines",
      "A text first.\nBudget: What changes for families now\nWeather: More rain expected in the north\nSailing: Why the cup comes home"
    ),
    ("an interview", "A text first.\nAna: hello there\nBen: and hello to you\nAna: have you been out?\nBen: no"),
    ("questions and answers", "A text first.\nQ: what is a reef?\nA: part of a sail\nQ: and a luff?\nA: its edge"),
    ("credits", "A text first.\nText: Ana Kovač\nFotos: Ben Kohl\nRedaktion: Carla Lenz"),
    (
      "a bibliography",
      "A text first.\nKovač, Ana: Sails. Riga 2004.\nKohl, Ben: Ropes. Kiel 2012.\nLenz, Carla: Knots. Bern 1984."
    ),
    ("verse", "A text first.\nThe wind is low\n  the sea is slow\nThe sail is white\n  and so is night"),
    ("code", "A text first.\nif x > 1:\n    print(x) and go on\nelse:\n    print(y) and go on"),
    (
      "indented paragraphs below headings",
      "The Harvest\n  It rained for days, and then the sun came out again.\n\nThe Sails\n  They were white, and the wind took them away.\n\n  Nobody saw them again in that year."
    ),
  ]

  @Test(arguments: others.map(\.1)) func isNone(_ text: String) {
    #expect(!StructureText.lines(text).contains("dl"), "\(StructureText.lines(text))")
  }
}
