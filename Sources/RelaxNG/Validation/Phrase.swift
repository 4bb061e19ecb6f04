internal import ArticleModel

/// Parts of messages.
package enum Phrase {
  /// A handful.
  static let longestList = 6

  /// `"a", "b" or "c"`; of a long list the first, and how many others.
  package static func list(_ phrases: [String], _ conjunction: String = "or") -> String {
    if phrases.count > longestList {
      return phrases.prefix(longestList - 1).joined(separator: ", ")
        + " \(conjunction) \(conjunction == "or" ? "one of " : "")\(phrases.count - longestList + 1) others"
    }
    guard let last = phrases.last else { return "nothing" }
    return phrases.count == 1 ? last : phrases.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  package static func quoted(_ text: String) -> String { text.count > 40 ? "\"\(text.prefix(39))…\"" : "\"\(text)\"" }

  /// The beginning of a text in quotes, white space collapsed.
  static func quoted(_ text: Bytes) -> String {
    var end = min(text.count, 400)
    while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return quoted(String(decoding: text.slice(0, end).collapsed, as: UTF8.self))
  }
}
