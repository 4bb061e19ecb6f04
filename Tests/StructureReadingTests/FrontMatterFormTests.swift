import Testing

/// The forms of by-lines, date lines, datelines and credits, and what looks like one and is none.
@Suite struct FrontMatterFormTests {
  private static let main = "A Good Harvest in the South"
  private static let long =
    "The ministers met for two days and said that the harvest had been a good one, all things considered, everywhere."

  /// The lines of an article with a line below the title.
  private static func lines(_ line: String) -> [String] {
    StructureText.lines("\(Self.main)\n\(line)\n\(long)\n\(long)")
  }

  private static func expect(_ line: String, as kind: String) -> [String] {
    ["title \(main)", "\(kind) \(line)", "p \(long)", "p \(long)"]
  }

  @Test(
    arguments: [
      "By Ana Kovač", "By Ana Kovač and Tom Li", "by ANA KOVAČ, Staff writer",
      "By Ana Kovač, chief correspondent in Lisbon",
      "By Jean-Luc van der Meer", "Von Anna Schmidt", "von Anna Schmidt und Jörg Weiß", "Von: det/dpa",
      "Von Ursula von der Leyen",
      "Par Zoé Lefèvre", "Par Zoé Lefèvre et Luc Morin", "Por Íñigo Núñez", "Por Íñigo Núñez y Ana Kovač",
      "Por Agencia EFE",
      "Ana Kovač | 3 May 2024", "Ana Kovač, 3. Mai 2024", "Words by Tom Li", "Written by Tom Li", "Author: Tom Li",
      "Autorin: Mira Vogel",
      "Text: Mira Vogel", "Texte : Zoé Lefèvre", "Texto: Íñigo Núñez", "Ein Beitrag von Mira Vogel",
      "Propos recueillis par Luc Morin",
      "*By Ana Kovač*",
    ])
  func byline(_ line: String) {
    let text = line.filter { $0 != "*" }
    #expect(Self.lines(line) == Self.expect(text, as: "byline"))
  }

  @Test(
    arguments: [
      "By the time the ministers came, it had rained for two days and a night.", "By noon it rained.",
      "Von der Leyen war nicht dabei, aber ihr Vetter aus Kiel, der dort einen Laden hat.", "Par exemple, il a plu.",
      "Por favor, no traigan caballos.", "Text: It rained for two days, and then nobody came to the market any more.",
    ])
  func isNoByline(_ line: String) { #expect(!Self.lines(line).contains("byline \(line)")) }

  @Test func aNameAboveADateIsAByline() {
    #expect(
      StructureText.lines("\(Self.main)\nShare\nAna Kovač\n13 June 2024\n\(Self.long)")
        == ["title \(Self.main)", "share Share", "byline Ana Kovač", "dateline 13 June 2024", "p \(Self.long)"])
  }

  @Test(
    arguments: [
      "(Reporting by Ana Kovač in Berlin; editing by Tom Li)", "Reporting by Ana Kovač; Editing by Tom Li",
      "Text: Mira Vogel",
      "Propos recueillis par Zoé Lefèvre", "Par Jacques Morin",
    ])
  func bylineAtTheEnd(_ line: String) {
    let found = StructureText.lines("\(Self.main)\n\(Self.long)\n\(Self.long)\n\(line)\n© 2024 The Paper")
    #expect(
      found == [
        "title \(Self.main)", "p \(Self.long)", "p \(Self.long)", "byline \(line)", "copyright © 2024 The Paper",
      ])
  }

  @Test(
    arguments: [
      "13 June 2024", "June 13, 2024", "Thursday, 13 June 2024, 14:30 CET", "Published: 13.06.2024, 14:30",
      "Published: 13 June 2024 | Updated 3 hours ago", "Updated 3 hours ago", "2024-06-13T14:30Z",
      "Posted on June 13, 2024 at 2:30 pm",
      "Veröffentlicht am 13. Juni 2024", "Stand: 02.05.2024 09:12 Uhr", "Donnerstag, 13. Juni 2024", "vor 3 Stunden",
      "Publié le 3 mai 2024 à 10h15, mis à jour le 4 mai 2024", "Vendredi 3 mai 2024", "il y a 2 heures",
      "Actualizado: 3 may 2024 - 10:12 CET", "Jueves, 13 de junio de 2024", "hace 3 horas", "BRUSSELS, 13 June 2024",
    ])
  func dateLine(_ line: String) { #expect(Self.lines(line) == Self.expect(line, as: "dateline")) }

  @Test(arguments: ["Published: 13 June 2024", "Veröffentlicht am 13. Juni 2024", "Mis à jour le 3 mai 2024"])
  func dateLineAtTheEnd(_ line: String) {
    #expect(
      StructureText.lines("\(Self.main)\n\(Self.long)\n\(line)")
        == ["title \(Self.main)", "p \(Self.long)", "dateline \(line)"])
  }

  @Test(
    arguments: [
      "Three hours ago nobody knew.", "In June 2024 the ministers met for the first time since the storm.", "1984",
      "The May 2024 harvest report of the two ministries in full", "12 days that shook the market",
    ])
  func isNoDateLine(_ line: String) { #expect(!Self.lines(line).contains("dateline \(line)")) }

  @Test(
    arguments: [
      "BRUSSELS, 13 June (Reuters) –", "BRUSSELS, June 13 (Reuters) -", "Berlin (dpa) -", "PARIS, 3 mai (AFP) –",
      "Paris, le 3 mai 2024 –", "Madrid, 3 may (EFE).-", "LONDON —", "NEW YORK (AP) —", "(Berlin, 3. Mai 2024) –",
      "(London) –",
      "SPRINGFIELD, Ill. (AP) —", "Frankfurt/Main (dpa/lhe) –", "GOTHENBURG, Sweden, Sept. 5, 2023 /PRNewswire/ --",
      "WASHINGTON/LONDON (Reuters) –", "Wien (epdÖ) –",
      "Warendorf (fn-press).",
      "Bern, 17.08.2007 -", "GENÈVE —", "BOGOTÁ —", "Berlin –", "SAN SEBASTIÁN, 3 de mayo (Europa Press) -", "BANGKOK:",
    ])
  func dateline(_ dateline: String) {
    #expect(
      StructureText.lines("\(Self.main)\n\(dateline) \(Self.long)\n\(Self.long)")
        == ["title \(Self.main)", "dateline \(dateline)", "p \(Self.long)", "p \(Self.long)"])
  }

  @Test(
    arguments: [
      "MIGRATION – ", "HINWEIS: ", "Ana Kovač (SPD) – ", "Bread – ", "Harvest - ", "Question: ", "Paris – die Stadt – ",
      "London, ",
      "The ministry – ", "CO2 – ", "ADVICE - ", "Note (2024): ", "Kiel and Lübeck – ", "13 June – ",
    ])
  func isNoDateline(_ beginning: String) {
    #expect(
      StructureText.lines("\(Self.main)\n\(beginning)\(Self.long)\n\(Self.long)")
        == ["title \(Self.main)", "p \(beginning)\(Self.long)", "p \(Self.long)"])
  }

  @Test(
    arguments: [
      "Photo: Ana Kovač/Reuters", "Photo by Ana Kovač", "(Photo by Ana Kovač/Getty Images)", "Image credit: Ana Kovač",
      "Getty Images",
      "© Reuters", "©iStock", "REUTERS/Ana Kovač", "Ana Kovač/AFP via Getty Images", "AP Photo/Ana Kovač",
      "Image source, Getty Images",
      "Foto: Jörg Weiß/dpa", "Bild: Jörg Weiß", "Bildquelle: Unsplash", "Symbolbild", "Crédit photo : Luc Morin",
      "Photo : Luc Morin/AFP",
      "Fotografía: Íñigo Núñez", "Imagen de archivo", "picture alliance/dpa",
    ])
  func credit(_ line: String) {
    #expect(
      StructureText.lines("\(Self.long)\n\(line)\n\(Self.long)") == [
        "p \(Self.long)", "credit \(line)", "p \(Self.long)",
      ])
  }

  @Test(
    arguments: [
      "Image caption, The ferry at the quay", "File photo: The ferry at the quay in 2019", "FILE - The ferry in 1998.",
      "The ferry at the quay. Photo: Ana Kovač/Reuters", "The ferry at the quay on Friday. (AP Photo/Ana Kovač)",
      "Die Fähre am Kai (Foto: Jörg Weiß/dpa)", "Abbildung 2: Die Fähre", "Figure 3. The ferry", "Légende : Le bac",
      "Pie de foto: El transbordador",
      "Photo: The ferry lay at the quay for a week before it sailed again.",
    ])
  func caption(_ line: String) {
    #expect(
      StructureText.lines("\(Self.long)\n\(line)\n\(Self.long)") == [
        "p \(Self.long)", "caption \(line)", "p \(Self.long)",
      ])
  }

  @Test(
    arguments: [
      "Photo by photo, she told them what had happened to the house and to those who had lived in it for so long, and they wept.",
      "Figure 2 shows how much it rained.", "Reuters reported that it rained.", "Getty was a rich man.",
      "The picture: it rained.",
      "Image is everything, and bread is more.",
    ])
  func isNoCredit(_ line: String) {
    #expect(
      StructureText.lines("\(Self.long)\n\(line)\n\(Self.long)") == ["p \(Self.long)", "p \(line)", "p \(Self.long)"])
  }

  @Test func captionAndCreditAreOnePicture() {
    #expect(
      StructureText.lines("\(Self.long)\nImage source, Getty Images\nImage caption, The ferry\n\(Self.long)")
        == [
          "p \(Self.long)", "credit Image source, Getty Images", "caption Image caption, The ferry", "p \(Self.long)",
        ])
  }

  static let summaries = [
    StructureCase(
      "a heading and a list", "\(main)\n\nKey points:\n- rain\n- figs\n\n\(long)", "title \(main)",
      "summary Key points:", "  ul",
      "    - rain", "    - figs", "p \(long)"),
    StructureCase(
      "in a line", "\(main)\nIn brief: It rained, and the figs were good.\n\(long)", "title \(main)", "summary",
      "  p In brief: It rained, and the figs were good.", "p \(long)"),
    StructureCase(
      "a line between title and by-line",
      "\(main)\nAfter two dry years it rained, and the figs are as good as they ever were\nBy Ana Kovač\n\(long)",
      "title \(main)", "summary", "  p After two dry years it rained, and the figs are as good as they ever were",
      "byline By Ana Kovač", "p \(long)"),
    StructureCase(
      "a section that is called Summary", "\(main)\n\(long)\n## Summary\n\(long)", "title \(main)", "p \(long)",
      "h1 Summary",
      "p \(long)"),
    StructureCase(
      "a paragraph without a by-line below", "\(main)\nAfter two dry years it rained, and the figs are good.\n\(long)",
      "title \(main)",
      "p After two dry years it rained, and the figs are good.", "p \(long)"),
  ]

  @Test(arguments: summaries) func summary(_ summary: StructureCase) { #expect(summary.found == summary.expected) }

  static let titles = [
    StructureCase(
      "an agency below the by-line", "\(main)\nBy ANA KOVAČ\nAssociated Press\n\(long)", "title \(main)",
      "byline By ANA KOVAČ", "byline Associated Press", "p \(long)"),
    StructureCase(
      "the site behind the title", "\(main) | The Douro Courier\n\(long)", "title \(main) | The Douro Courier",
      "p \(long)"),
    StructureCase(
      "the site behind a dash", "\(main) – BBC News\n\(long)", "title \(main) – BBC News", "p \(long)"),
    StructureCase(
      "the title twice", "\(main) | The Paper\n\(main)\nBy Ana Kovač\n\(long)", "navigation \(main) | The Paper",
      "title \(main)",
      "byline By Ana Kovač", "p \(long)"),
    StructureCase(
      "a section above", "Opinion\nWhy the harvest was good this year\nBy Ana Kovač\n\(long)", "navigation Opinion",
      "title Why the harvest was good this year", "byline By Ana Kovač", "p \(long)"),
    StructureCase(
      "a section above, a standfirst and a name below",
      "INTERVIEW\n“I never wanted to be a captain”\nThe retired ferry master on fog, luck and the last crossing\n"
        + "Ana Kovač\n2 May 2020\n\(long)",
      "navigation INTERVIEW", "title “I never wanted to be a captain”", "summary",
      "  p The retired ferry master on fog, luck and the last crossing", "byline Ana Kovač", "dateline 2 May 2020",
      "p \(long)"),
    StructureCase(
      "a press release", "FOR IMMEDIATE RELEASE\n\(main)\n\(long)", "navigation FOR IMMEDIATE RELEASE", "title \(main)",
      "p \(long)"),
    StructureCase(
      "a press release below its date",
      "Genève, le 4 avril 2023\nCommuniqué de presse\nLa récolte a été bonne\n\(long)",
      "dateline Genève, le 4 avril 2023", "navigation Communiqué de presse", "title La récolte a été bonne", "p \(long)"
    ),
    StructureCase(
      "letters that stand for words at the end", "Satzung der „Freunde des Parks e. V.“\n\(long)",
      "title Satzung der „Freunde des Parks e. V.“", "p \(long)"),
    StructureCase(
      "the head of an e-mail", "From: Ana <ana@example.org>\nTo: tom@example.org\nSubject: rain\n\(long)", "dl",
      "  = From:", "  - Ana <ana@example.org>", "  = To:", "  - tom@example.org", "  = Subject:", "  - rain",
      "p \(long)"),
    StructureCase(
      "a log", "[14:02] ana: did it rain?\n[14:03] tom: no, the sun came out", "p [14:02] ana: did it rain?",
      "p [14:03] tom: no, the sun came out"),
    StructureCase(
      "days below a date line",
      "\(main)\nMonday 3 June\nPoetry night at eight\nTuesday 4 June\nMusic for toddlers.\n\(long)",
      "title \(main)", "dateline Monday 3 June", "p Poetry night at eight", "p Tuesday 4 June",
      "p Music for toddlers.", "p \(long)"),
    StructureCase(
      "buttons above", "Share\nSave\n\(main)\n\(long)", "share Share", "share Save", "title \(main)", "p \(long)"),
  ]

  @Test(arguments: titles) func title(_ title: StructureCase) { #expect(title.found == title.expected) }
}
