/// The shortest way from one sequence to another by deletions and insertions (Myers 1986, section 4), up to a length.
enum ShortestEdit {
  /// How far diagonals are followed in all: what repeats itself could be followed for long.
  private static let maximumSteps = 20_000_000

  /// What differs inside a hunk; nil where more than `limit` words do.
  static func hunks(
    _ a: [Int32], _ b: [Int32], _ hunk: TextAlignment.Hunk, limit: Int
  ) -> [TextAlignment.Hunk]? {
    let (n, m) = (hunk.left.count, hunk.right.count)
    guard abs(n - m) <= limit else { return nil }
    if n == 0 || m == 0 { return [hunk] }
    let (a0, b0) = (hunk.left.lowerBound, hunk.right.lowerBound)
    // The furthest x on each diagonal, by distance.
    var furthest = [Int32](repeating: 0, count: 2 * limit + 3)
    let zero = limit + 1
    var trace: [[Int32]] = []
    var steps = 0
    for distance in 0...limit {
      for k in stride(from: -distance, through: distance, by: 2) {
        let isDown = k == -distance || (k != distance && furthest[zero + k - 1] < furthest[zero + k + 1])
        var x = Int(isDown ? furthest[zero + k + 1] : furthest[zero + k - 1] + 1)
        while x < n, x - k < m, x >= 0, x - k >= 0, a[a0 + x] == b[b0 + x - k] {
          x += 1
          steps += 1
        }
        furthest[zero + k] = Int32(x)
        if x >= n, x - k >= m { return way(back: trace, n, m, a0, b0) }
      }
      trace.append(Array(furthest[zero - distance...zero + distance]))
      if steps > maximumSteps { return nil }
    }
    return nil
  }

  /// Follows the way back from the end.
  private static func way(back trace: [[Int32]], _ n: Int, _ m: Int, _ a0: Int, _ b0: Int) -> [TextAlignment.Hunk] {
    var hunks: [TextAlignment.Hunk] = []
    var (x, y) = (n, m)
    var distance = trace.count
    while distance > 0 {
      let before = trace[distance - 1]
      func furthest(_ k: Int) -> Int {
        abs(k) <= distance - 1 ? Int(before[k + distance - 1]) : Int.min
      }
      let k = x - y
      let isDown = k == -distance || (k != distance && furthest(k - 1) < furthest(k + 1))
      let (fromX, toX) = isDown ? (furthest(k + 1), furthest(k + 1)) : (furthest(k - 1), furthest(k - 1) + 1)
      let fromY = isDown ? fromX - k - 1 : fromX - k + 1
      let step = TextAlignment.Hunk(left: a0 + fromX..<a0 + toX, right: b0 + fromY..<b0 + (isDown ? fromY + 1 : fromY))
      if let last = hunks.last, last.left.lowerBound == step.left.upperBound,
        last.right.lowerBound == step.right.upperBound
      {
        hunks[hunks.count - 1] = TextAlignment.Hunk(
          left: step.left.lowerBound..<last.left.upperBound, right: step.right.lowerBound..<last.right.upperBound)
      } else {
        hunks.append(step)
      }
      (x, y) = (fromX, fromY)
      distance -= 1
    }
    return hunks.reversed()
  }
}

/// Words that occur once in each of two texts.
enum UniqueWords {
  /// Pairs of such words, the most of them that stand in the same order in both.
  static func anchors(_ a: [Int32], _ b: [Int32], _ hunk: TextAlignment.Hunk) -> [(Int, Int)] {
    var places: [Int32: (left: Int, right: Int)] = [:]
    for index in hunk.left { places[a[index]] = (places[a[index]] == nil ? index : -2, -1) }
    for index in hunk.right {
      guard let place = places[b[index]], place.left >= 0 else { continue }
      places[b[index]]?.right = place.right == -1 ? index : -2
    }
    let pairs = hunk.left.compactMap { index in
      places[a[index]].flatMap { $0.left == index && $0.right >= 0 ? (index, $0.right) : nil }
    }
    // The longest increasing subsequence.
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var chain: [(Int, Int)] = []
    var current = tails.last ?? -1
    while current >= 0 {
      chain.append(pairs[current])
      current = previous[current]
    }
    return chain.reversed()
  }
}
