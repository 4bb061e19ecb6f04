import Testing

@testable import ArchivePipeline

@Suite struct LineBufferTests {
  @Test(arguments: [1, 2, 3, 7, 70_000]) func linesComeOutHoweverTheyArrive(_ size: Int) {
    let lines = ["one", "", "two é", String(repeating: "x", count: 200_000), "last"]
    let bytes = Array(lines.joined(separator: "\n").utf8)
    var buffer = LineBuffer()
    var found: [String] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { buffer.append($0) }
      while let line = buffer.next() { found.append(String(decoding: line, as: UTF8.self)) }
    }
    #expect(buffer.count == 4)
    found += buffer.rest().map { [String(decoding: $0, as: UTF8.self)] } ?? []
    #expect(found == lines)
    #expect(buffer.count == 0 && buffer.next() == nil && buffer.rest() == nil)
  }
}
