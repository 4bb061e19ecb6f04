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

/// A set of name classes: single names, which are quickly compared, and others.
struct NameSet {
  var single: Set<NameClass> = []
  var others: Set<NameClass> = []

  init() {}

  init(_ name: NameClass) {
    if case .name = name { single = [name] } else { others = [name] }
  }

  mutating func formUnion(_ other: NameSet) {
    if single.isEmpty { single = other.single } else if !other.single.isEmpty { single.formUnion(other.single) }
    if !other.others.isEmpty { others.formUnion(other.others) }
  }

  /// A name class here that overlaps one of the other set, or nil.
  func overlap(with other: NameSet) -> NameClass? {
    let (few, many) = single.count < other.single.count ? (single, other.single) : (other.single, single)
    if let shared = few.first(where: many.contains) { return shared }
    for name in others {
      if let found = other.single.first(where: name.overlaps) ?? other.others.first(where: name.overlaps) {
        return found
      }
    }
    for name in other.others { if let found = single.first(where: name.overlaps) { return found } }
    return nil
  }
}
