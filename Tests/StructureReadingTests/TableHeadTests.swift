import Testing

/// Heads of several rows, spans, and what stands beside a table.
@Suite struct TableHeadTests {
  static let heads = [
    StructureCase(
      "a group above two columns each",
      "A text first.\n| | 2023 | | 2024 | |\n|---|---|---|---|---|\n| Port | In | Out | In | Out |\n| Ulm | 1 | 2 | 3 | 4 |\n| Linz | 5 | 6 | 7 | 8 |",
      "p A text first.", "table 4x5", "  th |2023<1x2>|2024<1x2>", "  th Port|In|Out|In|Out", "  td Ulm|1|2|3|4",
      "  td Linz|5|6|7|8"),
    StructureCase(
      "a head beside the groups reaches down",
      "A text first.\n| Port | 2023 | | Change |\n|---|---|---|---|\n| | In | Out | |\n|---|---|---|---|\n| Ulm | 1 | 2 | 3% |",
      "p A text first.", "table 3x4", "  th Port<2x1>|2023<1x2>|Change<2x1>", "  th In|Out", "  td Ulm|1|2|3%"),
    StructureCase(
      "a short group row",
      "A text first.\nPort | 2023 | | 2024 |\n | In | Out | In | Out |\n---|---|---|---|---|\nUlm | 1 | 2 | 3 | 4 |",
      "p A text first.", "table 3x5", "  th Port<2x1>|2023<1x2>|2024<1x2>", "  th In|Out|In|Out", "  td Ulm|1|2|3|4"),
    StructureCase(
      "an empty head that nothing fills spans nothing",
      "A text first.\n| Name | | Age |\n|---|---|---|\n| Ann | x | 3 |\n| Bob | y | 4 |",
      "p A text first.", "table 3x3", "  th Name||Age", "  td Ann|x|3", "  td Bob|y|4"),
    StructureCase(
      "years head figures without a delimiter row",
      "A text first.\n| Port | 2023 | 2024 |\n| Ulm | 14.5 | 15 |\n| Linz | 3 | 4 |",
      "p A text first.", "table 3x3", "  th Port|2023|2024", "  td Ulm|14.5|15", "  td Linz|3|4"),
    StructureCase(
      "years above years head nothing", "A text first.\n| Built | 1901 |\n| Burnt | 1923 |\n| Closed | 1955 |",
      "p A text first.", "table 3x2", "  td Built|1901", "  td Burnt|1923", "  td Closed|1955"),
    StructureCase(
      "a drawn grid",
      "A text first.\n+------+-----+\n| Port | t   |\n+------+-----+\n| Ulm  | 12  |\n+------+-----+\nThen more text.",
      "p A text first.", "table 2x2", "  th Port|t", "  td Ulm|12", "p Then more text."),
    StructureCase(
      "what a database prints",
      "A text first.\n\n port | tonnes\n------+--------\n Ulm  | 12\n Linz | 30\n\nThen more text.",
      "p A text first.", "table 3x2", "  th port|tonnes", "  td Ulm|12", "  td Linz|30", "p Then more text."),
    StructureCase(
      "an empty corner where rows begin with no pipe",
      "A text first.\n| May | June |\n---|---|---|\nUlm | 1 | 2 |\nLinz | 3 | 4 |",
      "p A text first.", "table 3x3", "  th |May|June", "  td Ulm|1|2", "  td Linz|3|4"),
    StructureCase(
      "no outer pipes", "A text first.\n\nPort | t\n---|---\nUlm | 12\nLinz | 30\n\nThen more text.",
      "p A text first.", "table 3x2", "  th Port|t", "  td Ulm|12", "  td Linz|30", "p Then more text."),
    StructureCase(
      "neither outer pipes nor a delimiter row", "A text first.\n\nPort | t\nUlm | 12\nLinz | 30\n\nThen more text.",
      "p A text first.", "table 3x2", "  th Port|t", "  td Ulm|12", "  td Linz|30", "p Then more text."),
    StructureCase(
      "one cell", "A text first.\n\n| All rights are with the cook. |\n\nThen more text.", "p A text first.",
      "table 1x1", "  td All rights are with the cook.", "p Then more text."),
  ]

  @Test(arguments: heads) func head(_ table: StructureCase) { #expect(table.found == table.expected) }

  static let plain = [
    StructureCase(
      "semicolons", "Erst ein Satz.\n\nOrt;Fläche;Anteil\nUlm;118,7;12,5\nLinz;96,0;\nBonn;–;k. A.\n\nDann noch einer.",
      "p Erst ein Satz.", "table 4x3", "  th Ort|Fläche|Anteil", "  td Ulm|118,7|12,5", "  td Linz|96,0|",
      "  td Bonn|–|k. A.",
      "p Dann noch einer."),
    StructureCase(
      "two columns between semicolons", "Erst ein Satz.\n\nJahr;Ernte\n2022;12,5\n2023;9,8\n\nDann noch einer.",
      "p Erst ein Satz.", "table 3x2", "  th Jahr|Ernte", "  td 2022|12,5", "  td 2023|9,8", "p Dann noch einer."),
    StructureCase(
      "two columns between commas", "A text first.\n\nPort,Tonnes\nUlm,12\nLinz,30\n\nThen more text.",
      "p A text first.", "table 3x2", "  th Port|Tonnes", "  td Ulm|12", "  td Linz|30", "p Then more text."),
    StructureCase(
      "a comma row too short", "A text first.\n\nPort,Ship,t\nUlm,Lark,12\nLinz,Swan,30\nBonn,Coot\n\nThen more text.",
      "p A text first.", "table 4x3", "  th Port|Ship|t", "  td Ulm|Lark|12", "  td Linz|Swan|30", "  td Bonn|Coot",
      "p Then more text."),
    StructureCase(
      "tabs with an empty corner and an empty end",
      "A text first.\n\t2022\t2023\nUlm\t12.5\t3\nLinz\t4\t\nThen more text.",
      "p A text first.", "table 3x3", "  th |2022|2023", "  td Ulm|12.5|3", "  td Linz|4|", "p Then more text."),
    StructureCase(
      "tabs, a row cut short",
      "A text first.\nPort\tShip\tt\nUlm\tLark\t12\nLinz\tSwan\nBonn\tCoot\t7\nThen more text.",
      "p A text first.", "table 4x3", "  th Port|Ship|t", "  td Ulm|Lark|12", "  td Linz|Swan", "  td Bonn|Coot|7",
      "p Then more text."),
    StructureCase(
      "columns of spaces with a gap and an empty corner",
      "A text first.\n\n         2022   2023\nUlm        12     30\nLinz               4\nBonn        7     15\n\nThen more text.",
      "p A text first.", "table 4x3", "  th |2022|2023", "  td Ulm|12|30", "  td Linz||4", "  td Bonn|7|15",
      "p Then more text."),
    StructureCase(
      "columns of spaces between rules",
      "A text first.\n\n====  ===\nPort  t\n====  ===\nUlm   12\nLinz  30\n====  ===\n\nThen more text.",
      "p A text first.", "table 3x2", "  th Port|t", "  td Ulm|12", "  td Linz|30", "p Then more text."),
    StructureCase(
      "commas between figures with decimals",
      "A text first.\n\nDate,Open,High\n2024-01-02,187.15,188.44\n2024-01-03,184.22,185.88\n\nThen more text.",
      "p A text first.", "table 3x3", "  th Date|Open|High", "  td 2024-01-02|187.15|188.44",
      "  td 2024-01-03|184.22|185.88", "p Then more text."),
    StructureCase(
      "columns of spaces with a rule",
      "A text first.\n\nPort    Tonnes\n----    ------\nUlm       12.5\nLinz      30.1\n\nThen more text.",
      "p A text first.", "table 3x2", "  th Port|Tonnes", "  td Ulm|12.5", "  td Linz|30.1", "p Then more text."),
  ]

  @Test(arguments: plain) func plainTable(_ table: StructureCase) { #expect(table.found == table.expected) }

  static let cellsPerLine = [
    StructureCase(
      "rows lack cells",
      "A text first.\n|Port\n|May\n|June\n|Ulm\n|12\n|30\n|Linz\n|4\n|Bonn\n|7\n|15\nThen more text.",
      "p A text first.", "table 4x3", "  th Port|May|June", "  td Ulm|12|30", "  td Linz|4", "  td Bonn|7|15",
      "p Then more text."),
    StructureCase(
      "years head columns that lack cells",
      "A text first.\n|Port\n|2022\n|2023\n|Ulm\n|12\n|30\n|Linz\n|4\n|Bonn\n|7\n|15\nThen more text.",
      "p A text first.", "table 4x3", "  th Port|2022|2023", "  td Ulm|12|30", "  td Linz|4", "  td Bonn|7|15",
      "p Then more text."),
    StructureCase(
      "years head the columns",
      "A text first.\nPort|\n2022|\n2023|\nUlm|\n1,493|\n664|\nLinz|\n329|\n235|\nThen more text.",
      "p A text first.", "table 3x3", "  th Port|2022|2023", "  td Ulm|1,493|664", "  td Linz|329|235",
      "p Then more text."),
    StructureCase(
      "two columns of words", "A text first.\n|Ship\n|From\n|t\n|Lark\n|Ulm\n|12\n|Swan\n|Linz\n|30\nThen more text.",
      "p A text first.", "table 3x3", "  th Ship|From|t", "  td Lark|Ulm|12", "  td Swan|Linz|30", "p Then more text."),
  ]

  @Test(arguments: cellsPerLine) func cellPerLine(_ table: StructureCase) { #expect(table.found == table.expected) }

  static let captions = [
    StructureCase(
      "above, a source and a note below",
      "A text first.\n\nTable 1: Boats by port\n| Port | t |\n|---|---|\n| Ulm | 12 |\nNote: without rafts.\nSource: port office\n\nThen more text.",
      "p A text first.", "table 2x2 \"Table 1: Boats by port\"", "  th Port|t", "  td Ulm|12",
      "  note Note: without rafts.", "  source Source: port office", "p Then more text."),
    StructureCase(
      "below", "A text first.\n\n| Port | t |\n|---|---|\n| Ulm | 12 |\n\nTabelle 2. Boote je Hafen\n\nThen more text.",
      "p A text first.", "table 2x2", "  th Port|t", "  td Ulm|12", "  caption Tabelle 2. Boote je Hafen",
      "p Then more text."),
    StructureCase(
      "between two tables, it goes with the one below",
      "A text first.\n\n| Port | t |\n|---|---|\n| Ulm | 12 |\n\nTableau 2 – Bateaux\n\n| Port | t |\n|---|---|\n| Metz | 9 |",
      "p A text first.", "table 2x2", "  th Port|t", "  td Ulm|12", "table 2x2 \"Tableau 2 – Bateaux\"", "  th Port|t",
      "  td Metz|9"),
    StructureCase(
      "a few words and a colon",
      "A text first.\n\nBarcos por puerto:\n| Puerto | t |\n|---|---|\n| Vigo | 9 |\nFuente: Puertos del Estado",
      "p A text first.", "table 2x2 \"Barcos por puerto:\"", "  th Puerto|t", "  td Vigo|9",
      "  source Fuente: Puertos del Estado"),
    StructureCase(
      "the source of the article is none of the table",
      "A text first.\n\n| Port | t |\n|---|---|\n| Ulm | 12 |\n\nQuelle: dpa",
      "p A text first.", "table 2x2", "  th Port|t", "  td Ulm|12", "p Quelle: dpa"),
    StructureCase(
      "a sentence about the table is none",
      "Table 1 shows how many boats went by.\n| Port | t |\n|---|---|\n| Ulm | 12 |\nNote that rafts are left out.",
      "p Table 1 shows how many boats went by.", "table 2x2", "  th Port|t", "  td Ulm|12",
      "p Note that rafts are left out."),
    StructureCase(
      "a caption far from a table is text",
      "Table 1: Boats by port\n\nThe table is lost, and nobody knows where it went.",
      "title Table 1: Boats by port", "p The table is lost, and nobody knows where it went."),
  ]

  @Test(arguments: captions) func caption(_ table: StructureCase) { #expect(table.found == table.expected) }

  @Test(arguments: [
    "READY | STEADY | GO", "Home | News | Sport | Weather", "By Ann Lee | 3 May 2024 | The Courier",
    "Choose a | b as you like\nor c | d if you must", "cat log.txt | sort |\nuniq -c | head |",
    "find . -name x \\\n| grep y\n| sort", "sum\n  | one\n  | two",
  ])
  func aLineOfPartsIsNoTableAndNoHeading(_ text: String) {
    let found = StructureText.lines(
      "It rained a lot, they said, and nobody minded at all.\n\n\(text)\n\nThen it stopped.")
    #expect(found.allSatisfy { ["p", "byline", "navigation"].contains($0.prefix { $0 != " " }) }, "\(found)")
  }

  @Test(arguments: [
    "He said so; she did not; we know", "draw(1,2,3)\nmove(4,5,6)\ndraw(7,8,9)", "- Ulm | 12\n- Linz | 30\n- Bonn | 7",
    "Monday.\tIt rained all day and all night.\nTuesday.\tIt rained again, and harder.",
    "Bonn, Ulm; Linz\nMetz, Lyon; Nice\nVigo, Roma; Bari",
  ])
  func proseIsNoTable(_ text: String) {
    let found = StructureText.lines(
      "It rained a lot, they said, and nobody minded at all.\n\n\(text)\n\nThen it stopped.")
    #expect(!found.contains { $0.hasPrefix("table") }, "\(found)")
  }
}
