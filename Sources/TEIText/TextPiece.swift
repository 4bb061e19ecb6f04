import XML

/// A run of bytes that the text has from the character data of the document as it is.
struct TextPiece: Hashable, Sendable {
  var text: Int32
  var source: Int32
  var count: Int32
}

extension [TextPiece] {
  /// Adds a piece, or makes the last one longer where only one space, the same in both, is between them.
  mutating func append(_ piece: TextPiece, joining table: XMLNodeTable) {
    if let last = last {
      let gap = piece.text - last.text - last.count
      if gap == piece.source - last.source - last.count,
        gap == 0 || (gap == 1 && table.text[Int(piece.source) - 1] == 0x20)
      {
        self[count - 1].count = piece.text + piece.count - last.text
        return
      }
    }
    append(piece)
  }
}
