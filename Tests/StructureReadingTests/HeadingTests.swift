import Testing

@Suite struct HeadingTests {
  private static let long =
    "The ministers met for two days and said that the harvest had been a good one, all things considered, everywhere."

  static let headings = [
    StructureCase(
      "a short line above a long paragraph", "\(long)\nWhat Comes Next\n\(long)", "p \(long)", "h1 What Comes Next",
      "p \(long)"),
    StructureCase(
      "a question", "\(long)\n\nWhy did it rain?\n\n\(long)", "p \(long)", "h1 Why did it rain?", "p \(long)"),
    StructureCase(
      "capitals above small letters", "\(long)\nTHE HARVEST\n\(long)\nOlives in Spring\n\(long)", "p \(long)",
      "h1 THE HARVEST",
      "p \(long)", "h2 Olives in Spring", "p \(long)"),
    StructureCase(
      "section numbers", "\(long)\n1. The Harvest\n\(long)\n1.1 Olives in Spring\n\(long)", "p \(long)",
      "h1 1. The Harvest",
      "p \(long)", "h2 1.1 Olives in Spring", "p \(long)"),
    StructureCase(
      "hash marks below a title", "# Harvest\n\(long)\n## Olives\n\(long)\n### Green ##\n\(long)", "title Harvest",
      "p \(long)", "h1 Olives", "p \(long)", "h2 Green", "p \(long)"),
    StructureCase(
      "underlined", "\(long)\n\nThe Harvest\n===========\n\(long)\n\nOlives\n------\n\(long)", "p \(long)",
      "h1 The Harvest",
      "p \(long)", "h2 Olives", "p \(long)"),
    StructureCase("bold", "\(long)\n**The Harvest**\n\(long)", "p \(long)", "h1 The Harvest", "p \(long)"),
    StructureCase(
      "lines that count, in the middle of a sentence though they end",
      "\(long)\n1. it rained a lot\n\(long)\n2. it rained again\n\(long)\n3. it rained here\n\(long)", "p \(long)",
      "h1 1. it rained a lot", "p \(long)", "h1 2. it rained again", "p \(long)", "h1 3. it rained here", "p \(long)"),
    StructureCase(
      "lines that count down",
      "\(long)\n3. the pears\n\(long)\n2. the figs\n\(long)\n1. the olives\n\(long)", "p \(long)", "h1 3. the pears",
      "p \(long)", "h1 2. the figs", "p \(long)", "h1 1. the olives", "p \(long)"),
    StructureCase(
      "lines that count behind a word, one missing",
      "\(long)\nTipp 1: weniger Regen\n\(long)\nTipp 3: mehr Sonne\n\(long)\nTipp 4: und Wind\n\(long)", "p \(long)",
      "h1 Tipp 1: weniger Regen", "p \(long)", "h1 Tipp 3: mehr Sonne", "p \(long)", "h1 Tipp 4: und Wind", "p \(long)"
    ),
    StructureCase(
      "a long line in headline style",
      "\(long)\nMinisters Expect More Grain From the Southern Provinces While Prices Keep Rising Across Borders\n\(long)",
      "p \(long)",
      "h1 Ministers Expect More Grain From the Southern Provinces While Prices Keep Rising Across Borders", "p \(long)"),
    StructureCase(
      "the button of a wiki behind it",
      "\(long)\nHistory[edit]\n\(long)\nHistoire [modifier | modifier le code]\n\(long)",
      "p \(long)", "h1 History[edit]", "p \(long)", "h1 Histoire [modifier | modifier le code]", "p \(long)"),
    StructureCase(
      "articles of a law, with their subjects",
      "\(long)\n\nArticle 1\nOlives\n\n\(long)\n\nArticle 2\nFigs\n\n\(long)\n\nArticle 3\nRain\n\n\(long)",
      "p \(long)",
      "h1 Article 1", "h2 Olives", "p \(long)", "h1 Article 2", "h2 Figs", "p \(long)", "h1 Article 3", "h2 Rain",
      "p \(long)"),
    StructureCase(
      "the numbers of Spain", "\(long)\n1.- Poca lluvia\n\(long)\n2.- Mucho sol\n\(long)\n3.- Viento\n\(long)",
      "p \(long)", "h1 1.- Poca lluvia", "p \(long)", "h1 2.- Mucho sol", "p \(long)", "h1 3.- Viento", "p \(long)"),
    StructureCase("a rule is a mark", "\(long)\n\n* * *\n\n\(long)", "p \(long)", "p \(long)"),
  ]

  @Test(arguments: headings) func heading(_ heading: StructureCase) { #expect(heading.found == heading.expected) }

  static let others = [
    StructureCase(
      "a colon leads in", "\(long)\nThe main points:\n- one\n- two", "p \(long)", "p The main points:", "ul", "  - one",
      "  - two"),
    StructureCase(
      "a credit", "\(long)\nPhoto: Ana Kovač/Reuters\n\(long)", "p \(long)", "credit Photo: Ana Kovač/Reuters",
      "p \(long)"),
    StructureCase(
      "a caption of a figure", "\(long)\nFigure 2: Olives in Spring\n\(long)", "p \(long)",
      "caption Figure 2: Olives in Spring",
      "p \(long)"),
    StructureCase("a short sentence", "\(long)\nIt rained.\n\(long)", "p \(long)", "p It rained.", "p \(long)"),
    StructureCase(
      "a hashtag",
      "\(long)\n#hashtag without a space\n\(long)", "p \(long)", "p #hashtag without a space", "p \(long)"),
    StructureCase("bold with a colon", "\(long)\n**Note:**\n\(long)", "p \(long)", "p **Note:**", "p \(long)"),
    StructureCase(
      "a table of contents",
      "\(long)\n\n1 Olives ..... 3\n1.1 Rain ..... 5\n2 Figs ..... 9\n\n\(long)",
      "p \(long)", "p 1 Olives ..... 3", "p 1.1 Rain ..... 5", "p 2 Figs ..... 9", "p \(long)"),
    StructureCase("what is heard", "\(long)\n\n[MUSIC]\n\n\(long)", "p \(long)", "p [MUSIC]", "p \(long)"),
    StructureCase("the last line", "\(long)\nThe Very End", "p \(long)", "p The Very End"),
  ]

  @Test(arguments: others) func isNone(_ other: StructureCase) { #expect(other.found == other.expected) }

  /// Brackets with nothing in them are no button.
  @Test(arguments: ["It rained[ ]", "It rained[]"]) func emptyBracketsAreRead(_ line: String) {
    #expect(StructureText.lines("\(Self.long)\n\(line)\n\(Self.long)").contains { $0.hasSuffix(line) })
  }

  static let wrapped = [
    StructureCase(
      "a paragraph over several lines",
      """
      The ministers met for two days and said that the harvest had
      been a good one, all things considered, in every province that
      they had been to, and in some they had only read about in
      the papers.

      Then it rained for a week, and nobody said anything about the
      harvest any more until the sun came out over the hills and the
      olives were ripe.
      """,
      "p The ministers met for two days and said that the harvest had\nbeen a good one, all things considered, "
        + "in every province that\nthey had been to, and in some they had only read about in\nthe papers.",
      "p Then it rained for a week, and nobody said anything about the\nharvest any more until the sun came out over "
        + "the hills and the\nolives were ripe."),
    StructureCase("a paragraph a line", "\(long)\n\(long)\n\(long)", "p \(long)", "p \(long)", "p \(long)"),
  ]

  @Test(arguments: wrapped) func lines(_ text: StructureCase) { #expect(text.found == text.expected) }
}
