import Testing

@Suite struct ListTests {
  @Test(
    arguments: [
      "-", "*", "+", "•", "‣", "➢", "▸", "►", "◦", "○", "▪", "■", "●", "·", "∙", "–", "—", "✓", "✔",
      "o", "👉", "▶️", "→", "➤", "🔹", "★", "◆",
    ])
  func bullet(_ mark: String) {
    let source = "It rained a lot.\n\(mark) Coal fell\n\(mark) Wind rose\nThen it stopped for good."
    #expect(
      StructureText.lines(source) == [
        "p It rained a lot.", "ul", "  - Coal fell", "  - Wind rose", "p Then it stopped for good.",
      ])
  }

  @Test(
    arguments: zip(
      ["%.", "%)", "(%)"].flatMap { form in ["1 2 3", "a b c", "i ii iii", "A B C", "I II III"].map { (form, $0) } }
        .map(\.0),
      [
        "1 2 3", "a b c", "i ii iii", "A B C", "I II III", "1 2 3", "a b c", "i ii iii", "A B C", "I II III",
        "1 2 3", "a b c", "i ii iii", "A B C", "I II III",
      ]))
  func number(_ form: String, _ numbers: String) {
    let numbers = numbers.split(separator: " ").map(String.init)
    let lines = zip(numbers, ["coal fell", "wind rose", "rain came"]).map { number, text in
      form.split(separator: "%", omittingEmptySubsequences: false).joined(separator: number) + " " + text
    }
    #expect(
      StructureText.lines("It rained a lot.\n" + lines.joined(separator: "\n")) == [
        "p It rained a lot.", "ol", "  \(numbers[0]) coal fell", "  \(numbers[1]) wind rose",
        "  \(numbers[2]) rain came",
      ])
  }

  static let nested = [
    StructureCase(
      "by indentation", "A text first.\n- one\n  - two\n  - three\n- four", "p A text first.", "ul", "  - one", "  ul",
      "    - two",
      "    - three", "  - four"),
    StructureCase(
      "by tabs", "A text first.\n- one\n\t- two\n\t\t- three\n- four", "p A text first.", "ul", "  - one", "  ul",
      "    - two",
      "    ul", "      - three", "  - four"),
    StructureCase(
      "one alone", "A text first.\n* one\n  * two\n* three\n  – four", "p A text first.", "ul", "  - one", "  ul",
      "    - two", "  - three", "  ul", "    - four"),
    StructureCase(
      "bullets below numbers", "A text first.\n1. one\n- two\n- three\n2. four", "p A text first.", "ol", "  1 one",
      "  ul",
      "    - two", "    - three", "  2 four"),
    StructureCase(
      "letters below numbers", "A text first.\n1. one\n   a) two\n   b) three\n2. four", "p A text first.", "ol",
      "  1 one",
      "  ol", "    a two", "    b three", "  2 four"),
    StructureCase(
      "another bullet at the same depth is another list", "A text first.\n- one\n- two\n* three\n* four",
      "p A text first.",
      "ul", "  - one", "  - two", "ul", "  - three", "  - four"),
    StructureCase(
      "blank lines between items", "A text first.\n- one\n\n- two\n\n- three", "p A text first.", "ul", "  - one",
      "  - two",
      "  - three"),
    StructureCase(
      "letters that are Roman numerals too", "A text first.\nh) one\ni) two\nj) three", "p A text first.", "ol",
      "  h one",
      "  i two", "  j three"),
  ]

  static let continued = [
    StructureCase(
      "numbers that go on behind letters at the same depth",
      "A text first.\n1. one\n2. two\n(a) three\n(b) four\n3. five",
      "p A text first.", "ol", "  1 one", "  2 two", "  ol", "    a three", "    b four", "  3 five"),
    StructureCase(
      "bullets that come back behind others", "A text first.\n• one\n– two\n– three\n• four", "p A text first.", "ul",
      "  - one", "  ul", "    - two", "    - three", "  - four"),
    StructureCase(
      "numbers that go on behind bullets and blank lines", "A text first.\n1. one\n\n- two\n- three\n\n2. four",
      "p A text first.", "ol", "  1 one", "  ul", "    - two", "    - three", "  2 four"),
    StructureCase(
      "a list that its item leads in", "A text first.\n1. one\n2. two:\na) three\nb) four", "p A text first.", "ol",
      "  1 one", "  2 two:", "  ol", "    a three", "    b four"),
    StructureCase(
      "a list of another mark below a blank line", "A text first.\n- one\n- two\n\n1. three\n2. four",
      "p A text first.",
      "ul", "  - one", "  - two", "ol", "  1 three", "  2 four"),
    StructureCase(
      "numbers of several levels", "A text first.\n1. one\n1.1 two\n1.2 three\n1.2.1 four\n2. five\n2.1 six",
      "p A text first.", "ol", "  1 one", "  ol", "    1.1 two", "    1.2 three", "    ol", "      1.2.1 four",
      "  2 five",
      "  ol", "    2.1 six"),
    StructureCase(
      "numbers of two levels alone", "A text first.\n1.1 one\n1.2 two\n1.3 three", "p A text first.", "ol", "  1.1 one",
      "  1.2 two", "  1.3 three"),
  ]

  @Test(arguments: continued) func continues(_ list: StructureCase) { #expect(list.found == list.expected) }

  static let otherScripts = [
    StructureCase("circles", "A text first.\n①tea\n② figs", "p A text first.", "ol", "  ① tea", "  ② figs"),
    StructureCase("boxes", "A text first.\n1️⃣ tea\n2️⃣ figs", "p A text first.", "ol", "  1️⃣ tea", "  2️⃣ figs"),
    StructureCase("full width", "A text first.\n１．東京\n２．大阪", "p A text first.", "ol", "  １ 東京", "  ２ 大阪"),
    StructureCase("ideographic comma", "A text first.\n１、東京\n２、大阪", "p A text first.", "ol", "  １ 東京", "  ２ 大阪"),
    StructureCase("Arabic", "A text first.\n١. شاي\n٢. تين", "p A text first.", "ol", "  ١ شاي", "  ٢ تين"),
    StructureCase("Devanagari", "A text first.\n१) चाय\n२) अंजीर", "p A text first.", "ol", "  १ चाय", "  २ अंजीर"),
    StructureCase("both marks", "A text first.\n1.) Tee\n2.) Feigen", "p A text first.", "ol", "  1 Tee", "  2 Feigen"),
    StructureCase(
      "no-break spaces", "A text first.\n1.\u{A0}tea\n2.\u{A0}\u{2009}figs\n•\u{A0}rope", "p A text first.", "ol",
      "  1 tea",
      "  2 figs", "ul", "  - rope"),
    StructureCase(
      "boxes to tick keep their ticks", "A text first.\n☑ tea\n☐ figs\n\n- [x] rope\n- [ ] hook\n\n[x] net\n[ ] oar",
      "p A text first.", "ul", "  - ☑ tea", "  - ☐ figs", "ul", "  - [x] rope", "  - [ ] hook", "ul", "  - [x] net",
      "  - [ ] oar"),
    StructureCase(
      "for and against", "A text first.\n✅ cheap\n❌ slow", "p A text first.", "ul", "  - ✅ cheap", "  - ❌ slow"),
  ]

  @Test(arguments: otherScripts) func mark(_ list: StructureCase) { #expect(list.found == list.expected) }

  static let noLists = [
    StructureCase(
      "days", "A text first.\n3. Mai 2024 war es warm.\n4. Mai 2024 war es kalt.", "p A text first.",
      "p 3. Mai 2024 war es warm.", "p 4. Mai 2024 war es kalt."),
    StructureCase(
      "days in figures", "A text first.\n3. 5. 2024: warm days.\n4. 5. 2024: cold days.", "p A text first.",
      "p 3. 5. 2024: warm days.", "p 4. 5. 2024: cold days."),
    StructureCase(
      "years", "A text first.\n2023. It was a warm year.\n2024. It was a cold year.", "p A text first.",
      "p 2023. It was a warm year.", "p 2024. It was a cold year."),
    StructureCase(
      "decimals", "A text first.\n1.5 million came in May.\n1.6 million came in June.", "p A text first.",
      "p 1.5 million came in May.", "p 1.6 million came in June."),
    StructureCase(
      "French speech",
      "Elle entra à midi.\n– Bonjour, dit-il sans se lever.\n– Je suis en retard.\nElle sortit à une heure.",
      "p Elle entra à midi.", "p – Bonjour, dit-il sans se lever.", "p – Je suis en retard.",
      "p Elle sortit à une heure."),
    StructureCase(
      "Spanish speech", "Entró a las doce.\n—Hola, dijo ella.\n—¿Quién eres?\nSalió a la una.", "p Entró a las doce.",
      "p —Hola, dijo ella.", "p —¿Quién eres?", "p Salió a la una."),
    StructureCase(
      "quoted speech behind dashes", "They met at noon.\n– “Then do not say it.”\n– “Fine.”\nThey left at one.",
      "p They met at noon.", "p – “Then do not say it.”", "p – “Fine.”", "p They left at one."),
    StructureCase(
      "a clause between dashes behind a hyphen", "Spotkali się w południe.\n- Nie ma czasu, trzeba iść – mówi premier.",
      "p Spotkali się w południe.", "p - Nie ma czasu, trzeba iść – mówi premier."),
    StructureCase(
      "section numbers above lists",
      "It was cold that night.\n\n2.1 What to Bring\n\n- tea\n- figs\n\n2.2 What to Leave\n\n- rope\n\nIt rained for days.",
      "p It was cold that night.", "h1 2.1 What to Bring", "ul", "  - tea", "  - figs", "h1 2.2 What to Leave", "ul",
      "  - rope", "p It rained for days."),
    StructureCase(
      "a temperature", "It was cold that night.\n- 5 °C\nThen it grew warm again.", "p It was cold that night.",
      "p - 5 °C",
      "p Then it grew warm again."),
    StructureCase(
      "a footnote", "It was cold* that night.\n* Colder than ever before, they said.", "p It was cold* that night.",
      "p * Colder than ever before, they said."),
    StructureCase(
      "a signature", "It was cold that night.\n--\nAna Kovač writes from the coast.", "p It was cold that night.",
      "p --",
      "p Ana Kovač writes from the coast."),
    StructureCase(
      "addresses of machines", "The log says this.\n10.0.0.1 asked for a page.\n10.0.0.2 asked for another.",
      "p The log says this.", "p 10.0.0.1 asked for a page.", "p 10.0.0.2 asked for another."),
    StructureCase(
      "initials", "Who wrote this:\nC. Weber helped with it.\n\nI. Kant was born in Königsberg.", "p Who wrote this:",
      "p C. Weber helped with it.", "p I. Kant was born in Königsberg."),
    StructureCase(
      "dashes in a table read cell by cell", "A text first.\n12 €\n-\n-\n10 %\n8 €", "p A text first.", "p 12 €", "p -",
      "p -",
      "p 10 %", "p 8 €"),
  ]

  @Test(arguments: noLists) func isNone(_ text: StructureCase) { #expect(text.found == text.expected) }

  @Test(arguments: nested) func nests(_ list: StructureCase) { #expect(list.found == list.expected) }

  static let items = [
    StructureCase(
      "letters beyond h", "A text first.\ng) one\nh) two\ni) three\nj) four", "p A text first.", "ol", "  g one",
      "  h two", "  i three", "  j four"),
    StructureCase(
      "the numbers of Spain", "A text first.\n1.- uno\n2.- dos", "p A text first.", "ol", "  1 uno", "  2 dos"),
    StructureCase(
      "5: a nested item glued to its parent", "A text first.\n- Coal fell- sharply\n- Wind rose", "p A text first.",
      "ul",
      "  - Coal fell", "  ul", "    - sharply", "  - Wind rose"),
    StructureCase(
      "several items glued", "A text first.\n- Fuels- coal- gas", "p A text first.", "ul", "  - Fuels", "  ul",
      "    - coal",
      "    - gas"),
    StructureCase(
      "suspended hyphens", "A text first.\n- short- and long-term plans\n- Vor- und Nachteile\n- pre- or post-war",
      "p A text first.", "ul", "  - short- and long-term plans", "  - Vor- und Nachteile", "  - pre- or post-war"),
    StructureCase(
      "a dash between spaces stays", "A text first.\n- Coal - the black one - fell\n- 5 – 6 km", "p A text first.",
      "ul",
      "  - Coal - the black one - fell", "  - 5 – 6 km"),
    StructureCase(
      "labels",
      "A text first.\n- Coal: fell sharply\n- Vent : en hausse\n- no label: small letter\n- See: http://a.example",
      "p A text first.", "ul", "  - [Coal] Coal: fell sharply", "  - [Vent] Vent : en hausse",
      "  - no label: small letter",
      "  - [See] See: http://a.example"),
    StructureCase(
      "a time is no label", "A text first.\n- 14:30 start\n- Ends. And so: on", "p A text first.", "ul",
      "  - 14:30 start",
      "  - Ends. And so: on"),
    StructureCase(
      "an item over two lines", "A text first.\n- Coal fell and\n  fell again\n- Wind rose", "p A text first.", "ul",
      "  - Coal fell and\n  fell again", "  - Wind rose"),
    StructureCase(
      "labels before dashes, where all items have one",
      "A text first.\n- Coal – fell sharply\n- Wind — rose\n\nAnd then:\n• Coal – fell\n• the rest rose",
      "p A text first.",
      "ul", "  - [Coal] Coal – fell sharply", "  - [Wind] Wind — rose", "p And then:", "ul", "  - Coal – fell",
      "  - the rest rose"),
    StructureCase(
      "bold labels", "A text first.\n- **Coal** fell sharply\n- **Wind** rose", "p A text first.", "ul",
      "  - [**Coal**] **Coal** fell sharply", "  - [**Wind**] **Wind** rose"),
    StructureCase(
      "an item of two paragraphs", "A text first.\n- Coal fell.\n\n  It fell again.\n  And again.\n- Wind rose.",
      "p A text first.", "ul", "  - Coal fell.\n\n  It fell again.\n  And again.", "  - Wind rose."),
    StructureCase(
      "items broken at a fixed width without indentation",
      """
      1. The ministers met for two days and said that the harvest had
      been a good one, all things considered, in every province that
      they had been to.
      2. Then it rained for a week, and nobody said anything about the
      harvest any more until the sun came out over the hills.
      3. The olives were ripe in the second week of November, and they
      were green.
      """, "ol",
      "  1 The ministers met for two days and said that the harvest had\nbeen a good one, all things considered, in every "
        + "province that\nthey had been to.",
      "  2 Then it rained for a week, and nobody said anything about the\nharvest any more until the sun came out over the "
        + "hills.",
      "  3 The olives were ripe in the second week of November, and they\nwere green."),
    StructureCase(
      "a lone number begins a sentence",
      "A text first.\n2024. It was a year like any other, people said.\nThen it stopped.",
      "p A text first.", "p 2024. It was a year like any other, people said.", "p Then it stopped."),
    StructureCase(
      "a lone dash opens speech", "She said this at noon.\n– I will not go, she said, and she went.\nThen it stopped.",
      "p She said this at noon.", "p – I will not go, she said, and she went.", "p Then it stopped."),
    StructureCase(
      "a negative number is no item", "A text first.\n-5 degrees were measured in the night, they said.",
      "p A text first.", "p -5 degrees were measured in the night, they said."),
    StructureCase(
      "numbers that do not count on", "A text first.\n7. July was warm.\n12. August was not.", "p A text first.",
      "p 7. July was warm.", "p 12. August was not."),
  ]

  @Test(arguments: items) func item(_ list: StructureCase) { #expect(list.found == list.expected) }
}
