import ArticleModel

/// How a line looks that holds a date and little else: "13 June 2024", "Published: 13.06.2024, 14:30".
enum DatelinePhrases {
  private static let months: [[UInt8]] = """
    jan feb mar apr may jun jul aug sep oct nov dec mär mai okt dez janv févr avr juin juil août déc ene abr ago dic
    """.split(separator: " ").map { Array($0.utf8) }

  private static let words: Set<[UInt8]> = Set(
    """
    published updated posted last on at date am pm a.m p.m utc gmt cet cest est edt et bst uhr um vom stand veröffentlicht \
    aktualisiert publié mis à jour le de del publicado actualizado el monday tuesday wednesday thursday friday saturday \
    sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi \
    mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo of min read h
    """.split(separator: " ").map { Array($0.utf8) })

  /// Whether every word of a short line belongs to a date, with a year and a month among them.
  static func isDateline(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.length <= 90, line.digits >= 4 else { return false }
    var hasYear = false
    var hasMonth = false
    var others = 0
    for word in Words(bytes: bytes, range: line.text) {
      let text = bytes[word]
      if let first = text.first, first &- 0x30 < 10 {
        if isYear(text) { hasYear = true }
        if isNumericDate(text) { (hasYear, hasMonth) = (true, true) }
        continue
      }
      let folded = text.map { Characters.isASCIILetter($0) ? $0 | 0x20 : $0 }
      if isMonth(folded) {
        hasMonth = true
      } else if !words.contains(folded) {
        others += 1
      }
    }
    // A place may stand before the date: "BRUSSELS, 13 June 2024", "Vienna, 3 May 2023".
    return hasYear && hasMonth && (others == 0 || others <= 2 && line.words <= 6 && !line.endsSentence)
  }

  private static func isMonth(_ word: [UInt8]) -> Bool {
    word.count <= 11 && months.contains { word.starts(with: $0) }
  }

  private static func isYear(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.count == 4 && word.allSatisfy { $0 &- 0x30 < 10 } && (word.first == 0x31 || word.first == 0x32)
  }

  /// Two or three groups of digits between hyphens, slashes or full stops, one of them a year.
  private static func isNumericDate(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let groups = word.split(whereSeparator: { $0 == 0x2D || $0 == 0x2F || $0 == 0x2E })
    return groups.count == 3 && groups.contains(where: { isYear($0) || $0.count == 2 })
      && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy { $0 &- 0x30 < 10 } }
  }

  /// Words without the punctuation around them.
  private struct Words: Sequence, IteratorProtocol {
    let bytes: UnsafeBufferPointer<UInt8>
    var range: SourceRange

    mutating func next() -> Range<Int>? {
      var start = Int(range.start)
      let limit = Int(range.end)
      while start < limit, isSeparator(bytes[start]) { start += 1 }
      guard start < limit else { return nil }
      var end = start
      while end < limit, !isSeparator(bytes[end]) { end += 1 }
      range.start = Int32(end)
      while end > start + 1, bytes[end - 1] == 0x2E { end -= 1 }
      return start..<end
    }

    private func isSeparator(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x09, 0x20, 0x2C, 0x3A, 0x7C, 0x28, 0x29, 0x5B, 0x5D: true
      default: false
      }
    }
  }
}
