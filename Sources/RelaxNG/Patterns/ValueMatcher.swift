/// Decides whether a text is what a pattern of data, values and lists asks for; compiled once, then immutable.
///
/// Outside lists a text is one piece, so that `group` and `interleave` can hold it in one part only.
indirect enum ValueMatcher: Sendable {
  case never
  case empty
  case text
  case data(Datatype, except: ValueMatcher?)
  case value(DatatypeValue)
  /// Many values of type token, by their text.
  case tokens(Set<[UInt8]>)
  case choice([ValueMatcher])
  /// Patterns beside each other.
  case beside([ValueMatcher])
  case list(ListMatcher)

  /// Whether any text is allowed.
  var allowsEverything: Bool {
    switch self {
    case .text: true
    case .data(let datatype, let except): except == nil && datatype.allowsEverything
    default: false
    }
  }

  /// Whether the same value always has the same answer, and is likely to come again.
  var isWorthRemembering: Bool {
    switch self {
    case .never, .empty, .text, .tokens: true
    case .data(let datatype, let except):
      !datatype.needsNamespaces && datatype.type != .id && (except?.isWorthRemembering ?? true)
    case .value(let value): !value.datatype.needsNamespaces
    case .choice(let parts), .beside(let parts): parts.allSatisfy(\.isWorthRemembering)
    case .list(let list): list.leaves.allSatisfy(\.isWorthRemembering)
    }
  }

  /// Whether the text matches, as the whole of an attribute or element (section 6.2.7 and `childrenDeriv` of Clark).
  func matches(_ text: Bytes, _ namespaces: PrefixLookup) -> Bool {
    matchesPiece(text, namespaces) || isNullable && text.isAllSpace
  }

  /// Whether the text is one that the pattern consumes.
  func matchesPiece(_ text: Bytes, _ namespaces: PrefixLookup) -> Bool {
    switch self {
    case .never, .empty: return false
    case .text: return true
    case .data(let datatype, let except):
      return datatype.allows(text, namespaces) && !(except?.matches(text, namespaces) ?? false)
    case .value(let value): return value.matches(text, namespaces)
    case .tokens(let tokens): return tokens.contains(text.collapsed)
    case .choice(let parts): return parts.contains { $0.matchesPiece(text, namespaces) }
    case .beside(let parts):
      return parts.indices.contains { index in
        parts[index].matchesPiece(text, namespaces)
          && parts.indices.allSatisfy { $0 == index || parts[$0].isNullable }
      }
    case .list(let list): return list.matches(text, namespaces)
    }
  }

  private var isNullable: Bool {
    switch self {
    case .empty, .text: true
    case .never, .data, .value, .tokens, .list: false
    case .choice(let parts): parts.contains(where: \.isNullable)
    case .beside(let parts): parts.allSatisfy(\.isNullable)
    }
  }

  init(_ id: PatternID, in store: PatternStore) {
    let pattern = store[id]
    switch pattern.kind {
    case .empty: self = .empty
    case .text: self = .text
    case .data:
      let except = pattern.second >= 0 ? ValueMatcher(pattern.second, in: store) : nil
      self = .data(store.datatypes[Int(pattern.first)], except: except)
    case .value: self = .value(store.values[Int(pattern.first)])
    case .list: self = .list(ListMatcher(pattern.first, in: store))
    case .choice: self = Self.choice(of: store.parts(pattern).map { ValueMatcher($0, in: store) })
    case .interleave: self = .beside(store.parts(pattern).map { ValueMatcher($0, in: store) })
    case .group:
      var parts: [ValueMatcher] = []
      var current = id
      while store[current].kind == .group {
        parts.append(ValueMatcher(store[current].first, in: store))
        current = store[current].second
      }
      self = .beside(parts + [ValueMatcher(current, in: store)])
    case .oneOrMore: self = ValueMatcher(pattern.first, in: store)
    default: self = .never
    }
  }

  private static func choice(of parts: [ValueMatcher]) -> ValueMatcher {
    var tokens: Set<[UInt8]> = []
    var others: [ValueMatcher] = []
    for part in parts {
      if case .value(let value) = part, value.datatype.type == .token {
        tokens.insert(value.text)
      } else {
        others.append(part)
      }
    }
    guard tokens.count > 4 else { return .choice(parts) }
    return others.isEmpty ? .tokens(tokens) : .choice([.tokens(tokens)] + others)
  }
}

/// Decides whether the words of a text are what a `list` asks for: Glushkov's automaton over words. There is no interleave
/// in a list (section 7.1.3).
final class ListMatcher: Sendable {
  let leaves: [ValueMatcher]
  private let isNullable: Bool
  /// Sets of positions, `wordCount` words each.
  private let wordCount: Int
  private let first: [UInt64]
  private let last: [UInt64]
  private let follow: [UInt64]

  init(_ id: PatternID, in store: PatternStore) {
    var builder = Builder()
    let ends = builder.build(id, in: store)
    let words = max(1, (builder.leaves.count + 63) / 64)
    func bits(_ positions: some Sequence<Int>) -> [UInt64] {
      var bits = [UInt64](repeating: 0, count: words)
      for position in positions { bits[position >> 6] |= 1 << UInt64(position & 63) }
      return bits
    }
    leaves = builder.leaves
    isNullable = ends.isNullable
    wordCount = words
    first = bits(ends.first)
    last = bits(ends.last)
    follow = builder.follow.flatMap { bits($0) }
  }

  func matches(_ text: Bytes, _ namespaces: PrefixLookup) -> Bool {
    wordCount == 1 ? matchesFew(text, namespaces) : matchesMany(text, namespaces)
  }

  private func matchesFew(_ text: Bytes, _ namespaces: PrefixLookup) -> Bool {
    var reachable = first[0]
    var current: UInt64 = 0
    var isFirst = true
    let isWhole = text.allWords { word in
      isFirst = false
      current = 0
      var next: UInt64 = 0
      while reachable != 0 {
        let position = reachable.trailingZeroBitCount
        reachable &= reachable - 1
        if leaves[position].matches(word, namespaces) {
          current |= 1 << UInt64(position)
          next |= follow[position]
        }
      }
      reachable = next
      return current != 0
    }
    return isWhole && (isFirst ? isNullable : current & last[0] != 0)
  }

  private func matchesMany(_ text: Bytes, _ namespaces: PrefixLookup) -> Bool {
    var reachable = first
    var current = [UInt64](repeating: 0, count: wordCount)
    var isFirst = true
    let isWhole = text.allWords { word in
      isFirst = false
      var next = [UInt64](repeating: 0, count: wordCount)
      var hasMatch = false
      for index in 0..<wordCount {
        current[index] = 0
        while reachable[index] != 0 {
          let bit = reachable[index].trailingZeroBitCount
          reachable[index] &= reachable[index] - 1
          let position = index << 6 + bit
          guard leaves[position].matches(word, namespaces) else { continue }
          hasMatch = true
          current[index] |= 1 << UInt64(bit)
          for other in 0..<wordCount { next[other] |= follow[position * wordCount + other] }
        }
      }
      reachable = next
      return hasMatch
    }
    return isWhole && (isFirst ? isNullable : zip(current, last).contains { $0 & $1 != 0 })
  }

  private struct Ends {
    var isNullable: Bool
    var first: [Int] = []
    var last: [Int] = []
  }

  private struct Builder {
    var leaves: [ValueMatcher] = []
    var follow: [Set<Int>] = []

    mutating func build(_ id: PatternID, in store: PatternStore) -> Ends {
      let pattern = store[id]
      switch pattern.kind {
      case .empty: return Ends(isNullable: true)
      case .data, .value:
        leaves.append(ValueMatcher(id, in: store))
        follow.append([])
        return Ends(isNullable: false, first: [leaves.count - 1], last: [leaves.count - 1])
      case .choice:
        var ends = Ends(isNullable: false)
        // Values and data are one word: a choice of nothing else is one leaf.
        if store.parts(pattern).allSatisfy({ store[$0].kind == .data || store[$0].kind == .value }) {
          leaves.append(ValueMatcher(id, in: store))
          follow.append([])
          return Ends(isNullable: false, first: [leaves.count - 1], last: [leaves.count - 1])
        }
        for part in store.parts(pattern) {
          let next = build(part, in: store)
          ends = Ends(
            isNullable: ends.isNullable || next.isNullable, first: ends.first + next.first, last: ends.last + next.last)
        }
        return ends
      case .group:
        var ends = Ends(isNullable: true)
        var current = id
        while store[current].kind == .group {
          ends = join(ends, build(store[current].first, in: store))
          current = store[current].second
        }
        return join(ends, build(current, in: store))
      case .oneOrMore:
        let ends = build(pattern.first, in: store)
        for position in ends.last { follow[position].formUnion(ends.first) }
        return ends
      default: return Ends(isNullable: false)
      }
    }

    private mutating func join(_ left: Ends, _ right: Ends) -> Ends {
      for position in left.last { follow[position].formUnion(right.first) }
      return Ends(
        isNullable: left.isNullable && right.isNullable,
        first: left.isNullable ? left.first + right.first : left.first,
        last: right.isNullable ? left.last + right.last : right.last)
    }
  }
}
