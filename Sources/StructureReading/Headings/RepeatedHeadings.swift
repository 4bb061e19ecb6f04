import ArticleModel

/// Headings that come again in each section: "Pros" and "Cons" below the name of each product.
enum RepeatedHeadings {
  /// The places of headings whose text comes more than once, each time below another heading that comes once.
  static func places(_ texts: [SourceRange], _ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    let keys = texts.map { key($0, bytes) }
    var counts: [[UInt8]: Int] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    // How many headings that come once stand above each.
    var singles = 0
    var above: [[UInt8]: Int] = [:]
    var others: Set<[UInt8]> = []
    for key in keys {
      if counts[key] == 1 {
        singles += 1
        continue
      }
      if singles <= above[key] ?? 0 { others.insert(key) }
      above[key] = singles
    }
    return keys.indices.filter { (counts[keys[$0]] ?? 0) > 1 && !others.contains(keys[$0]) }
  }

  /// The text without regard to ASCII case and a colon at its end.
  private static func key(_ text: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var key = bytes[text.bytes].map { Characters.isASCIILetter($0) ? $0 | 0x20 : $0 }
    while let last = key.last, last == 0x3A || last == 0x20 { key.removeLast() }
    return key
  }
}
