import ArchivePipeline
import Foundation
import Testing

/// What jing (Debian: jing), which shares no code with libxml2, says of a sample of the outputs.
@Suite struct JingTests {
  private static let jing = ["/usr/bin/jing", "/usr/local/bin/jing", "/opt/homebrew/bin/jing"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  private static let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
  private static let schemas = [root + "/schemas/teikit.rng", root + "/../shared/schemas/tei_all-4.12.0.rng"]

  @Test(.enabled(if: jing != nil, "jing is not installed (apt-get install jing)"), arguments: schemas)
  func aSampleIsValid(_ schema: String) throws {
    guard FileManager.default.fileExists(atPath: schema) else {
      print("skipped: \(schema) is not there")
      return
    }
    let folder = FileManager.default.temporaryDirectory.path + "/jing-\(UInt64.random(in: 0 ..< .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plain = ArticleProperty()
    let divided = ArticleProperty(annotator: Annotator(segmentsSentences: true))
    var files: [String] = []
    for seed in 1_000_000..<(1_000_150 as UInt64) {
      let property = seed.isMultiple(of: 2) ? plain : divided
      guard case .encoded(let bytes) = property.outcome(of: ArticlePropertyTests.input(seed)) else { continue }
      files.append("\(folder)/\(seed).xml")
      try Data(bytes).write(to: URL(fileURLWithPath: files.last!))
    }
    #expect(files.count > 100)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.jing!)
    process.arguments = [schema] + files
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let report = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(report == "")
  }
}
