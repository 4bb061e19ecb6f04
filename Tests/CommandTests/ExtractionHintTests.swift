import Testing

/// What is said where nothing is found, and where options exclude each other.
@Suite struct ExtractionHintTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "a.xml",
      """
      <TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='a'><teiHeader/><text><body><p><persName ref='viaf:1'>Ada</persName>\
      </p><table><row><cell>1</cell></row></table></body></text></TEI>
      """)
  }

  @Test(arguments: [
    (["entities", "--type", "nope"], "no mention in any file is as '--type nope' asks"),
    (["entities", "--authority", "nope"], "'--authority nope'; expected one of viaf"),
    (["tables", "--where", "nonsense"], "no table in any file is as '--where nonsense' asks"),
  ])
  func nothingFoundIsToldOf(arguments: [String], expected: String) throws {
    let result = try Command.run(["extract"] + arguments + ["a.xml"], in: folder.path)
    #expect(result.error.contains("warning: ") && result.error.contains(expected))
    #expect(result.status == 0)
  }

  @Test func whatIsFoundIsNotToldOf() throws {
    for arguments in [["entities", "--type", "persName", "--authority", "VIAF"], ["tables", "--where", "row"]] {
      let result = try Command.run(["extract"] + arguments + ["a.xml"], in: folder.path)
      #expect(!result.error.contains("warning"))
    }
  }

  @Test(arguments: [
    ["--graph", "gexf", "--format", "csv"], ["--of", "entities", "--columns", "surface"],
    ["--count-by", "type", "--columns", "surface"], ["--graph", "gexf", "--columns", "surface"],
  ])
  func optionsThatExcludeEachOther(options: [String]) throws {
    let result = try Command.run(["extract", "entities", "a.xml"] + options, in: folder.path)
    #expect(result.status == 2)
    #expect(result.error.contains("exclude each other"))
  }
}
