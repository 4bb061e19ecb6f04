import Exchange
import Testing
import XML

/// What linked data says of registers that others have made.
@Suite struct LinkedDataTests {
  private func turtle(_ lists: String, _ body: String) throws -> String {
    let text =
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"r\" xml:lang=\"de\"><teiHeader><fileDesc><titleStmt><title>T</title>"
      + "</titleStmt></fileDesc></teiHeader><standOff>\(lists)</standOff><text><body><p>\(body)</p></body></text></TEI>"
    let table = try XMLNodeTable(parsing: Array(text.utf8), name: "r.xml", names: XMLNodeNames())
    var document = StandoffReader(table).document
    document.source = "https://ex.org/r.xml"
    return String(decoding: try #require(TurtleFormat().files(of: document).first).bytes, as: UTF8.self)
  }

  @Test func namesDatesAndClasses() throws {
    let written = try turtle(
      """
      <listPerson><person xml:id="g"><persName xml:lang="de">Goethe</persName><persName xml:lang="la">Goethius</persName>
      <birth when="1749-08-28"/><death when="1832"/></person></listPerson>
      <listPlace><place xml:id="w" type="city"><placeName>Weimar</placeName><location><geo>50.98 11.3167</geo></location></place></listPlace>
      """, "x")
    for words in [
      "rdfs:label \"Goethe\"@de ;", "skos:altLabel \"Goethius\"@la ;", "schema:birthDate \"1749-08-28\"^^xsd:date ;",
      "schema:deathDate \"1832\"^^xsd:gYear .", "rdfs:label \"Weimar\" ;",
      // A place, whatever its type is called.
      "<https://ex.org/r.xml#w> a crm:E53_Place, schema:Place ;", "geo:lat \"50.98\"^^xsd:decimal ;",
    ] {
      #expect(written.contains(words), "\(words) in \(written)")
    }
  }

  /// Authorities' own IRIs, however registers and references write them.
  @Test func authorities() throws {
    let written = try turtle(
      """
      <listPerson><person xml:id="g"><persName>G</persName><idno type="GND">118540238</idno>
      <idno type="URI">https://www.viaf.org/viaf/24602065/</idno><idno type="bnf">cb11905187r</idno>
      <idno type="BNF">11905187s</idno><idno type="url">https://ex.org/a b[1]#c#d%</idno></person></listPerson>
      """,
      "<placeName ref=\"https://www.geonames.org/2950159/berlin.html\">B</placeName>, <persName ref=\"wd:Q5879\">G</persName>, "
        + "<placeName ref=\"http://dbpedia.org/resource/Washington,_D.C.\">W</placeName>, "
        + "<placeName ref=\"https://dbpedia.org/page/M%C3%BCnchen\">M</placeName>"
    )
    for iri in [
      "https://d-nb.info/gnd/118540238", "http://viaf.org/viaf/24602065", "http://data.bnf.fr/ark:/12148/cb11905187r",
      "http://data.bnf.fr/ark:/12148/cb11905187s", "https://ex.org/a%20b%5B1%5D#c%23d%25",
      "https://sws.geonames.org/2950159/", "http://www.wikidata.org/entity/Q5879",
      "http://dbpedia.org/resource/Washington,_D.C.", "http://dbpedia.org/resource/München",
    ] {
      #expect(written.contains("<\(iri)>"), "\(iri) in \(written)")
    }
  }
}
