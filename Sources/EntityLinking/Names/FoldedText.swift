import ArticleModel

/// A name as it is compared: without case, diacritics, apostrophes, full stops and hyphens, word by word.
///
/// "KOVAČ", "Kovač’s" and "Kovac" are one; so are "J. D. Vance" and "JD Vance", "Jean-Claude" and "Jean Claude". The
/// room is used again for the next name, so that an article's names cost no allocation each.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  /// The ends of the words in ``bytes``.
  private(set) var ends: [Int] = []

  /// The words of a name. A possessive at its end is no part of it.
  mutating func fold(_ name: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    let end = Self.endWithoutPossessive(name)
    var index = 0
    while index < end {
      let byte = name[index]
      if byte < 0x80 {
        index += 1
        if Characters.isASCIILetter(byte) {
          bytes.append(byte | 0x20)
        } else if Characters.isDigit(byte) {
          bytes.append(byte)
        } else if byte == 0x26 {
          close()
          bytes += "and".utf8
          close()
        } else if byte != 0x2E, byte != 0x27 {
          close()
        }
      } else {
        let (value, length) = Characters.decode(name, at: index, end: end)
        index += length
        append(value)
      }
    }
    close()
    joinInitials()
  }

  private mutating func close() {
    if bytes.count > (ends.last ?? 0) { ends.append(bytes.count) }
  }

  private mutating func append(_ value: UInt32) {
    if Characters.isApostrophe(value) || value == 0xAD { return }
    if value &- LatinLetters.first < LatinLetters.count {
      let base = LatinLetters.bases[Int(value - LatinLetters.first)]
      if base.isEmpty { close() } else { bytes += base.utf8 }
    } else if let folded = LatinLetters.folded(value) {
      bytes += folded.utf8
    } else {
      close()
    }
  }

  private static func endWithoutPossessive(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var end = name.count
    while end > 0, Characters.isASCIISpace(name[end - 1]) { end -= 1 }
    guard end > 2, name[end - 1] | 0x20 == 0x73 else { return end }
    if name[end - 2] == 0x27 { return end - 2 }
    if name[end - 2] == 0xBC, name[end - 3] == 0xCA { return end - 3 }
    return end > 3 && name[end - 2] == 0x99 && name[end - 3] == 0x80 && name[end - 4] == 0xE2 ? end - 4 : end
  }

  /// "j", "d", "vance": "jd", "vance".
  private mutating func joinInitials() {
    guard ends.count > 2 else { return }
    var joined: [Int] = []
    var start = 0
    var isInitial = false
    for end in ends {
      let isLetter = end - start == 1
      if isLetter, isInitial { joined[joined.count - 1] = end } else { joined.append(end) }
      isInitial = isLetter
      start = end
    }
    if joined.count < ends.count { ends = joined }
  }

  /// The words as they are compared.
  var words: [FoldedWord] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      return FoldedWord(bytes[start..<end])
    }
  }

  /// The words in letters.
  var strings: [String] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }
}

/// Names of other places than articles, folded.
package enum NameFolding {
  /// The words of a name in letters.
  package static func words(of name: some StringProtocol) -> [String] { text(name).strings }

  /// The words of a name as they are compared.
  static func folded(_ name: some StringProtocol) -> [FoldedWord] { text(name).words }

  private static func text(_ name: some StringProtocol) -> FoldedText {
    var text = FoldedText()
    var name = String(name)
    name.withUTF8 { text.fold($0) }
    return text
  }
}

/// Letters beyond ASCII without case and marks.
private enum LatinLetters {
  static let first: UInt32 = 0x80
  static let count: UInt32 = 0x250 - 0x80
  /// Those of the Latin blocks; empty for what is no letter.
  static let bases: [String] = (first..<(first + count)).map { folded($0) ?? "" }

  /// "" for a mark by itself; nil for what is no letter. The base of a Latin letter stands in its name: LATIN SMALL
  /// LETTER C WITH CARON.
  static func folded(_ value: UInt32) -> String? {
    if Characters.isMark(value) { return "" }
    guard let properties = Unicode.Scalar(value)?.properties,
      properties.isAlphabetic || properties.numericType != nil
    else { return nil }
    let lower = properties.lowercaseMapping
    guard let first = lower.unicodeScalars.first, first.value < 0x1F00, let name = first.properties.name,
      name.hasPrefix("LATIN SMALL LETTER ")
    else { return lower }
    let base = name.dropFirst("LATIN SMALL LETTER ".count).prefix { $0 != " " }
    switch base {
    case "SHARP": return "ss"
    case "AE", "OE": return base.lowercased()
    case "DOTLESS": return "i"
    case "THORN": return "th"
    case "ETH": return "d"
    default: return base.utf8.count == 1 ? base.lowercased() : lower
    }
  }
}
