import Testing

@testable import ArchivePipeline

/// Which changes of a file are held back.
@Suite struct HeldBackChangesTests {
  @Test(arguments: [[], [0], [99], [3, 4, 50], Array(stride(from: 5, to: 100, by: 9))])
  func thoseThatMayNotBeMadeAreFound(bad: [Int]) {
    var trials = 0
    let found = HeldBackChanges(count: 100) { numbers in
      trials += 1
      return numbers.first { bad.contains($0) }.map { "bad \($0)" }
    }
    #expect(found.held.map(\.change) == bad)
    #expect(found.held.map(\.reason) == bad.map { "bad \($0)" })
    #expect(found.kept == (0..<100).filter { !bad.contains($0) })
    #expect(trials <= 1 + bad.count * 9)
    #expect(!found.held.contains { $0.reason.hasPrefix("too many") })
  }

  @Test func ofTwoThatDoNotGoTogetherTheFirstStays() {
    let found = HeldBackChanges(count: 10) { $0.contains(2) && $0.contains(7) ? "both" : nil }
    #expect(found.held.map(\.change) == [7])
  }

  /// A type that the schema does not know, given often, takes no other change with it.
  @Test func oneFaultMadeOftenTakesNoOthers() {
    let found = HeldBackChanges(count: 5_000, likeness: { $0 % 5 == 2 ? "MISC" : "PER" }) { numbers in
      #expect(numbers == numbers.sorted())
      return numbers.contains { $0 % 5 == 2 } ? "MISC" : nil
    }
    #expect(found.kept == (0..<5_000).filter { $0 % 5 != 2 })
    #expect(found.held.count == 1_000)
  }

  @Test func trialsAreBounded() {
    var trials = 0
    let found = HeldBackChanges(count: 5_000) { numbers in
      trials += 1
      return numbers.first { $0 % 3 == 2 }.map { "bad \($0)" }
    }
    #expect(trials <= HeldBackChanges.trials.upperBound + 1)
    #expect(found.held.last?.reason.hasPrefix("too many") == true && found.kept.allSatisfy { $0 % 3 != 2 })
    #expect(found.held.count + found.kept.count == 5_000)
    // A fault of the header is none of a change's.
    trials = 0
    let all = HeldBackChanges(count: 5_000) { _ in
      trials += 1
      return "header"
    }
    #expect(all.kept.isEmpty && all.held.count == 5_000 && trials < 150)
  }
}
