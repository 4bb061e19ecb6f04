import ArticleModel

/// Where words are parted by white space in a file and not in its text: `@join` (TEI P5, att.linguistic), parts of one word
/// (`w part="I"`, att.fragmentable), a line or page that begins inside a word (`break="no"`, or in a `w`).
enum WordJoins {
  private static let milestones: Set<String> = ["lb", "pb", "cb", "gb", "milestone"]

  /// The white space to be left out of the text of a run, in order, as ranges of it.
  static func gaps<Element>(in run: DecodedText<Element>.Run) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var position = -run.leading
    var partEnd = -1
    var wordDepth = 0
    func join() {
      guard position > 0, position < run.text.count else { return }
      var (start, end) = (position, position)
      while start > gaps.last?.upperBound ?? 0, Characters.isASCIISpace(run.text[start - 1]) { start -= 1 }
      while end < run.text.count, Characters.isASCIISpace(run.text[end]) { end += 1 }
      if start < end { gaps.append(start..<end) }
    }
    run.element.walkRun { event in
      switch event {
      case .text(let count): position += count
      case .start(let element):
        if element.name == "list" { return false }
        if let side = element["join"], side == "left" || side == "both" { join() }
        if milestones.contains(element.name) {
          if wordDepth > 0 || element["break"] == "no" || element["type"] == "inWord" { join() }
        } else if element.name == "w" {
          wordDepth += 1
          if let part = element["part"], part == "M" || part == "F", (0...position).contains(partEnd),
            partEnd <= run.text.count,
            run.text[partEnd..<min(position, run.text.count)].allSatisfy(Characters.isASCIISpace)
          {
            join()
          }
        }
      case .end(let element):
        if element.name == "list" { break }
        if element.name == "w" {
          wordDepth -= 1
          if let part = element["part"], part == "I" || part == "M" { partEnd = position }
        }
        if let side = element["join"], side == "right" || side == "both" { join() }
      }
      return true
    }
    return gaps
  }
}
