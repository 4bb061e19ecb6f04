import ArticleModel

/// What the title right before a name says of its bearer: "Mrs Clinton" is not Bill Clinton.
enum Honorific: UInt8 {
  case male, female

  private static let table: [WordKey: Honorific] = {
    var table: [WordKey: Honorific] = [:]
    for word in "mr mister sir lord king prince herr monsieur m señor sr don baron duke".split(separator: " ") {
      table[WordKey(word.utf8)!] = .male
    }
    for word in "mrs ms miss lady dame queen princess frau madame mme señora sra doña baroness duchess".split(
      separator: " ")
    {
      table[WordKey(word.utf8)!] = .female
    }
    return table
  }()

  /// The title that ends right before an offset, with or without a full stop.
  static func before(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Honorific? {
    var end = offset
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    guard end < offset else { return nil }
    if end > 0, bytes[end - 1] == 0x2E { end -= 1 }
    var start = end
    while start > 0, end - start < 12, Characters.isASCIILetter(bytes[start - 1]) || bytes[start - 1] >= 0x80 {
      start -= 1
    }
    guard start < end, bytes[start] &- 0x41 < 26, let key = WordKey(bytes[start..<end]) else { return nil }
    return table[key]
  }
}
