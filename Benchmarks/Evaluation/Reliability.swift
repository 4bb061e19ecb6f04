/// What certainties are worth: of what we are 0.9 sure of, nine in ten should be right.
struct Reliability {
  private struct Bin {
    var count = 0
    var right = 0
    var certainty = 0.0

    var mean: Double { count == 0 ? 0 : certainty / Double(count) }
    var precision: Double { count == 0 ? 0 : Double(right) / Double(count) }
  }

  /// Below 0.5, then tenths; 1.0 belongs to the last.
  private static let names = ["0.0–0.5", "0.5–0.6", "0.6–0.7", "0.7–0.8", "0.8–0.9", "0.9–1.0"]
  private var bins = [Bin](repeating: Bin(), count: Reliability.names.count)

  var count: Int { bins.reduce(0) { $0 + $1.count } }

  mutating func add(_ certainty: Double, isRight: Bool) {
    // Certainties are written with two decimals: 0.6 must not fall below 0.6.
    let bin = min(max(Int(certainty * 10 + 1e-6) - 4, 0), bins.count - 1)
    bins[bin].count += 1
    bins[bin].certainty += certainty
    if isRight { bins[bin].right += 1 }
  }

  /// The expected calibration error: how far certainty and precision are apart, on average over what was found.
  var calibrationError: Double {
    count == 0 ? 0 : bins.reduce(0) { $0 + Double($1.count) * abs($1.mean - $1.precision) } / Double(count)
  }

  static func += (left: inout Reliability, right: Reliability) {
    for index in left.bins.indices {
      left.bins[index].count += right.bins[index].count
      left.bins[index].right += right.bins[index].right
      left.bins[index].certainty += right.bins[index].certainty
    }
  }

  /// In one line: what was promised and what was kept.
  var row: String {
    let mean = bins.reduce(0) { $0 + $1.certainty } / Double(max(count, 1))
    let precision = Double(bins.reduce(0) { $0 + $1.right }) / Double(max(count, 1))
    return "mean \(mean.fixed)  precision \(precision.fixed)  error \(calibrationError.fixed)  (\(count))"
  }

  func print(_ title: String) {
    guard count > 0 else { return }
    Swift.print("\nCertainty, \(title): expected calibration error \(calibrationError.fixed)")
    Swift.print("  \("@cert".padded(12))\("count".padded(8))\("mean".padded(8))precision")
    for (name, bin) in zip(Self.names, bins) where bin.count > 0 {
      Swift.print(
        "  \(name.padded(12))\(String(bin.count).padded(8))\(bin.mean.fixed.padded(8))\(bin.precision.fixed)")
    }
  }
}
