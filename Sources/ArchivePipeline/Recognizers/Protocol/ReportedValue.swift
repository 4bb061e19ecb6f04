import ArticleModel
import TEIEncoding

/// What words mean, as a recogniser says it by the names of TEI's attributes.
enum ReportedValue {
  private typealias Fault = RecognizerLine.Fault

  /// The value of a mention; none where none is given.
  ///
  /// - Throws: `Fault` where the schema would not take it.
  static func value(_ members: [String: String]?, _ type: MentionType) throws(RecognizerLine.Fault) -> MentionValue {
    guard let members, !members.isEmpty else { return .none }
    let names = self.names(type)
    if let other = members.keys.sorted().first(where: { !names.contains($0) }) {
      let expected = names.isEmpty ? "none for type \"\(type.rawValue)\"" : names.joined(separator: ", ")
      throw Fault(message: "value has \"\(other.excerpt())\"; expected \(expected)")
    }
    for (name, text) in members.sorted(by: { $0.key < $1.key }) {
      if let expected = expected(name, text, type) {
        throw Fault(message: "\"\(name)\" of a value is \"\(text.excerpt(40))\"; expected \(expected)")
      }
    }
    switch type {
    case .date:
      for (first, last) in [("from", "to"), ("notBefore", "notAfter")] {
        guard let begin = members[first], let end = members[last] else { continue }
        let common = min(begin.utf8.count, end.utf8.count)
        guard begin.prefix(common) <= end.prefix(common) else {
          throw Fault(message: "value ends before it begins: \(first) \(begin), \(last) \(end)")
        }
      }
      return .date(
        DateValue(
          when: members["when"], from: members["from"], to: members["to"], notBefore: members["notBefore"],
          notAfter: members["notAfter"]))
    case .time: return .time(members["when"] ?? "")
    case .reference: return .target(members["target"] ?? "")
    default:
      return .quantity(
        QuantityValue(
          quantity: members["quantity"], atLeast: members["atLeast"], atMost: members["atMost"], unit: members["unit"]))
    }
  }

  /// What a value may have.
  private static func names(_ type: MentionType) -> [String] {
    switch type {
    case .date: ["when", "from", "to", "notBefore", "notAfter"]
    case .time: ["when"]
    case .number: ["quantity", "atLeast", "atMost"]
    case .percentage, .money, .measure: ["quantity", "atLeast", "atMost", "unit"]
    case .reference: ["target"]
    default: []
    }
  }

  /// What was expected of a member; nil where it is that.
  private static func expected(_ name: String, _ text: String, _ type: MentionType) -> String? {
    switch name {
    case "quantity", "atLeast", "atMost": return isDecimal(text) ? nil : "a decimal, as 14000000 or -3.5"
    case "unit":
      let isWord = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
      return isWord ? nil : "a code without spaces, as EUR or km"
    case "target": return AbsoluteURI.checked(text) == text ? nil : "an absolute URI"
    default:
      if type == .time { return isTime(text) ? nil : "a time, as 14:30:00 or 14:30:00Z" }
      return ISODate.isValid(text) ? nil : "YYYY, YYYY-MM or YYYY-MM-DD"
    }
  }

  private static func isDecimal(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(Characters.isDigit) }
  }

  private static func isTime(_ text: String) -> Bool {
    let bytes = Array((text.hasSuffix("Z") ? text.dropLast() : text[...]).utf8)
    guard bytes.count == 8, bytes[2] == 0x3A, bytes[5] == 0x3A else { return false }
    let numbers = [0, 3, 6].map { Int(String(decoding: bytes[$0..<($0 + 2)], as: UTF8.self)) ?? 99 }
    return bytes.allSatisfy { $0 == 0x3A || Characters.isDigit($0) }
      && numbers[0] < 24 && numbers[1] < 60 && numbers[2] < 60
  }
}
