/// A regular expression of XML Schema, to which a whole value is held, as Glushkov's automaton run over sets of positions: time
/// linear in the text.
///
/// Source: V. M. Glushkov, "The abstract theory of automata", Russian Mathematical Surveys 16 (1961).
package final class PatternFacet: Sendable {
  private let sets: [CharacterSet]
  private let isNullable: Bool
  /// Bits of positions, `wordCount` words a set.
  private let wordCount: Int
  private let first: [UInt64]
  private let last: [UInt64]
  private let follow: [UInt64]
  /// The positions that an ASCII character matches.
  private let ascii: [UInt64]

  /// - Throws: ``RegularExpressionError`` where it is none, or has more than 1,500 positions once its quantities are spelled
  ///   out.
  package init(_ text: String) throws(RegularExpressionError) {
    var parser = RegularExpressionParser(text, .xmlSchema)
    var builder = PositionBuilder()
    let ends = try builder.build(try parser.parse())
    let sets = builder.sets
    let words = max(1, (sets.count + 63) / 64)
    self.sets = sets
    wordCount = words
    isNullable = ends.isNullable
    first = PositionSet(ends.first).padded(to: words)
    last = PositionSet(ends.last).padded(to: words)
    follow = builder.follow.flatMap { $0.padded(to: words) }
    var ascii = [UInt64](repeating: 0, count: 128 * words)
    for (position, set) in sets.enumerated() {
      for character in 0..<128 where set.contains(UInt32(character)) {
        ascii[character * words + position >> 6] |= 1 << UInt64(position & 63)
      }
    }
    self.ascii = ascii
  }

  /// Whether the whole text, which is valid UTF-8, matches.
  package func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return isNullable }
    return wordCount == 1 ? matchesInWord(bytes) : matchesInWords(bytes)
  }

  private func matchesInWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var reachable = first[0]
    var current: UInt64 = 0
    var previous: UInt64 = 0
    var isFirst = true
    var index = 0
    while index < bytes.count {
      if !isFirst, current != previous {
        reachable = 0
        var rest = current
        while rest != 0 {
          reachable |= follow[rest.trailingZeroBitCount]
          rest &= rest - 1
        }
        previous = current
      }
      isFirst = false
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        current = reachable & ascii[Int(byte)]
      } else {
        let scalar = bytes.scalar(at: &index)
        current = reachable
        var rest = reachable
        while rest != 0 {
          let position = rest.trailingZeroBitCount
          rest &= rest - 1
          if !sets[position].contains(scalar) { current &= ~(1 << UInt64(position)) }
        }
      }
      if current == 0 { return false }
    }
    return current & last[0] != 0
  }

  private func matchesInWords(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var reachable = first
    var current = [UInt64](repeating: 0, count: wordCount)
    var index = 0
    while index < bytes.count {
      if index > 0 {
        for word in 0..<wordCount { reachable[word] = 0 }
        forEachPosition(current) { position in
          for word in 0..<wordCount { reachable[word] |= follow[position * wordCount + word] }
        }
      }
      let scalar = bytes.scalar(at: &index)
      if scalar < 0x80 {
        for word in 0..<wordCount { current[word] = reachable[word] & ascii[Int(scalar) * wordCount + word] }
      } else {
        current = reachable
        forEachPosition(reachable) { position in
          if !sets[position].contains(scalar) { current[position >> 6] &= ~(1 << UInt64(position & 63)) }
        }
      }
      if current.allSatisfy({ $0 == 0 }) { return false }
    }
    return zip(current, last).contains { $0 & $1 != 0 }
  }

  private func forEachPosition(_ bits: [UInt64], _ body: (Int) -> Void) {
    for word in bits.indices {
      var rest = bits[word]
      while rest != 0 {
        body(word << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
