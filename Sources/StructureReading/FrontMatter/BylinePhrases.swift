import ArticleModel

/// How by-lines look, in English, German, French and Spanish.
enum BylinePhrases {
  /// Prepositions that begin much else as well ("By the time …", "Von der Leyen …", "Par exemple …"): names must follow.
  private static let prepositions = ["by ", "von ", "par ", "por "].map { Array($0.utf8) }

  /// Phrases that begin little else.
  private static let announcements = [
    "written by ", "author: ", "authors: ", "author : ", "posted by ", "words by ", "words: ", "reported by ",
    "story by ", "report by ", "story and photos by ", "text by ", "interview by ", "compiled by ", "edited by ",
    "analysis by ", "by: ", "von: ", "par : ", "por: ", "autor: ", "autorin: ", "autoren: ", "autor/in: ",
    "autor*in: ", "text: ", "text von ", "text und fotos: ", "ein beitrag von ", "ein artikel von ",
    "ein kommentar von ", "eine analyse von ", "ein gastbeitrag von ", "geschrieben von ", "interview: ", "auteur : ",
    "auteur: ", "auteure : ", "texte : ", "texte: ", "texte de ", "un article de ", "rédigé par ", "écrit par ",
    "propos recueillis par ", "publié par ", "autor/a: ", "autora: ", "autores: ", "texto: ", "texto de ",
    "redacción: ", "escrito por ", "publicado por ", "un artículo de ", "una crónica de ", "entrevista de ",
  ].map { Array($0.utf8) }

  /// What an agency puts below its text: "(Reporting by Ana Kovač in Berlin; editing by Tom Li)".
  private static let credits =
    [
      "reporting by ", "additional reporting by ", "with reporting by ", "writing by ", "editing by ", "mitarbeit: ",
      "redaktion: ", "avec afp", "con información de ",
    ].map { Array($0.utf8) } + announcements

  /// Who signs without a name of their own.
  private static let desks = Set(
    words: """
      reuters afp ap dpa efe apa ansa staff editors redaktion redaktionsteam rédaction redacción agencia agencias \
      agencies wires upi epd kna
      """)

  /// Whether a line at the head of an article names who wrote it.
  static func isByline(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.length <= 140, (2...20).contains(line.words), line.innerSentenceEnds <= 1 else { return false }
    let folded = FoldedLine(line.text, bytes)
    if let phrase = announcements.first(where: { folded.bytes.starts(with: $0) }) {
      return !line.endsSentence && isSigned(line, folded, after: phrase.count, bytes)
    }
    if let phrase = prepositions.first(where: { folded.bytes.starts(with: $0) }) {
      guard !line.endsSentence || line.length <= 40 else { return false }
      return isSigned(line, folded, after: phrase.count, bytes)
    }
    return isPartBy(line, bytes) || isNameAndDate(line, bytes)
  }

  /// "Redaktion", "Reuters".
  static func isDesk(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.words == 1 else { return false }
    let folded = FoldedLine(line.text, bytes)
    return hasDesk(folded, from: folded.start)
  }

  /// Whether a line below an article names who worked on it.
  static func isCredit(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.length <= 240, line.words >= 2 else { return false }
    let folded = FoldedLine(line.text, bytes)
    if let phrase = credits.first(where: { folded.has($0, at: folded.start) }) {
      return folded.start + phrase.count >= folded.bytes.count || NameWords(line.text, bytes).isMostlyNames
    }
    guard let phrase = prepositions.first(where: { folded.bytes.starts(with: $0) }) else { return false }
    return isBareName(SourceRange(start: line.text.start + Int32(phrase.count), end: line.text.end), bytes)
  }

  /// Names behind a phrase, and nothing but an office, a place or a date behind them.
  private static func isSigned(
    _ line: SourceLine, _ folded: FoldedLine, after phrase: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // Phrase and text have the same spaces, and letters of Latin-1 keep their length when folded.
    let range = SourceRange(start: line.text.start + Int32(phrase), end: line.text.end)
    guard range.start < range.end else { return false }
    if line.words <= 6, hasDesk(folded, from: folded.start + phrase) { return true }
    let names = NameWords(range, bytes)
    return names.isName(most: 4) || names.words == 1 && names.capitalised == 1 && line.length <= 30
  }

  /// Whether the first words behind a phrase name a desk or an agency: "Von: det/dpa".
  private static func hasDesk(_ folded: FoldedLine, from start: Int) -> Bool {
    folded.words(from: start).prefix(2).contains { desks.contains($0) }
  }

  /// "Photographs by Ada Mensah", "Kept by Censu Farrugia-Wells": one word, "by", and nothing but names.
  private static func isPartBy(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = bytes[line.text.bytes]
    guard (4...7).contains(line.words), line.capitalisedWords == line.words - 1, !line.endsSentence,
      let space = text.firstIndex(of: 0x20)
    else { return false }
    return text[space...].starts(with: " by ".utf8)
  }

  /// "Ana Kovač | 3 May 2024".
  private static func isNameAndDate(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.digits >= 2, line.length <= 90 else { return false }
    let text = bytes[line.text.bytes]
    guard let mark = text.firstIndex(where: { $0 == 0x7C || $0 == 0xC2 || $0 == 0xE2 || $0 == 0x2C }),
      mark > text.startIndex, Characters.isASCIISpace(bytes[mark - 1]) || bytes[mark] == 0x2C
    else { return false }
    let name = SourceRange(start: line.text.start, end: Int32(mark))
    let date = DateEvidence(SourceRange(start: Int32(mark), end: line.text.end), bytes)
    return isBareName(name, bytes) && date.hasMonth && date.hasYear && date.others == 0
      && DateEvidence(name, bytes).others > 1
  }

  /// Whether a line is the name of a person and nothing else: two to four capitalised words.
  static func isBareName(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let names = NameWords(range, bytes)
    return (2...4).contains(names.capitalised) && names.isName(most: 4) && !names.hasRest && !names.hasDigits
  }
}

/// The words of a stretch of text as a name would have them.
struct NameWords {
  /// Words up to the first mark that ends a name, and those of them with a capital.
  private(set) var words = 0
  private(set) var capitalised = 0
  /// Words in small letters that no name has.
  private(set) var foreign = 0
  /// Names that "and" or a comma adds.
  private var longest = 0
  private(set) var hasRest = false
  private(set) var hasDigits = false
  private var startsCapitalised = false
  private var allWords = 0
  private var allCapitalised = 0

  private static let particles = Set(
    words: """
      de del der den des di da do dos das du van von vom zu zur la le las los el al bin ibn y e i af ter ten d'
      """)
  private static let conjunctions = Set(words: "and und et y e & with mit avec con")

  /// What leads from a name to a place or a paper.
  private static let ends = Set(words: "in für for à en at aus from")

  init(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) {
    var index = Int(range.start)
    let end = Int(range.end)
    // Words of the name that is being read.
    var current = 0
    while index < end {
      while index < end, Characters.isASCIISpace(bytes[index]) { index += 1 }
      let start = index
      while index < end, !Characters.isASCIISpace(bytes[index]) { index += 1 }
      guard start < index else { break }
      let word = bytes[start..<index]
      let first = Characters.decode(bytes, at: start, end: index).value
      let isMark = !Characters.isLetter(first) && !Characters.isDigit(first)
      if isMark, word.count <= 3, word.first != 0x26 { hasRest = true }
      if Characters.isDigit(first) { hasDigits = true }
      guard !isMark || word.first == 0x26 else {
        if word.count > 3 { hasRest = true }
        continue
      }
      allWords += 1
      let isCapital = Characters.isUpper(first)
      if isCapital { allCapitalised += 1 }
      guard !hasRest else { continue }
      if words == 0 { startsCapitalised = isCapital }
      if isCapital {
        words += 1
        capitalised += 1
        current += 1
        longest = max(longest, current)
        if word.last == 0x2C { current = 0 }
      } else {
        let bare = word.last == 0x2C ? word.dropLast() : word
        if Self.conjunctions.contains(bare) {
          current = 0
        } else if Self.particles.contains(bare) {
          words += 1
        } else if Self.ends.contains(bare) || current == 0 && capitalised >= 2 {
          // "…, chief correspondent", "… in Berlin".
          hasRest = true
        } else {
          words += 1
          foreign += 1
        }
      }
      if word.last == 0x3A || word.last == 0x3B { hasRest = true }
    }
  }

  /// Whether names stand here, none of more words than `most`, and behind them at most an office or a place.
  func isName(most: Int) -> Bool {
    startsCapitalised && capitalised >= 2 && longest <= most && foreign * 3 <= capitalised
      && (foreign == 0 || capitalised >= 3)
  }

  /// Whether most words have capitals, as in a list of names with what each did.
  var isMostlyNames: Bool { allCapitalised * 2 >= allWords }
}
