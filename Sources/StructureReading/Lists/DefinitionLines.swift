import ArticleModel

/// Finds lists of definitions that no bullet marks: at least three lines of the form "Term: definition", or at least two
/// terms that each stand above an indented definition.
///
/// A colon alone proves little: headlines ("Budget: What changes now"), interviews, credits and bibliographies have it,
/// too. Hence the terms must differ and be short, and the definitions must be no sentences: they begin with a small letter
/// or a figure, or are a few words.
struct DefinitionLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  private static let fewest = 3
  private static let longestTerm: Int32 = 32
  private static let longestLine: Int32 = 160
  /// A definition that begins with a capital letter is at most this long.
  private static let shortDefinition: Int32 = 30

  func label(_ labels: inout [LineLabel?]) {
    var index = 0
    while index < lines.count {
      let end = runEnd(index, labels)
      if end > index {
        // The last line of lines set apart may be the first of others: "Mushroom of the week: …" above "Name: …".
        index = label(index..<end, &labels) ? end : max(index + 1, end - 1)
      } else {
        index = labelTermsAbove(index, &labels) ?? index + 1
      }
    }
  }

  // MARK: "Term: definition"

  /// The end of the lines from `start` on that have the form of a definition, with or without blank lines between.
  private func runEnd(_ start: Int, _ labels: [LineLabel?]) -> Int {
    var end = start
    // Whether a blank line stands between all of them.
    var isSpaced: Bool?
    while end < lines.count {
      let isBelowBlank = end > start && lines[end].isBlank && end + 1 < lines.count
      let next = isBelowBlank ? end + 1 : end
      guard labels.isOpen(next, lines), term(lines[next]) != nil else { break }
      if end > start {
        guard isSpaced ?? isBelowBlank == isBelowBlank else { break }
        isSpaced = isBelowBlank
      }
      end = next + 1
    }
    return end
  }

  /// Labels lines where they make a list; whether they do.
  private func label(_ run: Range<Int>, _ labels: inout [LineLabel?]) -> Bool {
    let visible = run.filter { !lines[$0].isBlank }
    guard visible.count >= Self.fewest else { return false }
    var terms: Set<[UInt8]> = []
    var terse = 0
    for index in visible {
      guard let term = term(lines[index]) else { return false }
      terms.insert(Array(bytes[term.bytes]))
      if isTerse(lines[index], term) { terse += 1 }
    }
    guard terms.count == visible.count, terse * 4 >= visible.count * 3 else { return false }
    for index in visible {
      let marker = ListMarker(style: .definition, mark: 0x3A, indent: Int(lines[index].indent))
      labels[index] = LineLabel(.item(marker), lines[index].text, certainty: 0.85)
    }
    return true
  }

  /// The term at the beginning of a line, without its colon.
  private func term(_ line: SourceLine) -> SourceRange? {
    guard line.length <= Self.longestLine, line.innerSentenceEnds == 0, line.indent <= 4,
      Characters.isLetter(line.first), !Characters.isLower(line.first),
      let colon = ItemLabel.range(in: line.text, bytes), colon.count >= 2
    else { return nil }
    let text = bytes[colon.bytes]
    guard text.lazy.filter({ $0 & 0xC0 != 0x80 }).count <= Self.longestTerm,
      text.lazy.filter({ $0 == 0x20 }).count <= 3,
      !text.contains(where: { $0 == 0x2C || $0 == 0x2F || $0 == 0x28 || $0 == 0x22 }), !Self.isCredit(text)
    else { return nil }
    return colon
  }

  /// Whether what is said of a term is no sentence and no headline.
  private func isTerse(_ line: SourceLine, _ term: SourceRange) -> Bool {
    var start = Int(term.end)
    let end = Int(line.text.end)
    while start < end, bytes[start] == 0x3A || bytes[start] <= 0x20 || bytes[start] == 0xC2 || bytes[start] == 0xA0 {
      start += 1
    }
    guard start < end, line.lastMark != 0x3F, line.lastMark != 0x21 else { return false }
    let first = Characters.decode(bytes, at: start, end: end).value
    if Characters.isLower(first) || Characters.isDigit(first) { return true }
    return !line.endsSentence && bytes[start..<end].lazy.filter { $0 & 0xC0 != 0x80 }.count <= Self.shortDefinition
  }

  /// Words before a colon that introduce who made something, or what else there is to read.
  private static let credits = Set(
    words: """
      photo photos foto fotos bild bilder image images picture credit credits source sources quelle quellen fuente \
      crédit text texte texto video vidéo author autor autorin auteur editor redaktion by von par por tags tag \
      schlagwörter kategorie kategorien category categories related note anmerkung hinweis update stand copyright \
      twitter facebook instagram bildnachweis bildquelle fotocredit photocredit mehr more see siehe http https frage \
      antwort question answer interviewer
      """)

  private static func isCredit(_ term: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    credits.contains(term.prefix { $0 != 0x20 })
  }

  // MARK: A term above its definition

  /// Labels terms above indented definitions from a line on, at least two; the line behind the last.
  private func labelTermsAbove(_ start: Int, _ labels: inout [LineLabel?]) -> Int? {
    var terms: [Range<Int>] = []
    var index = start
    while let end = definitionEnd(index, labels) {
      terms.append(index..<end)
      index = end
      while index < lines.count, lines[index].isBlank { index += 1 }
    }
    // Text that goes on indented is a text of indented paragraphs below headings.
    guard terms.count >= 2, let last = terms.last, index == lines.count || lines[index].indent < 2 else { return nil }
    for term in terms {
      let marker = ListMarker(style: .definition, mark: 0x0A, indent: Int(lines[term.lowerBound].indent))
      labels[term.lowerBound] = LineLabel(.item(marker), lines[term.lowerBound].text, certainty: 0.85)
      for index in term.dropFirst() { labels[index] = LineLabel(.continuation, lines[index].text, certainty: 0.85) }
    }
    return last.upperBound
  }

  /// The end of the definition that stands indented right below a term.
  private func definitionEnd(_ index: Int, _ labels: [LineLabel?]) -> Int? {
    guard index + 1 < lines.count, labels.isOpen(index, lines), lines[index].length <= 40, lines[index].indent == 0,
      lines[index].words <= 4, Characters.isLetter(lines[index].last) || lines[index].last == 0x29
    else { return nil }
    var end = index + 1
    var length: Int32 = 0
    while end < lines.count, labels.isOpen(end, lines), lines[end].indent >= 2 {
      length += lines[end].length
      end += 1
    }
    // Verse and code are indented, too, but not longer by half than the lines above; paragraphs are longer by far.
    guard length * 2 >= lines[index].length * 3, length <= 300 else { return nil }
    return end == lines.count || lines[end].isBlank || lines[end].indent == 0 ? end : nil
  }
}
