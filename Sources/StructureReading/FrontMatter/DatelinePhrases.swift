import ArticleModel

/// How a line looks that holds a date and little else: "13 June 2024", "Published: 13.06.2024, 14:30", "3 hours ago".
enum DatelinePhrases {
  /// Whether every word of a short line belongs to a date.
  static func isDateline(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.length <= 110, line.digits >= 1, !line.endsSentence || line.lastMark == 0x2E else { return false }
    return isAbsolute(line, bytes) || isAge(line, bytes)
  }

  /// Whether it is a date line that says so: "Published: 13 June 2024". A bare date may be much else.
  static func isAnnounced(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.length <= 110, line.digits >= 4, line.words >= 3, !line.endsSentence else { return false }
    var words = DateWordScan(bytes: bytes, range: line.text)
    guard let first = words.next(), DateWords.kind(of: first) == .phrase, first.count > 4 else { return false }
    return isDateline(line, bytes)
  }

  private static func isAbsolute(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let found = DateEvidence(line.text, bytes)
    guard found.hasMonth else { return false }
    if found.others == 0 { return found.hasYear || found.hasWeekday && line.digits <= 6 }
    // A place may stand before the date: "BRUSSELS, 13 June 2024", "Vienna, 3 May 2023".
    return found.hasYear && found.others <= 2 && line.words <= 6 && !line.endsSentence
  }

  private static let ages = ["ago", "il y a", "vor ", "hace ", "updated", "aktualisiert", "mis à jour", "actualizado"]
    .map { Array($0.utf8) }
  private static let units = Set(
    words: """
      second seconds minute minutes min mins hour hours hr hrs day days week weeks month months sekunden minuten \
      stunde stunden tag tagen tage woche wochen monat monaten seconde secondes heure heures jour jours semaine \
      semaines mois segundos minuto minutos hora horas día días semana semanas mes meses
      """)
  private static let around = Set(
    words: """
      updated published posted last modified on ago about an a il y publié mis à jour vor aktualisiert veröffentlicht hace \
      actualizado publicado
      """)

  /// "Updated 3 hours ago", "vor 3 Stunden", "il y a 2 heures", "hace 3 horas".
  private static func isAge(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.length <= 50, line.words <= 8 else { return false }
    let folded = FoldedLine(line.text, bytes)
    guard ages.contains(where: { folded.bytes.starts(with: $0) || folded.bytes.suffix($0.count).elementsEqual($0) })
    else { return false }
    var hasUnit = false
    for word in folded.words {
      if units.contains(word) {
        hasUnit = true
      } else if !word.prefix(1).allSatisfy(Characters.isDigit), !around.contains(word) {
        return false
      }
    }
    return hasUnit
  }
}

/// Which words of a date a stretch of text has, and how many that belong to none.
struct DateEvidence {
  private(set) var hasYear = false
  private(set) var hasMonth = false
  private(set) var hasWeekday = false
  private(set) var others = 0

  init(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) {
    for word in DateWordScan(bytes: bytes, range: range) {
      if let first = word.first, Characters.isDigit(first) {
        if DateWords.isYear(word) { hasYear = true }
        if DateWords.isNumericDate(word) { (hasYear, hasMonth) = (true, true) }
        continue
      }
      switch DateWords.kind(of: word) {
      case .month: hasMonth = true
      case .weekday: hasWeekday = true
      case .phrase: break
      case .other: others += 1
      }
    }
  }
}
