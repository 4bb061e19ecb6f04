/// The tokens that a unit sees from where it stands: some to either side, as far as the run goes.
struct Window: Sequence, IteratorProtocol {
  private let first: Int
  private let end: Int
  private var token: Int

  init(_ center: Int, radius: Int, count: Int) {
    first = center - radius
    end = Swift.min(count, center + radius + 1)
    token = Swift.max(0, first)
  }

  /// The next token, and which place of the window it is in, from 0.
  @inline(__always)
  mutating func next() -> (place: Int, token: Int)? {
    guard token < end else { return nil }
    defer { token += 1 }
    return (token - first, token)
  }
}
