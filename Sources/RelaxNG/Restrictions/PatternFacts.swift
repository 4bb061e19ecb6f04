/// What the checks of section 7 have found out about a pattern.
final class PatternFacts {
  /// The contexts in which it has been checked: a part that many share is checked once in each.
  var checkedContexts: Set<UInt8> = []
  /// The attributes in it that are not inside elements; nil before it is asked for.
  var attributes: NameSet?
  /// The elements in it that are not inside others.
  var elements: NameSet?
  var hasText: Bool?
  var contentType: ContentType?
}

/// Section 7.2.
enum ContentType: Int, Comparable {
  case empty, complex, simple

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Whether patterns of these types may stand beside each other.
  static func isGroupable(_ left: Self, _ right: Self) -> Bool {
    left == .empty || right == .empty || left == .complex && right == .complex
  }
}

/// A set of name classes: single names, which are quickly compared, and those with wildcards.
struct NameSet {
  var single: Set<NameClass> = []
  var wildcards: Set<NameClass> = []

  init() {}

  init(_ name: NameClass) {
    switch name {
    case .name: single = [name]
    case .choice(let parts): for part in parts { formUnion(NameSet(part)) }
    case .anyName, .namespace: wildcards = [name]
    }
  }

  var count: Int { single.count + wildcards.count }
  var isEmpty: Bool { single.isEmpty && wildcards.isEmpty }

  mutating func formUnion(_ other: NameSet) {
    if single.isEmpty { single = other.single } else if !other.single.isEmpty { single.formUnion(other.single) }
    if !other.wildcards.isEmpty { wildcards.formUnion(other.wildcards) }
  }

  /// A name class here that overlaps one of the other set, or nil.
  ///
  /// - Parameter work: What it costs is added.
  func overlap(with other: NameSet, _ work: inout Int) -> NameClass? {
    let (few, many) = single.count < other.single.count ? (single, other.single) : (other.single, single)
    work += few.count
    if let shared = few.first(where: many.contains) { return shared }
    for name in wildcards {
      work += other.single.count * name.size + other.wildcards.count * (1 + name.size)
      guard work <= Overlaps.maximumWork else { return nil }
      if let found = other.single.first(where: name.overlaps) ?? other.wildcards.first(where: name.overlaps) {
        return found
      }
    }
    for name in other.wildcards {
      work += single.count * name.size
      guard work <= Overlaps.maximumWork else { return nil }
      if let found = single.first(where: name.overlaps) { return found }
    }
    return nil
  }
}
