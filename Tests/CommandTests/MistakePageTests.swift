import Foundation
import Testing

/// What `Documentation/VALIDATION.md` shows is what the tools say.
///
/// Our messages are compared on every run. With `TEIKIT_RECORD=1` they are written into the page, and the test fails. With
/// `TEIKIT_RECORD_PEERS=1` those of jing and xmllint are written, too, where both are installed; nothing else needs them.
@Suite struct MistakePageTests {
  private static let schema = Repository.path("../shared/schemas/tei_all-4.12.0.rng")
  private static let page = URL(filePath: Repository.path("Documentation/VALIDATION.md"))

  @Test func pageShowsWhatTheToolsSay() throws {
    guard FileManager.default.fileExists(atPath: Self.schema) else {
      return print("skipped: ../shared/schemas/tei_all-4.12.0.rng is missing")
    }
    let written = try String(contentsOf: Self.page, encoding: .utf8)
    var page = MistakePage(written)
    #expect(page.mistakes.count == 20)
    let folder = try Sandbox()
    try FileManager.default.createDirectory(at: folder.folder, withIntermediateDirectories: true)
    let names = page.mistakes.indices.map { "\($0 < 9 ? "0" : "")\($0 + 1).xml" }
    for (name, mistake) in zip(names, page.mistakes) {
      try mistake.file.write(to: folder.folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    // A file that names a schema is asked about that one.
    let (own, given) = (names.filter { isOwn($0, page, names) }, names.filter { !isOwn($0, page, names) })
    var ours = try messages(of: "teikit validate --schema \(Self.schema) \(given.joined(separator: " "))", folder)
    for name in own { ours.merge(try messages(of: "teikit validate \(name)", folder)) { $0 + $1 } }
    try set("teikit", ours, names, &page)
    let environment = ProcessInfo.processInfo.environment
    if environment["TEIKIT_RECORD_PEERS"] != nil {
      let all = names.joined(separator: " ")
      // One run for each file: it gives up at the first that is not well-formed.
      let jing = "for file in \(all); do jing \(Self.schema) $file; done"
      try set("jing", messages(of: jing, folder), names, &page)
      // One run: it needs a quarter of a minute to read the schema.
      try set("xmllint", messages(of: "xmllint --noout --relaxng \(Self.schema) \(all)", folder), names, &page)
    }
    guard page.text != written else { return }
    if environment["TEIKIT_RECORD"] != nil || environment["TEIKIT_RECORD_PEERS"] != nil {
      // The console blocks of the page are recorded by another test, perhaps just now.
      var newest = MistakePage(try String(contentsOf: Self.page, encoding: .utf8))
      for index in newest.mistakes.indices { newest.mistakes[index].rows = page.mistakes[index].rows }
      try newest.text.write(to: Self.page, atomically: true, encoding: .utf8)
      Issue.record("VALIDATION.md is recorded: look at what changed, then run without TEIKIT_RECORD")
    } else {
      for (old, new) in zip(MistakePage(written).mistakes, page.mistakes) {
        #expect(old.rows == new.rows, "VALIDATION.md, \(new.title): TEIKIT_RECORD=1 writes what is said now")
      }
    }
  }

  @Test func longOutputIsCutShort() {
    #expect(MistakePage.cell([]) == "*nothing*")
    #expect(MistakePage.cell(["a | b"]) == "`a \\| b`")
    #expect(MistakePage.cell([String(repeating: "x", count: 202)]).hasSuffix("` … and 2 characters more"))
    #expect(MistakePage.cell(["a", "b", "c", "d"]) == "`a`<br>`b`<br>`c`<br>`d`")
    #expect(MistakePage.cell(["a", "b", "c", "d", "e"]) == "`a`<br>`b`<br>`c`<br>… and 2 messages more")
  }

  private func isOwn(_ name: String, _ page: MistakePage, _ names: [String]) -> Bool {
    page.mistakes[names.firstIndex(of: name)!].xml.contains("<?xml-model")
  }

  private func set(
    _ tool: String, _ messages: [String: [String]], _ names: [String], _ page: inout MistakePage
  ) throws {
    for (index, name) in names.enumerated() { page.mistakes[index].rows[tool] = MistakePage.cell(messages[name] ?? []) }
  }

  /// What a command says of each file, without its name.
  private func messages(of command: String, _ folder: Sandbox) throws -> [String: [String]] {
    var status: Int32 = 0
    var found: [String: [String]] = [:]
    for line in try folder.run(command, after: &status).split(separator: "\n") {
      // jing names files by their whole path.
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].hasSuffix(".xml"), let name = parts[0].split(separator: "/").last else {
        continue
      }
      found[String(name), default: []].append(
        String(parts[1]).replacing(folder.folder.path + "/", with: ""))
    }
    return found
  }
}
