/// Numbers the places of an expression where a character stands, and finds out which may follow which.
struct PositionBuilder {
  struct Ends {
    var isNullable: Bool
    var first: [Int]
    var last: [Int]
  }

  var sets: [CharacterSet] = []
  var follow: [PositionSet] = []
  private static let maximumPositions = 1500

  mutating func build(_ node: RegularExpressionNode) throws(RegularExpressionError) -> Ends {
    switch node {
    case .character(let set):
      guard sets.count < Self.maximumPositions else {
        throw RegularExpressionError("it has more than \(Self.maximumPositions) places for characters")
      }
      sets.append(set)
      follow.append(PositionSet())
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
    case .group(let part, _): return try build(part)
    case .lineStart, .lineEnd: preconditionFailure("XML Schema has no anchors")
    case .repetition(let part, let minimum, let maximum, _): return try repeated(part, minimum, maximum)
    }
  }

  private mutating func repeated(
    _ part: RegularExpressionNode, _ minimum: Int, _ maximum: Int?
  ) throws(RegularExpressionError) -> Ends {
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
    let following = PositionSet(to)
    for position in from { follow[position].formUnion(following) }
  }
}

/// Positions as bits, as many words as are needed.
struct PositionSet {
  private(set) var words: [UInt64] = []

  init() {}

  init(_ positions: [Int]) {
    words = Array(repeating: 0, count: ((positions.max() ?? -1) + 64) / 64)
    for position in positions { words[position >> 6] |= 1 << UInt64(position & 63) }
  }

  mutating func formUnion(_ other: PositionSet) {
    while words.count < other.words.count { words.append(0) }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  /// The same in a fixed number of words.
  func padded(to count: Int) -> [UInt64] { words + Array(repeating: 0, count: count - words.count) }
}
