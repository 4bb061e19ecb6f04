internal import ArticleModel

/// Tags of languages (BCP 47, which is RFC 5646).
enum LanguageTag {
  /// Tags of old that do not follow the grammar (RFC 5646, section 2.1, `irregular`).
  private static let irregular: Set<String> = [
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo",
    "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
  ]

  /// What says that there is no language, or none in particular, and need not be declared.
  static let special: Set<String> = ["", "und", "zxx", "mul", "mis"]

  /// Whether a tag follows the grammar. Whether its subtags are registered is not looked at.
  static func isWellFormed(_ tag: String) -> Bool {
    if irregular.contains(tag.lowercased()) { return true }
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard
      parts.allSatisfy({
        (1...8).contains($0.count) && $0.allSatisfy { Characters.isASCIILetter($0) || Characters.isDigit($0) }
      })
    else {
      return false
    }
    var rest = parts[...]
    func takes(_ accepts: (Substring.UTF8View) -> Bool) -> Bool {
      guard let part = rest.first, accepts(part) else { return false }
      rest.removeFirst()
      return true
    }
    if !isSingle("x", rest.first) {
      guard takes({ (2...8).contains($0.count) && $0.allSatisfy(Characters.isASCIILetter) }) else { return false }
      if parts[0].count < 4 {
        var count = 0
        while count < 3, takes({ $0.count == 3 && $0.allSatisfy(Characters.isASCIILetter) }) { count += 1 }
      }
      _ = takes { $0.count == 4 && $0.allSatisfy(Characters.isASCIILetter) }
      _ = takes {
        $0.count == 2 && $0.allSatisfy(Characters.isASCIILetter) || $0.count == 3 && $0.allSatisfy(Characters.isDigit)
      }
      while takes({ $0.count >= 5 || $0.count == 4 && Characters.isDigit($0.first!) }) {}
      while let part = rest.first, part.count == 1, !isSingle("x", part) {
        rest.removeFirst()
        guard takes({ $0.count >= 2 }) else { return false }
        while takes({ $0.count >= 2 }) {}
      }
    }
    guard isSingle("x", rest.first) else { return rest.isEmpty }
    return rest.count > 1
  }

  /// Whether one of two tags is the other with subtags behind it.
  static func isCovered(_ tag: String, by declared: some Sequence<String>) -> Bool {
    special.contains(String(tag.prefix { $0 != "-" }))
      || declared.contains { $0 == tag || tag.hasPrefix($0 + "-") || $0.hasPrefix(tag + "-") }
  }

  private static func isSingle(_ letter: String, _ part: Substring.UTF8View?) -> Bool {
    part.map { Substring($0).lowercased() == letter } ?? false
  }
}
