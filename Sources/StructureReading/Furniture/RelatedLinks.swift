import ArticleModel

/// The titles of other articles below "Related articles".
struct RelatedLinks {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>
  /// More lines than this are no list of links, in characters no more than that is a title.
  private static let most = 12
  private static let longestTitle: Int32 = 120

  /// Labels the short lines below a line that announces them, until the text goes on.
  func label(_ labels: inout [LineLabel?], below heading: Int) {
    // "Read more: Rain in the south" is the link itself.
    guard lines[heading].words <= 6, !hasTitle(heading) else { return }
    var titles: [Int] = []
    var index = heading + 1
    while index < lines.count, titles.count <= Self.most {
      if lines[index].isBlank {
        // The links are one block; the heading may stand apart from it.
        if !titles.isEmpty { break }
      } else {
        guard labels.isOpen(index, lines), isTitle(lines[index]), !BylinePhrases.isCredit(lines[index], bytes) else {
          break
        }
        titles.append(index)
      }
      index += 1
    }
    guard titles.count <= Self.most else { return }
    // Right above a paragraph the last short line is its heading as likely as a link.
    if index < lines.count, !lines[index].isBlank, labels[index] == nil,
      lines[index].length > Self.longestTitle || lines[index].endsSentence
    {
      titles = titles.dropLast()
    }
    for title in titles {
      labels[title] = LineLabel(.furniture(.related), lines[title].text, certainty: 0.75)
    }
  }

  private func isTitle(_ line: SourceLine) -> Bool {
    line.length <= Self.longestTitle && line.words >= 2 && (!line.endsSentence || line.lastMark == 0x3F)
      && line.innerSentenceEnds == 0 && line.lastMark != 0x3A && Characters.isUpper(line.first)
  }

  /// Whether something stands behind the colon or the bar of "Read more: …".
  private func hasTitle(_ index: Int) -> Bool {
    let text = bytes[lines[index].text.bytes]
    guard let mark = text.firstIndex(where: { $0 == 0x3A || $0 == 0x7C }) else { return false }
    return text[(mark + 1)...].contains { Characters.isASCIILetter($0) || $0 >= 0x80 }
  }
}
