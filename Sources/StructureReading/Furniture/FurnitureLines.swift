import ArticleModel

/// Finds the lines that belong to the site and not to the article.
struct FurnitureLines {
  let lines: [SourceLine]
  let bytes: [UInt8]
  /// How many lines at the end of an article count as its tail.
  static let tail = 6

  func label(_ labels: inout [LineLabel?]) {
    var visible = 0
    for index in lines.indices.reversed() where !lines[index].isBlank {
      visible += 1
      guard labels[index] == nil else { continue }
      // A lone word such as "Home" is furniture at the edges of a page; within it may be a heading.
      guard
        let (kind, certainty) = FurnitureLexicon.kind(of: bytes[lines[index].text.bytes], isTail: visible <= Self.tail)
      else { continue }
      labels[index] = LineLabel(.furniture(kind), lines[index].text, certainty: certainty)
    }
  }
}
