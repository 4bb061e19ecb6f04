import ArticleModel

/// Finds the lines that belong to the site and not to the article.
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
    var match: FurnitureLexicon.Match
  }

  func label(_ labels: inout [LineLabel?]) {
    let candidates = self.candidates(labels)
    guard !candidates.isEmpty else { return }
    for (place, candidate) in candidates.enumerated() where isBorneOut(place, candidates) {
      labels[candidate.index] = LineLabel(
        .furniture(candidate.match.kind), lines[candidate.index].text, certainty: candidate.match.certainty)
    }
    for candidate in candidates where labels[candidate.index] != nil {
      switch candidate.match.kind {
      case .related: RelatedLinks(lines: lines, bytes: bytes).label(&labels, below: candidate.index)
      case .commentForm: ReaderComments(lines: lines, bytes: bytes).label(&labels, below: candidate.index)
      default: break
      }
    }
  }

  private func candidates(_ labels: [LineLabel?]) -> [Candidate] {
    var candidates: [Candidate] = []
    var folded = FoldedLine()
    let lexicon = FurnitureLexicon.shared
    let count = lines.count { !$0.isBlank }
    var above = 0
    for index in lines.indices where !lines[index].isBlank {
      let below = count - above - 1
      defer { above += 1 }
      guard labels[index] == nil, lines[index].text.count <= FoldedLine.longest else { continue }
      folded.fold(UnsafeBufferPointer(rebasing: bytes[lines[index].text.bytes]))
      let isTail = below < Self.tail
      guard
        let match = FurnitureShapes.match(folded, isEdge: above < 4 || below < 3)
          ?? lexicon.match(folded, isTail: isTail)
      else { continue }
      candidates.append(Candidate(index: index, above: above, below: below, match: match))
    }
    return candidates
  }

  /// Whether a candidate is furniture: a lone word such as "Home" is it at the edges of a page and beside other
  /// furniture, and within an article may be a heading.
  private func isBorneOut(_ place: Int, _ candidates: [Candidate]) -> Bool {
    let candidate = candidates[place]
    guard candidate.match.isWeak else { return true }
    if candidate.above == 0 && candidate.below > 1 || candidate.below < 2 { return true }
    let isBeside = { (other: Int) in
      candidates.indices.contains(other) && abs(candidates[other].above - candidate.above) == 1
    }
    return isBeside(place - 1) || isBeside(place + 1)
  }
}
