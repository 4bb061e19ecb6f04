import ArchivePipeline
import TEIValidation
import Testing

/// A corpus root answers for the files that it includes, and they for each other.
@Suite struct CorpusDeclarationsTests {
  private let folder: TemporaryFolder
  private static let namespaces = "xmlns='http://www.tei-c.org/ns/1.0' xmlns:xi='http://www.w3.org/2001/XInclude'"
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "any.rng",
      """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any"><element>
      <anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element>
      </define></grammar>
      """)
    try write(
      "root.xml",
      """
      <teiCorpus \(Self.namespaces)><teiHeader><encodingDesc><prefixDef ident="ud" matchPattern="(.+)"
      replacementPattern="#$1"/></encodingDesc><profileDesc><langUsage><language ident="en"/></langUsage><particDesc>
      <xi:include href="lists/persons.xml"/></particDesc></profileDesc></teiHeader><xi:include href="a.xml"/>
      <xi:include href="b.xml"/></teiCorpus>
      """)
    try write(
      "lists/persons.xml", "<listPerson \(Self.namespaces)><person xml:id='ann' corresp='#party'/></listPerson>")
    try write(
      "a.xml",
      """
      <TEI \(Self.namespaces)><langUsage><language ident="la"/></langUsage><p xml:id="a.p" who="#ann" ana="ud:nsubj"
      xml:lang="en" corresp="#b.p"/><p who="#bob" xml:lang="fr"/></TEI>
      """)
    try write("b.xml", "<TEI \(Self.namespaces)><org xml:id='party'/><p xml:id='b.p'/></TEI>")
  }

  private func write(_ name: String, _ text: String) throws { try folder.write(name, text) }

  private func found(_ names: String..., rules: RuleSelection = .all) async throws -> [String] {
    try await found(names, rules: rules)
  }

  private func found(_ names: [String], rules: RuleSelection = .all) async throws -> [String] {
    let run = ValidationRun(schema: try SchemaFile.compile("\(folder.path)/any.rng"), selection: rules, jobs: 2)
    let inputs = names.map { InputFile(path: "\(folder.path)/\($0)", relativePath: $0) }
    return try await run.run(inputs).flatMap { $0 }.map {
      "\($0.file!.dropFirst(folder.path.count + 1)):\($0.position!.line) \($0.code) \($0.message)"
    }
  }

  private static let remaining = [
    "a.xml:2 language-undeclared language \"fr\" is not declared in langUsage; expected an element \"language\" with ident=\"fr\"",
    "a.xml:2 pointer-dangling pointer \"#bob\" has no target",
  ]

  @Test func pointersPrefixesAndLanguagesAreFoundInTheCorpus() async throws {
    let found = try await found("a.xml", "b.xml", "lists/persons.xml", "root.xml")
    #expect(found.sorted() == Self.remaining)
  }

  @Test func filesOfTheCorpusNeedNotBeNamed() async throws {
    #expect(try await found("root.xml", "a.xml").sorted() == Self.remaining)
  }

  @Test func withoutTheRootAFileStandsAlone() async throws {
    let codes = try await found("a.xml").map { $0.split(separator: " ")[1] }
    #expect(Set(codes.map(String.init)) == ["pointer-dangling", "pointer-prefix", "language-undeclared"])
  }

  @Test func anotherCorpusDoesNotAnswer() async throws {
    try write("other.xml", "<teiCorpus \(Self.namespaces)><p xml:id='bob'/><xi:include href='b.xml'/></teiCorpus>")
    #expect(try await found("a.xml", "b.xml", "root.xml", "other.xml").sorted() == Self.remaining)
  }

  @Test func twoCorporaMayHaveTheSameIdentifiers() async throws {
    for name in ["1", "2"] {
      try write(
        "\(name)/root.xml",
        "<teiCorpus \(Self.namespaces)><xi:include href='a.xml'/><xi:include href='b.xml'/></teiCorpus>")
      try write("\(name)/a.xml", "<TEI \(Self.namespaces)><p xml:id='p'/></TEI>")
      try write("\(name)/b.xml", "<TEI \(Self.namespaces)><p xml:id='q'/></TEI>")
    }
    let names = ["1/root.xml", "1/a.xml", "1/b.xml", "2/root.xml", "2/a.xml", "2/b.xml"]
    #expect(try await found(names) == [])
    try write("1/b.xml", "<TEI \(Self.namespaces)><p xml:id='p'/></TEI>")
    #expect(try await found(names).contains { $0.hasPrefix("1/b.xml:1 id-shared ") })
    // A file that belongs to none has a space of names to itself, unless we wrote it.
    let text = "<TEI \(Self.namespaces) xml:id='c'><p xml:id='q'/></TEI>"
    try write("c.xml", text)
    #expect(try await !found(names + ["c.xml"]).contains { $0.hasPrefix("c.xml") })
    try write("c.xml", text.replacing("<p", with: "<application ident='teikit'/><p"))
    #expect(try await found(names + ["c.xml"]).contains { $0.hasPrefix("c.xml:1 id-shared ") })
  }

  @Test func findsCircles() async throws {
    try write("c.xml", "<TEI \(Self.namespaces)><p ana='#d'/><q><xi:include href='d.xml'/></q></TEI>")
    try write("d.xml", "<TEI \(Self.namespaces) xml:id='d'><q><xi:include href='c.xml'/></q></TEI>")
    #expect(
      try await found("c.xml", "d.xml").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        == ["c.xml:1 xinclude-cycle", "d.xml:1 xinclude-cycle"])
    // Without the rule, who carries the inclusions out says so.
    let told = try await found("c.xml", "d.xml", rules: .none).map { $0.split(separator: " ")[1] }
    #expect(told == ["xinclude", "xinclude"])
  }

  @Test func saysOnceThatAnInclusionCannotBeCarriedOut() async throws {
    try write("e.xml", "<TEI \(Self.namespaces)><xi:include href='gone.xml'/></TEI>")
    #expect(try await found("e.xml").map { $0.split(separator: " ")[1] } == ["xinclude-missing"])
    #expect(try await found("e.xml", rules: .none).map { $0.split(separator: " ")[1] } == ["xinclude"])
  }
}
