/// Splits a block into sentences, simply: after `.`, `!`, `?` or `…` and closing quotes, where a space and then a capital,
/// a digit or an opening quote follow. Not after initials and the commonest titles.
enum SentenceSplitter {
  private static let titles: Set<String> = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Lt", "Maj", "Capt", "Sgt", "Adm", "St", "Sen", "Rep", "Gov", "No",
    "vs", "Jr", "Sr",
  ]

  /// Where the sentences of a text begin, in order, and where the text ends.
  ///
  /// - Parameter borders: Where blocks begin and end, in order: each begins a sentence.
  static func starts(in text: [UInt8], borders: [Int]) -> [Int] {
    var starts: [Int] = []
    for (index, border) in borders.enumerated() {
      starts.append(border)
      let block = text[border..<(index + 1 < borders.count ? borders[index + 1] : text.count)]
      var cursor = block.startIndex
      while cursor < block.endIndex {
        if let next = boundary(at: cursor, in: block) {
          if next < block.endIndex { starts.append(next) }
          cursor = next
        } else {
          cursor += 1
        }
      }
    }
    return starts
  }

  /// Where the next sentence begins, if one ends at `index`.
  private static func boundary(at index: Int, in block: ArraySlice<UInt8>) -> Int? {
    let byte = block[index]
    let isDot = byte == UInt8(ascii: ".")
    let isEllipsis = byte == 0xE2 && block[index...].starts(with: [0xE2, 0x80, 0xA6])
    guard isDot || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || isEllipsis else { return nil }
    if isDot, endsAbbreviation(block[..<index]) { return nil }
    var scalars = Substring.UnicodeScalarView(
      Substring(decoding: block[(index + (isEllipsis ? 3 : 1))...].prefix(64), as: UTF8.self).unicodeScalars)
    let length = scalars.reduce(0) { $0 + UTF8.width($1) }
    while let scalar = scalars.first, "\"'”’»)]!?.…".unicodeScalars.contains(scalar) { scalars.removeFirst() }
    guard let space = scalars.first, space.properties.isWhitespace else { return nil }
    while let scalar = scalars.first, scalar.properties.isWhitespace { scalars.removeFirst() }
    guard let first = scalars.first,
      first.properties.isUppercase || first.properties.numericType != nil || "\"'“‘«([„".unicodeScalars.contains(first)
    else { return nil }
    let rest = scalars.reduce(0) { $0 + UTF8.width($1) }
    return index + (isEllipsis ? 3 : 1) + length - rest
  }

  /// Whether what stands before a full stop is an initial or a title.
  private static func endsAbbreviation(_ before: ArraySlice<UInt8>) -> Bool {
    let word = before.suffix(8).reversed().prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x80 }
    let text = String(decoding: word.reversed(), as: UTF8.self)
    return titles.contains(text)
      || (text.unicodeScalars.count == 1 && text.unicodeScalars.first!.properties.isUppercase)
  }
}
