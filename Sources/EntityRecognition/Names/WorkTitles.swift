import ArticleModel

/// Reads titles of works: words in quotation marks beside a word that says what they are the title of.
///
/// Quotation marks alone mark speech as often, and a capital alone tells nothing, so both a word ("the novel", "her film")
/// and marks are asked for.
struct WorkTitles {
  let reader: TokenReader

  private static let longest = 14

  private static let kinds = WordTable(
    """
    novel novels novella film films movie movies book books memoir memoirs play song songs single album albums poem poems \
    documentary sitcom musical opera ballet painting sculpture biography autobiography podcast thriller comedy drama \
    bestseller anthology symphony trilogy blockbuster titled entitled directed \
    roman film buch lied album stück oper gedicht serie theaterstück gemälde kinofilm dokumentarfilm bestseller \
    livre chanson pièce opéra poème série tableau documentaire intitulé intitulée \
    novela película libro canción disco ópera poema cuadro documental titulado titulada
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { (word: String($0), entry: true) })

  /// The tokens of the title whose opening mark is at a token, without its marks.
  @inline(__always)
  func title(at index: Int) -> Range<Int>? {
    guard let closing = closing(of: reader.punctuation(index)), let end = end(of: index, closing),
      isTitle(index + 1..<end), isAnnounced(before: index) || isExplained(after: end)
    else { return nil }
    return index + 1..<end
  }

  private func closing(of mark: UInt32) -> UInt32? {
    switch mark {
    case 0x201C: 0x201D
    case 0x201E: 0x201C
    case 0xAB: 0xBB
    case 0x22: 0x22
    default: nil
    }
  }

  private func end(of opening: Int, _ closing: UInt32) -> Int? {
    for index in (opening + 1)..<min(opening + 2 + Self.longest, reader.end) {
      let mark = reader.punctuation(index)
      // Some close „…” with the English mark.
      if mark == closing || closing == 0x201C && mark == 0x201D { return index > opening + 1 ? index : nil }
    }
    return nil
  }

  /// Whether the words look like a title: a capital or a figure first, no comma or full stop last, as speech has.
  private func isTitle(_ tokens: Range<Int>) -> Bool {
    let first = reader.tokens[tokens.lowerBound]
    guard first.kind == .word ? first.shape != .lower : first.kind == .number || first.kind == .mixed else {
      return false
    }
    switch reader.punctuation(tokens.upperBound - 1) {
    case 0x2C, 0x2E, 0x3B: return false
    default: return true
    }
  }

  /// "the novel “…”", "his film, “…”", "a song called “…”".
  private func isAnnounced(before index: Int) -> Bool {
    var last = index - 1
    if reader.punctuation(last) == 0x2C || reader.punctuation(last) == 0x3A { last -= 1 }
    if reader.matches(last, "called") || reader.matches(last, "named") { last -= 1 }
    return isKind(last)
  }

  /// "“…”, a novel by", "“…” (film)".
  private func isExplained(after closing: Int) -> Bool {
    var index = closing + 1
    guard reader.punctuation(index) == 0x2C || reader.punctuation(index) == 0x28 else { return false }
    index += 1
    for next in index..<index + 4 where reader.shape(next) == .lower {
      if isKind(next) { return true }
    }
    return false
  }

  private func isKind(_ index: Int) -> Bool {
    guard reader.kind(index) == .word else { return false }
    let range = reader.tokens[index].range
    return Self.kinds.entry(reader.bytes, Int(range.start), Int(range.end)) != nil
  }
}
