import ArticleModel
import Exchange
import FoundationEssentials
import TEIEncoding
import TEIText
import TestSupport
import Testing
import XML

@testable import ArchivePipeline

/// Documents for imports: ours, and one of somebody else.
enum ImportSamples {
  static func ours(_ name: String) throws -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    return try FileSystem.read("\(root)/annotated/\(name).xml")
  }

  static let foreign = Array(
    """
    <?xml version='1.0'?>
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="debate" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt></fileDesc></teiHeader>
    <text><body><div><u xml:id="u1"><seg xml:id="s1"><s><name type='PER' ><w>Ana</w> <w>Kov&#x10D;</w></name > <w>met</w>
    <name type="ORG"><w>Acme</w> <w>Works</w></name> <w>in</w> <w>New</w> <w>York</w><pc>.</pc></s></seg></u>
    <p>The <hi rend="i">old <name type="LOC">Ber<lb break="no"/>lin</name></hi> &amp; the <![CDATA[<new>]]> one, said Bo Li of Riga.</p></div></body></text></TEI>
    """.utf8)

  static func table(_ bytes: [UInt8]) throws -> XMLNodeTable {
    try XMLNodeTable(parsing: bytes, name: "a.xml", names: XMLNodeNames())
  }
}

/// What an import told.
struct Told {
  var diagnostics: [Diagnostic] = []
  var changes: [ImportedChange] = []
  var summary = ArchiveImport.Summary()

  static func bringHome(
    _ format: any ExchangeFormat, _ paths: [String], into archive: [InputFile],
    _ destination: ArchiveImport.Destination
  ) async throws -> Told {
    var told = Told()
    let run = ArchiveImport(format: format, responsible: "Ana Kovač", destination: destination)
    told.summary = try await run.run(paths, into: archive) { file in
      told.diagnostics += file.diagnostics
      told.changes += file.changes
    } _: {
      told.diagnostics += $0
    }
    return told
  }
}

@Suite struct ImportTests {
  private static let readable = ExchangeFormats.all.filter(\.isReadable).map(\.name)

  static func archive(_ folder: TemporaryFolder) throws -> [InputFile] {
    try folder.write("tei/museum-reopens.xml", ImportSamples.ours("museum-reopens"))
    try folder.write("tei/sub/debate.xml", ImportSamples.foreign)
    return InputFinder.files(at: [folder.path + "/tei"], extensions: ["xml"]).files
  }

  /// Export followed by import is the identity, with the manifest and without.
  @Test(arguments: readable, [true, false])
  func unchangedFilesChangeNothing(name: String, hasManifest: Bool) async throws {
    let format = try #require(ExchangeFormats.named(name))
    let folder = try TemporaryFolder()
    let archive = try Self.archive(folder)
    let out = folder.path + "/out"
    _ = try await ArchiveExport(format: format).write(archive, into: out) { _ in }
    if !hasManifest { try FileManager.default.removeItem(atPath: out + "/" + ExportManifest.fileName) }
    let told = try await Told.bringHome(format, [out], into: archive, .folder(folder.path + "/home"))
    #expect(told.diagnostics == [])
    #expect(told.changes == [])
    #expect(told.summary.documents == 2)
    #expect(folder.read("home/museum-reopens.xml") == folder.read("tei/museum-reopens.xml"))
    #expect(folder.read("home/sub/debate.xml") == folder.read("tei/sub/debate.xml"))
  }

  /// What annotators did is in the TEI afterwards: what is left to bring home is nothing, and the text is the same.
  @Test(arguments: readable, ["museum-reopens", "baltic-ferry-timetable", "debate"])
  func randomCorrectionsComeHome(name: String, document: String) throws {
    let format = try #require(ExchangeFormats.named(name))
    let bytes = try document == "debate" ? ImportSamples.foreign : ImportSamples.ours(document)
    var random = Generator(seed: UInt64(name.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFF) + 7)
    for _ in 0..<12 {
      let table = try ImportSamples.table(bytes)
      let current = StandoffReader(table).document
      var edited = try format.document(from: format.files(of: current), aligningWith: current)
      edited.annotations = corrected(edited, &random)
      let files = format.files(of: edited)
      edited = try format.document(from: files, aligningWith: current)
      let folder = try TemporaryFolder()
      let path = try folder.write("tei/\(document).xml", bytes)
      let paths = try files.map { (path: try folder.write("out/\($0.name)", $0.bytes), name: $0.name) }
      let reader = ImportFileReader(
        format: format, responsible: "Ana Kovač", date: nil)
      let home = reader.read(
        InputFile(path: path, relativePath: document + ".xml"),
        [ImportedFiles(label: nil, name: current.identifier, files: paths, digest: Digest.sha256(bytes))])
      #expect(home.diagnostics.filter { $0.severity == .error } == [])
      let after = StandoffReader(try ImportSamples.table(home.bytes ?? bytes)).document
      #expect(after.text == current.text)
      let read = try format.document(from: format.files(of: after), aligningWith: after)
      let left = AnnotationChanges(from: read, to: edited)
      let open = left.changes.filter { change in
        change.parts.isEmpty || change.parts.contains { $0 == AnnotationChange.Part.span || $0 == .type }
      }
      #expect(open.isEmpty, "\(name): \(open.map { told($0, left) })")
    }
  }

  private func told(_ change: AnnotationChange, _ changes: AnnotationChanges) -> String {
    func text(_ annotation: StandoffAnnotation) -> String {
      "\(annotation.type) \(annotation.range) \(String(decoding: changes.before.text[annotation.range], as: UTF8.self))"
    }
    return "\(change.kind) \(change.parts) \(change.before.map { text(changes.before.annotations[$0]) } ?? "") to "
      + "\(change.after.map { text(changes.after.annotations[$0]) } ?? "")"
  }

  /// Annotations with some taken away, some of other words or another type, and some new.
  private func corrected(_ document: StandoffDocument, _ random: inout Generator) -> [StandoffAnnotation] {
    let types = Array(Set(document.annotations.map(\.type))).sorted().filter {
      !["date", "measure", "money"].contains($0)
    }
    guard !types.isEmpty else { return document.annotations }
    var annotations = document.annotations.filter { _ in random.next(10) > 1 }
    for index in annotations.indices where random.next(8) == 0 { annotations[index].range = words(document, &random) }
    for index in annotations.indices where random.next(8) == 0 {
      annotations[index].type = types[random.next(types.count)]
      annotations[index].value = ""
      annotations[index].entity = ""
    }
    for _ in 0..<random.next(4) {
      annotations.append(StandoffAnnotation(range: words(document, &random), type: types[random.next(types.count)]))
    }
    return annotations.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
  }

  /// Some whole words of one block.
  private func words(_ document: StandoffDocument, _ random: inout Generator) -> Range<Int> {
    var starts: [Range<Int>] = []
    var start: Int?
    for (index, byte) in (document.text + [0x0A]).enumerated() {
      let isWord = byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      if isWord, start == nil { start = index }
      if !isWord, let first = start {
        starts.append(first..<index)
        start = nil
      }
    }
    let first = random.next(starts.count)
    var last = min(starts.count - 1, first + random.next(3))
    while document.text[starts[first].lowerBound..<starts[last].upperBound].contains(0x0A) { last -= 1 }
    return starts[first].lowerBound..<starts[last].upperBound
  }
}
