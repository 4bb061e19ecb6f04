/// Finds which of a file's changes may not be made together with the others, by halving.
///
/// A fault is taken to stay where changes are added. Of k such changes among n it takes about k log₂ n trials, of which
/// those that are like one of them, and no others, may use up what there is.
struct HeldBackChanges {
  /// The changes that may be made, in order.
  private(set) var kept: [Int]
  /// Those that may not, with why.
  private(set) var held: [(change: Int, reason: String)] = []

  /// How many bytes are read in trials at most, and how many trials there are: a file with more faults than these find is
  /// one for people.
  static let trialBytes = 1 << 30
  static let trials = 12...160
  /// So many changes in a row that may not even be made alone, for one reason, say that it is not theirs.
  static let maximumAlike = 8

  /// - Parameters:
  ///   - count: How many changes there are.
  ///   - size: That of the file in bytes.
  ///   - likeness: What changes have in common that may not be made for one reason, as a new type.
  ///   - fault: Why some changes, in order, may not be made together; nil where they may.
  init(count: Int, size: Int = 0, likeness: (Int) -> String = { _ in "" }, fault: ([Int]) -> String?) {
    kept = Array(0..<count)
    let maximumTrials = min(Self.trials.upperBound, max(Self.trials.lowerBound, Self.trialBytes / max(1, size)))
    var trials = 0
    func attempt(_ changes: [Int]) -> String? {
      trials += 1
      return changes.isEmpty ? nil : fault(changes.sorted())
    }
    var good: [Int] = []
    var met: Set<String> = []
    var rest = kept
    while let whole = attempt(good + rest) {
      // The fewest of the rest that may not be made with those that are good.
      var (low, high, reason) = (0, rest.count, whole)
      while high - low > 1, trials < maximumTrials {
        let middle = (low + high) / 2
        if let found = attempt(good + rest[..<middle]) { (high, reason) = (middle, found) } else { low = middle }
      }
      good += rest[..<low]
      let isAlike =
        good.isEmpty && held.count + 1 >= Self.maximumAlike && held.allSatisfy { $0.reason == reason }
      if trials >= maximumTrials || isAlike {
        // All are held back that are not known to be good.
        let told = isAlike ? reason : "too many may not be made to try each; one of them: \(reason)"
        held += rest[low...].map { ($0, told) }
        rest = []
        break
      }
      held.append((rest[high - 1], reason))
      let found = likeness(rest[high - 1])
      rest.removeFirst(high)
      guard met.insert(found).inserted else { continue }
      // Those unlike it may all be good: then one fault made often takes none of them with it.
      let others = rest.filter { likeness($0) != found }
      if !others.isEmpty, others.count < rest.count, attempt(good + others) == nil {
        good += others
        rest.removeAll { likeness($0) != found }
      }
    }
    kept = (good + rest).sorted()
  }
}
