import ArticleModel

/// Finds the lines beside a table that belong to it: "Table 1: …" above or below, "Source: …" and "Note: …" below.
///
/// A caption stands next to its table and announces itself, or is a few words and a colon right above the rows.
struct CaptionLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  func label(_ labels: inout [LineLabel?]) {
    var index = 0
    var before = -1
    while index < lines.count {
      guard labels[index]?.isOfTable == true else {
        index += 1
        continue
      }
      var end = index
      while end < lines.count, labels[end]?.isOfTable == true { end += 1 }
      let hasCaption = labelAbove(index, after: before, &labels)
      labelBelow(end, hasCaption: hasCaption, &labels)
      before = end - 1
      index = end
    }
  }

  /// Labels the caption above the rows that begin at `first`, unless it is nearer to a table that ends at `before`.
  private func labelAbove(_ first: Int, after before: Int, _ labels: inout [LineLabel?]) -> Bool {
    let isApart = first > 0 && lines[first - 1].isBlank
    let index = isApart ? first - 2 : first - 1
    guard index >= 0, labels.isOpen(index, lines) else { return false }
    let isAnnounced = CaptionPhrases.kind(lines[index], bytes) == .caption
    guard isAnnounced || !isApart && introduces(index, labels) else { return false }
    labels[index] = LineLabel(.caption(.above), lines[index].text, certainty: isAnnounced ? 0.95 : 0.7)
    return true
  }

  /// Whether a line is a few words and a colon: "Prices by quarter:".
  private func introduces(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    let line = lines[index]
    // The last line of a paragraph is no line of its own.
    let isFirst = index == 0 || !labels.isOpen(index - 1, lines) || lines[index - 1].endsSentence
    return line.last == 0x3A && line.words <= 6 && line.length <= 50 && line.innerSentenceEnds == 0 && isFirst
      && Characters.isUpper(line.first)
  }

  /// Labels what stands below the rows that end before `end`.
  private func labelBelow(_ end: Int, hasCaption: Bool, _ labels: inout [LineLabel?]) {
    var next = end
    var hasCaption = hasCaption
    while true {
      let isApart = next < lines.count && lines[next].isBlank
      let index = isApart ? next + 1 : next
      guard index < lines.count, labels.isOpen(index, lines), let kind = CaptionPhrases.kind(lines[index], bytes) else {
        return
      }
      switch kind {
      case .source:
        // The last line of an article names the source of all of it.
        guard !isApart || labels.next(after: index, lines) != nil else { return }
        labels[index] = LineLabel(.caption(.source), lines[index].text, certainty: 0.9)
      case .note:
        guard !isApart else { return }
        labels[index] = LineLabel(.caption(.note), lines[index].text, certainty: 0.85)
      case .caption:
        guard !hasCaption, !isNearer(index, isApart: isApart, labels) else { return }
        labels[index] = LineLabel(.caption(.below), lines[index].text, certainty: 0.9)
        hasCaption = true
      }
      next = index + 1
    }
  }

  /// Whether a line stands at least as near to a table below it as to the one above.
  private func isNearer(_ index: Int, isApart: Bool, _ labels: [LineLabel?]) -> Bool {
    if index + 1 < lines.count, labels[index + 1]?.isOfTable == true { return true }
    return isApart && index + 2 < lines.count && lines[index + 1].isBlank && labels[index + 2]?.isOfTable == true
  }
}

extension LineLabel {
  fileprivate var isOfTable: Bool {
    switch kind {
    case .row, .delimiterRow: true
    default: false
    }
  }
}

/// The words that announce a caption, a source or a note, in four languages.
enum CaptionPhrases {
  private static let captions = Set(words: "table tab tab. tbl. tabelle tableau tabla cuadro")
  private static let sources = Set(words: "source sources quelle quellen fuente fuentes")
  private static let notes = Set(
    words: "note notes anmerkung anmerkungen hinweis remarque remarques lecture nota notas")

  /// The longest caption, in characters.
  private static let longest: Int32 = 300

  static func kind(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> TableNote.Kind? {
    guard line.length <= longest else { return nil }
    let end = Int(line.text.end)
    var index = Int(line.text.start)
    // Marks of emphasis.
    while index < end, bytes[index] == 0x2A || bytes[index] == 0x5F { index += 1 }
    let start = index
    while index < end, index - start < 12, Characters.isASCIILetter(bytes[index]) || bytes[index] == 0x2E { index += 1 }
    guard index > start, index < end else { return nil }
    let word = bytes[start..<index]
    index = afterBlanks(index, end, bytes)
    if bytes[index] == 0x3A {
      if sources.contains(word) { return .source }
      if notes.contains(word) { return .note }
      return nil
    }
    guard captions.contains(word), let number = afterNumber(index, end, bytes) else { return nil }
    return announces(number, end, line, bytes) ? .caption : nil
  }

  private static func afterBlanks(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index < end - 1 {
      if bytes[index] == 0x20 {
        index += 1
      } else if bytes[index] == 0xC2, bytes[index + 1] == 0xA0, index + 2 < end {
        index += 2
      } else if index + 3 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF {
        index += 3
      } else {
        break
      }
    }
    return index
  }

  /// Behind "3", "2.1", "A1", "IV".
  private static func afterNumber(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = start
    while index < end, index - start < 5, bytes[index] &- 0x41 < 26 { index += 1 }
    let letters = index - start
    var digits = 0
    while index < end, digits < 4 {
      if Characters.isDigit(bytes[index]) {
        digits += 1
      } else if !((bytes[index] == 0x2E || bytes[index] == 0x2D) && digits > 0 && index + 1 < end
        && Characters.isDigit(bytes[index + 1]))
      {
        break
      }
      index += 1
    }
    if digits > 0 { return letters <= 1 ? index : nil }
    let isRoman = bytes[start..<index].allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
    return letters > 0 && isRoman ? index : nil
  }

  /// Whether a title follows the number and not the rest of a sentence: "Table 1 shows that …".
  private static func announces(
    _ start: Int, _ end: Int, _ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let index = afterBlanks(start, end, bytes)
    guard index < end else { return true }
    switch bytes[index] {
    case 0x3A, 0x2E, 0x29, 0x7C, 0x2A, 0x2D: return true
    // An en or em dash.
    case 0xE2:
      return index + 2 < end && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94)
    default:
      let scalar = Characters.decode(bytes, at: index, end: end)
      return index > start && Characters.isUpper(scalar.value) && !line.endsSentence && line.words <= 20
        && line.lastMark != 0x3A
    }
  }
}
