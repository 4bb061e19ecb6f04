/// An `xs:decimal` of up to 18 digits: a whole number divided by a power of ten.
package struct DecimalNumber: Equatable, Sendable {
  let mantissa: Int
  /// How many digits stand after the point, 0 to 18.
  let scale: Int

  init(_ whole: Int) { (mantissa, scale) = (whole, 0) }

  /// Takes trailing zeros after the point away.
  init(mantissa: Int, scale: Int) {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 { (mantissa, scale) = (mantissa / 10, scale - 1) }
    (self.mantissa, self.scale) = (mantissa, scale)
  }

  /// Reads the lexical form of `xs:decimal`; nil where it is not one, or has more than 18 digits.
  init?(_ text: some StringProtocol) {
    var mantissa = 0
    var scale = 0
    var digits = 0
    var isNegative = false
    var hasPoint = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case 0x30...0x39:
        let (product, overflows) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, overflowsToo) = product.addingReportingOverflow(Int(byte - 0x30))
        if overflows || overflowsToo { return nil }
        mantissa = sum
        digits += 1
        if hasPoint { scale += 1 }
      default: return nil
      }
    }
    guard digits > 0, scale <= 18 else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }

  static let powers: [Int] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  /// The nearest double. Up to 2⁵³ both parts are exact, and one division rounds once; beyond, reading the digits does.
  var double: Double {
    if mantissa.magnitude <= 1 << 53 { return Double(mantissa) / Double(Self.powers[scale]) }
    return Double(description) ?? .nan
  }

  /// The whole part, rounded towards zero.
  var truncated: Int { mantissa / Self.powers[scale] }

  /// The number with at most so many digits after the point, halves away from zero.
  func rounded(to digits: Int) -> Self {
    guard scale > digits else { return self }
    let power = Self.powers[scale - digits]
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: power)
    let carry = remainder.magnitude >= UInt(power) - remainder.magnitude ? mantissa.signum() : 0
    return Self(mantissa: quotient + carry, scale: digits)
  }

  var description: String {
    guard scale > 0 else { return String(mantissa) }
    var digits = String(mantissa.magnitude)
    digits = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return (mantissa < 0 ? "-" : "") + digits.dropLast(scale) + "." + digits.suffix(scale)
  }

  /// Both mantissas at one scale; nil where that overflows.
  static func aligned(_ left: Self, _ right: Self) -> (Int, Int, scale: Int)? {
    let scale = max(left.scale, right.scale)
    let (first, overflows) = left.mantissa.multipliedReportingOverflow(by: powers[scale - left.scale])
    let (second, overflowsToo) = right.mantissa.multipliedReportingOverflow(by: powers[scale - right.scale])
    return overflows || overflowsToo ? nil : (first, second, scale)
  }

  /// The product, rounded towards zero to 18 digits; nil where it overflows.
  static func product(_ left: Self, _ right: Self) -> Self? {
    let (product, overflows) = left.mantissa.multipliedReportingOverflow(by: right.mantissa)
    guard !overflows else { return nil }
    let scale = left.scale + right.scale
    return scale <= 18
      ? Self(mantissa: product, scale: scale) : Self(mantissa: product / powers[scale - 18], scale: 18)
  }

  /// The quotient to as many digits as fit, at most 18 after the point; nil for a division by zero or an overflow.
  static func quotient(_ left: Self, _ right: Self) -> Self? {
    guard right.mantissa != 0 else { return nil }
    if right.scale > 0 {
      // Both times the power of ten that makes the divisor whole, where that fits.
      let (mantissa, overflows) = left.mantissa.multipliedReportingOverflow(by: powers[right.scale])
      if !overflows {
        return quotient(Self(mantissa: mantissa, scale: left.scale), Self(right.mantissa))
      }
    }
    let divisor = right.mantissa.magnitude
    for digits in stride(from: 18, through: 0, by: -1) {
      let scale = left.scale - right.scale + digits
      guard (0...18).contains(scale) else { continue }
      let wide = left.mantissa.magnitude.multipliedFullWidth(by: UInt(powers[digits]))
      guard wide.high < divisor else { continue }
      let (whole, remainder) = divisor.dividingFullWidth(wide)
      // To the nearest digit, halves away from zero.
      let quotient = remainder >= divisor - remainder ? whole &+ 1 : whole
      guard quotient <= UInt(Int.max) else { continue }
      let isNegative = (left.mantissa < 0) != (right.mantissa < 0)
      return Self(mantissa: isNegative ? -Int(quotient) : Int(quotient), scale: scale)
    }
    return nil
  }
}
