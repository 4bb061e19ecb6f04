import ArticleModel

/// What readers wrote below an article.
struct ReaderComments {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  /// "Reply" below each comment.
  private static let replies = ["Reply", "Antworten", "Répondre", "Responder"].map { Array($0.utf8) }
  /// "Anna says:" above each comment.
  private static let sayings = [" says:", " sagt:", " schrieb:", " dit :", " a dit :", " dice:", " dijo:"]
    .map { Array($0.utf8) }

  /// Labels all below the heading of the comments, where at least two of them are marked as comments are.
  func label(_ labels: inout [LineLabel?], below heading: Int) {
    guard lines[heading].words <= 4 else { return }
    let rest = (heading + 1)..<lines.count
    var marks = 0
    for index in rest where labels[index]?.kind.isFurniture != false && isMark(index) { marks += 1 }
    guard marks > 1 else { return }
    for index in rest where labels.isOpen(index, lines) {
      labels[index] = LineLabel(.furniture(.comments), lines[index].text, certainty: 0.85)
    }
  }

  private func isMark(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.isBlank, line.length <= 60 else { return false }
    let text = bytes[line.text.bytes]
    return Self.replies.contains { text.elementsEqual($0) }
      || Self.sayings.contains { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
  }
}
