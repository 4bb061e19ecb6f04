/// Decimal numbers as text, so that no digit changes on the way.
enum DecimalText {
  /// A number of XML Schema (`decimal` or `double`) as JSON writes it: `+007.50` is `7.50`; nil for what is none.
  static func canonical(_ text: String) -> String? {
    var rest = Substring(text).utf8
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = Substring("").utf8
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty, whole.count + fraction.count <= 400 else { return nil }
    var exponent = ""
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      guard let power = Int(String(Substring(rest))), abs(power) <= 300 else { return nil }
      exponent = "e\(power)"
      rest = rest.dropFirst(rest.count)
    }
    guard rest.isEmpty else { return nil }
    return assembled(isNegative: isNegative, whole: Array(whole), fraction: Array(fraction)) + exponent
  }

  /// A number of its digits.
  static func assembled(isNegative: Bool, whole: [UInt8], fraction: [UInt8]) -> String {
    let digits = whole.drop { $0 == UInt8(ascii: "0") }
    let isZero = digits.isEmpty && fraction.allSatisfy { $0 == UInt8(ascii: "0") }
    var text = isNegative && !isZero ? "-" : ""
    text += digits.isEmpty ? "0" : String(decoding: digits, as: UTF8.self)
    if !fraction.isEmpty { text += "." + String(decoding: fraction, as: UTF8.self) }
    return text
  }

  /// Whether a canonical number is whole, and has no more digits than 64 bits hold.
  static func isInteger(_ canonical: String) -> Bool {
    canonical.utf8.count <= 18 && canonical.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
