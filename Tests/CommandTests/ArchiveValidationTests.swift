import Foundation
import Testing

/// `validate` over archives: patterns, the cache, and watching.
@Suite struct ArchiveValidationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("s.rng", Self.schema("p"))
    for name in ["a", "b", "sub/c"] { try write(name, "<p/>") }
  }

  private static func schema(_ child: String) -> String {
    "<element name='doc' xmlns='http://relaxng.org/ns/structure/1.0'><zeroOrMore><element name='\(child)'><text/>"
      + "</element></zeroOrMore></element>"
  }

  private func write(_ name: String, _ content: String) throws {
    try folder.write("in/\(name).xml", "<doc>\(content)</doc>")
  }

  private func validate(_ arguments: String...) throws -> Command.Result {
    try Command.run(["validate"] + arguments, in: folder.path)
  }

  @Test func takesPatterns() throws {
    #expect(try validate("in/**/*.xml", "--schema", "s.rng").error == "3 files checked: no faults\n")
    let none = try validate("in/*.tei", "--schema", "s.rng")
    #expect(none.status == 2 && none.error == "in/*.tei: error[file-missing]: no file matches the pattern\n")
    let partly = try validate("in/*.tei", "in/a.xml", "--schema", "s.rng")
    #expect(partly.status == 1)
  }

  @Test func saysTheSameWithACache() throws {
    try write("b", "<q/><q/>")
    let without = try validate("in", "--schema", "s.rng")
    #expect(without.status == 1)
    for _ in 0..<3 {
      let with = try validate("in", "--schema", "s.rng", "--cache-dir", "cache")
      #expect(with.output == without.output && with.error == without.error && with.status == 1)
    }
    #expect(try folder.names(in: "cache").contains("CACHEDIR.TAG"))
    try folder.write("s.rng", Self.schema("q"))
    #expect(try validate("in", "--schema", "s.rng", "--cache-dir", "cache").error.hasSuffix("2 errors, 0 warnings\n"))
    // A folder that cannot be made is no reason not to validate.
    let unwritable = try validate("in", "--schema", "s.rng", "--cache-dir", "s.rng/cache")
    #expect(unwritable.error.contains("warning[cache-unwritable]") && unwritable.status == 1)
  }

  @Test func watchesWhatChanges() throws {
    let process = Command.process(["validate", "in", "--schema", "s.rng", "--watch"], in: folder.path)
    for name in ["out", "err"] { try folder.write(name, "") }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: folder.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: folder.path + "/err")
    try process.run()
    defer { if process.isRunning { process.terminate() } }
    var end = ""
    func expect(_ text: String, _ change: () throws -> Void) throws {
      try change()
      let deadline = Date().addingTimeInterval(60)
      end += text
      while String(decoding: folder.read("err")!, as: UTF8.self) != end, Date() < deadline {
        Thread.sleep(forTimeInterval: 0.05)
      }
      #expect(String(decoding: folder.read("err")!, as: UTF8.self) == end)
    }
    try expect("3 files checked: no faults\nwatching for changes (Ctrl-C ends)\n") {}
    try expect("1 file changed; 3 files checked: 1 error, 0 warnings\n") { try write("a", "<q/>") }
    try expect("1 file changed; 4 files checked: 2 errors, 0 warnings\n") { try write("d", "<q/>") }
    // As editors do: another file takes the name.
    try expect("in/a.xml: no faults\n1 file changed; 4 files checked: 1 error, 0 warnings\n") {
      try folder.write("new", "<doc><p/></doc>")
      _ = rename(folder.path + "/new", folder.path + "/in/a.xml")
    }
    try expect("in/d.xml: gone\n1 file changed; 3 files checked: no faults\n") {
      try FileManager.default.removeItem(atPath: folder.path + "/in/d.xml")
    }
    try expect("3 files changed; 3 files checked: 3 errors, 0 warnings\n") {
      try folder.write("s.rng", Self.schema("q"))
    }
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    let told = String(decoding: folder.read("out")!, as: UTF8.self).split(separator: "\n")
    #expect(told.count == 5 && told[0].hasPrefix("in/a.xml:1:6: error[element-not-allowed]"))
  }

  @Test func doesNotWatchStandardInput() throws {
    let result = try validate("-", "--watch")
    #expect(result.status == 2 && result.error.contains("Standard input cannot be watched"))
    #expect(try validate("in", "--watch", "--format", "json").status == 2)
  }
}
