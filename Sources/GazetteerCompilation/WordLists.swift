import EntityRecognition
import Foundation

/// Given names, surnames, and the words that running text has in lower case.
struct WordLists {
  let givenNames: Set<String>
  let surnames: Set<String>
  let commonWords: Set<String>

  init(givenNames: URL, surnames: URL, text: URL) throws {
    self.givenNames = try Self.lines(of: givenNames)
    self.surnames = try Self.lines(of: surnames)
    commonWords = Self.commonWords(of: try String(contentsOf: text, encoding: .utf8))
  }

  func flags(of word: String) -> WordFlags {
    var flags: WordFlags = []
    if givenNames.contains(word) { flags.insert(.isGivenName) }
    if surnames.contains(word) { flags.insert(.isSurname) }
    if commonWords.contains(word.lowercased()) { flags.insert(.isCommonWord) }
    return flags
  }

  private static func lines(of url: URL) throws -> Set<String> {
    Set(
      try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.count > 1 })
  }

  /// A word is common where it stands in lower case at least twice and at least a tenth as often as with a capital.
  private static func commonWords(of text: String) -> Set<String> {
    var lower: [Substring: Int] = [:]
    var capitalised: [String: Int] = [:]
    for word in text.split(whereSeparator: { !$0.isLetter }) {
      if word.first!.isLowercase {
        lower[word, default: 0] += 1
      } else {
        capitalised[word.lowercased(), default: 0] += 1
      }
    }
    return Set(
      lower.lazy.filter { $0.value >= 2 && $0.value * 10 >= capitalised[String($0.key)] ?? 0 }.map { String($0.key) })
  }
}
