import Testing

@testable import SequenceLabelling

@Suite struct WindowTests {
  @Test func endsWhereTheRunEnds() {
    func seen(_ center: Int, radius: Int, count: Int) -> [[Int]] {
      Window(center, radius: radius, count: count).map { [$0.place, $0.token] }
    }
    #expect(seen(3, radius: 2, count: 9) == [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5]])
    #expect(seen(0, radius: 2, count: 9) == [[2, 0], [3, 1], [4, 2]])
    #expect(seen(8, radius: 1, count: 9) == [[0, 7], [1, 8]])
    #expect(seen(0, radius: 2, count: 1) == [[2, 0]])
    #expect(seen(1, radius: 0, count: 3) == [[0, 1]])
  }
}
