import ArticleModel
import RelaxNG
import TEIValidation
import Testing
import XML

@Suite struct SchemaTests {
  @Test func acceptsAnArticleOfOurShape() throws {
    let diagnostics = Validator().validate(try Fixture.document(Fixture.article), file: "drone-deal.xml")
    #expect(diagnostics == [])
  }

  @Test func acceptsACorpusBeforeInclusion() throws {
    let context = ValidationContext(identifiers: { path in
      path == "drone-deal.xml" ? try? Fixture.document(Fixture.article).identifiers : nil
    })
    let document = try Fixture.document(Fixture.corpus, name: "corpus.xml")
    #expect(Validator().validate(document, file: "corpus.xml", context: context) == [])
  }

  @Test(
    "what an article may lack",
    arguments: [
      ("<author>Ana Kovač</author>\n        <respStmt>", "<respStmt>"), ("<publisher>Example News</publisher>", ""),
      ("<ref target=\"https://example.org/drone-deal\">https://example.org/drone-deal</ref>", ""),
      ("<textClass><keywords scheme=\"#drone-deal.types\"><term>x</term></keywords></textClass>", ""),
      ("<xenoData type=\"source-layout\">{\"version\":1,\"gaps\":{\"p p\":\"\\n\"}}</xenoData>", ""),
      ("<byline xml:id=\"drone-deal.b.1\">By <persName>x</persName></byline>", ""),
      ("<head xml:id=\"drone-deal.h.1\" type=\"main\">T</head>", ""),
      ("<head xml:id=\"drone-deal.th1\">Cap</head>", ""), (" rend=\"padding\"", ""), ("<label>A</label>: ", ""),
    ])
  func acceptsWhatAnArticleMayLack(found: String, replacement: String) throws {
    let document = try Fixture.document(try Fixture.article(found, replacement))
    #expect(Validator().validate(document, file: "drone-deal.xml") == [])
  }

  @Test(arguments: Mutation.all) func rejects(_ mutation: Mutation) throws {
    let document = try Fixture.document(try Fixture.article(mutation.found, mutation.replacement))
    let diagnostics = Validator(rules: []).validate(document, file: "drone-deal.xml")
    #expect(!diagnostics.isEmpty)
    #expect(diagnostics.allSatisfy { $0.severity == .error && $0.position != nil && $0.code != "schema" })
    #expect(diagnostics.count == 1, "\(diagnostics)")
  }

  @Test func saysWhatIsWrongAndWhatWasExpected() throws {
    for (name, expected) in Self.messages {
      let mutation = try #require(Mutation.all.first { $0.description == name })
      let document = try Fixture.document(try Fixture.article(mutation.found, mutation.replacement))
      let diagnostics = Validator(rules: []).validate(document, file: "a.xml")
      #expect(diagnostics.map(\.description) == expected, "\(name)")
    }
  }

  private static let messages = [
    (
      "no namespace",
      [
        "a.xml:3:1: error[element-not-allowed]: element \"TEI\" is in no namespace; "
          + "expected xmlns=\"http://www.tei-c.org/ns/1.0\""
      ]
    ),
    (
      "text without body",
      [
        "a.xml:93:9: error[content-incomplete]: content of element \"front\" is not complete; "
          + "expected \"head\", \"ab\", \"figure\", \"dateline\", \"argument\" or \"byline\""
      ]
    ),
    (
      "heading after a block",
      [
        "a.xml:100:7: error[element-not-allowed]: element \"head\" not allowed here in \"body\"; one stands there already"
      ]
    ),
    (
      "empty list of persons",
      ["a.xml:73:5: error[content-incomplete]: content of element \"listPerson\" is not complete; expected \"person\""]
    ),
    (
      "empty idno",
      ["a.xml:33:11: error[content-value]: content of element \"idno\" is \"\"; expected text that is not empty"]
    ),
    (
      "text between blocks",
      [
        "a.xml:94:5: error[text-not-allowed]: text \"stray\" not allowed in element \"body\"; "
          + "expected it in \"p\", \"ab\", \"dateline\" or \"byline\""
      ]
    ),
    (
      "unknown attribute",
      [
        "a.xml:105:90: error[attribute-not-allowed]: attribute \"class\" not allowed on element \"p\"; "
          + "expected \"corresp\", \"resp\", \"cert\", \"ana\", \"n\" or one of 2 others"
      ]
    ),
    (
      "list without rend",
      [
        "a.xml:103:9: error[attribute-missing]: element \"list\" has no attribute \"rend\"; "
          + "expected \"bulleted\", \"numbered\" or \"plain\""
      ]
    ),
    (
      "certainty above 1",
      [
        "a.xml:90:7: error[attribute-value]: attribute \"cert\" of element \"annotation\" is \"1.5\"; "
          + "expected a decimal number from 0 to 1"
      ]
    ),
    (
      "table of no rows",
      [
        "a.xml:104:9: error[attribute-value]: attribute \"rows\" of element \"table\" is \"0\"; "
          + "expected a whole number, 1 or more"
      ]
    ),
  ]

  @Test func tellsEveryFaultOfAttributesAndNamesAtOnce() throws {
    let text = Fixture.article.replacing("<item n=", with: "<item nn=").replacing(
      "<term>x</term>", with: "<trem>x</trem>")
    let diagnostics = Validator(rules: []).validate(try Fixture.document(text), file: "a.xml")
    #expect(
      diagnostics.map(\.message) == [
        "unknown element \"trem\" in \"keywords\"; did you mean \"term\"?",
        "attribute \"nn\" not allowed on element \"item\"; did you mean \"n\"?",
      ])
  }

  @Test func sharesOneCompiledSchemaAmongThreads() async throws {
    let validator = Validator()
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          guard let document = try? Fixture.document(Fixture.article) else { return -1 }
          return validator.validate(document, file: "drone-deal.xml").count
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 0, count: 8))
  }

  @Test func takesASchemaOfSomebodyElse() throws {
    let schema = """
      <element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><choice><attribute name="b"><value>1</value>\
      </attribute><zeroOrMore><element><anyName/><text/></element></zeroOrMore></choice></element>
      """
    let validator = Validator(schema: try DocumentSchema(bytes: Array(schema.utf8), name: "a.rng"), rules: [])
    #expect(validator.validate(try Fixture.document("<a b='1'/>"), file: "a.xml") == [])
    #expect(validator.validate(try Fixture.document("<a><c/><d/></a>"), file: "a.xml") == [])
    #expect(!validator.validate(try Fixture.document("<a b='2'/>"), file: "a.xml").isEmpty)
    #expect(!validator.validate(try Fixture.document("<b/>"), file: "a.xml").isEmpty)
    #expect(throws: SchemaError.self) { try DocumentSchema(bytes: Array("<grammar/>".utf8), name: "a.rng") }
  }
}
