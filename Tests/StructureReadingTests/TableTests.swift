import Testing

@Suite struct TableTests {
  /// The six dialects of Documentation and what comes between them.
  static let dialects = [
    StructureCase(
      "1: a cell a line, the pipe before it",
      "It rained a lot.\n|Year\n|Tonnes\n|2023\n|14\n|2024\n|15\n\nThen it stopped.",
      "p It rained a lot.", "table 3x2", "  th Year|Tonnes", "  td 2023|14", "  td 2024|15", "p Then it stopped."),
    StructureCase(
      "2: a cell a line, the pipe behind it",
      "It rained a lot.\nYear|\nTonnes|\n2023|\n14|\n2024|\n15|\nThen it stopped.",
      "p It rained a lot.", "table 3x2", "  th Year|Tonnes", "  td 2023|14", "  td 2024|15", "p Then it stopped."),
    StructureCase(
      "2: bullets as text and a lone dash", "It rained a lot.\nCoal fell\n-\nWind rose\n-\nThen it stopped for good.",
      "p It rained a lot.", "ul", "  - Coal fell", "  - Wind rose", "p Then it stopped for good."),
    StructureCase(
      "1: cells without any figure are rows", "It rained a lot.\n|Spring\n|Summer\n|Autumn\nThen it stopped.",
      "p It rained a lot.", "table 3x1", "  td Spring", "  td Summer", "  td Autumn", "p Then it stopped."),
    StructureCase(
      "3: closed by a pipe, delimiter row",
      "It rained a lot.\nYear | Tonnes |\n---|---|\n2023 | 14 |\nThen it stopped.",
      "p It rained a lot.", "table 2x2", "  th Year|Tonnes", "  td 2023|14", "p Then it stopped."),
    StructureCase(
      "3: ragged rows", "It rained a lot.\nA | B | C |\n---|---|---|\n1 | 2 |\n1 | 2 | 3 | 4 |\nThen it stopped.",
      "p It rained a lot.", "table 3x4", "  th A|B|C", "  td 1|2", "  td 1|2|3|4", "p Then it stopped."),
    StructureCase(
      "4: between pipes", "It rained a lot.\n| Year | Tonnes |\n|---|---|\n| 2023 | 14 |\nThen it stopped.",
      "p It rained a lot.", "table 2x2", "  th Year|Tonnes", "  td 2023|14", "p Then it stopped."),
    StructureCase(
      "4: alignment in the delimiter row", "It rained a lot.\n| Year | Tonnes |\n|:---|---:|\n| 2023 | 14 |",
      "p It rained a lot.", "table 2x2", "  th Year|Tonnes", "  td 2023|14"),
    StructureCase(
      "6: trailing spaces, a delimiter row after each header row",
      "It rained a lot.\n| Year | Tonnes | \n|---|---| \n| (a) | (t) | \n|---|---| \n| 2023 | 14 | \n",
      "p It rained a lot.", "table 3x2", "  th Year|Tonnes", "  th (a)|(t)", "  td 2023|14"),
    StructureCase(
      "6: the caption as an extra header row",
      "It rained a lot.\n| Harvest of olives | |\n|---|---|\n| Year | Tonnes |\n|---|---|\n| 2023 | 14 |",
      "p It rained a lot.", "table 2x2 \"Harvest of olives\"", "  th Year|Tonnes", "  td 2023|14"),
    StructureCase(
      "tabs", "It rained a lot.\nShip\tCargo\tTonnes\nLark\tCotton\t300\nOcean\t\t20\nThen it stopped.",
      "p It rained a lot.", "table 3x3", "  th Ship|Cargo|Tonnes", "  td Lark|Cotton|300", "  td Ocean||20",
      "p Then it stopped."),
    StructureCase(
      "commas", "It rained a lot.\n\nShip,Cargo,Tonnes\nLark,Cotton,300\nOcean,,20\n\nThen it stopped.",
      "p It rained a lot.", "table 3x3", "  th Ship|Cargo|Tonnes", "  td Lark|Cotton|300", "  td Ocean||20",
      "p Then it stopped."),
    StructureCase(
      "commas in quotation marks",
      "It rained a lot.\n\nShip,Cargo,Tonnes\n\"Lark, old\",Cotton,\"1,300\"\nOcean,\"\",20\n\nThen it stopped.",
      "p It rained a lot.", "table 3x3", "  th Ship|Cargo|Tonnes", "  td Lark, old|Cotton|1,300", "  td Ocean||20",
      "p Then it stopped."),
    StructureCase(
      "columns of spaces",
      "It rained a lot.\n\nFruit       Price   Change\nÄpfel        1.20      +3%\nRed pears   10.95     -12%\n\nThen it stopped.",
      "p It rained a lot.", "table 3x3", "  th Fruit|Price|Change", "  td Äpfel|1.20|+3%", "  td Red pears|10.95|-12%",
      "p Then it stopped."),
  ]

  @Test(arguments: [
    "They went to Paris, Lyon, and Nice\nor to Rome, Milan, and Turin\nor to Bonn, Ulm, and Trier",
    "1,240,300\n2,900,000\n3,100,200",
    "He left.  She stayed on\nIt rained.  They sang on\nThe sun.  It rose again",
    "one  two\nthree four  five\nsix  seven",
    "a,b,c\nd,e,f",
    "Level 7 for 3,060,000 ; Gold: 311,000\nLevel 8 for 4,120,000 ; Gold: 402,000\nLevel 9 for 5,300,000 ; Gold: 500,000",
    "-  apples\n-  pears\n-  plums",
    "1)  apples\n2)  pears\n3)  plums",
    "•  apples, red\n•  pears, green\n•  plums, blue",
    "The starter called READY | STEADY | GO and a | b means either",
  ])
  func proseIsNoTable(_ text: String) {
    let found = StructureCase("prose", "It rained a lot.\n\n\(text)\n\nThen it stopped.").found
    #expect(!found.contains { $0.hasPrefix("table") })
  }

  @Test(arguments: dialects) func dialect(_ table: StructureCase) { #expect(table.found == table.expected) }

  static let cells = [
    StructureCase(
      "an escaped pipe divides no cells", "A text first.\n| A | B |\n|---|---|\n| x \\| y | 2 |",
      "p A text first.", "table 2x2", "  th A|B", "  td x \\| y|2"),
    StructureCase(
      "empty cells stay", "A text first.\n| | B | C |\n|---|---|---|\n| a | | 3 |\n| b | 2 | |",
      "p A text first.", "table 3x3", "  th |B|C", "  td a||3", "  td b|2|"),
    StructureCase(
      "a backslash at the end of a cell escapes its pipe", "A text first.\n| A | B |\n|---|---|\n| C:\\ | 2 |",
      "p A text first.", "table 2x2", "  th A|B", "  td C:\\|2"),
    StructureCase(
      "no spaces around pipes", "A text first.\n|A|B|\n|---|---|\n|1|2|", "p A text first.", "table 2x2", "  th A|B",
      "  td 1|2"),
    StructureCase(
      "header without a delimiter row", "A text first.\n| Year | Tonnes |\n| 2023 | 14 |\n| 2024 | 15 |",
      "p A text first.", "table 3x2", "  th Year|Tonnes", "  td 2023|14", "  td 2024|15"),
    StructureCase(
      "words only and no delimiter row: no header", "A text first.\n| a | b |\n| c | d |", "p A text first.",
      "table 2x2",
      "  td a|b", "  td c|d"),
    StructureCase(
      "an indented table", "A text first.\n  | A | B |\n  |---|---|\n  | 1 | 2 |", "p A text first.", "table 2x2",
      "  th A|B",
      "  td 1|2"),
  ]

  @Test(arguments: cells) func cell(_ table: StructureCase) { #expect(table.found == table.expected) }

  static let neighbours = [
    StructureCase(
      "two tables a blank line apart", "A text first.\nA | B |\n---|---|\n1 | 2 |\n\nC | D |\n---|---|\n3 | 4 |",
      "p A text first.", "table 2x2", "  th A|B", "  td 1|2", "table 2x2", "  th C|D", "  td 3|4"),
    StructureCase(
      "two tables without a line between",
      "A text first.\nA | B |\n---|---|\n1 | 2 |\n3 | 4 |\nC | D |\n---|---|\n5 | 6 |\n7 | 8 |",
      "p A text first.", "table 3x2", "  th A|B", "  td 1|2", "  td 3|4", "table 3x2", "  th C|D", "  td 5|6",
      "  td 7|8"),
    StructureCase(
      "a table right after a list", "A text first:\n- one\n- two\nA | B |\n---|---|\n1 | 2 |",
      "p A text first:", "ul", "  - one", "  - two", "table 2x2", "  th A|B", "  td 1|2"),
    StructureCase(
      "a list right after a table", "A text first.\nA | B |\n---|---|\n1 | 2 |\n- one\n- two",
      "p A text first.", "table 2x2", "  th A|B", "  td 1|2", "ul", "  - one", "  - two"),
    StructureCase(
      "a pipe in prose is no table", "READY | STEADY | GO was the motto of the race that nobody won.\nIt rained.",
      "p READY | STEADY | GO was the motto of the race that nobody won.", "p It rained."),
    StructureCase(
      "prose with a pipe right before a table",
      "Choose A | B as you like, it is all the same to us here.\nA | B |\n---|---|\n1 | 2 |",
      "p Choose A | B as you like, it is all the same to us here.", "table 2x2", "  th A|B", "  td 1|2"),
    StructureCase(
      "one line that ends with a pipe is no table", "It rained a lot |\nThen it stopped.", "p It rained a lot |",
      "p Then it stopped."),
    StructureCase(
      "a no-break space outside the pipes", "It rained a lot.\n\u{A0}|Year\n|2023\nThen it stopped.",
      "p It rained a lot.",
      "p \u{A0}|Year", "p |2023", "p Then it stopped."),
    StructureCase(
      "a delimiter row alone is text", "It rained a lot.\n---|---|\nThen it stopped.", "p It rained a lot.",
      "p ---|---|",
      "p Then it stopped."),
  ]

  @Test(arguments: neighbours) func neighbour(_ table: StructureCase) { #expect(table.found == table.expected) }
}
