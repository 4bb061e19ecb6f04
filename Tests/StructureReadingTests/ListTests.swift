import Testing

@Suite struct ListTests {
  @Test(
    arguments: [
      "-", "*", "+", "•", "‣", "➢", "▸", "►", "◦", "○", "▪", "■", "●", "·", "∙", "–", "—", "✓", "✔",
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

  @Test(arguments: nested) func nests(_ list: StructureCase) { #expect(list.found == list.expected) }

  static let items = [
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
