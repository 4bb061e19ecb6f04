/// Where the bytes of a text come from.
struct SourcePieces: Sendable {
  /// By their places in the text, and by those in the source where that is another order.
  private let byText: [TextPiece]
  private let bySource: [TextPiece]

  init(_ pieces: [TextPiece]) {
    byText = pieces
    let isInOrder = zip(pieces, pieces.dropFirst()).allSatisfy { $0.source < $1.source }
    bySource = isInOrder ? pieces : pieces.sorted { $0.source < $1.source }
  }

  func sourceRange(of range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    guard let first = piece(at: range.lowerBound), let last = piece(at: range.upperBound - 1) else { return nil }
    let start = Int(first.source) + range.lowerBound - Int(first.text)
    let end = Int(last.source) + range.upperBound - Int(last.text)
    return start < end ? start..<end : nil
  }

  func range(ofSource source: Range<Int>) -> Range<Int>? {
    var index = bySource.firstIndex { Int($0.source + $0.count) > source.lowerBound }
    var start: Int?
    var end = 0
    while index < bySource.count, Int(bySource[index].source) < source.upperBound {
      let piece = bySource[index]
      let shift = Int(piece.text) - Int(piece.source)
      let lower = max(source.lowerBound, Int(piece.source)) + shift
      start = min(start ?? lower, lower)
      end = max(end, min(source.upperBound, Int(piece.source + piece.count)) + shift)
      index += 1
    }
    return start.map { $0..<end }
  }

  /// The piece in which a byte of the text stands; nil for the spaces and line ends between pieces.
  private func piece(at offset: Int) -> TextPiece? {
    let index = byText.firstIndex { Int($0.text + $0.count) > offset }
    guard index < byText.count, Int(byText[index].text) <= offset else { return nil }
    return byText[index]
  }
}

extension [TextPiece] {
  /// The first piece of which something is true that is true of all behind it.
  fileprivate func firstIndex(where isTrue: (TextPiece) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isTrue(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
