/// A regular expression of XML Schema, as Glushkov's automaton run over sets of positions: time linear in the text.
///
/// Source: V. M. Glushkov, "The abstract theory of automata", Russian Mathematical Surveys 16 (1961).
final class RegularExpression: Sendable {
  private let sets: [CharacterSet]
  private let isNullable: Bool
  /// Bits of positions, `wordCount` words a set.
  private let wordCount: Int
  private let first: [UInt64]
  private let last: [UInt64]
  private let follow: [UInt64]
  /// The positions that an ASCII character matches.
  private let ascii: [UInt64]

  /// - Throws: ``ExpressionError`` where it is none, or has more than 1,500 positions once its quantities are spelled out.
  init(_ text: String) throws(ExpressionError) {
    var builder = PositionBuilder()
    let ends = try builder.build(try ExpressionParser.parse(text))
    let sets = builder.sets
    let words = max(1, (sets.count + 63) / 64)
    func bits(_ positions: [Int]) -> [UInt64] {
      var bits = [UInt64](repeating: 0, count: words)
      for position in positions { bits[position >> 6] |= 1 << UInt64(position & 63) }
      return bits
    }
    self.sets = sets
    wordCount = words
    isNullable = ends.isNullable
    first = bits(ends.first)
    last = bits(ends.last)
    follow = builder.follow.flatMap { bits(Array($0)) }
    var ascii = [UInt64](repeating: 0, count: 128 * words)
    for (position, set) in sets.enumerated() {
      for character in 0..<128 where set.contains(UInt32(character)) {
        ascii[character * words + position >> 6] |= 1 << UInt64(position & 63)
      }
    }
    self.ascii = ascii
  }

  /// Whether the whole text matches.
  func matches(_ bytes: Bytes) -> Bool {
    if bytes.isEmpty { return isNullable }
    return wordCount == 1 ? matchesInWord(bytes) : matchesInWords(bytes)
  }

  private func matchesInWord(_ bytes: Bytes) -> Bool {
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

  private func matchesInWords(_ bytes: Bytes) -> Bool {
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

/// Numbers the places of an expression where a character stands, and finds out which may follow which.
private struct PositionBuilder {
  struct Ends {
    var isNullable: Bool
    var first: [Int]
    var last: [Int]
  }

  var sets: [CharacterSet] = []
  var follow: [Set<Int>] = []
  private static let maximumPositions = 1500

  mutating func build(_ node: ExpressionNode) throws(ExpressionError) -> Ends {
    switch node {
    case .set(let set):
      guard sets.count < Self.maximumPositions else {
        throw ExpressionError(message: "it has more than \(Self.maximumPositions) places for characters")
      }
      sets.append(set)
      follow.append([])
      return Ends(isNullable: false, first: [sets.count - 1], last: [sets.count - 1])
    case .sequence(let parts):
      var ends = Ends(isNullable: true, first: [], last: [])
      for part in parts { ends = join(ends, try build(part)) }
      return ends
    case .alternatives(let parts):
      var ends = Ends(isNullable: false, first: [], last: [])
      for part in parts {
        let next = try build(part)
        ends = Ends(
          isNullable: ends.isNullable || next.isNullable, first: ends.first + next.first, last: ends.last + next.last)
      }
      return ends
    case .repetition(let part, let minimum, let maximum): return try repeated(part, minimum, maximum)
    }
  }

  private mutating func repeated(_ part: ExpressionNode, _ minimum: Int, _ maximum: Int?) throws(ExpressionError)
    -> Ends
  {
    var ends = Ends(isNullable: true, first: [], last: [])
    if maximum == 0 { return ends }
    for _ in 0..<max(minimum - 1, 0) {
      let before = sets.count
      ends = join(ends, try build(part))
      // Of nothing any number is nothing.
      if sets.count == before { break }
    }
    var final = try build(part)
    if maximum == nil {
      connect(final.last, final.first)
      if minimum == 0 { final.isNullable = true }
      return join(ends, final)
    }
    if minimum == 0 { final.isNullable = true }
    ends = join(ends, final)
    for _ in max(minimum, 1)..<max(maximum!, 1) {
      let before = sets.count
      var optional = try build(part)
      if sets.count == before { break }
      optional.isNullable = true
      ends = join(ends, optional)
    }
    return ends
  }

  private mutating func join(_ left: Ends, _ right: Ends) -> Ends {
    connect(left.last, right.first)
    return Ends(
      isNullable: left.isNullable && right.isNullable,
      first: left.isNullable ? left.first + right.first : left.first,
      last: right.isNullable ? left.last + right.last : right.last)
  }

  private mutating func connect(_ from: [Int], _ to: [Int]) {
    for position in from { follow[position].formUnion(to) }
  }
}
