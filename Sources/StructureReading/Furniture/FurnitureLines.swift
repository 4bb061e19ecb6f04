import ArticleModel

/// Finds the lines that belong to the site and not to the article, and those that belong to pictures.
struct FurnitureLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many lines at the end of an article count as its tail.
  static let tail = 6

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
      if let match, let kind = PictureShapes.kind(match, lines[index], folded) {
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
