import Foundation
import Testing

/// What the documentation shows is what the command does.
///
/// Each `console` block of README.md and Documentation/ is run: lines that begin with `$ ` are commands, the rest is what
/// they print, on both outputs; `…` stands for anything. The commands of a page run in order in one temporary folder
/// that holds the corpus, the archive and the schemas. With `TEIKIT_RECORD=1` the pages are rewritten where they differ,
/// and the test fails, so that nobody mistakes a recording for a check.
@Suite struct ReadmeTests {
  static let pages =
    ["README.md"]
    + ((try? FileManager.default.contentsOfDirectory(atPath: Repository.path("Documentation"))) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }

  /// What examples call that need not be there.
  private static let missingTools = ["python3", "jq"].filter { tool in
    (try? Command.shell("command -v \(tool)", in: "/").status) != 0
  }

  @Test(arguments: pages)
  func pageShowsWhatTheCommandDoes(page: String) throws {
    let file = URL(filePath: Repository.path(page))
    var text = ConsolePage(try String(contentsOf: file, encoding: .utf8))
    guard !text.examples.isEmpty else { return }
    let folder = try Sandbox(copying: [
      "corpus", "annotated", "schemas", "Documentation/examples", "Documentation/recognizers", "Makefile",
    ])
    let isRecording = ProcessInfo.processInfo.environment["TEIKIT_RECORD"] != nil
    var status: Int32 = 0
    for (index, example) in text.examples.enumerated() {
      // The examples below it go on from what it makes.
      if Self.missingTools.contains(where: { example.command.contains("\($0) ") }) { break }
      let output = try folder.run(example.command, after: &status)
      guard !ConsolePage.matches(output, example.output) else { continue }
      if isRecording {
        text.examples[index].output = output
      } else {
        let place = "\(page):\(example.line): \(example.command)"
        Issue.record("\(place)\n--- shown\n\(example.output)--- printed\n\(output)")
      }
    }
    if isRecording {
      try text.description.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(page) is recorded: look at what changed, then run without TEIKIT_RECORD")
    }
  }

  @Test func dotsStandForAnything() {
    #expect(ConsolePage.matches("a\nb\nc\n", "a\n…\n"))
    #expect(ConsolePage.matches("a\n", "…\na\n") && ConsolePage.matches("a\n", "a\n…\n"))
    #expect(ConsolePage.matches("took 12 ms, wrote 3\n", "took … ms, wrote 3\n"))
    #expect(!ConsolePage.matches("took 12 ms, wrote 4\n", "took … ms, wrote 3\n"))
    #expect(!ConsolePage.matches("a\nb\n", "a\n"))
    #expect(!ConsolePage.matches("aba", "ab…ba"))
  }

  @Test func pagesAreWrittenAsTheyWereRead() {
    let page = "# T\n```console\n$ one \\\n  two\nout\n\n$ three\n```\n\n```text\n$ not run\n```\n"
    let examples = ConsolePage(page).examples
    #expect(examples.map(\.command) == ["one \\\n  two", "three"])
    #expect(examples.map(\.output) == ["out\n\n", ""])
    #expect(examples.map(\.line) == [3, 7])
    #expect(ConsolePage(page).description == page)
  }
}
