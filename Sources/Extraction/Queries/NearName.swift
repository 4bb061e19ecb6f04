/// The name that somebody may have meant.
package enum NearName {
  /// The end of a message on names that are not there: which was meant, or which there are.
  package static func suggestion(for wanted: [String], among names: Set<String>) -> String {
    for name in wanted { if let near = of(name, among: names) { return "; did you mean \"\(near)\"?" } }
    guard !names.isEmpty else { return "" }
    let more = names.count > 12 ? ", …" : ""
    return "; expected " + (names.count > 1 ? "one of " : "") + names.sorted().prefix(12).joined(separator: ", ") + more
  }

  /// The nearest of some names that differs by upper and lower case alone, or by few letters; nil where none is near.
  static func of(_ wanted: String, among names: Set<String>) -> String? {
    let folded = wanted.lowercased()
    let sorted = names.sorted()
    if let same = sorted.first(where: { $0.lowercased() == folded }) { return same }
    let limit = wanted.utf8.count <= 3 ? 1 : wanted.utf8.count <= 7 ? 2 : 3
    var best: (name: String, distance: Int)?
    for name in sorted where abs(name.utf8.count - wanted.utf8.count) <= limit && name.utf8.count <= 64 {
      let distance = distance(Array(folded.utf8), Array(name.lowercased().utf8))
      // A short name is not all mistakes.
      guard distance <= limit, distance * 2 <= wanted.utf8.count, distance < best?.distance ?? .max else { continue }
      best = (name, distance)
    }
    return best?.name
  }

  /// How many letters have to be put in, taken out, changed or exchanged with the next (optimal string alignment).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard left.count <= 200 else { return .max }
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column] + (byte == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      (before, last) = (last, current)
    }
    return last[right.count]
  }
}
