import ArticleModel

/// What readers wrote below an article.
struct ReaderComments {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>
  /// Lines between the heading of the comments and the first mark of one: a form may stand there, or a long comment.
  private static let distance = 16

  /// "Reply" below each comment.
  private static let replies = ["Reply", "Antworten", "Répondre", "Responder"].map { Array($0.utf8) }
  /// "Anna says:" above each comment.
  private static let sayings = [" says:", " sagt:", " schrieb:", " dit :", " a dit :", " dice:", " dijo:"]
    .map { Array($0.utf8) }

  /// Labels all below the heading of the comments, where at least two of them are marked as comments are.
  ///
  /// - Parameter headings: The lines that a phrase made a comment form, in order.
  func label(_ labels: inout [LineLabel?], below headings: [Int]) {
    guard let first = headings.first else { return }
    var marks: [Int] = []
    for index in (first + 1)..<lines.count where isMark(index, labels) {
      marks.append(index)
      if marks.count == 2 { break }
    }
    guard marks.count == 2,
      let heading = headings.last(where: { $0 < marks[0] && lines[$0].words <= 4 }), marks[0] - heading <= Self.distance
    else { return }
    for index in (heading + 1)..<lines.count where labels.isOpen(index, lines) {
      labels[index] = LineLabel(.furniture(.comments), lines[index].text, certainty: 0.85)
    }
  }

  private func isMark(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    let line = lines[index]
    guard !line.isBlank, line.length <= 60, labels[index]?.kind.isFurniture != false else { return false }
    let text = bytes[line.text.bytes]
    return Self.replies.contains { text.elementsEqual($0) }
      || Self.sayings.contains { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
  }
}
