import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Inputs of sizes that nobody should have. A tenth of them, or less, in CI; the whole with `TEIKIT_LARGE=1`, best in
/// a release build.
@Suite(.serialized) struct LargeInputTests {
  let folder: TemporaryFolder
  static let isWhole = ProcessInfo.processInfo.environment["TEIKIT_LARGE"] != nil

  init() throws { folder = try TemporaryFolder() }

  /// Writes a file of about so many bytes.
  private func fill(_ name: String, with line: String, bytes: Int) throws {
    let piece = Array(String(repeating: line, count: max(1, (1 << 16) / line.utf8.count)).utf8)
    try folder.write(name, [])
    let file = try #require(FileHandle(forWritingAtPath: folder.path + "/" + name))
    for _ in 0..<(bytes / piece.count + 1) { try file.write(contentsOf: Data(piece)) }
    try file.close()
  }

  private func check(_ name: String) throws {
    let source = try Command.run("text", "--source", "out/\(name).xml", in: folder.path)
    #expect(source.status == 0)
    // Not as an expectation of both: a failure would print millions of bytes.
    let isSame = source.output == folder.read(name + ".txt")
    #expect(isSame)
  }

  @Test func aFileOf200MBIsRefusedWithItsSize() throws {
    // Holes take no room on the disk, and the size alone decides.
    try folder.write("a.txt", [])
    truncate(folder.path + "/a.txt", 200 << 20)
    let result = try Command.run("annotate", "a.txt", "-o", "out", in: folder.path)
    #expect(result.status == 1)
    #expect(
      result.error
        == "a.txt: error[file-unreadable]: it has 209715200 bytes or more; at most 67108864 are read (--max-size)\n")
  }

  /// A word of 9 MB is more than libxml2 reads in one node.
  @Test(
    arguments: [
      ("The ministers met in the old town of Paris and said nothing. ", 200_000), ("x", 9_000_000), ("東京", 200_000),
      ("1 ", 200_000),
    ])
  func aLineOf50MB(_ words: String, _ quickSize: Int) throws {
    try fill("a.txt", with: words, bytes: Self.isWhole ? 50_000_000 : quickSize)
    let result = try Command.run("annotate", "a.txt", "-o", "out", in: folder.path)
    #expect(result.status == 0, "\(result.error.prefix(500))")
    print("a line of \(words.debugDescription): \(result.seconds) s")
    try check("a")
  }

  @Test func hundredThousandHeadings() throws {
    let count = Self.isWhole ? 100_000 : 2_000
    let lines = (1...count).map { "## Heading \($0)\nIt rained in the night, and on the next day too, said Ana.\n" }
    try folder.write("a.txt", lines.joined(separator: "\n"))
    let result = try Command.run("annotate", "a.txt", "-o", "out", in: folder.path)
    #expect(result.status == 0, "\(result.error.prefix(500))")
    // The first is the title.
    #expect(result.text.contains("\n\(count - 1) sections,"), "\(result.text)")
    print("\(count) headings: \(result.seconds) s")
    try check("a")
  }

  /// The layout has more to say than libxml2 reads in one node.
  @Test func manyControlCharacters() throws {
    try fill("a.txt", with: "a\u{1}b\u{2}c\r\n\r", bytes: Self.isWhole ? 4_000_000 : 200_000)
    let result = try Command.run("annotate", "a.txt", "-o", "out", in: folder.path)
    #expect(result.status == 0, "\(result.error.prefix(500))")
    try check("a")
  }
}
