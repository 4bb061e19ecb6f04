import ArticleModel

/// Knows a summary by its first words, and gathers one that has a heading: "Key points" with a list or few paragraphs
/// below.
struct Summaries {
  let bytes: UnsafeBufferPointer<UInt8>
  /// More paragraphs than this below its heading make a section.
  private static let most = 3

  private static let phrases = [
    "summary", "in brief", "in short", "in summary", "key points", "key takeaways", "takeaways", "highlights",
    "at a glance", "the essentials", "what you need to know", "what to know", "abstract", "tl;dr", "kurzfassung",
    "zusammenfassung", "in kürze", "kurz gesagt", "das wichtigste in kürze", "das wichtigste", "das wichtigste vorab",
    "auf einen blick", "das wichtigste auf einen blick", "kurz und knapp", "darum geht es", "darum geht's",
    "l'essentiel", "en bref", "résumé", "en résumé", "points clés", "les points clés", "ce qu'il faut retenir",
    "à retenir", "ce qu'il faut savoir", "en resumen", "resumen", "en breve", "lo esencial", "lo más importante",
    "puntos clave", "las claves", "claves", "en síntesis", "lo que debes saber",
  ].map { Array($0.utf8) }

  func gathered(_ blocks: [Block]) -> [Block] {
    guard let first = blocks.firstIndex(where: { !Self.standsAbove($0) }) else { return blocks }
    switch blocks[first] {
    case .paragraph(let run) where isPhrase(run.range), .heading(let run, _) where isPhrase(run.range):
      guard let end = end(of: blocks, from: first + 1) else { return blocks }
      let summary = SummaryBlock(heading: run, blocks: Array(blocks[(first + 1)..<end]))
      return blocks[..<first] + [.summary(summary)] + blocks[end...]
    default: return blocks
    }
  }

  /// Whether a block may stand above the summary.
  private static func standsAbove(_ block: Block) -> Bool {
    switch block {
    case .title, .byline, .dateline, .figure, .furniture, .summary: true
    default: false
    }
  }

  /// Where the summary ends that begins at `first`; nil where a section of the article begins there instead.
  private func end(of blocks: [Block], from first: Int) -> Int? {
    guard first < blocks.count else { return nil }
    if case .list = blocks[first] { return first + 1 < blocks.count ? first + 1 : nil }
    var end = first
    while end < blocks.count, end - first <= Self.most {
      switch blocks[end] {
      case .paragraph: end += 1
      case .heading: return end > first ? end : nil
      default: return nil
      }
    }
    return nil
  }

  /// Whether a run is such a heading, with or without a colon.
  private func isPhrase(_ range: SourceRange) -> Bool {
    guard range.count <= 48 else { return false }
    let folded = FoldedLine(range, bytes)
    return Self.phrases.contains { phrase in
      folded.isWhole(phrase, from: folded.start)
    }
  }

  /// "Summary: The ministers met."
  func isAnnounced(_ range: SourceRange) -> Bool {
    guard range.count >= 30 else { return false }
    let folded = FoldedLine(SourceRange(start: range.start, end: min(range.end, range.start + 40)), bytes)
    return Self.phrases.contains { phrase in
      guard folded.has(phrase, at: folded.start) else { return false }
      let rest = folded.bytes[(folded.start + phrase.count)...]
      return rest.first == 0x3A || rest.starts(with: " :".utf8) || rest.starts(with: " - ".utf8)
    }
  }
}
