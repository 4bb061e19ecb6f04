/// Nests headings by their numbers.
///
/// A series (1, 2, 3; A, B, C; Part I, Part II) is open from its first heading to its last. A series that begins while
/// another is open is inside it, and so is a heading without a number.
struct HeadingOutline {
  /// A heading, as far as its number tells its level.
  struct Heading {
    var number: HeadingNumber?
    /// Whether it announces the series that begins right behind it.
    var announces: Bool
  }

  /// Deeper series are read as the one around them.
  private static let deepest = 6
  /// A series begins with 1, or with 2 where the first heading was not found.
  private static let latestStart = 2

  /// What the numbers of one series share.
  private struct Kind: Hashable {
    var scheme: UInt64
    var depth: Int
    var prefix: Int

    init(_ number: HeadingNumber) { (scheme, depth, prefix) = (number.scheme, number.depth, number.prefix) }
  }

  private struct Series {
    /// Its latest heading.
    var heading: Int
    var kind: Kind
    var level: Int
    /// The scheme of the series inside it.
    var inner: UInt64?
  }

  private let headings: [Heading]
  /// Whether the next number of the same kind behind each heading is the one that follows.
  private let goesOn: [Bool]
  /// Kinds of series that begin more than once, each time below a heading without a number.
  private let repeated: Set<Kind>
  private var open: [Series] = []

  init(_ headings: [Heading]) {
    self.headings = headings
    var goesOn = [Bool](repeating: false, count: headings.count)
    var next: [Kind: Int] = [:]
    for (index, heading) in headings.enumerated().reversed() {
      guard let number = heading.number else { continue }
      goesOn[index] = next[Kind(number)] == number.ordinal + 1
      next[Kind(number)] = number.ordinal
    }
    var before: [Kind: Int] = [:]
    var starts: [Kind: (count: Int, areBelowPlain: Bool)] = [:]
    for (index, heading) in headings.enumerated() {
      guard let number = heading.number else { continue }
      let kind = Kind(number)
      if goesOn[index], number.ordinal <= Self.latestStart, before[kind] != number.ordinal - 1 {
        starts[kind, default: (0, true)].count += 1
        if index == 0 || headings[index - 1].number != nil { starts[kind]?.areBelowPlain = false }
      }
      before[kind] = number.ordinal
    }
    self.goesOn = goesOn
    repeated = Set(starts.filter { $0.value.count > 1 && $0.value.areBelowPlain }.keys)
  }

  /// The level of each heading, from 1; nil where no number tells.
  mutating func levels() -> [Int?] {
    headings.indices.map { index in
      headings[index].number.map { level(of: $0, index) } ?? plainLevel(index)
    }
  }

  /// The level of a heading whose number counts: on from one before it, or from 1 to one behind it.
  private mutating func level(of number: HeadingNumber, _ index: Int) -> Int? {
    let kind = Kind(number)
    if let place = open.lastIndex(where: { $0.kind == kind }) {
      open.removeSubrange((place + 1)...)
      open[place].heading = index
      return open[place].level
    }
    // "2.1" is inside "2.", though there may be no "3.".
    if number.depth > 1, let parent = parent(of: number) { return push(kind, index, below: parent) }
    // Chapters may count on through the parts.
    if let place = open.indices.last, open[place].inner == kind.scheme, number.ordinal > 1 {
      return push(kind, index, below: place)
    }
    guard number.ordinal <= Self.latestStart, goesOn[index] else { return single(number, kind, index) }
    while let series = open.last, series.inner != kind.scheme, !goesOn[series.heading] { open.removeLast() }
    if open.isEmpty, index > 0, headings[index - 1].announces || repeated.contains(kind) {
      return push(kind, index, level: 2)
    }
    return push(kind, index, below: open.indices.last)
  }

  /// The level of a heading whose number counts nothing, though it may have "1.1" below it.
  private mutating func single(_ number: HeadingNumber, _ kind: Kind, _ index: Int) -> Int? {
    let level = plainLevel(index)
    if number.scheme == HeadingNumber.figures, number.depth == 1 { _ = push(kind, index, level: level ?? 1) }
    return level
  }

  /// The open series whose latest number is that of several without the last.
  private func parent(of number: HeadingNumber) -> Int? {
    open.lastIndex { series in
      guard series.kind.scheme == number.scheme, series.kind.depth == number.depth - 1,
        let ordinal = headings[series.heading].number?.ordinal
      else { return false }
      return series.kind.prefix * 1000 + ordinal == number.prefix
    }
  }

  private mutating func push(_ kind: Kind, _ index: Int, below place: Int?) -> Int {
    guard let place else { return push(kind, index, level: 1) }
    open.removeSubrange((place + 1)...)
    open[place].inner = kind.scheme
    return push(kind, index, level: open[place].level + 1)
  }

  private mutating func push(_ kind: Kind, _ index: Int, level: Int) -> Int {
    if open.count < Self.deepest { open.append(Series(heading: index, kind: kind, level: level)) }
    return level
  }

  /// The level of a heading without a number: inside the innermost series that goes on behind it.
  private mutating func plainLevel(_ index: Int) -> Int? {
    while let series = open.last, !goesOn[series.heading] { open.removeLast() }
    return open.last.map { $0.level + 1 }
  }
}
