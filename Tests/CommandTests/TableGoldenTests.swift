import Foundation
import Testing

/// One document in every format: Goldens/tables holds what was written. TEIKIT_RECORD=1 writes it anew, and fails.
@Suite struct TableGoldenTests {
  private static let goldens = Repository.path("Tests/CommandTests/Goldens/tables")

  @Test(arguments: [
    ("csv", "--format csv -o out"), ("csv-both", "--format csv --types both --units --escape-formulas --bom -o out"),
    ("tsv", "--format tsv --types typed -o out"), ("json", "--format json -o out"),
    ("jsonl", "--format jsonl --units -o out"), ("markdown", "--format markdown -o out"),
    ("html", "--format html -o out"), ("xlsx", "-o out/tables.xlsx"), ("join", "--join -o out"),
    ("long", "--long --where '@xml:id' --min-rows 1 -o out"),
    ("sqlite", "-o tables.sqlite && mkdir out && sqlite3 tables.sqlite .dump > out/tables.sql"),
  ])
  func writesAsRecorded(name: String, arguments: String) throws {
    if name == "sqlite" && !FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3") { return }
    let folder = try TemporaryFolder()
    let result = try Command.shell(
      "\"$TEIKIT\" extract tables '\(Self.goldens)/input.xml' \(arguments)", in: folder.path)
    #expect(result.status == 0, "\(result.error)")
    let golden = "\(Self.goldens)/\(name)"
    if ProcessInfo.processInfo.environment["TEIKIT_RECORD"] != nil {
      try? FileManager.default.removeItem(atPath: golden)
      try FileManager.default.copyItem(atPath: "\(folder.path)/out", toPath: golden)
      Issue.record("recorded \(golden)")
    }
    let names = try folder.names(in: "out")
    #expect(try names == FileManager.default.contentsOfDirectory(atPath: golden).sorted())
    for file in names {
      #expect(
        folder.read("out/\(file)") == FileManager.default.contents(atPath: "\(golden)/\(file)").map(Array.init),
        "\(name)/\(file)")
    }
  }

  @Test func writesTheSameInAnyNumberOfJobs() throws {
    let folder = try TemporaryFolder()
    for jobs in [1, 7] {
      for output in ["csv-\(jobs)", "\(jobs).xlsx", "\(jobs).sqlite"] {
        let result = try Command.run(
          ["extract", "tables", Repository.path("annotated"), "--jobs", "\(jobs)", "-o", output], in: folder.path)
        #expect(result.status == 0, "\(result.error)")
      }
    }
    #expect(folder.read("1.xlsx") == folder.read("7.xlsx") && folder.read("1.sqlite") == folder.read("7.sqlite"))
    for name in try folder.names(in: "csv-1") { #expect(folder.read("csv-1/\(name)") == folder.read("csv-7/\(name)")) }
  }
}
