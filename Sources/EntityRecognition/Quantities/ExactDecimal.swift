/// A decimal number without rounding: a whole number of up to eighteen digits and a power of ten.
struct ExactDecimal: Hashable {
  private(set) var digits: UInt64
  private(set) var exponent: Int
  var isNegative = false

  init(_ digits: UInt64, exponent: Int = 0) {
    self.digits = digits
    self.exponent = exponent
  }

  /// A fraction, where a decimal of few places is equal to it.
  init?(_ top: UInt64, over bottom: UInt64) {
    var digits = top
    for places in 0...4 {
      if digits % bottom == 0 {
        self.init(digits / bottom, exponent: -places)
        return
      }
      digits *= 10
    }
    return nil
  }

  /// The number times ten to the power of `power`.
  func scaled(by power: Int) -> ExactDecimal {
    var result = self
    result.exponent += power
    return result
  }

  /// The number times a small factor; nil where it grows too large.
  func multiplied(by factor: UInt64) -> ExactDecimal? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    var result = self
    result.digits = product
    return result
  }

  /// Good enough to compare the ends of a range.
  var approximation: Double {
    var value = Double(digits)
    for _ in 0..<abs(exponent) { if exponent > 0 { value *= 10 } else { value /= 10 } }
    return isNegative ? -value : value
  }

  /// An xsd:decimal, without exponent and without zeros that say nothing: `14000000`, `-3.5`.
  var text: String {
    guard digits != 0 else { return "0" }
    var figures = String(digits)
    if exponent >= 0 {
      figures += String(repeating: "0", count: exponent)
    } else {
      let fraction = -exponent
      if figures.utf8.count <= fraction {
        figures = String(repeating: "0", count: fraction - figures.utf8.count + 1) + figures
      }
      figures.insert(".", at: figures.index(figures.endIndex, offsetBy: -fraction))
      while figures.utf8.last == 0x30 { figures.removeLast() }
      if figures.utf8.last == 0x2E { figures.removeLast() }
    }
    return isNegative ? "-" + figures : figures
  }
}
