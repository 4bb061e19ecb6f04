/// The number of an interned pattern: equal numbers, equal patterns.
typealias PatternID = Int32

/// One interned pattern; what `first` and `second` mean depends on the kind.
struct Pattern {
  enum Kind: UInt8 {
    case notAllowed, empty, text
    /// Parts in the pool: where they begin, and how many.
    case choice, interleave
    /// Two parts; the first is no group.
    case group
    case oneOrMore, list
    /// The number of a datatype, and the exception or -1.
    case data
    case value
    /// The number of a name class, and the pattern of the value.
    case attribute
    /// The number of a name class, and that of the element.
    case element
    /// What an open element still wants, and the number of what comes behind it.
    case after
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let nullable = Flags(rawValue: 1)
    static let attributes = Flags(rawValue: 2)
    static let elements = Flags(rawValue: 4)
    static let text = Flags(rawValue: 8)
    /// Data, values or lists, that is: what depends on the text found.
    static let data = Flags(rawValue: 16)
  }

  var kind: Kind
  var flags: Flags
  var first: Int32
  var second: Int32
}

/// Patterns, each stored once, so that a derivative that was met before is recognised by its number.
///
/// Choices and interleaves are sorted, flat lists; groups nest to the right.
struct PatternStore: Sendable {
  static let notAllowed: PatternID = 0
  static let empty: PatternID = 1
  static let text: PatternID = 2

  private(set) var patterns: [Pattern] = []
  /// The parts of choices and interleaves.
  private(set) var pool: [PatternID] = []
  private var table: [Int32]
  /// Whether a limit was reached. What is computed from then on is of no use.
  private(set) var isExhausted = false
  /// How much has been done in the derivative that is being computed.
  private var work = 0

  var datatypes: [Datatype] = []
  var values: [DatatypeValue] = []
  /// The content of each element pattern, by its number.
  var elementContents: [PatternID] = []
  /// The name class of each element pattern.
  var elementNames: [Int32] = []
  var closed: [PatternID] = []

  /// An interleave of many parts has exponentially many derivatives: a hostile document must not fill the memory.
  static let maximumPatterns = 500_000
  static let maximumPool = 4_000_000
  static let maximumWork = 4_000_000

  init() {
    table = Array(repeating: -1, count: 1 << 12)
    patterns = [
      Pattern(kind: .notAllowed, flags: [], first: 0, second: 0),
      Pattern(kind: .empty, flags: .nullable, first: 0, second: 0),
      Pattern(kind: .text, flags: [.nullable, .text], first: 0, second: 0),
    ]
    closed = [0, 1, 2]
  }

  subscript(id: PatternID) -> Pattern { patterns[Int(id)] }

  func isNullable(_ id: PatternID) -> Bool { patterns[Int(id)].flags.contains(.nullable) }

  /// The parts of a choice or interleave.
  func parts(_ pattern: Pattern) -> ArraySlice<PatternID> {
    pool[Int(pattern.first)..<Int(pattern.first + pattern.second)]
  }

  /// Gives up.
  mutating func exhaust() { isExhausted = true }

  mutating func beginWork() { work = 0 }

  /// Counts a step; false when there were too many.
  mutating func step() -> Bool {
    work += 1
    if work > Self.maximumWork { isExhausted = true }
    return !isExhausted
  }

  // MARK: Interning

  private static func mix(_ hash: inout UInt64, _ value: Int32) {
    hash = (hash ^ UInt64(UInt32(bitPattern: value))) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
  }

  private func hash(_ kind: Pattern.Kind, _ first: Int32, _ second: Int32) -> UInt64 {
    var hash = UInt64(kind.rawValue) &+ 0x517C_C1B7_2722_0A95
    Self.mix(&hash, first)
    Self.mix(&hash, second)
    return hash
  }

  private func hash(_ kind: Pattern.Kind, _ parts: some Sequence<PatternID>) -> UInt64 {
    var hash = UInt64(kind.rawValue) &+ 0x517C_C1B7_2722_0A95
    for part in parts { Self.mix(&hash, part) }
    return hash
  }

  mutating func intern(_ kind: Pattern.Kind, _ first: Int32, _ second: Int32, _ flags: Pattern.Flags) -> PatternID {
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: hash(kind, first, second)) & mask
    while table[slot] >= 0 {
      let known = patterns[Int(table[slot])]
      if known.kind == kind, known.first == first, known.second == second { return table[slot] }
      slot = (slot + 1) & mask
    }
    return add(Pattern(kind: kind, flags: flags, first: first, second: second), at: slot)
  }

  private mutating func intern(_ kind: Pattern.Kind, _ parts: [PatternID], _ flags: Pattern.Flags) -> PatternID {
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: hash(kind, parts)) & mask
    while table[slot] >= 0 {
      let known = patterns[Int(table[slot])]
      if known.kind == kind, Int(known.second) == parts.count, self.parts(known).elementsEqual(parts) {
        return table[slot]
      }
      slot = (slot + 1) & mask
    }
    guard pool.count + parts.count <= Self.maximumPool else {
      isExhausted = true
      return Self.notAllowed
    }
    let start = Int32(pool.count)
    pool.append(contentsOf: parts)
    return add(Pattern(kind: kind, flags: flags, first: start, second: Int32(parts.count)), at: slot)
  }

  private mutating func add(_ pattern: Pattern, at slot: Int) -> PatternID {
    guard patterns.count < Self.maximumPatterns else {
      isExhausted = true
      return Self.notAllowed
    }
    let id = PatternID(patterns.count)
    patterns.append(pattern)
    closed.append(-1)
    table[slot] = id
    if patterns.count * 2 > table.count { grow() }
    return id
  }

  private mutating func grow() {
    table = Array(repeating: -1, count: table.count * 2)
    let mask = table.count - 1
    for (id, pattern) in patterns.enumerated().dropFirst(3) {
      let hash =
        pattern.kind == .choice || pattern.kind == .interleave
        ? hash(pattern.kind, parts(pattern)) : hash(pattern.kind, pattern.first, pattern.second)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while table[slot] >= 0 { slot = (slot + 1) & mask }
      table[slot] = Int32(id)
    }
  }

  // MARK: Constructors (section 4.20 and 4.21 hold for derivatives too)

  mutating func choice(_ left: PatternID, _ right: PatternID) -> PatternID {
    if left == right || right == Self.notAllowed { return left }
    if left == Self.notAllowed { return right }
    return choice([left, right])
  }

  mutating func choice(_ alternatives: [PatternID]) -> PatternID {
    var flat: [PatternID] = []
    flat.reserveCapacity(alternatives.count)
    var hasAfter = false
    for id in alternatives {
      let pattern = self[id]
      switch pattern.kind {
      case .notAllowed: continue
      case .choice:
        flat.append(contentsOf: parts(pattern))
        if self[pool[Int(pattern.first)]].kind == .after { hasAfter = true }
      case .after:
        hasAfter = true
        flat.append(id)
      default: flat.append(id)
      }
    }
    if hasAfter { flat = mergingAfters(flat) }
    if flat.count > 1 {
      flat.sort()
      var last: PatternID = -1
      flat.removeAll { id in
        defer { last = id }
        return id == last
      }
      // What matches nothing anyway needs no alternative for that.
      if flat.count > 1, flat[0] == Self.empty, flat.dropFirst().contains(where: isNullable) { flat.removeFirst() }
    }
    guard flat.count > 1 else { return flat.first ?? Self.notAllowed }
    var flags: Pattern.Flags = []
    for id in flat { flags.formUnion(self[id].flags) }
    return intern(.choice, flat, flags)
  }

  /// Makes one of those that have the same pattern behind them.
  private mutating func mergingAfters(_ flat: [PatternID]) -> [PatternID] {
    var contents: [Int32: [PatternID]] = [:]
    var result: [PatternID] = []
    for id in flat {
      let pattern = self[id]
      if pattern.kind == .after {
        contents[pattern.second, default: []].append(pattern.first)
      } else {
        result.append(id)
      }
    }
    for (label, alternatives) in contents { result.append(after(choice(alternatives), label)) }
    return result
  }

  mutating func group(_ left: PatternID, _ right: PatternID) -> PatternID {
    if left == Self.notAllowed || right == Self.notAllowed { return Self.notAllowed }
    if left == Self.empty { return right }
    if right == Self.empty { return left }
    var spine: [PatternID] = []
    var head = left
    while self[head].kind == .group {
      spine.append(self[head].first)
      head = self[head].second
    }
    var result = pair(head, right)
    for part in spine.reversed() { result = pair(part, result) }
    return result
  }

  private mutating func pair(_ left: PatternID, _ right: PatternID) -> PatternID {
    let (a, b) = (self[left].flags, self[right].flags)
    var flags = a.union(b)
    if !a.contains(.nullable) || !b.contains(.nullable) { flags.remove(.nullable) }
    return intern(.group, left, right, flags)
  }

  mutating func interleave(_ parts: [PatternID]) -> PatternID {
    var flat: [PatternID] = []
    for id in parts {
      let pattern = self[id]
      switch pattern.kind {
      case .notAllowed: return Self.notAllowed
      case .empty: continue
      case .interleave: flat.append(contentsOf: self.parts(pattern))
      default: flat.append(id)
      }
    }
    guard flat.count > 1 else { return flat.first ?? Self.empty }
    flat.sort()
    var flags: Pattern.Flags = []
    var isNullable = true
    for id in flat {
      flags.formUnion(self[id].flags)
      if !self.isNullable(id) { isNullable = false }
    }
    if !isNullable { flags.remove(.nullable) }
    return intern(.interleave, flat, flags)
  }

  mutating func oneOrMore(_ part: PatternID) -> PatternID {
    let pattern = self[part]
    if pattern.kind == .notAllowed || pattern.kind == .empty || pattern.kind == .oneOrMore { return part }
    return intern(.oneOrMore, part, 0, pattern.flags)
  }

  mutating func after(_ content: PatternID, _ label: Int32) -> PatternID {
    if content == Self.notAllowed { return Self.notAllowed }
    return intern(.after, content, label, self[content].flags.subtracting(.nullable))
  }
}
