/// What was found against what should have been.
struct Score {
  var right = 0
  var found = 0
  var expected = 0

  var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
  var recall: Double { expected == 0 ? 0 : Double(right) / Double(expected) }
  var f1: Double { right == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  static func += (left: inout Score, right: Score) {
    left.right += right.right
    left.found += right.found
    left.expected += right.expected
  }

  /// Precision, recall, F1 and the counts, in columns.
  var row: String { "P \(precision.fixed)  R \(recall.fixed)  F1 \(f1.fixed)  (\(right)/\(found)/\(expected))" }
}

extension Double {
  /// Three decimals.
  var fixed: String {
    let thousandths = Int((self * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}

extension String {
  func padded(_ width: Int) -> String { count >= width ? self : self + String(repeating: " ", count: width - count) }
}

/// The figures of a run, by name, and the floors that they may not fall below.
struct Figures {
  private(set) var values: [(name: String, value: Double)] = []

  mutating func add(_ name: String, _ value: Double) { values.append((name, value)) }

  /// Lines of floors that are not kept; a floor without a figure is one as well.
  func below(_ floors: [String: Double]) -> [String] {
    floors.sorted { $0.key < $1.key }.compactMap { name, floor in
      guard let value = values.first(where: { $0.name == name })?.value else { return "\(name): not measured" }
      return value + 0.0005 < floor ? "\(name): \(value.fixed), floor \(floor.fixed)" : nil
    }
  }
}
