/// A span of time does not end before it begins: `from` ≤ `to`, `notBefore` ≤ `notAfter`.
public struct DateOrderRule: ValidationRule {
  public let codes = ["date-order"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    document.elements.flatMap { element in
      [("from", "to"), ("notBefore", "notAfter")].compactMap { first, last in
        guard let begin = element[first], let end = element[last], Self.isReversed(begin, end) else { return nil }
        return Finding(.error, code: codes[0], "\(first)=\"\(begin)\" is later than \(last)=\"\(end)\"", at: element)
      }
    }
  }

  static func isReversed(_ begin: String, _ end: String) -> Bool {
    guard let left = W3CDate(begin), let right = W3CDate(end) else { return false }
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

  init?(_ text: String) {
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

  func isAfter(_ other: W3CDate) -> Bool {
    let common = zone == other.zone ? components.count : 3
    for (left, right) in zip(components.prefix(common), other.components.prefix(common)) where left != right {
      return left > right
    }
    return false
  }
}
