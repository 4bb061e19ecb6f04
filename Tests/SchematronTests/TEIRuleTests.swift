import FoundationEssentials
import Schematron
import Testing
import XML

/// The rules in TEI's own schema, on documents that break them.
@Suite struct TEIRuleTests {
  private static let path = "../shared/schemas/tei_all-4.12.0.rng"
  private static let schema: SchematronSchema? = {
    guard let document = try? Files.document(path) else {
      print("skipped: ../shared/schemas/tei_all-4.12.0.rng is missing")
      return nil
    }
    return try! SchematronSchema(document)
  }()

  @Test func allTestsRun() throws {
    guard let schema = Self.schema else { return }
    #expect(schema.testCount == 103)
    #expect(schema.skippedTestCount == 0 && schema.unsupported == [])
  }

  @Test func ourOwnDocumentsAreWithoutFindings() throws {
    guard let schema = Self.schema else { return }
    let folder = Files.root.appending(path: "annotated")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xml") }
    #expect(files.count > 30)
    for file in files {
      let document = try #require(try Files.document("annotated/" + file))
      #expect(schema.findings(in: document).map(\.message) == [], "\(file)")
    }
  }

  @Test func ourOwnRulesRun() throws {
    let rules = try SchematronSchema(try #require(try Files.document("schemas/teikit.sch")))
    #expect(rules.unsupported == [] && rules.testCount > 30)
    let document = try #require(try Files.document("annotated/harbour-log.xml"))
    #expect(rules.findings(in: document).map(\.message) == [])
    let text = String(decoding: try #require(Files.bytes("annotated/harbour-log.xml")), as: UTF8.self)
    let broken = text.replacing("<head ", with: "<head type=\"main\" ")
    if let document = try? XMLDocument(parsing: Array(broken.utf8), name: "a.xml") {
      #expect(!rules.findings(in: document).isEmpty)
    }
  }

  /// What stands in the body, what the message begins with, and a part of the rule's name.
  static let broken: [(body: String, message: String, rule: String)] = [
    ("<p generatedBy='human'>x</p>", "The @generatedBy attribute is for use within a <post>", "generatedBy"),
    ("<p><date when='2024' notBefore='2023'>x</date></p>", "The @when attribute cannot be used with any other", "w3c-when"),
    ("<p><date from='2024' notBefore='2023'>x</date></p>", "The @from and @notBefore attributes cannot", "w3c-from"),
    ("<p><date to='2024' notAfter='2025'>x</date></p>", "The @to and @notAfter attributes cannot", "w3c-to"),
    ("<p><elementRef key='p' source='a.xml b.xml'/></p>", "When used on a schema description element (like <elementRef>), the @source attribute should have only 1 value. (This one has 2.)", "only_1_ODD_source"),
    ("<p><ref targetLang='de'>x</ref></p>", "@targetLang should only be used on <ref> if @target is specified.", "targetLang"),
    ("<p><anchor xml:id='a1'/>x<anchor spanTo='#a1'/></p>", "The element indicated by @spanTo (#a1) must follow the current <anchor> element.", "spanTo"),
    ("<p><hi schemeVersion='1'>x</hi></p>", "@schemeVersion can only be used if @scheme is specified.", "schemeVersion"),
    ("<p><hi scheme='free' schemeVersion='1'>x</hi></p>", "@schemeVersion can only be used", "schemeVersion"),
    ("<p><name subtype='x'>x</name></p>", "The <name> element should not be categorized in detail with @subtype", "subtypeTyped"),
    ("<p><date calendar='#c'> </date></p>", "@calendar indicates one or more systems", "calendar_attr_on_empty"),
    ("<p>a <p>b</p></p>", "Abstract model violation: Paragraphs may not occur inside other paragraphs", "p-in-ab-or-p"),
    ("<lg><l>a <p>b</p></l></lg>", "Abstract model violation: Metrical lines (<l> elements) may not contain higher-level structural", "p-in-l"),
    ("<p><ruby><rb>x</rb><rt target='#x' from='#y' to='#z'>y</rt></ruby></p>", "When @target is present, neither @from nor @to should be.", "rt-target-not-span"),
    ("<p><ruby><rb>x</rb><rt from='#y'>y</rt></ruby></p>", "When @from is present, the @to attribute of <from> is required.", "rt-from"),
    ("<p><ptr target='#x' cRef='y'/></p>", "Only one of the attributes @target and @cRef may be supplied on <ptr>.", "ptrAtts"),
    ("<p><ref target='#x' cRef='y'>z</ref></p>", "Only one of the attributes @target and @cRef may be supplied on <ref>.", "refAtts"),
    ("<list type='gloss'><item>x</item></list>", "The content of a \"gloss\" list should include", "gloss-list"),
    ("<p><relatedItem target='#x'><bibl/></relatedItem></p>", "If the @target attribute on relatedItem is used", "targetorcontent1"),
    ("<p><relatedItem/></p>", "A relatedItem element should have either a @target attribute or a child", "targetorcontent1"),
    ("<lg><l>a <l>b</l></l></lg>", "Abstract model violation: Metrical lines (<l> elements) may not contain <l> or <lg>", "l-in-l"),
    ("<lg><head>x</head></lg>", "An <lg> element must contain at least one child", "atleast1oflggapl"),
    ("<quotation/>", "On <quotation>, either the @marks attribute should be used", "quotationContents"),
    ("<citeStructure match='text'/>", "An XPath in @match on the outer <citeStructure> must start with '/'.", "outer-match"),
    ("<citeStructure match='//x'><citeStructure match='/y'/></citeStructure>", "An XPath in @match must not start with '/'", "inner-match"),
    ("<ab><div><p>x</p></div></ab>", "Abstract model violation: <p> and <ab> may not contain higher-level", "div-in-ab-or-p"),
    ("<u><shift feature='tempo'/></u>", "The @new attribute should always be supplied; use the special value \"normal\"", "shiftNew"),
    ("<p><s>a <s>b</s></s></p>", "You may not nest one <s> element within another", "noNestedS"),
    ("<p><span from='#a' target='#b'>x</span></p>", "Only one of the attributes @target and @from may be supplied on <span>.", "span-target-from"),
    ("<p><span to='#a'>x</span></p>", "If @to is supplied on <span>, @from must be supplied as well.", "tonotfrom"),
    ("<msDesc><msIdentifier><repository/><idno>x</idno></msIdentifier><physDesc/><physDesc/></msDesc>", "Only one <physDesc> is allowed as a child of <msDesc>.", "one_ms_singleton_max"),
    ("<p><catchwords>x</catchwords></p>", "The <catchwords> element should not be used outside of <msDesc>.", "catchword_in_msDesc"),
    ("<p><dimensions><width/><width/></dimensions></p>", "The element <dimensions> may appear once only.", "duplicateDim"),
    ("<msDesc><msIdentifier/></msDesc>", "An <msIdentifier> must contain either a <repository> or <location>.", "msId_minimal"),
    ("<facsimile><surface><zone>x</zone></surface></facsimile>", "A <facsimile> element represents a text with images", "no_facsimile_text_nodes"),
    ("<path points='0,0 1,1 0.0,0'/>", "The first and last elements of this path are the same.", "pathmustnotbeclosed"),
    ("<p><subst><add>x</add></subst></p>", "<subst> must have at least one child <add> and at least one child <del>", "substContents1"),
    ("<app><rdgGrp><lem>a</lem><lem>b</lem></rdgGrp></app>", "Only one <lem> element may appear within a <rdgGrp>.", "only1lem"),
    ("<variantEncoding method='parallel-segmentation' location='external'/>", "The @location value \"external\" is inconsistent", "variantEncodingLocation"),
    ("<relation active='#a'/>", "One of the attributes @name, @ref or @key must be supplied.", "ref-or-key-or-name"),
    ("<relation name='x' active='#a' mutual='#b'/>", "Only one of the attributes @active and @mutual", "active-mutual"),
    ("<relation name='x' passive='#a'/>", "the attribute @passive may be supplied only if", "active-passive"),
    ("<p><link target='#a'/></p>", "You must supply at least two values for @target on <link>.", "linkTargets3"),
    ("<p><join target='#a'/></p>", "You must supply at least two values for @target on <join>.", "joinTargets3"),
    ("<content><elementRef key='p' minOccurs='3' maxOccurs='2'/></content>", "@maxOccurs should be greater than or equal to @minOccurs.", "MINandMAXoccurs"),
    ("<content><elementRef key='p' minOccurs='2'/></content>", "When @maxOccurs is not specified, @minOccurs must be 0 or 1.", "MINandMAXoccurs"),
    ("<schemaSpec ident='s'><moduleRef key='core'/><elementSpec ident='x' module='nosuch'><desc/></elementSpec></schemaSpec>", "Specification x: the value of the module attribute (\"nosuch\") should correspond", "spec-in-module"),
    ("<elementSpec ident='e' validUntil='2001-01-01'><desc type='deprecationInfo'>x</desc></elementSpec>", "The e construct is outdated (as of 2001-01-01)", "two-month-warning"),
    ("<elementSpec ident='e' validUntil='2026-02-01'><desc type='deprecationInfo'>x</desc></elementSpec>", "The e construct becomes outdated on 2026-02-01.", "two-month-warning"),
    ("<elementSpec ident='e' validUntil='2090-01-01'><gloss/></elementSpec>", "A deprecated construct should include, whenever possible, an explanation, but this elementSpec", "should-be-explained"),
    ("<moduleRef key='core' except='a' include='b'/>", "It is an error to supply both the @include and @except", "except-and-include"),
    ("<p><moduleRef key='a' prefix='x_'/><moduleRef key='b' prefix='x_'/></p>", "The @prefix attribute of <moduleRef> should not match", "not-same-prefix"),
    ("<elementSpec ident='e' mode='delete'><desc/></elementSpec>", "This <elementSpec> element has a @mode of \"delete\"", "child-constraint-based-on-mode"),
    ("<elementSpec ident='e' mode='change'/>", "This <elementSpec> element has a @mode of \"change\", but does not have any child", "child-constraint-based-on-mode"),
    ("<listRef><ptr target='a b'/></listRef>", "", ""),
    ("<specGrp><classSpec ident='c'><listRef><ptr target='a b'/></listRef></classSpec></specGrp>", "In the context of tagset documentation, each <ptr> or <ref>", "TagDocslistRefChildren"),
    ("<elementSpec ident='e'><model behaviour='x'/><model behaviour='y'/></elementSpec>", "There are 2 (or more) <model> elements in this <elementSpec> that have no predicate, but are targeted to the same output (\"\").", "no_dup_default_models"),
    ("<content><sequence><elementRef key='p'/></sequence></content>", "The <sequence> element must have at least two child elements.", "sequencechilden"),
    ("<constraintSpec ident='a' mode='change'/>", "This <constraintSpec> element has a @mode of \"change\", but does not", "empty-based-on-mode"),
    ("<constraintSpec ident='a'><desc/></constraintSpec>", "The @scheme attribute of <constraintSpec> is required when the @mode is not specified (here on \"a\").", "scheme-usage"),
    ("<specGrp><constraintSpec scheme='s' ident='a '/><constraintSpec scheme='s' ident='a'/></specGrp>", "The @ident of <constraintSpec> should be unique; this one (a) is the same", "unique-constraintSpec-ident"),
    ("<classSpec ident='c'><attList><attDef ident='x' mode='delete'/><attDef ident='y' mode='delete'/><attDef ident='x' mode='delete'/></attList></classSpec>", "Within the attribute list defined in \"c\", the following attributes have been defined multiple times: x.", "no_duplicate_attrs"),
    ("<elementSpec ident='e'><attDef ident='x'/></elementSpec>", "Attribute: the definition of the @x attribute in the \"e\" < elementSpec> should", "attDefContents"),
    ("<elementSpec ident='e'><attDef ident='x' usage='req' mode='change'><defaultVal> v </defaultVal></attDef></elementSpec>", "Since the @x attribute is required, it will always be specified. Thus the default value (of \"v\")", "noDefault4Required"),
    ("<elementSpec ident='e'><attDef ident='x'><datatype maxOccurs='2'/><valList type='closed'><valItem ident='a'/></valList><defaultVal>b c</defaultVal></attDef></elementSpec>", "In the <elementSpec> defining e the default value of the @x attribute is not among", "twoOrMore"),
    ("<elementSpec ident='e'><attDef ident='x'><datatype/><valList type='closed'><valItem ident='a'/></valList><defaultVal>b</defaultVal></attDef></elementSpec>", "In the <elementSpec> defining e the default value of the @x attribute is not among", "List-one"),
    ("<content><dataRef key='x'><dataFacet name='a' value='b'/></dataRef></content>", "Data facets can only be specified for references to datatypes", "restrictDataFacet"),
    ("<remarks><p>x</p></remarks>", "The @ident attribute will be required on <remarks> after 2027-06-01.", "identless-remarks"),
    ("<dataSpec ident='d'><content><classRef key='x'/></content></dataSpec>", "A datatype specification should not refer to an element or a class.", "no_elements_in_data_content"),
    ("<content><x:y xmlns:x='u:x'/></content>", "content descendants must be in the namespaces", "constraint"),
  ]

  @Test(arguments: broken.indices) func fires(index: Int) throws {
    guard let schema = Self.schema else { return }
    let (body, message, rule) = Self.broken[index]
    let text = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>\n\(body)</body></text></TEI>"
    let document = try XMLDocument(parsing: Array(text.utf8), name: "a.xml")
    // 2026-01-01.
    let findings = schema.findings(in: document, clock: 1_767_225_600)
    #expect(!findings.contains { $0.code == "schematron-evaluation" || $0.code == "schematron-limit" })
    if message.isEmpty { return #expect(findings.isEmpty) }
    let found = findings.filter { $0.message.hasPrefix(message) && $0.message.contains(rule) }
    #expect(!found.isEmpty, "\(findings.map(\.message))")
    #expect(found.allSatisfy { document.position(of: $0.element).line == 2 })
  }

  @Test func theTableIsLong() { #expect(Set(Self.broken.map(\.rule)).count >= 50) }

  @Test func severitiesAreThoseOfTheSchema() throws {
    guard let schema = Self.schema else { return }
    let text = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><u><shift/></u><p><date when="2024" from="2024"/><s><s/></s></p>
      </body></text></TEI>
      """
    #expect(
      try schema.lines(text).map { $0.prefix(25) } == [
        "warning schematron-assert", "warning schematron-report", "error schematron-report /",
      ])
  }
}
