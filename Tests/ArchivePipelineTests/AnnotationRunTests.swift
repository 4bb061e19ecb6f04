import ArchivePipeline
import ArticleModel
import FoundationEssentials
import TEIEncoding
import TEIValidation
import Testing
import XML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct AnnotationRunTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  private func run(
    _ paths: [String], into output: String = "out", encoding: CharacterEncoding = .utf8, metadata: MetadataTable? = nil,
    overwrites: Bool = false, jobs: Int = 1
  ) async throws -> [AnnotationRun.Outcome] {
    let run = AnnotationRun(
      reader: ArticleReader(encoding: encoding), metadata: metadata, overwrites: overwrites, jobs: jobs)
    return try await run.run(InputFinder.files(at: paths, extensions: ["txt"]).files, into: "\(folder.path)/\(output)")
  }

  private func source(_ name: String) throws -> [UInt8] {
    let document = try XMLDocument(parsing: try #require(folder.read(name)), name: name)
    return try SourceBytes.bytes(of: DecodedArticle(document), file: name).get()
  }

  // MARK: Encodings

  private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return littleEndian ? bytes.reversed() : bytes
    }
  }

  static let encodings: [(name: String, bytes: [UInt8])] = [
    ("ISO-8859-1", Array("Caf".utf8) + [0xE9] + Array(" in Paris\r\nIt rained.".utf8)),
    ("WINDOWS-1252", [0x80] + Array("5 million, ".utf8) + [0x93] + Array("said Ana".utf8) + [0x94, 0x0A]),
    ("auto", [0x80] + Array("5 million, ".utf8) + [0x93] + Array("said Ana".utf8) + [0x94, 0x0A]),
    ("auto", Array("Café in Paris\n".utf8)),
    ("auto", [0xEF, 0xBB, 0xBF] + Array("Café in Paris\n".utf8)),
    ("auto", utf16("Café in Paris 🇫🇷\r\nIt rained.\n", littleEndian: true)),
    ("auto", utf16("Café in Paris 🇫🇷\r\nIt rained.\n", littleEndian: false)),
    ("UTF-16", utf16("Café in Paris\n", littleEndian: true)),
    ("UTF-16", utf16("Café in Paris\n", littleEndian: false)),
    ("UTF-16LE", Array(utf16("Café in Paris\n", littleEndian: true).dropFirst(2))),
    ("SHIFT_JIS", [0x93, 0x8C, 0x8B, 0x9E, 0x0A]),
    ("UTF-7", Array("Caf+AOk- in Paris\n".utf8)),
  ]

  @Test(arguments: encodings) func theBytesComeBackInTheirEncoding(_ name: String, _ bytes: [UInt8]) async throws {
    let file = try folder.write("a.txt", bytes)
    let outcomes = try await run([file], encoding: try #require(CharacterEncoding(name: name)))
    #expect(outcomes.map(\.diagnostics) == [[]])
    #expect(try source("out/a.xml") == bytes)
  }

  @Test func whatAnEncodingDoesNotHoldIsAnErrorWithItsPlace() async throws {
    let file = try folder.write("a.txt", Array("It r".utf8) + [0xFF] + Array("ined".utf8))
    for (encoding, message) in [
      (
        CharacterEncoding.utf8,
        "error[source-not-utf8]: byte 4 (0xFF) is not UTF-8; expected UTF-8 (--encoding NAME or auto converts)"
      ),
      (.named("ASCII"), "error[encoding-invalid]: byte 4 (0xFF) is not ASCII; expected text in ASCII"),
    ] {
      let outcomes = try await run([file], encoding: encoding)
      #expect(outcomes.map(\.result) == [.failed])
      let place = encoding == .utf8 ? "\(file):1:5" : file
      #expect(outcomes.flatMap(\.diagnostics).map(\.description) == ["\(place): \(message)"])
    }
    #expect(try folder.names(in: "out") == [])
  }

  @Test func anyBytesInAnyEncodingComeBackOrAreRefused() async throws {
    var paths: [String: [UInt8]] = [:]
    var generator = SystemRandomNumberGenerator()
    for number in 0..<40 {
      let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &generator) }
      paths[try folder.write("in/\(number).txt", bytes)] = bytes
    }
    for encoding in [CharacterEncoding.automatic, .named("ISO-8859-1"), .named("UTF-16LE"), .named("SHIFT_JIS")] {
      for outcome in try await run(Array(paths.keys), into: "\(encoding)", encoding: encoding) {
        if outcome.result == .failed {
          #expect(["encoding-invalid", "source-empty"].contains(outcome.diagnostics[0].code), "\(outcome.diagnostics)")
        } else {
          let name = "\(encoding)/\(Path.name(of: outcome.output))"
          #expect(try source(name) == paths[outcome.input.path], "\(encoding) of \(paths[outcome.input.path]!)")
        }
      }
    }
  }

  // MARK: Files

  @Test func aBadFileStopsNoOther() async throws {
    try folder.write("in/a.txt", "It rained in Paris.")
    try folder.write("in/b.txt", [0xC0, 0x80])
    try folder.write("in/c.txt", "\n\n")
    try folder.write("in/d.txt", "")
    try folder.write("in/e.txt", "It rained in Berlin.")
    let outcomes = try await run([folder.path + "/in"], jobs: 2)
    #expect(outcomes.map(\.result) == [.written, .failed, .failed, .failed, .written])
    #expect(outcomes.flatMap(\.diagnostics).map(\.code) == ["source-not-utf8", "source-empty", "source-empty"])
    #expect(try folder.names(in: "out") == ["a.xml", "corpus.xml", "e.xml", "schemas"])
  }

  @Test func anotherVersionStaysUnlessForced() async throws {
    try folder.write("in/a.txt", "It rained in Paris.")
    #expect(try await run([folder.path + "/in"]).map(\.result) == [.written])
    #expect(try await run([folder.path + "/in"]).map(\.result) == [.unchanged])
    let before = folder.read("out/a.xml")
    try folder.write("in/a.txt", "It rained in Berlin.")
    let refused = try await run([folder.path + "/in"])
    #expect(refused.map(\.result) == [.failed])
    #expect(refused[0].diagnostics.map(\.code) == ["output-exists"])
    #expect(folder.read("out/a.xml") == before)
    #expect(try await run([folder.path + "/in"], overwrites: true).map(\.result) == [.written])
    #expect(folder.read("out/a.xml") != before)
  }

  @Test func aForeignCorpusFileStays() async throws {
    try folder.write("in/a.txt", "It rained in Paris.")
    try folder.write("out/corpus.xml", "<mine/>")
    let outcomes = try await run([folder.path + "/in"])
    #expect(outcomes.map(\.result) == [.written])
    #expect(outcomes.flatMap(\.diagnostics).map(\.code) == ["output-exists"])
    #expect(folder.read("out/corpus.xml") == Array("<mine/>".utf8))
  }

  @Test func anUnwritableFolderIsAFault() async throws {
    let file = try folder.write("in/a.txt", "It rained in Paris.")
    try folder.write("taken", "a file")
    await #expect(throws: FileFault.self) { try await run([file], into: "taken") }
    await #expect(throws: FileFault.self) { try await run([file], into: "taken/below") }
    try folder.write("out/a.xml/below", "a folder in the way")
    let outcomes = try await run([file], overwrites: true)
    #expect(outcomes[0].diagnostics.map(\.code) == ["output-unwritable"])
    #expect(try folder.names(in: "out") == ["a.xml"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read and write everything"))
  func permissionsAreRespected() async throws {
    let file = try folder.write("in/a.txt", "It rained in Paris.")
    chmod(file, 0)
    let outcomes = try await run([file])
    #expect(
      outcomes.flatMap(\.diagnostics).map(\.description) == ["\(file): error[file-unreadable]: permission denied"])
    chmod(file, 0o600)
    chmod(folder.path + "/out", 0o500)
    #expect(try await run([file]).flatMap(\.diagnostics).map(\.code) == ["output-unwritable"])
    chmod(folder.path + "/out", 0o700)
  }

  /// A file of the longest name there is: the name of the partial file must not be longer.
  @Test func theLongestName() async throws {
    let stem = String(repeating: "n", count: 251)
    let file = try folder.write("in/\(stem).txt", "It rained in Paris.")
    #expect(try await run([file]).map(\.result) == [.written])
    #expect(try folder.names(in: "out") == ["corpus.xml", "schemas", stem + ".xml"].sorted())
  }

  #if os(Linux)
    /// A disk of 64 KiB that is full: what fitted is whole, nothing else stands.
    @Test func aFullDiskLeavesNothingHalfWritten() async throws {
      let disk = folder.path + "/out"
      mkdir(disk, 0o700)
      guard mount("tmpfs", disk, "tmpfs", 0, "size=64k") == 0 else {
        // Only root may mount, and not in every container.
        return
      }
      defer { umount2(disk, 2) }
      for number in 0..<12 { try folder.write("in/\(number).txt", "It rained in Paris and in Berlin, said Ana.") }
      let outcomes = try await run([folder.path + "/in"])
      #expect(outcomes.contains { $0.result == .written })
      let failed = outcomes.filter { $0.result == .failed }
      #expect(!failed.isEmpty)
      for outcome in failed {
        #expect(
          outcome.diagnostics.first?.description
            == "\(outcome.output): error[output-unwritable]: cannot be written: no space left on device")
      }
      let written = outcomes.filter { $0.result == .written }.map { Path.name(of: $0.output) }
      #expect(try folder.names(in: "out").filter { $0 != "corpus.xml" && $0 != "schemas" } == written.sorted())
      for name in written { _ = try XMLDocument(parsing: try #require(folder.read("out/" + name)), name: name) }
    }
  #endif

  // MARK: The archive

  private func archive(_ folder: String) throws -> [String: [UInt8]] {
    let names = try self.folder.names(in: folder).filter { $0 != "schemas" }
    return Dictionary(uniqueKeysWithValues: names.map { ($0, self.folder.read("\(folder)/\($0)")!) })
  }

  @Test func theSameBytesWhateverTheJobsTheOrderAndTheRun() async throws {
    let corpus = Self.root + "/corpus"
    _ = try await run([corpus], into: "one", jobs: 1)
    let one = try archive("one")
    #expect(one.count > 20)
    _ = try await run([corpus], into: "two", jobs: 2)
    #expect(try archive("two") == one)
    let files = try FileManager.default.contentsOfDirectory(atPath: corpus).sorted(by: >).map { "\(corpus)/\($0)" }
    _ = try await run(files, into: "backwards", jobs: 3)
    #expect(try archive("backwards") == one)
    let again = try await run([corpus], into: "one", jobs: 2)
    #expect(again.allSatisfy { $0.result == .unchanged })
    #expect(try archive("one") == one)
  }

  @Test func theCorpusTakesAllInAndIsValid() async throws {
    // Names whose identifiers could run into those inside another document.
    for name in ["a", "a.date", "a.teikit", "corpus.teikit", "b c", "ü", "p%q", "x&y", "1", "a.p"] {
      try folder.write("in/\(name).txt", "It rained in Paris on 3 May 2023, said President Maia Sandu of \(name).")
    }
    let metadata = MetadataTable.read(
      Array("file,title,url,licence\na.txt,\"A <b> & \"\"c\"\"\",http://a.example/%zz#x#y[z],see: the back\n".utf8),
      file: "m")
    #expect(try await run([folder.path + "/in"], metadata: metadata.table).flatMap(\.diagnostics) == [])
    let files = InputFinder.files(at: [folder.path + "/out"], extensions: ["xml"]).files
    #expect(files.count == 11)
    #expect(try await ValidationRun().run(files).flatMap { $0 } == [])
    let corpus = InputFile(path: folder.path + "/out/corpus.xml", relativePath: "corpus.xml")
    let whole = try DocumentReader.read(corpus, expandsInclusions: true).get()
    #expect(whole.root.children.filter { $0.name == "TEI" }.count == 10)
    let identifiers = whole.root.descendants.compactMap { $0["xml:id"] }
    #expect(Set(identifiers).count == identifiers.count)
    let paris = whole.root.descendants.first { $0["xml:id"] == "corpus.place.wikidata-Q90" }
    #expect(paris?.child("linkGrp")?.children.map { $0.name } == Array(repeating: "ptr", count: 10))
  }
}
