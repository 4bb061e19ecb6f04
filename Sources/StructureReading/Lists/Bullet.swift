import ArticleModel

/// The characters that mark an item of a bulleted list.
enum Bullet {
  /// The marks that also open speech: – and —.
  static let dash: UInt8 = 6
  static let hyphen = UInt8(ascii: "-")
  /// What is ticked or not: the mark says something, so that it stays in the text of its item.
  static let check: UInt8 = 8

  /// The bullet at a place and where it ends; nil where there is none. Bullets that look alike have one number.
  static func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (mark: UInt8, end: Int)? {
    let scalar = Characters.decode(bytes, at: start, end: end)
    var after = start + scalar.length
    let mark: UInt8
    switch scalar.value {
    case 0x2D, 0x2A, 0x2B: mark = UInt8(scalar.value)  // - * +
    // Word processors leave this letter for a hollow bullet.
    case 0x6F where after < end && Characters.isASCIISpace(bytes[after]): mark = 0x6F
    case 0x2022: mark = 1  // •
    case 0x2023, 0x27A2, 0x25B8, 0x25BA, 0x203A: mark = 2  // ‣ ➢ ▸ ► ›
    case 0x25E6, 0x25CB: mark = 3  // ◦ ○
    case 0x25AA, 0x25A0, 0x25AB, 0x25A1, 0x2751: mark = 4  // ▪ ■ ▫ □ ❑
    case 0x25CF, 0xB7, 0x2219, 0x30FB: mark = 5  // ● · ∙ ・
    case 0x2013, 0x2014: mark = dash  // – —
    case 0x2713, 0x2714: mark = 7  // ✓ ✔
    case 0x25B6, 0x27A1: mark = 9  // ▶ ➡
    case 0x2192, 0x21D2, 0x279C, 0x279E, 0x27A4, 0x276F: mark = 10  // → ⇒ ➜ ➞ ➤ ❯
    case 0x25C6, 0x25C7, 0x2666, 0x2756, 0x2726, 0x2727: mark = 11  // ◆ ◇ ♦ ❖ ✦ ✧
    case 0x2605, 0x2606, 0x2B50, 0x2728: mark = 12  // ★ ☆ ⭐ ✨
    case 0x1F449: mark = 13  // 👉
    case 0x1F538, 0x1F539, 0x1F536, 0x1F537: mark = 14  // 🔸 🔹 🔶 🔷
    case 0x1F534, 0x1F535, 0x1F7E0...0x1F7E4, 0x26AB, 0x26AA: mark = 15  // 🔴 🔵 🟠 … ⚫ ⚪
    case 0x1F4CC, 0x1F4CD: mark = 16  // 📌 📍
    default: return nil
    }
    // A selector says only how an emoji is to be drawn.
    if scalar.value >= 0x2000, after + 2 < end, bytes[after] == 0xEF, bytes[after + 1] == 0xB8,
      bytes[after + 2] == 0x8F
    {
      after += 3
    }
    return (mark, after)
  }

  /// ``check`` where a line begins with a box or a tick that stands before a space.
  static func checkMark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt8? {
    var after: Int
    if bytes[start] == UInt8(ascii: "[") {
      guard start + 3 < end, bytes[start + 2] == UInt8(ascii: "]"), " xX".utf8.contains(bytes[start + 1]) else {
        return nil
      }
      after = start + 3
    } else {
      guard bytes[start] >= 0xE2 else { return nil }
      let scalar = Characters.decode(bytes, at: start, end: end)
      switch scalar.value {
      // ☐ ☑ ☒ ✅ ❌ ✗ ✘ ❎ ✕ ✖
      case 0x2610, 0x2611, 0x2612, 0x2705, 0x274C, 0x2717, 0x2718, 0x274E, 0x2715, 0x2716: break
      default: return nil
      }
      after = start + scalar.length
      if after + 2 < end, bytes[after] == 0xEF, bytes[after + 1] == 0xB8, bytes[after + 2] == 0x8F { after += 3 }
    }
    guard after < end else { return nil }
    return Characters.isSpace(Characters.decode(bytes, at: after, end: end).value) ? check : nil
  }

  /// Whether an item alone with this bullet may be something else: speech, a footnote, a sum, a word, an arrow to a link.
  static func wantsCompany(_ mark: UInt8) -> Bool {
    switch mark {
    case hyphen, 1, 2, 3, 4, 7: false
    default: true
    }
  }
}
