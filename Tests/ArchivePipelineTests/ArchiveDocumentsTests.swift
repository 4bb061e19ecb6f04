import ArchivePipeline
import ArticleModel
import Testing
import XML

@Suite struct ArchiveDocumentsTests {
  private func read(_ inputs: [InputFile], jobs: Int) throws -> [String] {
    var lines: [String] = []
    try ArchiveDocuments(jobs: jobs).each(inputs) { document in
      document.table.allElements.drop { $0.number < document.table.firstNode }.map(\.name).joined(separator: " ")
    } take: { yield in
      lines.append(yield.value ?? yield.diagnostics.map { "\($0.code) \($0.position?.line ?? 0)" }.joined())
    }
    return lines
  }

  @Test(arguments: [1, 3]) func filesComeInTheirOrder(jobs: Int) throws {
    let folder = try TemporaryFolder()
    var inputs: [InputFile] = []
    for number in 0..<600 {
      let path = try folder.write("\(number).xml", number == 300 ? "<a>\n<b></a>" : "<n\(number)/>")
      inputs.append(InputFile(path: path, relativePath: "\(number).xml"))
    }
    inputs.append(InputFile(path: folder.path + "/none.xml", relativePath: "none.xml"))
    let lines = try read(inputs, jobs: jobs)
    #expect(lines.count == 601)
    for (number, line) in lines.enumerated() where number != 300 && number != 600 { #expect(line == "n\(number)") }
    #expect(lines[300] == "xml-syntax 2")
    #expect(lines[600] == "file-unreadable 0")
  }

  @Test(arguments: [1, 2]) func corporaFlow(jobs: Int) throws {
    let folder = try TemporaryFolder()
    let text = "<teiCorpus><teiHeader/>" + String(repeating: "<TEI><p/><p/><p/></TEI>", count: 1000)
    let path = try folder.write("c.xml", text + "</teiCorpus>")
    let broken = try folder.write("d.xml", text)
    let inputs = [path, broken].map { InputFile(path: $0, relativePath: $0) }
    let lines = try read(inputs, jobs: jobs)
    #expect(lines.count == 2001)
    #expect(lines[0] == "teiCorpus teiHeader TEI p p p")
    #expect(lines[1..<1000].allSatisfy { $0 == "TEI p p p" })
    #expect(lines[2000] == "xml-syntax 1")
  }

  @Test func aFaultOfTheCallerEndsAll() throws {
    let folder = try TemporaryFolder()
    let inputs = try (0..<50).map { InputFile(path: try folder.write("\($0).xml", "<a/>"), relativePath: "") }
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try ArchiveDocuments(jobs: 2).each(inputs) { _ in
        1
      } take: { _ in
        throw Enough()
      }
    }
  }

  @Test func aCorpusIsReadWithWhatItTakesIn() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.xml", "<TEI><p/></TEI>")
    let corpus = try folder.write(
      "c.xml", "<teiCorpus xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"a.xml\"/></teiCorpus>")
    #expect(
      try read([InputFile(path: corpus, relativePath: "c.xml")], jobs: 2).joined(separator: " ") == "teiCorpus TEI p")
  }
}
