import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct AnnotateCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let article = "A Good Harvest\nBy Ana Kovač\n\nIt rained in Paris on 3 May 2023.\n\n- Coal\n- Wind\n"

  // MARK: Exit codes and streams

  @Test func allFine() throws {
    try folder.write("in/a.txt", Self.article)
    let result = try Command.run("annotate", "in", "-o", "out", in: folder.path)
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(result.text.hasPrefix("1 article: 1 written to out, 0 unchanged, 0 failed\n"))
    #expect(try folder.names(in: "out") == ["a.xml", "corpus.xml", "schemas"])
  }

  @Test func standardInputAndOutput() throws {
    let annotated = try Command.run("annotate", "-", input: Array(Self.article.utf8))
    #expect(annotated.status == 0)
    #expect(annotated.error == "")
    #expect(annotated.text.hasPrefix("<?xml"))
    let source = try Command.run("text", "--source", "-", input: annotated.output)
    #expect(source.status == 0)
    #expect(source.text == Self.article)
    let valid = try Command.run("validate", "-", input: annotated.output)
    #expect(valid.error == "1 file checked: no faults\n")
    let text = try Command.run("text", "-", input: annotated.output)
    #expect(text.text == "A Good Harvest\n\nBy Ana Kovač\n\nIt rained in Paris on 3 May 2023.\n\n- Coal\n- Wind\n")
  }

  @Test func sentences() throws {
    let input = Array((Self.article + "\nMr. Kovač left at 5 p.m. yesterday. Nobody knew why.\n").utf8)
    let annotated = try Command.run("annotate", "-", "--sentences", input: input)
    #expect(annotated.text.contains(">Nobody knew why.</s></p>"))
    #expect(annotated.text.contains("options: --sentences"))
    #expect(try Command.run("text", "--source", "-", input: annotated.output).output == input)
    #expect(try Command.run("validate", "-", input: annotated.output).error == "1 file checked: no faults\n")
    let plain = try Command.run("annotate", "-", input: input)
    #expect(!plain.text.contains("<s "))
    let texts = try [annotated, plain].map { try Command.run("text", "-", input: $0.output).text }
    #expect(texts[0] == texts[1])
    let rows = try [annotated, plain].map { try Command.run("extract", "entities", "-", input: $0.output).text }
    #expect(rows[0] == rows[1] && rows[0].contains("Mr. Kovač left at 5 p.m. yesterday."))
  }

  @Test func findingsAreStatusOne() throws {
    try folder.write("in/a.txt", Self.article)
    try folder.write("in/b.txt", [0x41, 0xFF])
    try folder.write("in/empty.txt", "")
    let result = try Command.run("annotate", "in", "-o", "out", in: folder.path)
    #expect(result.status == 1)
    #expect(
      result.error == """
        in/b.txt:1:2: error[source-not-utf8]: byte 1 (0xFF) is not UTF-8; expected UTF-8 (--encoding NAME or auto \
        converts)
        in/empty.txt: error[source-empty]: file has no text; expected an article

        """)
    #expect(result.text.hasPrefix("3 articles: 1 written to out, 0 unchanged, 2 failed\n"))
  }

  @Test(
    arguments: zip(
      [
        ["annotate", "no", "-o", "out"], ["annotate", "empty", "-o", "out"], ["annotate"], ["annotate", "in"],
        ["nothing"],
        ["annotate", "in", "-o", "out", "--jobs", "0"], ["annotate", "in", "-o", "out", "--min-cert", "2"],
        ["annotate", "in", "-o", "out", "--encoding", "no-such"], ["annotate", "in", "-o", "out", "--language", "?"],
        ["annotate", "in", "-o", "out", "--metadata", "no.csv"], ["annotate", "in", "-o", "in/a.txt"],
        ["annotate", "in", "-o", "out", "--forse"], ["annotate", "in", "-o", "out", "--gazetteer", "bad.tsv"],
      ],
      [
        "no: error[file-missing]: no such file or folder", "empty: error[folder-empty]: folder holds no .txt file",
        "Missing expected argument '<path> ...'", "Missing '-o <folder>'; only '-' alone goes without.",
        "Unexpected argument 'nothing'", "'--jobs' is 0; expected 1 or more.", "'--min-cert' is 2.0; expected 0 to 1.",
        "Unknown encoding 'no-such'; expected a name that iconv knows, or 'auto'.",
        "'?' is no language tag; expected BCP 47, as 'en' or 'pt-BR'.",
        "no.csv: error[file-unreadable]: no such file or directory",
        "error[output-unwritable]: cannot make the folder \"in/a.txt\": ",
        "Unknown option '--forse'. Did you mean '--force'?",
        "bad.tsv",
      ]))
  func wrongUsageIsStatusTwo(_ arguments: [String], _ message: String) throws {
    try folder.write("in/a.txt", Self.article)
    try folder.write("empty/readme.md", "x")
    try folder.write("bad.tsv", [0xFF])
    let process = Command.process(arguments, in: folder.path)
    let error = Pipe()
    process.standardError = error
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(text.contains(message), "\(text)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }

  @Test func helpAndVersionAreFine() throws {
    for arguments in [["--help"], ["--version"], ["annotate", "--help"]] {
      let process = Command.process(arguments)
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      #expect(!output.fileHandleForReading.readDataToEndOfFile().isEmpty)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything")) func anUnreadableFileIsAFinding() throws {
    let file = try folder.write("in/a.txt", Self.article)
    chmod(file, 0)
    let result = try Command.run("annotate", "in", "-o", "out", in: folder.path)
    #expect(result.status == 1)
    #expect(result.error == "in/a.txt: error[file-unreadable]: permission denied\n")
  }

  // MARK: Terminals and pipes

  @Test func aClosedPipeEndsTheCommandInSilence() throws {
    for number in 0..<400 { try folder.write("in/\(number).txt", Self.article) }
    _ = try Command.run("annotate", "in", "-o", "out", "--no-validate", in: folder.path)
    for line in ["extract entities out | head -1", "query //date out | head -1", "validate no out/0.xml 2>&1 | true"] {
      let result = try Command.shell("\"$TEIKIT\" \(line)", in: folder.path)
      #expect(result.status == 0)
      #expect(result.error == "")
    }
  }

  #if os(Linux)
    /// `script` (util-linux) gives a terminal.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
    func coloursOnATerminalUnlessNoColor() throws {
      try folder.write("a.txt", [0x41, 0xFF])
      let line = "script -qec '\"$TEIKIT\" annotate a.txt -o out' /dev/null"
      #expect(
        try Command.shell("unset NO_COLOR; " + line, in: folder.path).text.contains(
          "\u{1B}[31merror[source-not-utf8]\u{1B}[0m"))
      #expect(try !Command.shell("NO_COLOR=1 " + line, in: folder.path).text.contains("\u{1B}[31m"))
      #expect(try Command.shell("NO_COLOR= " + line, in: folder.path).text.contains("\u{1B}[31m"))
      #expect(
        try !Command.shell("unset NO_COLOR; \"$TEIKIT\" annotate a.txt -o out", in: folder.path).error.contains(
          "\u{1B}"))
    }
  #endif

  // MARK: Interruption

  @Test func explainSaysWhatEachLineIsAndWritesNothing() throws {
    try folder.write("in/a.txt", Self.article)
    try folder.write("in/b.txt", [0x41, 0xFF])
    let result = try Command.run("annotate", "in", "--explain", in: folder.path)
    #expect(result.status == 1)
    #expect(result.error.hasPrefix("in/b.txt:1:2: error[source-not-utf8]"))
    let rows = result.text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows[0] == ["file", "line", "kind", "certainty", "reasons", "text"])
    #expect(
      rows[1] == ["in/a.txt", "1", "title", "0.85", "the first short line that is no sentence", "A Good Harvest"])
    #expect(rows[3][1...2] == ["4", "paragraph"])
    #expect(rows[5] == ["in/a.txt", "7", "item", "0.98", "the bullet “-”", "Wind"])
    #expect(rows.count == 6)
    #expect(try folder.names(in: ".") == ["in"])
    #expect(try Command.run("annotate", "in", "--explain", "-o", "out", in: folder.path).status == 2)
  }

  @Test(arguments: [SIGINT, SIGTERM]) func anInterruptedRunLeavesWhatIsWholeAndNothingElse(_ signal: Int32) throws {
    let paragraph = "It rained in Paris on 3 May 2023, said President Maia Sandu of Moldova. "
    for number in 0..<150 {
      try folder.write("in/\(number).txt", [String](repeating: paragraph, count: 60).joined(separator: "\n"))
    }
    let process = Command.process(["annotate", "in", "-o", "out"], in: folder.path)
    let error = Pipe()
    process.standardError = error
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    while try !FileManager.default.fileExists(atPath: folder.path + "/out") || folder.names(in: "out").count < 3 {
      usleep(1000)
    }
    kill(process.processIdentifier, signal)
    let text = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    #expect(text == "interrupted: what is written stays, the rest is missing\n")
    let names = try folder.names(in: "out")
    #expect(names.count >= 2 && names.count < 150)
    #expect(names.filter { !($0.hasSuffix(".xml") || $0 == "schemas") || $0.hasPrefix(".") } == [])
    let check = try Command.run("validate", "out", in: folder.path)
    #expect(check.status == 0, "\(check.text)\(check.error)")
    let rest = try Command.run("annotate", "in", "-o", "out", in: folder.path)
    #expect(rest.status == 0)
    #expect(try folder.names(in: "out").count == 152)
  }
}
