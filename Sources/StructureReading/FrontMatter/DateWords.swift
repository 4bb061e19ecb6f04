import ArticleModel

/// The words of dates and times, in English, German, French and Spanish.
enum DateWords {
  enum Kind { case month, weekday, phrase, other }

  private static let months = Set(
    words: """
      january february march april may june july august september october november december jan feb mar apr jun jul \
      aug sep sept oct nov dec januar jänner februar märz mai juni juli oktober dezember mär mrz okt dez janvier \
      février mars avril juin juillet août aout septembre octobre novembre décembre janv févr avr juil déc enero \
      febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic
      """)

  private static let weekdays = Set(
    words: """
      monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag \
      dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi mercredi jeudi \
      vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
      """)

  private static let phrases = Set(
    words: """
      published updated posted first last modified created on at date am pm a.m p.m utc gmt bst est edt cst cdt pst \
      pdt et ct pt cet cest mez mesz uhr um vom am stand datum veröffentlicht aktualisiert erschienen zuletzt \
      geändert erstellt publié mis mise à jour modifié le la du de del et und and y u a las h hs hrs ore date \
      publication dernière modification ago hour hours minutes vor stunden il heures hace horas publicado publicada \
      actualizado actualizada creado fecha el of min mins read reading time lesezeit th st nd rd er
      """)

  private static let kinds: [WordKey: Kind] = {
    var kinds: [WordKey: Kind] = [:]
    for word in phrases { kinds[word] = .phrase }
    for word in weekdays { kinds[word] = .weekday }
    for word in months { kinds[word] = .month }
    return kinds
  }()

  /// - Parameter word: A word without the marks around it.
  static func kind(of word: Slice<UnsafeBufferPointer<UInt8>>) -> Kind {
    WordKey(word).flatMap { kinds[$0] } ?? .other
  }

  static func isYear(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.count == 4 && word.allSatisfy(Characters.isDigit)
      && (word.starts(with: "19".utf8) || word.starts(with: "20".utf8))
  }

  /// Two or three groups of digits between hyphens, slashes or full stops, one of them a year; a time may follow a "T".
  static func isNumericDate(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let date = word.prefix { $0 != UInt8(ascii: "T") }
    let groups = date.split(whereSeparator: { $0 == 0x2D || $0 == 0x2F || $0 == 0x2E })
    return groups.count == 3 && groups.contains(where: { isYear($0) || $0.count == 2 })
      && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(Characters.isDigit) }
  }
}

/// The words of a stretch of text without the punctuation around them.
struct DateWordScan: Sequence, IteratorProtocol {
  let bytes: UnsafeBufferPointer<UInt8>
  var range: SourceRange

  mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
    var start = Int(range.start)
    let limit = Int(range.end)
    while start < limit, isSeparator(start) { start += 1 }
    guard start < limit else { return nil }
    var end = start
    while end < limit, !isSeparator(end) { end += 1 }
    range.start = Int32(end)
    while end > start + 1, bytes[end - 1] == 0x2E { end -= 1 }
    return bytes[start..<end]
  }

  private func isSeparator(_ index: Int) -> Bool {
    switch bytes[index] {
    case 0x09, 0x20, 0x2C, 0x3A, 0x3B, 0x7C, 0x28, 0x29, 0x5B, 0x5D: true
    // A hyphen by itself; no-break spaces, dashes, middle dots.
    case 0x2D: !isWord(index - 1) && !isWord(index + 1)
    case 0xC2: true
    case 0xA0, 0xB7: index > Int(range.start) - 1 && index > 0 && bytes[index - 1] == 0xC2
    case 0xE2: true
    case 0x80...0xBF: follows(0xE2, index)
    default: false
    }
  }

  private func isWord(_ index: Int) -> Bool {
    bytes.indices.contains(index) && (Characters.isASCIILetter(bytes[index]) || Characters.isDigit(bytes[index]))
  }

  /// Whether a byte is one of the two that follow a lead byte.
  private func follows(_ lead: UInt8, _ index: Int) -> Bool {
    index > 0 && bytes[index - 1] == lead || index > 1 && bytes[index - 2] == lead
  }
}
