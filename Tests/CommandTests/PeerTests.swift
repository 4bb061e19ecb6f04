import Foundation
import Testing

/// What independent readers make of our files: Tests/Peers/*.py, run by Tests/Peers/run.
@Suite(.serialized, .enabled(if: Peers.areThere, "no .build/peers-venv: .ci/install-dependencies --tests makes it"))
struct PeerTests {
  @Test(arguments: Peers.names) func readsWhatWeWrite(name: String) throws {
    let result = try Command.shell("'\(Repository.path("Tests/Peers/run"))' \(name)", in: NSTemporaryDirectory())
    #expect(result.status == 0, "\(result.text)\(result.error)")
  }
}

enum Peers {
  static var areThere: Bool {
    FileManager.default.fileExists(atPath: Repository.path(".build/peers-venv/needs"))
  }

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path("Tests/Peers"))) ?? []
    return files.filter { $0.hasSuffix(".py") }.map { String($0.dropLast(3)) }.sorted()
  }
}
