import ArticleModel

/// The word before a full stop.
extension TextCursor {
  /// Where the stretch before `index` without spaces, brackets and quotation marks begins.
  func tokenStart(before index: Int, from first: Int) -> Int {
    var start = index
    // No abbreviation is longer, and an address may be of any length.
    let limit = max(first, index - 40)
    while start > limit {
      let (value, length) = scalar(before: start)
      guard !Characters.isSpace(value), !Self.isBorder(value) else { break }
      start -= length
    }
    return start
  }

  private static func isBorder(_ value: UInt32) -> Bool {
    switch value {
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x22, 0x2A, 0x5F, 0x3C, 0x3E, 0xAB, 0xBB, 0xBF, 0xA1: true
    // Dashes and quotation marks, but not the apostrophe.
    case 0x2012...0x2018, 0x201A...0x2024, 0x2039, 0x203A, 0x3000...0x303F: true
    default: false
    }
  }

  /// What of a token stands behind its last hyphen, slash or apostrophe: "Ing" of "Dipl.-Ing", "art" of "l’art".
  func lastPiece(of token: Range<Int>) -> Range<Int> {
    var start = token.upperBound
    while start > token.lowerBound {
      let (value, length) = scalar(before: start)
      if value == 0x2D || value == 0x2F || Characters.isApostrophe(value) { break }
      start -= length
    }
    return start..<token.upperBound
  }

  /// The one or two letters and the full stop that stand before a word, perhaps with a space between: "z. " before "B".
  func shortPiece(before index: Int, from first: Int) -> Range<Int>? {
    let dotEnd = trimmingSpaces(index, from: first)
    guard index - dotEnd <= 3, dotEnd > first, bytes[dotEnd - 1] == UInt8(ascii: ".") else { return nil }
    let start = letterStart(dotEnd - 1, from: first)
    let piece = start..<(dotEnd - 1)
    guard !piece.isEmpty, letterCount(piece) <= 2 else { return nil }
    return piece
  }

  /// Whether a word of small letters follows a number: "20 m", "5 ms".
  func followsNumber(_ piece: Range<Int>, from first: Int) -> Bool {
    let before = trimmingSpaces(piece.lowerBound, from: first)
    return before < piece.lowerBound && before > first && Characters.isDigit(bytes[before - 1]) && piece.count <= 3
      && bytes[piece].allSatisfy { $0 &- 0x61 < 26 }
  }

  /// How many letters stand at the beginning of a piece that is all letters; for one that is not, more than any initial
  /// has.
  func letterCount(_ piece: Range<Int>) -> Int {
    var count = 0
    var index = piece.lowerBound
    while index < piece.upperBound {
      let (value, length) = scalar(at: index)
      if Characters.isLetter(value) { count += 1 } else if !Characters.isMark(value) { return .max }
      index += length
    }
    return count
  }

  /// Digits, and what divides them: "3", "3.5", "1 000", "18:30".
  func isNumber(_ piece: Range<Int>) -> Bool {
    Characters.isDigit(bytes[piece.lowerBound])
      && bytes[piece].allSatisfy { Characters.isDigit($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x3A }
  }

  func isInteger(_ piece: Range<Int>) -> Bool { bytes[piece].allSatisfy(Characters.isDigit) }

  /// One or two letters between full stops, at least twice: "U.S", "J.R.R", "Ph.D".
  func isDotted(_ piece: Range<Int>) -> Bool {
    var letters = 0
    var dots = 0
    var index = piece.lowerBound
    while index < piece.upperBound {
      let (value, length) = scalar(at: index)
      if value == 0x2E {
        guard letters > 0 else { return false }
        dots += 1
        letters = 0
      } else if Characters.isLetter(value), letters < 2 {
        letters += 1
      } else {
        return false
      }
      index += length
    }
    return dots > 0 && letters > 0
  }

  /// A number in Roman capitals, of two letters or more.
  func isRoman(_ piece: Range<Int>) -> Bool {
    (2...8).contains(piece.count)
      && bytes[piece].allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"): true
        default: false
        }
      }
  }

  /// A word of two to four Latin letters, all but the first small, that nobody could speak: "Bhf", "mgmt", but not "GPS",
  /// "GmbH".
  func lacksVowels(_ piece: Range<Int>) -> Bool {
    (2...4).contains(piece.count) && Characters.isASCIILetter(bytes[piece.lowerBound])
      && bytes[piece.dropFirst()].allSatisfy { $0 &- 0x61 < 26 }
      && bytes[piece].allSatisfy { byte in
        switch byte | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
          UInt8(ascii: "y"):
          false
        default: true
        }
      }
  }

  /// Behind the bracket that may open a sentence.
  func skippingOpening(_ index: Int) -> Int {
    let (value, length) = scalar(at: index)
    return Characters.isOpening(value) ? index + length : index
  }
}
