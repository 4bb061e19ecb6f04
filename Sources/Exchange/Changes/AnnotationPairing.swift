/// Finds which annotation of one list is which of another.
struct AnnotationPairing {
  private let before: [StandoffAnnotation]
  private let after: [StandoffAnnotation]
  /// The number among those after, of each before.
  private(set) var partners: [Int?]
  private(set) var ambiguous: [Int] = []
  private(set) var unknown: [Int] = []
  private var isTaken: [Bool]
  /// Those before whose identifier is ambiguous after.
  private var held: Set<Int> = []

  /// How many annotations that overlap one are looked at: more lie upon each other only in files that are made to be slow.
  private static let maximumOverlaps = 64

  private struct Place: Hashable {
    var range: Range<Int>
    var type: String
  }

  init(_ before: [StandoffAnnotation], _ after: [StandoffAnnotation]) {
    self.before = before
    self.after = after
    partners = Array(repeating: nil, count: before.count)
    isTaken = Array(repeating: false, count: after.count)
    takeIdentifiers()
  }

  /// Those after that are paired with none, and whose identifier is not ambiguous.
  var unpaired: [Int] { isTaken.indices.filter { !isTaken[$0] } }

  func isHeld(_ index: Int) -> Bool { held.contains(index) }

  private mutating func take(_ first: Int, _ second: Int) {
    partners[first] = second
    isTaken[second] = true
  }

  private mutating func takeIdentifiers() {
    var places: [String: Int] = [:]
    for (index, annotation) in before.enumerated() where annotation.hasIdentifier && places[annotation.id] == nil {
      places[annotation.id] = index
    }
    var counts: [String: Int] = [:]
    for annotation in after where annotation.hasIdentifier { counts[annotation.id, default: 0] += 1 }
    for (index, annotation) in after.enumerated() where annotation.hasIdentifier {
      guard let place = places[annotation.id] else {
        unknown.append(index)
        continue
      }
      if counts[annotation.id, default: 0] > 1 {
        ambiguous.append(index)
        isTaken[index] = true
        held.insert(place)
      } else {
        take(place, index)
      }
    }
  }

  /// Pairs what identifiers did not.
  mutating func pair() {
    holdWhatAmbiguousCover()
    pair { Place(range: $0.range, type: $0.type) }
    pair { $0.range }
    pairOverlapping()
  }

  /// One after whose identifier stands on several may be the one before at its place.
  private mutating func holdWhatAmbiguousCover() {
    guard !ambiguous.isEmpty else { return }
    let ranges = Set(ambiguous.map { after[$0].range })
    for index in before.indices where partners[index] == nil && ranges.contains(before[index].range) {
      held.insert(index)
    }
  }

  private mutating func pair<Key: Hashable>(by key: (StandoffAnnotation) -> Key) {
    var waiting: [Key: [Int]] = [:]
    for index in unpaired.reversed() { waiting[key(after[index]), default: []].append(index) }
    for index in before.indices where partners[index] == nil && !held.contains(index) {
      if let other = waiting[key(before[index])]?.popLast() { take(index, other) }
    }
  }

  /// Pairs those of one type that overlap, the most of them first.
  private mutating func pairOverlapping() {
    struct Candidate {
      var first: Int
      var second: Int
      var overlap: Int
    }
    let rest = unpaired.sorted { after[$0].range.lowerBound < after[$1].range.lowerBound }
    guard !rest.isEmpty else { return }
    // How far those up to each one reach: before that nothing that begins earlier can overlap.
    var reach: [Int] = []
    for index in rest { reach.append(max(reach.last ?? 0, after[index].range.upperBound)) }
    var candidates: [Candidate] = []
    for first in before.indices where partners[first] == nil && !held.contains(first) {
      let range = before[first].range
      var next = reach.partition { $0 <= range.lowerBound }
      var count = 0
      while next < rest.count, count < Self.maximumOverlaps, after[rest[next]].range.lowerBound < range.upperBound {
        let other = after[rest[next]]
        let overlap = min(range.upperBound, other.range.upperBound) - max(range.lowerBound, other.range.lowerBound)
        if overlap > 0, other.type == before[first].type {
          candidates.append(Candidate(first: first, second: rest[next], overlap: overlap))
        }
        next += 1
        count += 1
      }
    }
    candidates.sort { ($1.overlap, $0.first, $0.second) < ($0.overlap, $1.first, $1.second) }
    for candidate in candidates where partners[candidate.first] == nil && !isTaken[candidate.second] {
      take(candidate.first, candidate.second)
    }
  }
}

extension StandoffAnnotation {
  /// Whether its identifier is one of the TEI: those that count mentions are others as soon as one comes or goes.
  public var hasIdentifier: Bool {
    guard !id.isEmpty else { return false }
    guard let prefix = ["mention-", "annotation-"].first(where: id.hasPrefix) else { return true }
    return !id.utf8.dropFirst(prefix.utf8.count).allSatisfy { $0 &- 0x30 < 10 }
  }
}

extension [Int] {
  /// The first index from which on the numbers, which are in order, are no longer so.
  fileprivate func partition(where isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
