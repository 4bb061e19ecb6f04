/// What is said of a time agrees: `from` ≤ `when` ≤ `to`, `notBefore` ≤ `when` ≤ `notAfter`; the same for dates of ISO 8601.
public struct DateOrderRule: ValidationRule {
  public let codes = ["date-order"]

  /// What must not be later than what, in the order in which they are told.
  private static let pairs = [
    ("from", "to"), ("notBefore", "notAfter"), ("from", "when"), ("when", "to"), ("notBefore", "when"),
    ("when", "notAfter"),
  ]
  /// The same, by their numbers among the attributes of ``DateAttributes``.
  private static let numbers = [(1, 2), (3, 4), (1, 0), (0, 2), (3, 0), (0, 4)]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    document.elements.flatMap { element in
      ["", "-iso"].flatMap { suffix in
        Self.pairs.compactMap { pair in
          let (first, last) = (pair.0 + suffix, pair.1 + suffix)
          guard let begin = element[first], let end = element[last],
            Self.isReversed(begin, end, isISO: !suffix.isEmpty)
          else { return nil }
          return Finding(.error, code: codes[0], "\(first)=\"\(begin)\" is later than \(last)=\"\(end)\"", at: element)
        }
      }
    }
  }

  /// The same of attributes that are told by their numbers.
  static func isReversed(_ value: (Int) -> String?, isISO: Bool) -> Bool {
    numbers.contains { first, last in
      guard let begin = value(first), let end = value(last) else { return false }
      return isReversed(begin, end, isISO: isISO)
    }
  }

  private static func isReversed(_ begin: String, _ end: String, isISO: Bool) -> Bool {
    guard let left = W3CDate(begin, isISO: isISO), let right = W3CDate(end, isISO: isISO) else { return false }
    return left.isAfter(right)
  }
}

/// A date as XML Schema writes it, as far as its order goes: year, month, day, hour, minute, second.
///
/// Dates are compared by the components that both have; times of different zones by their days alone. Dates without
/// a year, which return each year, have no order.
private struct W3CDate {
  private var components: [Double]
  private var zone: Substring = ""

  /// - Parameter isISO: Whether it is of ISO 8601: then those of its forms are read that XML Schema has, too, and
  ///   `20240613`.
  init?(_ text: String, isISO: Bool) {
    let text = isISO ? Self.extended(text) : text
    guard !isISO || Self.looksAlike(text) else { return nil }
    let isBeforeChrist = text.hasPrefix("-")
    var rest = isBeforeChrist ? text.dropFirst() : text[...]
    guard rest.first?.isNumber == true else { return nil }
    var time: Substring = ""
    if let mark = rest.firstIndex(of: "T") {
      time = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
      let end = time.firstIndex { "Z+-".contains($0) } ?? time.endIndex
      zone = time[end...]
      time = time[..<end]
    } else {
      // The zone of a day moves it by hours: too little to tell an order by.
      rest = rest.prefix { !"Z+".contains($0) }
    }
    let days = rest.split(separator: "-").prefix(3).map { Double($0) }
    let hours = time.split(separator: ":").map { Double($0) }
    guard !days.isEmpty, !(days + hours).contains(nil) else { return nil }
    components = (days + hours).compactMap { $0 }
    if isBeforeChrist { components[0] = -components[0] }
  }

  private static func extended(_ text: String) -> String {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return text }
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }

  /// Whether it is a year, a month or a day, with or without a time: not a week, a day of the year, a season or a span.
  private static func looksAlike(_ text: String) -> Bool {
    let date = text.utf8.prefix { $0 != UInt8(ascii: "T") }
    let digits = date.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
    guard ["0000", "0000-00", "0000-00-00"].contains(String(decoding: digits, as: UTF8.self)) else { return false }
    return digits.count != 7 || (Int(text.dropFirst(5).prefix(2)) ?? 0) <= 12
  }

  func isAfter(_ other: W3CDate) -> Bool {
    let common = zone == other.zone ? components.count : 3
    for (left, right) in zip(components.prefix(common), other.components.prefix(common)) where left != right {
      return left > right
    }
    return false
  }
}
