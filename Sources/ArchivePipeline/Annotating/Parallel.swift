/// Works on many things at once.
enum Parallel {
  /// The results of `body` in the order of `items`, at most `jobs` of them being made at a time.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, progress: @escaping @Sendable (Int) -> Void = { _ in },
    _ body: @escaping @Sendable (Item) throws -> Result
  ) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: items.count)
      var next = 0
      func start() {
        guard next < items.count else { return }
        let index = next
        next += 1
        group.addTask { (index, try body(items[index])) }
      }
      for _ in 0..<max(1, jobs) { start() }
      var done = 0
      while let (index, result) = try await group.next() {
        results[index] = result
        done += 1
        progress(done)
        start()
      }
      return results.map { $0! }
    }
  }
}
