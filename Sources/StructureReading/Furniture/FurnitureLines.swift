import ArticleModel

/// Finds the lines that belong to the site and not to the article, and those that belong to pictures.
struct FurnitureLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many lines at the end of an article count as its tail.
  static let tail = 6

  /// How many lines above a number the two sections before it are looked for.
  private static let longestSections = 500

  /// What the phrases of a line say, where they say anything.
  private struct Candidate {
    var index: Int
    /// How many visible lines stand above it, and below.
    var above: Int
    var below: Int
    /// The next visible line.
    var next: Int?
    var kind: LineLabel.Kind
    var certainty: Float
    /// Whether the lines around must bear it out.
    var isWeak: Bool
  }

  func label(_ labels: inout [LineLabel?]) {
    let candidates = self.candidates(labels)
    guard !candidates.isEmpty else { return }
    for (place, candidate) in candidates.enumerated() where isBorneOut(place, candidates) {
      labels[candidate.index] = LineLabel(
        candidate.kind, lines[candidate.index].text, certainty: candidate.certainty)
    }
    var comments: [Int] = []
    for candidate in candidates where labels[candidate.index] != nil {
      switch candidate.kind {
      case .furniture(.related): RelatedLinks(lines: lines, bytes: bytes).label(&labels, below: candidate.index)
      case .furniture(.commentForm): comments.append(candidate.index)
      default: break
      }
    }
    ReaderComments(lines: lines, bytes: bytes).label(&labels, below: comments)
  }

  private func candidates(_ labels: [LineLabel?]) -> [Candidate] {
    var candidates: [Candidate] = []
    var folded = FoldedLine()
    let lexicon = PhraseLexicon.shared
    let count = lines.count { !$0.isBlank }
    var above = 0
    for index in lines.indices where !lines[index].isBlank {
      let below = count - above - 1
      defer { above += 1 }
      guard labels[index] == nil, lines[index].text.count <= FoldedLine.longest else { continue }
      folded.fold(lines[index].text, bytes)
      let shape = FurnitureShapes.match(folded, lines[index], isEdge: above < 4 || below < 3)
      // A phrase is surer than a weak shape: "Email *" is a field of a form, though "Email" may be a button.
      let match =
        shape?.place == .whole ? shape : lexicon.match(folded, isTail: below < Self.tail) ?? shape
      if let match, !isText(match, index, folded), let kind = PictureShapes.kind(match, lines[index], folded) {
        let isWeak = match.place == .weak
        candidates.append(
          Candidate(
            index: index, above: above, below: below, next: isWeak ? labels.next(after: index, lines) : nil, kind: kind,
            certainty: match.certainty, isWeak: isWeak))
      } else if PictureShapes.isSigned(lines[index], folded) {
        candidates.append(
          Candidate(index: index, above: above, below: below, kind: .credit, certainty: 0.85, isWeak: false))
      }
    }
    return candidates
  }

  /// Whether a line is a line of the article, whatever phrase it begins with.
  private func isText(_ match: PhraseLexicon.Match, _ index: Int, _ folded: FoldedLine) -> Bool {
    switch (match.meaning, match.place) {
    case (.furniture(.commentForm), .whole): isSection(index)
    case (.furniture(.related), .beginning): isRemark(lines[index])
    // "Zurück zur Natur: Das war ihr Motto." What a link leads to is no sentence.
    case (.furniture(.navigation), .beginning):
      FoldedLine.isWord(folded.bytes[match.end - 1]) && lines[index].lastMark == 0x2E && lines[index].words > 5
    default: false
    }
  }

  /// Whether a number before a word counts sections and not comments: "4 Discussion" below "2 Methods" and "3 Results".
  private func isSection(_ index: Int) -> Bool {
    guard var ordinal = sectionNumber(index), ordinal > 2 else { return false }
    let last = ordinal - 2
    for above in lines.indices[max(0, index - Self.longestSections)..<index].reversed()
    where sectionNumber(above) == ordinal - 1 {
      ordinal -= 1
      if ordinal == last { return true }
    }
    return false
  }

  private func sectionNumber(_ index: Int) -> Int? {
    let line = lines[index]
    guard line.first &- 0x30 < 10, line.length <= HeadingLines.longest, !line.endsSentence,
      let number = HeadingNumber.read(line.text, bytes), number.scheme == HeadingNumber.figures, number.depth == 1
    else { return nil }
    return number.ordinal
  }

  /// Whether what stands behind a colon is a sentence that goes on in small letters, and no title: "Related: the state
  /// looks into two contracts."
  private func isRemark(_ line: SourceLine) -> Bool {
    let text = bytes[line.text.bytes]
    guard line.lastMark == 0x2E, line.words >= 5, let colon = text.firstIndex(of: 0x3A) else { return false }
    let rest = text[(colon + 1)...].drop { $0 == 0x20 }
    guard let start = rest.indices.first, rest.startIndex > colon + 1 else { return false }
    return Characters.isLower(Characters.decode(bytes, at: start, end: Int(line.text.end)).value)
  }

  /// Whether a candidate is furniture: a lone word such as "Home" is it at the edges of a page and beside other
  /// furniture, and within an article may be a heading.
  private func isBorneOut(_ place: Int, _ candidates: [Candidate]) -> Bool {
    let candidate = candidates[place]
    guard candidate.isWeak else { return true }
    // "Share" between a title and a by-line.
    if candidate.above < 6, candidate.kind == .furniture(.share) { return true }
    let isEdge = candidate.above == 0 && candidate.below > 1 || candidate.below < 3
    if isEdge, candidate.next.map({ lines[$0].length <= 100 && !lines[$0].endsSentence }) ?? true { return true }
    let isBeside = { (other: Int) in
      candidates.indices.contains(other) && abs(candidates[other].above - candidate.above) == 1
    }
    return isBeside(place - 1) || isBeside(place + 1)
  }
}
