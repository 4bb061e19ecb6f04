import FoundationEssentials
import Testing

/// Files that outputs are compared with: `Fixtures/NAME`; TEIKIT_RECORD=1 writes them anew.
enum Golden {
  static func expect(_ bytes: [UInt8], named name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    let recorded = try? Data(contentsOf: file)
    if ProcessInfo.processInfo.environment["TEIKIT_RECORD"] != nil, recorded != Data(bytes) {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      Issue.record("\(name) is written anew: look at it, and run again without it")
    } else {
      #expect(recorded.map { String(decoding: $0, as: UTF8.self) } == String(decoding: bytes, as: UTF8.self))
    }
  }
}
