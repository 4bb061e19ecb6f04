/// Where the words of one version of a text stand in another: never a guess.
///
/// Words are found by what stands around them, as a `TextQuoteSelector` has it (Web Annotation Data Model, section 4.2.4),
/// which must be the same, and stand once in each version.
package struct ContextPlaces {
  private let old: VisibleBytes
  private let new: VisibleBytes
  /// How many bytes are the same at the beginning of both, and at the end of what is left.
  private let head: Int
  private let tail: Int
  /// How many bytes may still be looked through.
  private var budget = 1 << 30

  /// How many visible bytes on each side must be the same: some three words. Fewer only where the text begins or ends.
  private static let context = 20

  package init(from old: [UInt8], to new: [UInt8]) {
    self.old = VisibleBytes(old)
    self.new = VisibleBytes(new)
    let (a, b) = (self.old.bytes, self.new.bytes)
    let count = min(a.count, b.count)
    var head = 0
    while head < count, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < count - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    self.head = head
    self.tail = tail
  }

  package var isSame: Bool { head == old.bytes.count && head == new.bytes.count }

  /// Where the words of a range of the old text stand in the new one; nil where that is not certain.
  package mutating func place(of range: Range<Int>) -> Range<Int>? {
    let words = old.visible(range)
    guard !words.isEmpty else { return nil }
    if isSame { return new.text(words) }
    let count = old.bytes.count
    let around = max(0, words.lowerBound - Self.context)..<min(count, words.upperBound + Self.context)
    let shift = new.bytes.count - count
    if around.upperBound <= head { return new.text(words) }
    if around.lowerBound >= count - tail { return new.text(words.lowerBound + shift..<words.upperBound + shift) }
    budget -= count + new.bytes.count
    guard budget >= 0 else { return nil }
    let quote = old.bytes[around]
    guard let found = Self.onlyPlace(of: quote, in: new.bytes), Self.onlyPlace(of: quote, in: old.bytes) != nil else {
      return nil
    }
    // What ended with the text must do so still.
    guard around.lowerBound > 0 || words.lowerBound >= Self.context || found == 0,
      around.upperBound < count || count - words.upperBound >= Self.context
        || found + quote.count == new.bytes.count
    else { return nil }
    let start = found + words.lowerBound - around.lowerBound
    return new.text(start..<start + words.count)
  }

  /// Whether both ranges have the same words.
  package func areSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    let (a, b) = (old.visible(first), new.visible(second))
    return !a.isEmpty && old.bytes[a].elementsEqual(new.bytes[b])
  }

  /// Where a quotation stands; nil unless that is one place (Horspool, "Practical fast searching in strings", 1980).
  private static func onlyPlace(of quote: ArraySlice<UInt8>, in text: [UInt8]) -> Int? {
    let quote = Array(quote)
    var skip = [Int](repeating: quote.count, count: 256)
    for (index, byte) in quote.dropLast().enumerated() { skip[Int(byte)] = quote.count - 1 - index }
    var found: Int?
    var start = 0
    while start + quote.count <= text.count {
      let last = text[start + quote.count - 1]
      if last == quote[quote.count - 1], text[start..<start + quote.count].elementsEqual(quote) {
        if found != nil { return nil }
        found = start
      }
      start += skip[Int(last)]
    }
    return found
  }
}
