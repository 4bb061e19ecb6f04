/// Finds quotations in a text, as a `TextQuoteSelector` means them (Web Annotation Data Model, section 4.2.4).
struct QuoteFinder {
  enum Place: Equatable {
    case none
    case one(Range<Int>)
    case several(Int)
  }

  private let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  /// The place of a quotation. Where it stands several times its context decides, as much of it as tells one place from
  /// the others.
  func place(of exact: String, after prefix: String, before suffix: String) -> Place {
    let quote = Array(exact.utf8)
    let starts = places(of: quote)
    guard let first = starts.first else { return .none }
    if starts.count == 1 { return .one(first..<(first + quote.count)) }
    let before = Array(prefix.utf8)
    let behind = Array(suffix.utf8)
    let scores = starts.map { start in
      (
        start: start,
        common: commonEnd(before, upTo: start) + commonStart(behind, from: start + quote.count)
      )
    }
    let best = scores.map(\.common).max() ?? 0
    let winners = scores.filter { $0.common == best }
    guard best > 0, winners.count == 1 else { return .several(winners.count) }
    return .one(winners[0].start..<(winners[0].start + quote.count))
  }

  /// Where a stretch of bytes begins in the text, in time proportional to it (Knuth, Morris, Pratt).
  private func places(of quote: [UInt8]) -> [Int] {
    guard !quote.isEmpty, quote.count <= text.count else { return [] }
    var fallback = [Int](repeating: 0, count: quote.count)
    var length = 0
    for index in 1..<max(1, quote.count) {
      while length > 0, quote[index] != quote[length] { length = fallback[length - 1] }
      if quote[index] == quote[length] { length += 1 }
      fallback[index] = length
    }
    var places: [Int] = []
    length = 0
    for (index, byte) in text.enumerated() {
      while length > 0, byte != quote[length] { length = fallback[length - 1] }
      if byte == quote[length] { length += 1 }
      if length == quote.count {
        places.append(index + 1 - length)
        length = fallback[length - 1]
      }
    }
    return places
  }

  private func commonEnd(_ prefix: [UInt8], upTo end: Int) -> Int {
    zip(prefix.reversed(), text[..<end].reversed()).prefix { $0 == $1 }.count
  }

  private func commonStart(_ suffix: [UInt8], from start: Int) -> Int {
    zip(suffix, text[start...]).prefix { $0 == $1 }.count
  }
}
