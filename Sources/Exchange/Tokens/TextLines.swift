/// The lines of a text: a block each.
struct TextLines {
  private(set) var ranges: [Range<Int>] = []

  init(_ text: [UInt8]) {
    var start = 0
    while let end = text[start...].firstIndex(of: 0x0A) {
      ranges.append(start..<end)
      start = end + 1
    }
    ranges.append(start..<text.count)
  }

  /// The line in which a byte stands; its line end belongs to it.
  func index(of offset: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Blocks for a text that came without: paragraphs.
  func blocks(ids: [Int: String] = [:]) -> [StandoffBlock] {
    ranges.enumerated().filter { !$1.isEmpty }.map {
      StandoffBlock(range: $1, kind: "paragraph", id: ids[$0] ?? "")
    }
  }
}
