import Foundation
import Testing

@Suite struct EntitiesCommandTests {
  let folder: TemporaryFolder

  /// Two articles with a person each has in full, and one that has the surname only.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write("in/a.txt", "A Good Harvest\n\nMinister Ana Kovač came from Estonia. Kovač left Tallinn.\n")
    try folder.write("in/b.txt", "A Bad Harvest\n\nMinister Ana Kovač went to Estonia and Latvia.\n")
    try folder.write("in/c.txt", "No Harvest\n\nMr Kovač stayed in Riga, Latvia.\n")
    let result = try Command.run("annotate", "in", "-o", "archive", in: folder.path)
    #expect(result.status == 0, "\(result.error)")
  }

  private func text(_ name: String) -> String { String(decoding: folder.read(name) ?? [], as: UTF8.self) }

  private func lines(_ text: String) -> [String] {
    text.replacingOccurrences(of: "\r\n", with: "\n").split(separator: "\n").map(String.init)
  }

  @Test func list() throws {
    let result = try Command.run("entities", "list", "archive", "--type", "person", in: folder.path)
    #expect(result.status == 0 && result.error == "")
    #expect(
      lines(result.text) == [
        "id,type,name,variants,identifiers,mentions,documents", "c.person.kovač,person,Kovač,,,1,1",
        "person.ana-kovac,person,Ana Kovač,Kovač,,3,2",
      ])
    let countries = try Command.run("entities", "list", "archive", "--type", "country", in: folder.path)
    #expect(
      countries.text.contains("place.wikidata-Q191,country,Estonia,,wikidata:Q191; geonames:453733; iso3166-1:EE,2,2"))
    let wrong = try Command.run("entities", "list", "archive", "--type", "persons", in: folder.path)
    #expect(wrong.status == 2 && wrong.error.contains("Unknown type 'persons'; expected person, organisation"))
  }

  @Test func proposalsGoToStandardOutputAndNothingIsWritten() throws {
    let before = folder.read("archive/corpus.xml")
    let result = try Command.run("entities", "merge", "archive", in: folder.path)
    #expect(result.status == 0)
    let rows = lines(result.text).map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count == 2)
    #expect(rows[0].prefix(2) == ["decision", "type"])
    #expect(
      rows[1] == [
        "?", "person", "c.person.kovač", "Kovač", "person.ana-kovac", "Ana Kovač", "0.5", "surname alone", "1 + 3",
        "Mr Kovač stayed in Riga, Latvia.", "Minister Ana Kovač came from Estonia. Kovač left Tallinn.",
      ])
    #expect(result.error.hasSuffix("1 proposal\n"))
    #expect(folder.read("archive/corpus.xml") == before)
  }

  @Test func decisionsAreHonouredAndTheArchiveIsValid() throws {
    try folder.write(
      "decisions.tsv",
      "same\tperson\tperson.ana-kovac\t\tc.person.kovač\nrename\tperson\tperson.ana-kovac\t\t\tAna Kovač (minister)\n")
    let result = try Command.run(
      "entities", "merge", "archive", "--decisions", "decisions.tsv", "--in-place", in: folder.path)
    #expect(result.status == 0 && lines(result.text).count == 1, "\(result.error)")
    let corpus = text("archive/corpus.xml")
    #expect(
      corpus.contains("<person xml:id=\"corpus.person.ana-kovac\">\n        <persName>Ana Kovač (minister)</persName>"))
    #expect(corpus.contains("<ptr target=\"c.xml#c.person.kova%C4%8D\"/>") || corpus.contains("c.xml#c.person.kovač"))
    #expect(try Command.run("validate", "archive", in: folder.path).error == "4 files checked: no faults\n")
    // Again, and from annotate, it is the same.
    let again = try Command.run(
      "entities", "merge", "archive", "--decisions", "decisions.tsv", "--in-place", "--jobs", "1", in: folder.path)
    #expect(again.status == 0 && text("archive/corpus.xml") == corpus)
    let annotated = try Command.run(
      "annotate", "in", "-o", "other", "--decisions", "decisions.tsv", in: folder.path)
    #expect(annotated.status == 0 && text("other/corpus.xml") == corpus)
    #expect(try Command.run("text", "--source", "archive/a.xml", in: folder.path).output == folder.read("in/a.txt"))
  }

  @Test func aCopyIsWritten() throws {
    let before = folder.read("archive/corpus.xml")
    try folder.write("decisions.tsv", "ignore\t\tplace.wikidata-Q191\n")
    let arguments = [
      "entities", "merge", "archive", "--decisions", "decisions.tsv", "-o", "copy", "--proposals", "p.tsv",
    ]
    let result = try Command.shell("\"$TEIKIT\" \(arguments.joined(separator: " "))", in: folder.path)
    #expect(result.status == 0 && result.text == "", "\(result.error)")
    #expect(try folder.names(in: "copy") == ["a.xml", "b.xml", "c.xml", "corpus.xml", "schemas"])
    #expect(text("p.tsv").hasPrefix("decision\t"))
    #expect(!text("copy/corpus.xml").contains("Estonia") && folder.read("archive/corpus.xml") == before)
    #expect(try Command.run("validate", "copy", in: folder.path).status == 0)
    // Somebody's work is not written over.
    try folder.write("p.tsv", "same\t\ta\t\tb\n")
    let second = try Command.shell("\"$TEIKIT\" \(arguments.joined(separator: " "))", in: folder.path)
    #expect(second.status == 1 && second.error.contains("p.tsv: error[output-exists]"))
    #expect(text("p.tsv") == "same\t\ta\t\tb\n")
  }

  @Test func annotateMarksNothingThatIsBlockedOrIgnored() throws {
    try folder.write("decisions.tsv", "block\tcountry\t\tEstonia\nignore\t\tperson.ana-kovac\n")
    let result = try Command.run(
      "annotate", "in", "-o", "archive", "--force", "--decisions", "decisions.tsv", in: folder.path)
    #expect(result.status == 0 && result.error == "")
    #expect(!text("archive/a.xml").contains("<persName") && text("archive/a.xml").contains("Tallinn</placeName>"))
    #expect(
      !text("archive/b.xml").contains("Estonia</placeName>") && text("archive/b.xml").contains("Latvia</placeName>"))
    #expect(text("archive/c.xml").contains("Kovač</persName>"))
    #expect(text("archive/a.xml").contains("options: --decisions "))
    #expect(try Command.run("text", "--source", "archive/a.xml", in: folder.path).output == folder.read("in/a.txt"))
    #expect(try Command.run("validate", "archive", in: folder.path).status == 0)
  }

  @Test func faultsOfDecisions() throws {
    try folder.write("wrong.tsv", "same\tperson\ta\n")
    let wrong = try Command.run("entities", "merge", "archive", "--decisions", "wrong.tsv", in: folder.path)
    #expect(wrong.status == 2 && wrong.error.hasPrefix("wrong.tsv:1:1: error[decision-columns]:"))
    try folder.write(
      "contrary.tsv",
      "same\t\tperson.ana-kovac\t\tc.person.kovač\ndifferent\t\tperson.ana-kovac\t\tc.person.kovač\nrename\t\tx\t\t\tX\n"
    )
    let before = folder.read("archive/corpus.xml")
    let contrary = try Command.run(
      "entities", "merge", "archive", "--in-place", "--decisions", "contrary.tsv", in: folder.path)
    #expect(contrary.status == 1 && contrary.text == "")
    #expect(contrary.error.contains("contrary.tsv:2:1: error[decision-contradiction]:"))
    #expect(contrary.error.contains("contrary.tsv:3:1: warning[decision-unknown]:"))
    #expect(folder.read("archive/corpus.xml") == before)
    #expect(try Command.run("entities", "merge", "nowhere", in: folder.path).status == 2)
    #expect(try Command.run("entities", "merge", "archive", "--in-place", "-o", "x", in: folder.path).status == 2)
    #expect(try Command.run("entities", "merge", "archive", "--decisions", "none.tsv", in: folder.path).status == 2)
  }
}
