import ArticleModel

/// Finds the places of tokens that were read: in the original's text, where there is one, else in a text that is built
/// from them.
struct TokenPlacement {
  private let original: StandoffDocument?
  private let file: String
  /// The original's text, or what has been built.
  private(set) var text: [UInt8]
  private var cursor = 0

  /// What the Penn Treebank and the tools that follow it write for brackets and quotation marks.
  private static let substitutes: [String: [String]] = [
    "-LRB-": ["("], "-RRB-": [")"], "-LSB-": ["["], "-RSB-": ["]"], "-LCB-": ["{"], "-RCB-": ["}"],
    "``": ["\"", "“"], "''": ["\"", "”"],
  ]

  init(over original: StandoffDocument?, file: String) {
    self.original = original
    self.file = file
    text = original?.text ?? []
  }

  /// - Parameters:
  ///   - gap: What stands before the token, where the text has to be built.
  ///   - line: Where the token stands in the file.
  /// - Throws: ``ExchangeError`` where the original goes on with something else.
  mutating func place(_ form: String, behind gap: String, line: Int) throws(ExchangeError) -> Range<Int> {
    guard original != nil else {
      text.append(contentsOf: gap.utf8)
      let start = text.count
      text.append(contentsOf: form.utf8)
      return start..<text.count
    }
    let start = skippingSpaces(cursor)
    for candidate in [form] + (Self.substitutes[form] ?? []) {
      if let end = end(of: candidate, from: start) {
        cursor = end
        return start..<end
      }
    }
    guard start < text.count else {
      throw ExchangeError(
        "token \"\(form)\" stands behind the end of the document's text; expected no more tokens", file: file,
        line: line)
    }
    throw ExchangeError(
      "token \"\(form)\" is not the document's next one; expected \"\(upcoming(start))\"", file: file, line: line)
  }

  /// Adds white space at the end of a text that is built.
  mutating func end(with gap: String) {
    if original == nil { text.append(contentsOf: gap.utf8) }
  }

  /// - Throws: ``ExchangeError`` where the original has more tokens.
  func finish() throws(ExchangeError) {
    guard original != nil else { return }
    let start = skippingSpaces(cursor)
    guard start < text.count else { return }
    throw ExchangeError("the tokens end before the document's text; expected \"\(upcoming(start))\"", file: file)
  }

  private func skippingSpaces(_ start: Int) -> Int {
    text.withUnsafeBufferPointer { VisibleText.skippingSpaces(start, to: $0.count, of: $0) }
  }

  /// Where a token ends in the original; white space inside it fits any white space.
  private func end(of form: String, from start: Int) -> Int? {
    guard !form.isEmpty else { return nil }
    if text[start...].starts(with: form.utf8) { return start + form.utf8.count }
    var index = start
    for piece in form.split(whereSeparator: \.isWhitespace) {
      index = skippingSpaces(index)
      guard text[index...].starts(with: piece.utf8) else { return nil }
      index += piece.utf8.count
    }
    return index > start ? index : nil
  }

  private func upcoming(_ start: Int) -> String {
    text.withUnsafeBufferPointer { buffer in
      let piece = VisibleText.pieces(of: start..<min(buffer.count, start + 200), in: buffer).first ?? start..<start
      return String(decoding: buffer[piece], as: UTF8.self)
    }
  }
}
