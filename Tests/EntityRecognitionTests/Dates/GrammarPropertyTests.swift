import ArticleModel
import EntityRecognition
import Testing

/// Whatever the text: no crash, mentions inside their run, and values that their XSD types allow.
@Suite("Grammars on random text")
struct GrammarPropertyTests {
  private static let recognizers: [any EntityRecognizer] = [
    DateRecognizer(), TimeRecognizer(), QuantityRecognizer(), AddressRecognizer(),
  ]

  @Test("random pieces of expressions", arguments: ["en", "de", "fr", "es", "pl"])
  func pieces(_ language: String) {
    var random = Random(seed: 7)
    for round in 0..<4000 {
      var text = ""
      for _ in 0..<Int(random.next() % 14) {
        text += Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
        if random.next() % 3 != 0 { text += " " }
      }
      check(text, language, round)
    }
  }

  @Test("random bytes made UTF-8", arguments: ["en", "de", "fr", "es"])
  func bytes(_ language: String) {
    var random = Random(seed: 11)
    for round in 0..<2000 {
      let bytes = (0..<Int(random.next() % 60)).map { _ in UInt8(truncatingIfNeeded: random.next() >> 20) }
      check(String(decoding: bytes, as: UTF8.self), language, round)
    }
  }

  @Test(
    "phrases that begin with themselves, many times over",
    arguments: [
      "that ", "this last ", "first half of the ", "early 1st and ", "late 19th and early ", "end of the ", "June, ",
      "20 June, ", "the first Monday of ", "between 1990 and ", "1990 – ", "(c. 300 – ", "April–", "fiscal year ",
    ])
  func repeated(_ phrase: String) {
    check(String(repeating: phrase, count: 5_000), "en", 1)
  }

  private func check(_ text: String, _ language: String, _ round: Int) {
    let dates: [CalendarDate?] = [
      nil, CalendarDate(year: 2024, month: 6, day: 13), CalendarDate(year: 1, month: 1, day: 1),
      CalendarDate(year: 2024),
      CalendarDate(year: 9999, month: 12, day: 31), CalendarDate(year: 2024, month: 2),
      CalendarDate(year: -5, month: 40, day: 90),
    ]
    let input = Grammar.input(text, language: language, date: dates[round % dates.count])
    for recognizer in Self.recognizers {
      for mention in recognizer.mentions(in: input) {
        #expect(mention.range.count > 0 && mention.range.end <= Int32(input.source.bytes.count), "\(text)")
        #expect(mention.certainty > 0 && mention.certainty <= 1)
        #expect(Lexical.isValid(mention.value), "\(text): \(mention.value)")
        #expect(String(validating: input.source.bytes[mention.range.bytes], as: UTF8.self) != nil, "\(text)")
      }
    }
  }

  private static let pieces = [
    "13", "June", "2024", "31", "February", "29", "-", "–", "/", ".", ",", ":", "Juni", "juin", "de junio de", "the",
    "of",
    "between", "and", "from", "to", "1939", "45", "BC", "AD", "last", "next", "year", "week", "Tuesday", "two", "days",
    "ago",
    "early", "mid-", "1990s", "21st", "century", "Q3", "spring", "winter", "first", "quarter", "9999", "0000",
    "99999999999",
    "14:30", "pm", "GMT", "14h30", "noon", "5", "1,700", "1.234,56", "million", "bn", "€", "$", "US$", "%", "percent",
    "km",
    "/h", "°", "C", "years", "-year-old", "twenty", "-one", "hundred", "thousand", "trillion", "a", "dozen", "half",
    "minus",
    "−", "(", ")", "18446744073709551615", "0.000000000000000001", "123456789012345678", "1er", "XXIe", "siècle",
    "siglo",
    "XXI", "Jahrhundert", "13.", "vor", "il y a", "hace", "www.x.y/ä", "a@b.c", "http://x:99999999/", "T14:30", "24:00",
    "decades", "centuries", "quatre", "vingt", "et", "mil", "millones", "’90s", "13T14", "2024-06-13", "06/05/2024",
    "\u{A0}000", "\u{301}", "½", "1/2", "m", "²", "per", "Monday", "Jan", "May",
  ]
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same texts on every machine.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension QuantityValue {
  fileprivate var isUnitOnly: Bool { quantity == nil && atLeast == nil && atMost == nil && unit != nil }
}

/// The lexical forms of XSD 1.0, part 2, that values may have.
private enum Lexical {
  static func isValid(_ value: MentionValue) -> Bool {
    switch value {
    case .none: true
    case .date(let date):
      [date.when, date.from, date.to, date.notBefore, date.notAfter].allSatisfy { $0.map(isDate) ?? true }
        && (date.when != nil) != (date.from != nil || date.notBefore != nil)
        && (date.from != nil) == (date.to != nil) && (date.notBefore != nil) == (date.notAfter != nil)
    case .time(let time): isTime(time)
    case .quantity(let quantity):
      [quantity.quantity, quantity.atLeast, quantity.atMost].allSatisfy { $0.map(isDecimal) ?? true }
        // A figure that may be read in two ways has its unit only.
        && (quantity.quantity == nil) == (quantity.atLeast != nil && quantity.atMost != nil || quantity.isUnitOnly)
        && quantity.unit.map { !$0.isEmpty && !$0.contains(" ") } ?? true
    case .target(let target): isURI(target)
    }
  }

  /// xsd:date, xsd:gYearMonth, xsd:gYear, xsd:gMonthDay, xsd:gMonth or xsd:gDay without a zone.
  private static func isDate(_ text: String) -> Bool {
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if let match = text.wholeMatch(of: /---(\d\d)/) { return (1...31).contains(Int(match.1)!) }
    if let match = text.wholeMatch(of: /--(\d\d)(?:-(\d\d))?/) {
      guard let month = Int(match.1), (1...12).contains(month) else { return false }
      return match.2.map { (1...lengths[month - 1]).contains(Int($0)!) } ?? true
    }
    guard let match = text.wholeMatch(of: /(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?/), let year = Int(match.1), year != 0
    else {
      return false
    }
    guard let month = match.2.map({ Int($0)! }) else { return true }
    guard (1...12).contains(month) else { return false }
    guard let day = match.3.map({ Int($0)! }) else { return true }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return (1...(month == 2 && !isLeap ? 28 : lengths[month - 1])).contains(day)
  }

  private static func isTime(_ text: String) -> Bool {
    text.wholeMatch(of: /([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-](0\d|1[0-4]):[0-5]\d)?/) != nil
  }

  private static func isDecimal(_ text: String) -> Bool { text.wholeMatch(of: /-?\d+(\.\d*[1-9])?/) != nil }

  private static func isURI(_ text: String) -> Bool {
    text.wholeMatch(of: /(https?|ftp|HTTPS?|mailto):([A-Za-z0-9\-._~:\/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+/) != nil
  }
}
