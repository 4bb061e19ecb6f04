import Foundation
import Testing

/// `teikit diff` of documents whose registers stand in other files, as in ParlaMint and DTA.
@Suite struct DiffRegisterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func document(_ body: String, header: String = "") -> String {
    "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='d'><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"
      + "</fileDesc>\(header)</teiHeader><text><body>\(body)</body></text></TEI>"
  }

  /// The line about entities, and the exit status.
  private func linked() throws -> (line: String, status: Int32, error: String) {
    let result = try Command.run(["diff", "a", "b"], in: folder.path)
    let line = result.text.split(separator: "\n").first { $0.hasPrefix("Same entity") }
    return (line.map(String.init) ?? "", result.status, result.error)
  }

  private func list(_ identifier: String, _ name: String, _ authority: String) -> String {
    "<?xml version='1.0'?>\n<!-- of the corpus --><listPerson xmlns='http://www.tei-c.org/ns/1.0'><person xml:id='\(identifier)'>"
      + "<persName><surname>\(name)</surname></persName><idno type='\(authority)'>Q7</idno></person></listPerson>"
  }

  /// Components say `#id`; the list stands beside the corpus that takes it in.
  @Test func listsOfTheCorpus() throws {
    for (version, identifier) in [("a", "BergLena"), ("b", "P0001")] {
      try folder.write("\(version)/XX-listPerson.xml", list(identifier, "Berg", "wikidata"))
      try folder.write(
        "\(version)/XX.xml",
        "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0' xmlns:xi='http://www.w3.org/2001/XInclude'><teiHeader><profileDesc>"
          + "<particDesc><xi:include href='XX-listPerson.xml'/></particDesc></profileDesc></teiHeader>"
          + "<xi:include href='2021/s.xml'/></teiCorpus>")
      try folder.write(
        "\(version)/2021/s.xml", document("<u><seg><name type='PER' ref='#\(identifier)'>Berg</name> rose.</seg></u>"))
    }
    let result = try linked()
    #expect(result.line == "Same entity: 1 of 1 spans (1.000)" && result.status == 0 && result.error == "")
    // Somebody else of the same name.
    try folder.write(
      "b/XX-listPerson.xml", list("P0001", "Berg", "wikidata").replacingOccurrences(of: "Q7", with: "Q8"))
    #expect(try linked().line == "Same entity: 0 of 1 spans (0.000)")
  }

  /// A chain of lists that take each other in may be long, and may be a ring.
  @Test func listsOfLists() throws {
    for version in ["a", "b"] {
      for number in 0..<2000 {
        try folder.write(
          "\(version)/list\(number).xml",
          "<listPerson xmlns='http://www.tei-c.org/ns/1.0' xmlns:xi='http://www.w3.org/2001/XInclude'>"
            + "<xi:include href='list\((number + 1) % 2000).xml'/><person xml:id='\(version)\(number)'>"
            + "<persName>N</persName><idno type='GND'>\(number)</idno></person></listPerson>")
      }
      try folder.write(
        "\(version)/d.xml",
        document("<p><persName ref='list0.xml#\(version)1999'>Berg</persName> rose.</p>"))
    }
    #expect(try linked().line == "Same entity: 1 of 1 spans (1.000)")
  }

  /// A reference names the file, itself or by a prefix.
  @Test func filesThatReferencesName() throws {
    try folder.write("a/lists/people.xml", list("berg", "Berg", "gnd"))
    try folder.write("b/people.xml", list("p1", "Berg", "GND"))
    try folder.write("a/d.xml", document("<p><persName ref='lists/people.xml#berg'>Berg</persName> rose.</p>"))
    let prefix =
      "<encodingDesc><listPrefixDef><prefixDef ident='psn' matchPattern='(.+)' replacementPattern='people.xml#$1'/>"
      + "</listPrefixDef></encodingDesc>"
    try folder.write("b/d.xml", document("<p><persName ref='psn:p1'>Berg</persName> rose.</p>", header: prefix))
    let result = try linked()
    #expect(result.line == "Same entity: 1 of 1 spans (1.000)" && result.error == "", "\(result)")
  }

  /// DTA's references are addresses of the GND; a register of the other version has the identifier.
  @Test func addressesOfAuthorities() throws {
    try folder.write(
      "a/d.xml", document("<p><persName ref='http://d-nb.info/gnd/118540238'>Goethe</persName> kam.</p>"))
    try folder.write(
      "b/d.xml",
      document(
        "<p><persName ref='#g'>Goethe</persName> kam.</p>",
        header: "<profileDesc><particDesc><listPerson><person xml:id='g'><persName>Johann Wolfgang</persName>"
          + "<idno type='GND'>https://d-nb.info/gnd/118540238</idno></person></listPerson></particDesc></profileDesc>"))
    #expect(try linked().line == "Same entity: 1 of 1 spans (1.000)")
  }

  /// What cannot be read, or is not there, leaves the identifiers to decide.
  @Test func missingAndBrokenRegisters() throws {
    for version in ["a", "b"] {
      try folder.write("\(version)/broken.xml", "<listPerson xmlns='http://www.tei-c.org/ns/1.0'><person")
      try folder.write(
        "\(version)/d.xml",
        document(
          "<p><persName ref='#x'>Ann</persName>, <persName ref='gone.xml#y'>Bo</persName>, "
            + "<persName ref='broken.xml#z'>Cy</persName> rose.</p>"))
    }
    #expect(try linked().line == "Same entity: 3 of 3 spans (1.000)")
  }
}
