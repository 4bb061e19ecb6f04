/// Reads German numbers that are written in one word: "fünfundzwanzig", "dreihunderttausend", "zweieinhalb".
struct GermanNumberWord {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place: Int
  private let end: Int

  /// The value of a word that is all number; nil for any other, ordinals ("zweihundertste") among them.
  static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> ExactDecimal? {
    // Most words of a text stop here: a number begins with one of these and has at least two parts.
    guard end - start >= 7, end - start <= 48 else { return nil }
    switch bytes[start] | 0x20 {
    case 0x61, 0x64, 0x65, 0x66, 0x68, 0x6E, 0x73, 0x74, 0x76, 0x7A: break
    default: return nil
    }
    var word = GermanNumberWord(bytes: bytes, place: start, end: end)
    return word.read()
  }

  private mutating func read() -> ExactDecimal? {
    if take("anderthalb") { return place == end ? ExactDecimal(15, exponent: -1) : nil }
    var total = belowThousand()
    if let whole = total, take("einhalb") { return place == end ? ExactDecimal(whole * 10 + 5, exponent: -1) : nil }
    if take("tausend") {
      total = (total ?? 1) * 1000
      _ = take("und")
      total! += belowThousand() ?? 0
    }
    guard place == end, let total else { return nil }
    return ExactDecimal(total)
  }

  private mutating func belowThousand() -> UInt64? {
    let start = place
    var hundreds: UInt64?
    let digit = self.digit()
    if take("hundert") { hundreds = (digit ?? 1) * 100 } else { place = start }
    if hundreds != nil { _ = take("und") }
    guard let rest = belowHundred() else { return hundreds }
    return (hundreds ?? 0) + rest
  }

  private mutating func belowHundred() -> UInt64? {
    for (index, word) in Self.teens.enumerated() where take(word) { return UInt64(index) + 10 }
    if let tens = tens() { return tens }
    guard let digit = digit() else { return nil }
    let behind = place
    if take("und"), let tens = tens() { return tens + digit }
    place = behind
    return digit
  }

  private mutating func tens() -> UInt64? {
    for (index, word) in Self.tens.enumerated() where take(word) { return UInt64(index + 2) * 10 }
    return nil
  }

  private mutating func digit() -> UInt64? {
    for (index, word) in Self.digits.enumerated() where take(word) { return UInt64(index) + 1 }
    return nil
  }

  /// Moves behind a part if it stands here.
  private mutating func take(_ part: StaticString) -> Bool {
    let count = part.utf8CodeUnitCount
    guard place + count <= end else { return false }
    for offset in 0..<count {
      var byte = bytes[place + offset]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      if byte != part.utf8Start[offset] { return false }
    }
    place += count
    return true
  }

  private static let digits: [StaticString] = [
    "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
  ]
  private static let teens: [StaticString] = [
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
  ]
  private static let tens: [StaticString] = [
    "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
  ]
}
