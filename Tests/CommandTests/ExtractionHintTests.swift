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
    ("e.graphml", "<?xml"), ("e.gexf", "<?xml"), ("e.md", "|"), ("e.csv", "\u{FEFF}document"),
  ])
  func theEndingChoosesTheFormat(name: String, start: String) throws {
    let result = try Command.run(["extract", "entities", "a.xml", "--bom", "-o", name], in: folder.path)
    #expect(result.status == 0, "\(result.error)")
    #expect(folder.read(name)?.starts(with: start.utf8) == true)
  }

  @Test(arguments: [
    (["entities", "--type", "nope"], "empty]: no mention in the file is as '--type nope' asks; expected persName"),
    (["entities", "--type", "persname"], "asks; did you mean \"persName\"?"),
    (["entities", "--where", "@reff"], "[query-name]: no attribute is named \"reff\" in the document; did you"),
    (
      ["entities", "--authority", "nope"], "[extract-authority]: no entity has an identifier of '--authority nope'; exp"
    ),
    (
      ["entities", "--format", "geojson"], "[extract-empty]: no entity has coordinates, and the map is empty; expected"
    ),
    (["tables", "--where", "nonsense"], "[extract-empty]: no table in the file is as '--where nonsense' asks"),
    (["tables", "--where", "rowe"], "no element is named \"rowe\" in the document; did you mean \"row\"?"),
    (["tables", "--min-rows", "5"], "no table in the file is as '--min-rows 5' asks"),
  ])
  func nothingFoundIsToldOf(arguments: [String], expected: String) throws {
    let result = try Command.run(["extract"] + arguments + ["a.xml"], in: folder.path)
    #expect(result.error.contains("warning[") && result.error.contains(expected))
    #expect(result.status == 0)
  }

  @Test func whatCannotBeReadSaysNothing() throws {
    try folder.write("broken.xml", "<TEI><p>")
    for subject in ["tables", "entities"] {
      let result = try Command.run(["extract", subject, "broken.xml"], in: folder.path)
      #expect(result.error.contains("error[") && !result.error.contains("warning["))
    }
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
