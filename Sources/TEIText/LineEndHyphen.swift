/// A hyphen before the end of a line, which may divide a word or belong to it.
struct LineEndHyphen {
  enum Decision { case apart, joined, joinedWithout }

  /// How many bytes it has; 0 where there is none.
  private(set) var length = 0
  /// Whether it never is anything but the mark of a division: a soft hyphen, a not sign.
  private var isMark = false

  init() {}

  /// Looks at the end of a text.
  ///
  /// - Parameter start: Where its line begins.
  init(endOf text: [UInt8], from start: Int) {
    for (bytes, isMark) in Self.hyphens where text.count - start > bytes.count && text[start...].hasSuffix(bytes) {
      let before = text[text.count - bytes.count - 1]
      // After a space it is a dash; after a hyphen too.
      guard before >= 0x80 || Self.isLetterOrDigit(before) else { return }
      length = bytes.count
      self.isMark = isMark
      return
    }
  }

  /// The hyphen-minus, U+2010, U+2E17 of Fraktur, the soft hyphen, the not sign of transcriptions.
  private static let hyphens: [(bytes: [UInt8], isMark: Bool)] = [
    ([0x2D], false), ([0xE2, 0x80, 0x90], false), ([0xE2, 0xB8, 0x97], false), ([0xC2, 0xAD], true),
    ([0xC2, 0xAC], true),
  ]

  /// Words before which a hyphen stands for the rest of a word: "Haupt- und Nebensatz".
  private static let joiningWords: Set<String> = [
    "und", "oder", "bzw", "bis", "noch", "vnd", "vnnd", "unnd", "and", "or", "to", "en", "of", "et", "ou", "y", "o",
    "e",
    "og", "eller", "och",
  ]

  /// What becomes of it before what stands on the next line.
  func decision(before rest: ArraySlice<UInt8>) -> Decision {
    if isMark { return .joinedWithout }
    guard let first = Self.firstScalar(rest) else { return .apart }
    if first.properties.isLowercase {
      let word = rest.prefix { $0 >= 0x80 || Self.isLetterOrDigit($0) }
      return Self.joiningWords.contains(String(decoding: word, as: UTF8.self)) ? .apart : .joinedWithout
    }
    return first.properties.isAlphabetic || (0x30...0x39).contains(first.value) ? .joined : .apart
  }

  private static func firstScalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
