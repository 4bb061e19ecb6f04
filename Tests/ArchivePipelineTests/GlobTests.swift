import ArchivePipeline
import ArticleModel
import Foundation
import TestSupport
import Testing

/// Patterns of paths, as `'corpus/**/*.xml'`.
@Suite struct GlobTests {
  let folder: TemporaryFolder

  private static let cases: [(String, [String])] = [
    ("?.xml", ["*.xml", "a.xml"]),
    ("[!*]*.xml", ["a.xml", "e[1].xml"]),
    ("sub/*/b[2-9].xml", ["sub/deep/b2.xml"]),
    ("**/b?.xml", ["sub/deep/b1.xml", "sub/deep/b2.xml"]),
    ("**/**/deep/**/b1.xml", ["sub/deep/b1.xml"]),
    ("s*/**/[ab]*.xml", ["sub/a.xml", "sub/deep/b1.xml", "sub/deep/b2.xml"]),
    // What a shell gives: folders are looked through, files are taken as they are called.
    ("sub/dee?", ["sub/deep/b1.xml", "sub/deep/b2.xml"]),
    ("?.txt", ["b.txt"]),
    ("sub/deep/**", ["sub/deep/b1.xml", "sub/deep/b2.xml"]),
    // Names that begin with a full stop are to be asked for.
    ("*/c.xml", []),
    (".h*/c.xml", [".hidden/c.xml"]),
    ("**/.d.xml", ["sub/.d.xml"]),
    ("sub/?ber*.xml", ["sub/über räume.xml"]),
    ("sub/new?line.xml", ["sub/new\nline.xml"]),
    // A file that is there is meant before a pattern.
    ("e[1].xml", ["e[1].xml"]),
    ("*.xml", ["*.xml"]),
    ("\\*.xml", ["*.xml"]),
    ("sub/../?.txt", ["sub/../b.txt"]),
    ("[.xml", []),
  ]

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "a.xml", "b.txt", "sub/a.xml", "sub/deep/b1.xml", "sub/deep/b2.xml", ".hidden/c.xml", "sub/.d.xml", "e[1].xml",
      "sub/über räume.xml", "sub/new\nline.xml", "*.xml",
    ] {
      try folder.write(name, "x")
    }
  }

  private func found(_ pattern: String) -> [String] {
    InputFinder.files(at: ["\(folder.path)/\(pattern)"], extensions: ["xml"]).files.map {
      String($0.path.dropFirst(folder.path.count + 1))
    }.sorted()
  }

  @Test(arguments: Self.cases) func means(pattern: String, files: [String]) { #expect(found(pattern) == files) }

  @Test func saysWhatMatchesNothing() {
    let (files, diagnostics) = InputFinder.files(at: ["\(folder.path)/*.tei"], extensions: ["xml"])
    #expect(files.isEmpty)
    #expect(
      diagnostics.map(\.description) == ["\(folder.path)/*.tei: error[file-missing]: no file matches the pattern"])
  }

  @Test func namesOutputsBelowTheFolderThatItBeginsAt() {
    let files = InputFinder.files(at: ["\(folder.path)/sub/**/b*.xml"], extensions: ["xml"]).files
    #expect(files.map(\.relativePath) == ["deep/b1.xml", "deep/b2.xml"])
  }

  @Test func takesAFileOnce() {
    let paths = ["\(folder.path)/**/a.xml", "\(folder.path)/sub/*.xml", "\(folder.path)/sub"]
    let files = InputFinder.files(at: paths, extensions: ["xml"]).files
    #expect(files.count { $0.path.hasSuffix("/a.xml") } == 2)
  }

  /// Stars that could begin at each of many characters, and a circle of links.
  @Test(.timeLimit(.minutes(30))) func endsSoon() throws {
    let time = try processorTime { () throws in
      try folder.write("sub/" + String(repeating: "a", count: 200), "x")
      #expect(found("sub/" + String(repeating: "*a", count: 100) + "b") == [])
      try FileManager.default.createSymbolicLink(atPath: folder.path + "/sub/up", withDestinationPath: "..")
      #expect(found("**/**/*/**/b1.xml").contains("sub/deep/b1.xml"))
    }
    #expect(time < .seconds(60))
  }
}
