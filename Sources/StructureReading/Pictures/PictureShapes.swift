import ArticleModel

/// What a line is that stands below a picture which the extractor left out: its caption or who made it.
enum PictureShapes {
  /// What a phrase makes of a line; nil where the rest of the line contradicts it.
  static func kind(_ match: PhraseLexicon.Match, _ line: SourceLine, _ folded: FoldedLine) -> LineLabel.Kind? {
    let hasRest = match.end < folded.bytes.count
    switch match.meaning {
    case .furniture(let kind): return .furniture(kind)
    case .credit:
      if match.place == .whole { return .credit }
      // Without a colon names must follow: "Photo by photo, she told …".
      let isAnnounced = !FoldedLine.isWord(folded.bytes[match.end - 1])
      return hasRest && line.length <= 160 && (isAnnounced || line.capitalisedWords * 2 >= line.words) ? .credit : nil
    case .picture:
      guard hasRest else { return nil }
      return line.endsSentence && line.words > 8 || line.words > 20 ? .figureCaption : .credit
    case .caption:
      if match.place == .ending { return line.length <= 320 && line.words >= 4 ? .figureCaption : nil }
      return .figureCaption
    case .figure: return isNumbered(folded, from: match.end) ? .figureCaption : nil
    }
  }

  /// "Figure 2: …", "Abb. 3. …": a number and a mark behind the word.
  private static func isNumbered(_ folded: FoldedLine, from end: Int) -> Bool {
    let bytes = folded.bytes
    func isDigit(_ index: Int) -> Bool { index < bytes.count && Characters.isDigit(bytes[index]) }
    guard end < bytes.count, bytes[end] == 0x20, isDigit(end + 1) else { return false }
    var index = end + 1
    while isDigit(index) || index < bytes.count && bytes[index] == 0x2E && isDigit(index + 1) { index += 1 }
    guard index + 2 < bytes.count else { return false }
    let isApart = bytes[index] == 0x20
    if isApart { index += 1 }
    switch bytes[index] {
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "|"): return true
    case UInt8(ascii: "-"): return isApart
    default: return false
    }
  }

  /// "© Reuters", "REUTERS/Ana Kovač", "Ana Kovač/Getty Images": a holder of rights, and a mark or a slash.
  static func isSigned(_ line: SourceLine, _ folded: FoldedLine) -> Bool {
    let bytes = folded.bytes
    guard line.length <= 90, line.digits == 0, !line.endsSentence || line.lastMark == 0x2E else { return false }
    if bytes.starts(with: PicturePhrases.copyright) {
      return bytes.count > 3 && bytes.count <= 60 && line.words <= 7
    }
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), !bytes.contains(UInt8(ascii: ":")),
      let last = bytes.lastIndex(where: FoldedLine.isWord)
    else { return false }
    return PicturePhrases.holders.contains { holder in
      let start = last + 1 - holder.count
      return folded.has(holder, at: folded.start) && slash <= folded.start + holder.count + 1
        || start > slash && !FoldedLine.isWord(bytes[start - 1]) && folded.has(holder, at: start)
    }
  }
}
