/// How numbers are written.
enum NumberText {
  /// The function `string` of XPath 1.0, section 4.2: never an exponent.
  static func plain(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    return expanded(number.description)
  }

  /// A cast of `xs:double` to `xs:string` (XPath and XQuery Functions and Operators 3.1, section 19.1.2.2).
  static func canonical(_ number: Double) -> String {
    special(number) ?? canonical(number.description, isPlain: abs(number) >= 1e-6 && abs(number) < 1e6)
  }

  /// A cast of `xs:float` to `xs:string`.
  static func canonical(_ number: Float) -> String {
    special(Double(number)) ?? canonical(number.description, isPlain: abs(number) >= 1e-6 && abs(number) < 1e6)
  }

  private static func special(_ number: Double) -> String? {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-INF" : "INF" }
    return number == 0 ? (number.sign == .minus ? "-0" : "0") : nil
  }

  private static func canonical(_ text: String, isPlain: Bool) -> String {
    if isPlain { return expanded(text) }
    let (isNegative, digits, exponent) = parts(text)
    let fraction = digits.dropFirst()
    return (isNegative ? "-" : "") + digits.prefix(1) + "." + (fraction.isEmpty ? "0" : fraction) + "E\(exponent)"
  }

  private static func expanded(_ text: String) -> String {
    let (isNegative, digits, exponent) = parts(text)
    let sign = isNegative ? "-" : ""
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }

  /// The sign, the significant digits, and the power of ten of the first of them.
  private static func parts(_ text: String) -> (isNegative: Bool, digits: String, exponent: Int) {
    let isNegative = text.hasPrefix("-")
    let pieces = text.drop { $0 == "-" }.split(separator: "e")
    let mantissa = pieces[0]
    var exponent = pieces.count > 1 ? Int(pieces[1]) ?? 0 : 0
    let point = mantissa.firstIndex(of: ".").map { mantissa.distance(from: mantissa.startIndex, to: $0) }
    exponent += (point ?? mantissa.count) - 1
    var digits = mantissa.filter { $0 != "." }[...]
    while digits.first == "0", digits.count > 1 {
      digits = digits.dropFirst()
      exponent -= 1
    }
    while digits.last == "0", digits.count > 1 { digits = digits.dropLast() }
    return (isNegative, String(digits), exponent)
  }
}
