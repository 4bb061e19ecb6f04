import ArticleModel
import EntityLinking
import TestSupport
import Testing

@Suite struct CorpusLinkerTests {
  /// Entities as `document type name [identifier] [country]`, parted by semicolons.
  static func entities(_ list: String) -> [DocumentEntity] {
    list.split(separator: "\n").map { line in
      let fields = line.split(separator: ";").map { $0.drop { $0 == " " } }.map(String.init)
      let type = MentionType(rawValue: fields[1])!
      var entity = Entity(type: type, name: fields[2])
      for field in fields.dropFirst(3) {
        let parts = field.split(separator: ":").map(String.init)
        if parts.count == 2 {
          entity.identifiers.append(AuthorityIdentifier(authority: parts[0], value: parts[1]))
        } else {
          entity.country = field
        }
      }
      let kind = type == .person ? "person" : type == .organisation ? "org" : "place"
      let slug = fields[2].lowercased().split { !$0.isLetter }.joined(separator: "-")
      return DocumentEntity(
        document: fields[0], id: "\(fields[0]).\(kind).\(slug)", entity: entity, mentions: 2,
        context: "… \(fields[2]) …")
    }
  }

  static let archive = """
    a; person; Ana Kovač
    b; person; Ana Kovac
    b; person; Kovač
    c; person; Kovač
    c; person; A. Kovač
    a; organisation; NATO; wikidata:Q7184
    c; organisation; North Atlantic Treaty Organization; wikidata:Q7184
    b; organisation; Ministry of Defence
    c; organisation; Ministry of Defence
    a; organisation; Romanian Ministry of Defence
    b; organisation; ESA
    c; organisation; European Space Agency
    a; country; Georgia; wikidata:Q230; GE
    b; region; Georgia; wikidata:Q1428; US
    c; region; Georgia
    a; settlement; Springfield
    b; settlement; Springfield
    """

  private func ids(_ register: CorpusLinker.Register) -> [String] {
    register.entities.map { "\($0.id) \($0.entity.name) \($0.members.count)" }
  }

  @Test func whatIsCertainIsOne() {
    let register = CorpusLinker().register(of: Self.entities(Self.archive))
    #expect(
      ids(register) == [
        "a.place.springfield Springfield 1", "b.org.esa ESA 1", "b.org.ministry-of-defence Ministry of Defence 1",
        "b.person.kovač Kovač 1", "b.place.springfield Springfield 1",
        "c.org.ministry-of-defence Ministry of Defence 1",
        "c.person.a-kovač A. Kovač 1", "c.person.kovač Kovač 1", "c.place.georgia Georgia 1",
        "org.european-space-agency European Space Agency 1",
        "org.ministry-defence-ro Romanian Ministry of Defence 1",
        "org.wikidata-Q7184 North Atlantic Treaty Organization 2", "person.ana-kovac Ana Kovac 2",
        "place.wikidata-Q1428 Georgia 1", "place.wikidata-Q230 Georgia 1",
      ])
    #expect(register.diagnostics.isEmpty)
  }

  @Test func identifiersStayAsArticlesComeAndTheOrderIsIrrelevant() {
    var all = Self.entities(Self.archive)
    let known = CorpusLinker().register(of: all.filter { $0.document != "c" }).entities
    let later = Set(CorpusLinker().register(of: all).entities.map(\.id))
    #expect(known.allSatisfy { later.contains($0.id) })
    let expected = CorpusLinker().register(of: all)
    for _ in 0..<20 {
      all.shuffle()
      let register = CorpusLinker().register(of: all)
      #expect(register.entities == expected.entities)
      #expect(register.proposals() == expected.proposals())
    }
  }

  @Test func doubtfulPairsAreProposed() {
    let proposals = CorpusLinker().register(of: Self.entities(Self.archive)).proposals()
    let shown = Set(proposals.map { "\($0.left.id) \($0.right.id): \($0.reason.rawValue)" })
    for pair in [
      "c.person.a-kovač person.ana-kovac: initial or middle name", "b.person.kovač person.ana-kovac: surname alone",
      "b.org.esa org.european-space-agency: acronym",
      "b.org.ministry-of-defence org.ministry-defence-ro: ministry without its country",
      "b.org.ministry-of-defence c.org.ministry-of-defence: same name",
      "a.place.springfield b.place.springfield: same name",
      "c.place.georgia place.wikidata-Q230: same name",
    ] {
      #expect(shown.contains(pair), "\(pair)")
    }
    #expect(!shown.contains { $0.contains("Q1428 place.wikidata-Q230") })
    #expect(proposals[0].row.count == Decisions.columns.count)
    #expect(proposals[0].row[0] == "?")
  }

  @Test func aNameOfManyIsOneQuestion() {
    let list = ["a", "b", "c", "d"].map { "\($0); region; Middle East" }.joined(separator: "\n")
    let entities = Self.entities(list)
    let proposals = CorpusLinker().register(of: entities).proposals()
    #expect(
      proposals.map { $0.row.prefix(9).joined(separator: "|") } == [
        "?|place|place.middle-east|Middle East|*||0.9|same name in 4 articles|8"
      ])
    let row = "same\t" + proposals[0].row.dropFirst().joined(separator: "\t")
    let decisions = Decisions.parse(
      SourceText(name: "d.tsv", row + "\ndifferent\t\tplace.middle-east\t\td.place.middle-east\n"), file: "d.tsv"
    ).decisions
    let register = CorpusLinker(decisions: decisions).register(of: entities)
    #expect(ids(register) == ["d.place.middle-east Middle East 1", "place.middle-east Middle East 3"])
    #expect(register.diagnostics.isEmpty && register.proposals().isEmpty)
  }

  @Test func oneLetterOff() {
    let list =
      "a; person; Volodymyr Zelenskyy\nb; person; Volodymyr Zelensky\nc; organisation; Bayraktar TB2 Works\n"
      + "d; organisation; Bayraktar TB3 Works"
    let proposals = CorpusLinker().register(of: Self.entities(list)).proposals()
    #expect(proposals.map(\.reason) == [.spelling])
  }

  // MARK: Decisions

  private func decide(_ rows: String) -> CorpusLinker.Register {
    let (decisions, diagnostics) = Decisions.parse(SourceText(name: "d.tsv", rows), file: "d.tsv")
    #expect(diagnostics.isEmpty)
    return CorpusLinker(decisions: decisions).register(of: Self.entities(Self.archive))
  }

  @Test func same() {
    let register = decide(
      "same\tperson\tperson.ana-kovac\tAna\tb.person.kovač\t\nsame\t\tcorpus.person.ana-kovac\t\tc.person.a-kovač\n")
    let ana = register.entities.first { $0.id == "person.ana-kovac" }!
    #expect(
      ana.members.map(\.id) == ["a.person.ana-kovač", "b.person.ana-kovac", "b.person.kovač", "c.person.a-kovač"])
    #expect(ana.isDecided)
    #expect(!register.proposals().contains { $0.left.id == "b.person.kovač" || $0.right.id == "b.person.kovač" })
  }

  @Test func theIdentifierOfTheLeftStays() {
    let register = decide("same\torg\tb.org.esa\t\torg.european-space-agency\n")
    #expect(register.entities.first { $0.id == "b.org.esa" }?.members.count == 2)
    #expect(!register.entities.contains { $0.id == "org.european-space-agency" })
  }

  @Test func different() {
    let register = decide(
      "different\tperson\ta.person.ana-kovač\t\tb.person.ana-kovac\ndifferent\t\tb.org.esa\t\torg.european-space-agency\n"
    )
    #expect(register.entities.first { $0.id == "person.ana-kovac" }?.members.map(\.id) == ["a.person.ana-kovač"])
    #expect(register.entities.first { $0.id == "b.person.ana-kovac" }?.members.count == 1)
    #expect(!register.proposals().contains { $0.reason == .acronym })
    #expect(!register.proposals().contains { $0.left.id == "b.person.ana-kovac" && $0.right.id == "person.ana-kovac" })
  }

  @Test func renameAndIgnoreAndBlock() {
    let register = decide(
      "rename\t\torg.wikidata-Q7184\t\t\tNATO\nignore\t\tc.person.kovač\nignore\t\tplace.wikidata-Q230\n"
        + "block\torganisation\t\tESA\nblock\tperson\t\tSpringfield\n")
    let nato = register.entities.first { $0.id == "org.wikidata-Q7184" }!
    #expect(nato.entity.name == "NATO" && nato.entity.variants == ["North Atlantic Treaty Organization"])
    #expect(!register.entities.contains { ["c.person.kovač", "place.wikidata-Q230", "b.org.esa"].contains($0.id) })
    #expect(register.entities.contains { $0.id == "a.place.springfield" })
  }

  @Test func contradictionsAndUnknownIdentifiersAreReported() {
    let register = decide(
      "same\t\tb.person.kovač\t\tperson.ana-kovac\nsame\t\tperson.ana-kovac\t\tc.person.kovač\n"
        + "different\t\tb.person.kovač\t\tc.person.kovač\nsame\t\tperson.nobody\t\tperson.ana-kovac\n"
        + "same\t\torg.wikidata-Q7184\t\tperson.ana-kovac\nrename\t\tperson.ana-kovac\t\t\tA\n"
        + "rename\t\tc.person.kovač\t\t\tB\nignore\t\tperson.nobody-else\n")
    #expect(
      register.diagnostics.map(\.description) == [
        "d.tsv:3:1: error[decision-contradiction]: \"b.person.kovač\" and \"c.person.kovač\" are different here, but "
          + "lines 1, 2 say that they are the same; expected one or the other",
        "d.tsv:4:1: warning[decision-unknown]: no entity of the archive is called \"person.nobody\"; teikit entities list "
          + "shows all",
        "d.tsv:5:1: error[decision-kinds]: \"org.wikidata-Q7184\" and \"person.ana-kovac\" are of different kinds; expected "
          + "two of one kind",
        "d.tsv:7:1: error[decision-contradiction]: \"c.person.kovač\" is renamed \"B\" here, but line 6 names it \"A\"; "
          + "expected one name",
        "d.tsv:8:1: note[decision-unknown]: no entity of the archive is called \"person.nobody-else\"; teikit entities list "
          + "shows all",
      ])
  }

  /// A decision that is there twice, and decisions made from what decisions made, change nothing.
  @Test func decidingTwiceIsDecidingOnce() {
    let verbs = ["same", "different", "ignore", "rename"]
    for seed in 0..<60 {
      var generator = SplitMix(state: UInt64(seed))
      let all = Self.entities(Self.archive)
      let persons = CorpusLinker().register(of: all).entities.filter { $0.entity.type == .person }.map(\.id)
      var rows = ""
      for _ in 0..<3 {
        let (left, right) = (persons.randomElement(using: &generator)!, persons.randomElement(using: &generator)!)
        if left != right { rows += "\(verbs.randomElement(using: &generator)!)\t\t\(left)\t\t\(right)\tN\n" }
      }
      let (once, twice) = (decide(rows), decide(rows + rows))
      #expect(once.entities == twice.entities, "\(rows)")
      #expect(once.proposals() == twice.proposals(), "\(rows)")
    }
  }

  /// Ten thousand entities, a tenth of them with one surname.
  @Test func manyEntities() {
    var entities: [DocumentEntity] = []
    for index in 0..<10_000 {
      let name = index % 10 == 0 ? "Given\(index) Schmidt" : "Given\(index % 97) Surname\(index)"
      let document = "d\(index % 500)"
      entities.append(
        DocumentEntity(
          document: document, id: "\(document).person.p\(index)", entity: Entity(type: .person, name: name), mentions: 1
        ))
    }
    let time = processorTime { _ = CorpusLinker().register(of: entities).proposals() }
    #expect(time < .seconds(60), "\(time)")
  }
}

/// A generator of numbers that are the same in each run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
