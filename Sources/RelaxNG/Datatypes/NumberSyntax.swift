/// Numbers of XML Schema, Part 2 (sections 3.2.3 to 3.2.5, 3.3.13 and following), as text.
enum NumberSyntax {
  static func isDecimal(_ bytes: Bytes) -> Bool {
    var index = signEnd(bytes)
    let whole = digits(bytes, &index)
    if index == bytes.count { return whole > 0 }
    guard bytes[index] == UInt8(ascii: ".") else { return false }
    index += 1
    let fraction = digits(bytes, &index)
    return index == bytes.count && whole + fraction > 0
  }

  static func isInteger(_ bytes: Bytes) -> Bool {
    var index = signEnd(bytes)
    return digits(bytes, &index) > 0 && index == bytes.count
  }

  static func isDouble(_ bytes: Bytes) -> Bool {
    if bytes.elementsEqual("INF".utf8) || bytes.elementsEqual("-INF".utf8) || bytes.elementsEqual("NaN".utf8) {
      return true
    }
    var index = signEnd(bytes)
    let whole = digits(bytes, &index)
    var fraction = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      fraction = digits(bytes, &index)
    }
    guard whole + fraction > 0 else { return false }
    if index == bytes.count { return true }
    guard bytes[index] | 0x20 == UInt8(ascii: "e") else { return false }
    index += 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { index += 1 }
    return digits(bytes, &index) > 0 && index == bytes.count
  }

  /// The value of a double; the text must be one.
  static func double(_ bytes: Bytes) -> Double {
    switch bytes.string {
    case "INF": .infinity
    case "-INF": -.infinity
    case "NaN": .nan
    case let text: Double(text) ?? .nan
    }
  }

  /// The value of a float, or infinity where it is beyond.
  static func float(_ bytes: Bytes) -> Double {
    switch bytes.string {
    case "INF": .infinity
    case "-INF": -.infinity
    case "NaN": .nan
    case let text: Double(Float(text) ?? .nan)
    }
  }

  private static func signEnd(_ bytes: Bytes) -> Int {
    guard let first = bytes.first else { return 0 }
    return first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? 1 : 0
  }

  private static func digits(_ bytes: Bytes, _ index: inout Int) -> Int {
    let start = index
    while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
    return index - start
  }
}

/// A decimal number of any size.
struct DecimalValue: Hashable, Comparable, Sendable {
  private(set) var isNegative: Bool
  /// Without leading zeros.
  private(set) var whole: [UInt8]
  /// Without trailing zeros.
  private(set) var fraction: [UInt8]

  /// The text must be a decimal number.
  init(_ bytes: Bytes) {
    var rest = bytes[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if let first = rest.first, !first.isASCIIDigit, first != UInt8(ascii: ".") { rest = rest.dropFirst() }
    let point = rest.firstIndex(of: UInt8(ascii: ".")) ?? rest.endIndex
    whole = Array(rest[..<point].drop { $0 == UInt8(ascii: "0") })
    fraction = Array(rest[point...].dropFirst())
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    if whole.isEmpty, fraction.isEmpty { isNegative = false }
  }

  init(_ text: StaticString) {
    self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let (small, large) = left.isNegative ? (right, left) : (left, right)
    if small.whole.count != large.whole.count { return small.whole.count < large.whole.count }
    if small.whole != large.whole { return small.whole.lexicographicallyPrecedes(large.whole) }
    return small.fraction.lexicographicallyPrecedes(large.fraction)
  }

  var digitCount: Int { max(1, whole.count + fraction.count) }
}
