/// Finds what somebody may have meant.
package enum NearestName {
  /// The name nearest to a wrong one by Damerau–Levenshtein distance (optimal string alignment), if it is near enough
  /// to be meant: at most a third of the letters after the last full stop differ, and at most three. What stands before
  /// it is the same in all identifiers of a document. Of equals the first by alphabet.
  ///
  /// - Parameter isRanked: Whether the names come with the likeliest first: then of equals the first of them.
  package static func to(_ wrong: String, among names: some Sequence<String>, isRanked: Bool = false) -> String? {
    let lowercased = wrong.lowercased()
    let sameLetters = names.filter { $0 != wrong && $0.lowercased() == lowercased }
    if let same = isRanked ? sameLetters.first : sameLetters.min() { return same }
    let wanted = Array(wrong.utf8)
    let ownPart = wanted.count - (wanted.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? 0)
    // Any letter is as near to any other.
    guard ownPart > 1 else { return nil }
    var limit = min(3, max(1, ownPart / 3))
    var nearest: String?
    for name in names where abs(name.utf8.count - wanted.count) <= limit && name != wrong {
      guard let distance = distance(wanted, Array(name.utf8), limit: limit) else { continue }
      if distance < limit || nearest == nil || !isRanked && name < nearest! { nearest = name }
      limit = distance
    }
    return nearest
  }

  /// `; did you mean "…"?`, or nothing.
  package static func suggestion(for wrong: String, among names: some Sequence<String>, prefix: String = "") -> String {
    to(wrong, among: names).map { "; did you mean \"\(prefix)\($0)\"?" } ?? ""
  }

  /// The distance, or nil where it is above `limit`.
  private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(substitution, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      if current.min()! > limit { return nil }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
