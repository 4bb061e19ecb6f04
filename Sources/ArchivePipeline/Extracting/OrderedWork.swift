/// Work on many things on threads of their own, the results handed over in the order of the things, each as soon as its turn
/// has come.
///
/// A thing may yield any number of results: those of the first one that is not done flow on at once, the others wait, so
/// many at most that memory stays bounded.
final class OrderedWork<Result: Sendable>: @unchecked Sendable {
  // Unchecked: all that changes is touched under the monitor's lock.
  private let monitor = Monitor()
  private let count: Int
  private var next = 0
  /// The thing whose turn it is to hand over.
  private var turn = 0
  private var waiting: [Int: [Result]] = [:]
  private var done: Set<Int> = []
  private var isStopped = false

  /// How many things may be begun after the one whose turn it is, and how many results of each may wait.
  private static var lead: Int { 256 }
  private static var maximumWaiting: Int { 64 }

  private init(_ count: Int) { self.count = count }

  /// Runs `body` for the numbers below `count`, and `take` on this thread for what it hands over; blocks until all is done.
  ///
  /// - Parameters:
  ///   - makeWorker: Makes what a thread keeps for all that it works on.
  ///   - body: Works on one thing; hands over results by the closure, which answers whether more are wanted.
  static func run<Worker>(
    count: Int, jobs: Int, makeWorker: @escaping @Sendable () -> Worker,
    _ body: @escaping @Sendable (Int, inout Worker, (Result) -> Bool) -> Void, take: (Result) throws -> Void
  ) throws {
    guard jobs > 1, count > 1 else {
      var worker = makeWorker()
      for number in 0..<count {
        var fault: (any Error)?
        body(number, &worker) { result in
          do { try take(result) } catch { fault = error }
          return fault == nil
        }
        if let fault { throw fault }
      }
      return
    }
    let work = OrderedWork(count)
    let threads = (0..<min(jobs, count)).map { _ in
      BlockingThread {
        var worker = makeWorker()
        while let number = work.begin() {
          body(number, &worker) { work.give($0, of: number) }
          work.end(number)
        }
      }
    }
    defer { for thread in threads { thread.join() } }
    do {
      while let results = work.results() { for result in results { try take(result) } }
    } catch {
      work.stop()
      throw error
    }
  }

  private func begin() -> Int? {
    monitor.withLock {
      while !isStopped, next < count, next > turn + Self.lead { monitor.wait() }
      guard !isStopped, next < count else { return nil }
      next += 1
      return next - 1
    }
  }

  private func give(_ result: Result, of number: Int) -> Bool {
    monitor.withLock {
      while !isStopped, waiting[number, default: []].count >= Self.maximumWaiting { monitor.wait() }
      guard !isStopped else { return false }
      waiting[number, default: []].append(result)
      // Few results are waited for at once: that a thing is done wakes whoever waits, too.
      if number == turn, waiting[number, default: []].count == Self.maximumWaiting / 2 { monitor.wakeAll() }
      return true
    }
  }

  private func end(_ number: Int) {
    monitor.withLock {
      done.insert(number)
      if number == turn { monitor.wakeAll() }
    }
  }

  private func stop() {
    monitor.withLock {
      isStopped = true
      monitor.wakeAll()
    }
  }

  /// The next results, of one thing or of several that are done; nil after the last.
  private func results() -> [Result]? {
    monitor.withLock {
      while true {
        var results: [Result] = []
        while turn < count {
          results += waiting.removeValue(forKey: turn) ?? []
          guard done.remove(turn) != nil else { break }
          turn += 1
        }
        if !results.isEmpty || turn == count {
          monitor.wakeAll()
          return results.isEmpty ? nil : results
        }
        monitor.wait()
      }
    }
  }
}
