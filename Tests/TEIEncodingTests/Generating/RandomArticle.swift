/// Text in lines of the shapes that the structure reader knows, well and badly formed.
struct RandomArticle {
  private var generator: SeededGenerator
  private var lines: [String] = []

  /// UTF-8.
  static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    var article = RandomArticle(generator: generator)
    article.fill()
    let text = article.joined()
    generator = article.generator
    return text
  }

  private init(generator: SeededGenerator) { self.generator = generator }

  private mutating func fill() {
    if generator.once(in: 2) { head() }
    for _ in 0..<generator.size(8) {
      part()
      if !generator.once(in: 3) { blank() }
    }
  }

  private mutating func head() {
    if generator.once(in: 4) { lines.append(generator.pick(Self.furniture)) }
    lines.append(words(2...8, capitalised: true))
    if generator.once(in: 2) {
      lines.append(generator.pick(["By ", "Von ", "Par ", "Por "]) + generator.pick(Self.names))
    }
    if generator.once(in: 2) {
      lines.append(generator.pick(["13 June 2024", "Published: 13.06.2024, 14:30", "PARIS, 3 May 2023"]))
    }
  }

  private mutating func part() {
    switch generator.below(13) {
    case 0, 1, 2: paragraph()
    case 12: definitions()
    case 3, 4: list()
    case 5: glued()
    case 6, 7, 8: table()
    case 9: heading()
    case 10: lines.append(generator.pick(Self.furniture))
    default: lines.append(generator.pick(Self.oddities))
    }
  }

  private mutating func blank() {
    lines.append(generator.pick(["", "", "", " ", "\t", "\u{A0}", "\u{200B}", "\u{FEFF}"]))
  }

  private mutating func paragraph() {
    guard generator.once(in: 3) else {
      lines.append(sentence())
      return
    }
    for _ in 0..<generator.size(6) { lines.append(words(6...12)) }
    lines.append(words(1...4) + ".")
  }

  private mutating func heading() {
    let text = words(1...6, capitalised: true)
    switch generator.below(6) {
    case 0:
      lines.append(
        String(repeating: "#", count: generator.below(8) + 1) + " " + text + generator.pick(["", " ##", "#"]))
    case 1: lines += [text, String(repeating: generator.pick(["=", "-"]), count: generator.below(30) + 1)]
    case 2: lines.append("**\(text)**")
    case 3: lines.append("\(generator.below(4)).\(generator.below(4)) \(text)")
    case 4: lines.append(text.uppercased())
    default: lines.append(text)
    }
  }

  // MARK: Lists

  private mutating func definitions() {
    let separator = generator.pick([": ", " : ", ":\u{A0}", "\n  ", "\r\n    ", "\n\t"])
    for _ in 0...generator.size(4) {
      lines.append(words(1...3, capitalised: true) + separator + generator.pick([words(2...9), sentence()]))
      if generator.once(in: 9) { blank() }
    }
  }

  private static let bullets = [
    "- ", "* ", "+ ", "• ", "‣ ", "◦ ", "▪ ", "● ", "· ", "– ", "— ", "✓ ", "-", "•", "-\t", "→ ", "👉\u{A0}", "☐ ",
    "[x] ", "- [ ] ", "▶\u{FE0F} ",
  ]

  private mutating func list() {
    let bullet = generator.pick(Self.bullets)
    let style = generator.below(9)
    for number in 1...(generator.size(6) + 1) {
      let indent = String(
        repeating: generator.pick([" ", "  ", "\t"]), count: generator.once(in: 3) ? generator.below(5) : 0)
      let mark: String
      switch style {
      case 0: mark = "\(generator.once(in: 9) ? generator.below(2000) : number)."
      case 1: mark = "\(number))"
      case 2: mark = "(\(["a", "b", "c", "d", "e", "f", "g", "h"][(number - 1) % 8]))"
      case 3: mark = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"][(number - 1) % 8] + "."
      case 4: mark = generator.once(in: 3) ? "1.\(number)" : "\(number).\u{A0}"
      case 5: mark = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧"][(number - 1) % 8]
      case 6: mark = ["１．", "２．", "３）", "٤.", "5\u{FE0F}\u{20E3}"][(number - 1) % 5]
      default: mark = generator.once(in: 5) ? generator.pick(Self.bullets) : bullet
      }
      lines.append(indent + mark + (style < 5 ? " " : "") + item())
      if generator.once(in: 5) { lines.append("   " + words(2...6)) }
      if generator.once(in: 6) { blank() }
    }
  }

  private mutating func item() -> String {
    generator.once(in: 3)
      ? words(1...3, capitalised: true) + generator.pick([": ", " : ", ":"]) + sentence() : words(1...8)
  }

  private mutating func glued() {
    for _ in 0..<generator.size(3) {
      lines.append(
        "- " + words(1...4) + generator.pick(["- ", "- and ", ".- ", " - ", "-- ", "é- ", "\u{A0}- "]) + words(1...4))
      if generator.once(in: 2) { lines.append("-") }
    }
  }

  // MARK: Tables

  private mutating func table() {
    let columns = generator.below(5) + 1
    let dialect = generator.below(10)
    let rows = generator.size(5) + 1
    if generator.once(in: 4) { lines.append(generator.pick(["Table 1: Dams", "Tabelle 2 – Dämme", "Dams by year:"])) }
    for row in 0..<rows {
      let width = generator.once(in: 5) ? generator.below(7) + 1 : columns
      let cells = (0..<width).map { _ in cell() }
      switch dialect {
      case 0: lines += cells.map { "|" + $0 }
      case 1: lines += cells.map { $0 + "|" }
      case 2: lines.append(cells.joined(separator: " | ") + " |")
      case 3: lines.append("| " + cells.joined(separator: " | ") + " |")
      case 4: lines.append("| " + cells.joined(separator: " | ") + " | ")
      case 5: lines.append(cells.joined(separator: "\t"))
      case 6: lines.append(cells.map { quoted($0) }.joined(separator: ","))
      case 7: lines.append(cells.map { quoted($0) }.joined(separator: ";"))
      case 8: lines.append(cells.map { $0 + String(repeating: " ", count: max(2, 24 - $0.count)) }.joined())
      default: lines.append(cells.joined(separator: generator.pick(["|", " | ", "||"])))
      }
      if row == 0 || generator.once(in: 8), (2...4).contains(dialect), !generator.once(in: 4) {
        let dashes = [String](repeating: generator.pick(["---", ":--", "-:"]), count: width).joined(separator: "|")
        lines.append(dialect == 2 ? dashes + "|" : "|" + dashes + "|" + (dialect == 4 ? " " : ""))
      }
    }
    for _ in 0..<generator.below(3) where generator.once(in: 2) {
      lines.append(generator.pick(["Source: the river", "Note: no dams", "Table 3. Dams", "Quelle : Fluss"]))
    }
  }

  /// A cell as in a CSV file, most often in quotation marks.
  private mutating func quoted(_ cell: String) -> String {
    guard !generator.once(in: 3) else { return cell }
    return "\""
      + (cell + generator.pick(["", "\"", " \"x\"", "\"\""])).split(
        separator: "\"", omittingEmptySubsequences: false
      ).joined(separator: "\"\"") + "\""
  }

  private mutating func cell() -> String {
    switch generator.below(6) {
    case 0: ""
    case 1: "\(generator.below(3000))"
    case 2: generator.pick(["€3.5 million", "a \\| b", "\\|", "12 %", "–", "x\\", "\u{A0}"])
    default: words(1...3)
    }
  }

  // MARK: Words

  private static let vocabulary = """
    the a of in and to coal wind fell sharply short- long-term well-known ministers said that Romania NATO Paris \
    Berlin President Maia Sandu Ministry Defence (MoD) EU/NATO €14 million 85 km 30% 2024 Tuesday 3 May yesterday 14:30 \
    Volkswagen Lockheed Martin F-35 U.S. \
    Dr. Müller’s Ukrainians Black Sea §5 x É naïve 東京 مصر http://a.example/b?c=d&e \
    x@y.example {n} <tag> & "quoted" 'single' - – | \\ 1 000 1,000.5 −3 °C m² №7 №
    """.split(separator: " ").map(String.init)

  private static let names = ["Ana Kovač", "Jean-Luc d’Arc and Odd-Arne Myhre", "STAFF WRITER", "李明"]

  private static let furniture = [
    "Share this:", "Leave a Reply", "Your email address will not be published. Required fields are marked *", "Home",
    "© 2024 The Paper. All rights reserved.", "Lesen Sie auch: Mehr", "À lire aussi", "Publicidad",
    "Proudly powered by WordPress",
    "We use cookies", "Newsletter", "Related", "Read more: The Thing", "Share", "Related articles", "5 min read",
    "Facebook Twitter", "12 Comments", "Anna says:", "Reply", "Tags: figs, rope", "Home > News",
  ]

  private static let oddities = [
    "---", "***", "- - -", "|", "||", "|---|", "---|", "| |", "\\|", "-", "–", "*", "1.", "a)", "#", "######",
    "####### x", "****",
    "** **", "**a:**", "===", "_ _ _", "-|-", "|-", "-|", ":-:|", "• ", "•", "(", "(a", "(a)", "i.", "{n}. x", "1. {n}",
    "\t|\t",
    "\u{FEFF}", "\u{FEFF}- x", "\u{1}", "- \u{0}", "\u{FFFF} | \u{FFFE} |", "\u{300}", "x\u{B}y\u{C}z",
    "a\u{2028}b\u{85}c",
    "Figure 1: A dam", "Table 2. Dams", "Photo: Reuters", "READY | STEADY | GO", "Why?", "It was (he said):",
    "2024. It was.", "LONDON — It rained for two days, and nobody was surprised.", "© Reuters", "Image caption, A dam",
    "BRUSSELS, 13 June (Reuters) – \u{A0}It rained for two days.", "Summary: It rained for two days, they said.",
    "Key points", "(Reporting by Ana Kovač; editing by Tom Li)", "By Ana Kovač", "13 June 2024",
  ]

  private mutating func words(_ count: ClosedRange<Int>, capitalised: Bool = false) -> String {
    let total = count.lowerBound + generator.below(count.upperBound - count.lowerBound + 1)
    let words = (0..<total).map { _ in generator.pick(Self.vocabulary) }
    return words.map { capitalised ? $0.prefix(1).uppercased() + $0.dropFirst() : $0 }
      .joined(separator: generator.once(in: 12) ? generator.pick(["  ", "\u{A0}", "\t", "\u{202F}"]) : " ")
  }

  private mutating func sentence() -> String {
    words(4...16) + generator.pick([".", ".", "!", "?", "…", ":", "", ".”"])
  }

  private mutating func joined() -> [UInt8] {
    var bytes: [UInt8] = generator.once(in: 12) ? [0xEF, 0xBB, 0xBF] : []
    let commonest = generator.pick(["\n", "\n", "\n", "\r\n", "\r"])
    for line in lines {
      bytes += Array(line.utf8)
      bytes += Array((generator.once(in: 25) ? generator.pick(["\n", "\r\n", "\r"]) : commonest).utf8)
    }
    if generator.once(in: 2), !bytes.isEmpty { bytes.removeLast() }
    return bytes
  }
}
