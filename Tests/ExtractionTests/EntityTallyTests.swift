import Extraction
import Testing
import XML
import XPath

@Suite struct EntityTallyTests {
  /// A document with a register and mentions: each `(reference, words)`.
  static func document(
    _ name: String, date: String, register: String, _ sentences: [[(reference: String, words: String)]]
  ) throws -> XMLNodeTable {
    let body = sentences.map { names in
      "<p><s>\(names.map { "<placeName ref='\($0.reference)'>\($0.words)</placeName>" }.joined(separator: " "))</s></p>"
    }.joined()
    return try EntityExtractorTests.table(
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><bibl><date when="\(date)"/></bibl>\
      </sourceDesc></fileDesc></teiHeader><standOff><listPlace>\(register)</listPlace></standOff>\
      <text><body><div><head>H</head>\(body)</div></body></text></TEI>
      """, name: "archive/\(name).xml")
  }

  static func place(_ id: String, _ name: String, _ rest: String) -> String {
    "<place xml:id='\(id)' type='settlement'><placeName>\(name)</placeName>\(rest)</place>"
  }

  static let wikidata = "<idno type='wikidata'>Q64</idno>"

  static func archive() throws -> [XMLNodeTable] {
    [
      try document(
        "a", date: "2020-05-01",
        register: place(
          "b", "Berlin", wikidata + "<idno type='iso3166-1'>DE</idno><location><geo>52.5 13.4</geo></location>")
          + place("g", "Germany", "<idno type='iso3166-1'>DE</idno>") + place("x", "Springfield", ""),
        [[("#b", "Berlin"), ("#g", "Germany")], [("#b", "Berlin"), ("#x", "Springfield")]]),
      try document(
        "c", date: "1999", register: place("p", "Berlin (DE)", wikidata) + place("x", "Springfield", ""),
        [[("#p", "Berlins"), ("#x", "Springfield"), ("https://www.wikidata.org/wiki/Q64", "Bärlin")]]),
    ]
  }

  static func request(_ columns: Set<MentionColumn> = [.date]) -> MentionRequest {
    var request = MentionRequest()
    request.columns = columns
    request.findsPlaces = true
    return request
  }

  @Test func identifiersJoinAndNamesDoNot() throws {
    var tally = EntityTally()
    for table in try Self.archive() {
      tally.add(try EntityExtractor.mentions(in: XPathDocument(table), Self.request()))
    }
    let rows = tally.entities().map { $0.row.joined(separator: "|") }
    #expect(
      rows == [
        "wikidata:Q64|settlement|Berlin|Berlins; Bärlin|wikidata:Q64; iso3166-1:DE|4|2|1999|2020-05-01|52.5|13.4",
        "a.xml#g|settlement|Germany||iso3166-1:DE|1|1|2020-05-01|2020-05-01||",
        "a.xml#x|settlement|Springfield|||1|1|2020-05-01|2020-05-01||",
        "c.xml#x|settlement|Springfield|||1|1|1999|1999||",
      ])
  }

  @Test func whatSeveralThingsHaveJoinsNothing() throws {
    func place(_ id: String, _ identifiers: String...) -> String {
      Self.place(
        id, id,
        identifiers.map { "<idno type='\($0.prefix { $0 != ":" })'>\($0.drop { $0 != ":" }.dropFirst())</idno>" }
          .joined())
    }
    let register =
      place("uk", "wikidata:Q145", "geonames:1") + place("scotland", "wikidata:Q22", "geonames:1")
      + place("rome", "wikidata:Q220", "geonames:2") + place("roma", "geonames:2")
    let table = try Self.document(
      "a", date: "2020", register: register,
      [[("#uk", "UK"), ("#scotland", "Scotland"), ("#rome", "Rome"), ("#roma", "Roma")]])
    var tally = EntityTally()
    tally.add(try EntityExtractor.mentions(in: XPathDocument(table), Self.request()))
    let found = tally.entities().map { "\($0.id) \($0.mentions)" }
    #expect(found == ["wikidata:Q220 2", "wikidata:Q22 1", "wikidata:Q145 1"])
  }

  @Test func registersOfCorporaJoin() throws {
    let corpus = try EntityExtractorTests.table(
      "<teiCorpus xmlns='\(XMLNamespace.tei)'><standOff><listPlace><place xml:id='s'><placeName>Springfield</placeName>"
        + "<linkGrp type='same'><ptr target='a.xml#x'/><ptr target='c.xml#x'/></linkGrp></place></listPlace></standOff>"
        + "</teiCorpus>", name: "archive/corpus.xml")
    var tally = EntityTally()
    for table in try Self.archive() + [corpus] {
      tally.join(EntityKey.links(in: table))
      tally.add(try EntityExtractor.mentions(in: XPathDocument(table), Self.request()))
    }
    let found = tally.entities()
    #expect(found.map(\.name) == ["Berlin", "Springfield", "Germany"])
    #expect(found[1].id == "a.xml#x" && found[1].documents == 2)
  }

  @Test func countsByWhatIsAskedFor() throws {
    var counts = MentionCounts(by: [.entity, .year])
    for table in try Self.archive() {
      counts.add(try EntityExtractor.mentions(in: XPathDocument(table), Self.request([.entity, .year])))
    }
    #expect(counts.columns == ["entity", "entityName", "year", "mentions", "documents"])
    let rows = counts.rows().map { $0.joined(separator: "|") }
    #expect(
      rows == [
        "a.xml#g|Germany|2020|1|1", "a.xml#x|Springfield|2020|1|1", "c.xml#x|Springfield|1999|1|1",
        "wikidata:Q64|Berlin|1999|2|1", "wikidata:Q64|Berlin|2020|2|1",
      ])
  }

  static func graph(within window: Cooccurrences.Window, minimumWeight: Int = 1) throws -> CooccurrenceGraph {
    var together = Cooccurrences(within: window)
    for table in try archive() { together.add(try EntityExtractor.mentions(in: XPathDocument(table), request())) }
    return together.graph(minimumWeight: minimumWeight)
  }

  @Test func whatIsNamedTogether() throws {
    func edges(_ graph: CooccurrenceGraph) -> [String] {
      graph.edges.map { "\(graph.nodes[$0.pair.first].id) \(graph.nodes[$0.pair.second].id) \($0.weight)" }
    }
    #expect(
      edges(try Self.graph(within: .sentence)) == [
        "wikidata:Q64 a.xml#g 1", "wikidata:Q64 a.xml#x 1", "wikidata:Q64 c.xml#x 1",
      ])
    #expect(try Self.graph(within: .section).edges.count == 4)
    #expect(try Self.graph(within: .sentence, minimumWeight: 2).nodes.isEmpty)
  }

  @Test func mentionsWithoutReferenceAreJoinedByNameWhereAskedFor() throws {
    let table = try EntityExtractorTests.table(
      "<TEI xmlns='\(XMLNamespace.tei)'><text><body><p><name type='PER'>Ada</name> <name type='PER'>Ada</name>"
        + "<name type='LOC'>Ada</name> <date>x</date></p></body></text></TEI>")
    var request = Self.request()
    var tally = EntityTally()
    tally.add(try EntityExtractor.mentions(in: XPathDocument(table), request))
    #expect(tally.entities().isEmpty && tally.unreferredCount == 3)
    request.joinsNames = true
    tally.add(try EntityExtractor.mentions(in: XPathDocument(table), request))
    let ids = tally.entities().map { "\($0.id) \($0.mentions)" }
    #expect(ids == ["PER:Ada 2", "LOC:Ada 1"])
  }

  @Test(arguments: ["graphml", "gexf", "nodes.csv", "edges.csv", "geojson"])
  func formatsAreAsRecorded(format: String) throws {
    let graph = try Self.graph(within: .sentence)
    let bytes =
      switch format {
      case "graphml": GraphMLEncoding.bytes(of: graph)
      case "gexf": GEXFEncoding.bytes(of: graph)
      case "nodes.csv": RowFormat.csv.bytes(of: GephiTables.nodes(of: graph))
      case "edges.csv": RowFormat.csv.bytes(of: GephiTables.edges(of: graph))
      default: GeoJSONEncoding.bytes(of: graph.nodes)
      }
    try Golden.expect(bytes, named: "places.\(format)")
  }
}
