/// Finds tokens in the text that they were made of, some sentences of which they lack.
struct TokenSearch {
  let tokens: [[UInt8]]
  let text: [UInt8]
  private var position = 0

  init(tokens: [[UInt8]], text: [UInt8]) {
    self.tokens = tokens
    self.text = text
  }

  /// The place of a token; nil where it is not in the text. Tokens are asked for in order.
  mutating func place(of number: Int) -> Range<Int>? {
    let token = tokens[number]
    // Now and then more is compared, lest a word be taken for another that is like it.
    let start =
      number % 50 == 0 ? resumption(at: number) : find(token, from: position, within: 12) ?? resumption(at: number)
    guard let start else { return nil }
    position = start + token.count
    return start..<position
  }

  /// Where the tokens go on, six in a row.
  private func resumption(at number: Int) -> Int? {
    let next = tokens[number..<min(tokens.count, number + 6)]
    var from = position
    while let candidate = find(tokens[number], from: from, within: 20_000 - (from - position)) {
      var end = candidate
      let matches = next.allSatisfy { token in
        guard let found = find(token, from: end, within: 4) else { return false }
        end = found + token.count
        return true
      }
      if matches { return candidate }
      from = candidate + 1
    }
    return nil
  }

  private func find(_ token: [UInt8], from start: Int, within distance: Int) -> Int? {
    var place = start
    while place < min(text.count - token.count + 1, start + distance) {
      if text[place..<(place + token.count)].elementsEqual(token) { return place }
      place += 1
    }
    return nil
  }
}
