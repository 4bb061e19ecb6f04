import ArticleModel

/// Gives headings their levels: from hash marks, from section numbers ("2.1"), from capitals against small letters.
struct HeadingLevels {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  func assign(_ labels: inout [LineLabel?]) {
    let headings = labels.indices.filter { if case .heading = labels[$0]?.kind { true } else { false } }
    guard !headings.isEmpty else { return }
    let marked = headings.filter { lines[$0].first == 0x23 }
    let shallowest = marked.compactMap { level(of: labels[$0]) }.min() ?? 1
    let capitals = headings.filter { isCapitals($0) }
    let hasBoth = !capitals.isEmpty && capitals.count < headings.count && capitals.first == headings.first
    for index in headings {
      guard let level = level(of: labels[index]) else { continue }
      let assigned: Int
      if lines[index].first == 0x23 {
        assigned = level - shallowest + 1
      } else if let depth = Self.sectionNumberDepth(lines[index].text, bytes) {
        assigned = depth
      } else if hasBoth {
        assigned = isCapitals(index) ? 1 : 2
      } else {
        assigned = level
      }
      labels[index]?.kind = .heading(level: min(6, assigned))
    }
  }

  private func level(of label: LineLabel?) -> Int? {
    if case .heading(let level) = label?.kind { level } else { nil }
  }

  private func isCapitals(_ index: Int) -> Bool { lines[index].upperLetters > 3 && lines[index].lowerLetters == 0 }

  /// How many numbers a section number such as "2.1" has; nil where the heading begins with none.
  static func sectionNumberDepth(_ text: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var depth = 0
    var index = Int(text.start)
    let end = Int(text.end)
    while index < end, bytes[index] &- 0x30 < 10 {
      let start = index
      while index < end, bytes[index] &- 0x30 < 10 { index += 1 }
      guard index - start <= 2 else { return nil }
      depth += 1
      guard index < end, bytes[index] == 0x2E else { break }
      index += 1
    }
    // "7 ways to …" is no section number: one number alone wants its full stop.
    guard depth > 1 || (depth == 1 && bytes[index - 1] == 0x2E), index < end, bytes[index] == 0x20 else { return nil }
    return depth
  }
}
