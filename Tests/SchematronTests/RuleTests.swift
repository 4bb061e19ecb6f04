import Schematron
import Testing

@Suite struct RuleTests {
  private func lines(_ content: String, binding: String? = "xslt3", phase: String? = nil, attributes: String = "")
    throws
    -> [String]
  {
    let schema = try SchematronSchema(content: content, binding: binding, attributes: attributes, phase: phase)
    #expect(schema.unsupported.map(\.description) == [])
    return try schema.lines(Sample.text)
  }

  @Test func onlyTheFirstRuleOfAPatternFires() throws {
    let content = """
      <pattern><rule context="r:p[@n = 2]"><report test="true()">first</report></rule>
      <rule context="r:p"><report test="true()">second <value-of select="@n"/></report></rule></pattern>
      <pattern id="other"><rule context="r:p[@n = 2]"><report test="true()">third</report></rule></pattern>
      """
    #expect(
      try lines(content) == [
        "error schematron-report /r/p[1]: second 1", "error schematron-report /r/p[2]: first",
        "error schematron-report /r/p[2]: third (other)", "error schematron-report /r/p[3]: second 10",
        "error schematron-report /r/d[1]/d[1]/p[1]: second 3", "error schematron-report /r/d[1]/p[1]: second 04",
      ])
  }

  @Test(
    "contexts of every kind",
    arguments: [
      ("/", ["/"]), ("r:p/@d", ["/r/p[2]/@d", "/r/p[3]/@d"]),
      ("@xml:id", ["/r/@xml:id", "/r/p[1]/@xml:id", "/r/p[2]/@xml:id"]),
      (
        "r:p/text()",
        [
          "/r/p[1]/text()[1]", "/r/p[1]/text()[2]", "/r/p[2]/text()[1]", "/r/p[2]/text()[2]", "/r/p[3]/text()[1]",
          "/r/d[1]/d[1]/p[1]/text()[1]", "/r/d[1]/p[1]/text()[1]",
        ]
      ),
      ("comment()", ["/comment()[1]", "/r/p[2]/comment()[1]"]),
      ("processing-instruction('pi')", ["/processing-instruction()[1]", "/r/processing-instruction()[1]"]),
      ("/r:r/r:p[2]", ["/r/p[2]"]), ("r:d//r:p", ["/r/d[1]/d[1]/p[1]", "/r/d[1]/p[1]"]),
      ("r:p[last()]", ["/r/p[3]", "/r/d[1]/d[1]/p[1]", "/r/d[1]/p[1]"]),
      ("n:*[2] | r:e", ["/r/n:q[2]", "/r/e[1]"]), ("*[not(*)][. = '']", ["/r/e[1]"]), ("//r:d/r:d", ["/r/d[1]/d[1]"]),
      ("(r:d | r:r)/r:p[@n = '04']", ["/r/d[1]/p[1]"]), ("id('p2')", ["/r/p[2]"]),
      ("r:p[current()/@n = '3']", ["/r/d[1]/d[1]/p[1]"]),
      ("r:r/*[self::r:e]", ["/r/e[1]"]), ("element(r:e)", ["/r/e[1]"]),
      ("r:d//@n", ["/r/d[1]/d[1]/p[1]/@n", "/r/d[1]/p[1]/@n"]),
      ("r:nothing", []), ("/r:p", []), ("r:hi/ancestor::r:p", ["/r/p[1]"]), ("*:hi", ["/r/p[1]/hi[1]"]),
      ("Q{u:r}e", ["/r/e[1]"]),
    ])
  func matches(context: String, paths: [String]) throws {
    let escaped = context.replacing("<", with: "&lt;")
    let found = try lines("<pattern><rule context=\"\(escaped)\"><report test=\"true()\">m</report></rule></pattern>")
    #expect(found == paths.map { "error schematron-report \($0): m" })
  }

  @Test func variablesOfEveryLevel() throws {
    let content = """
      <let name="all" value="count(//r:p)"/><let name="twice" value="$all * 2"/>
      <phase id="one"><let name="of-phase" value="'ph'"/><active pattern="a"/></phase>
      <pattern id="a"><let name="of-pattern" value="name(/*)"/>
      <rule context="r:e"><let name="here" value="local-name(.)"/><let name="all" value="concat($all, '!')"/>
      <report test="$twice = 10">m <value-of select="$all, $of-phase, $of-pattern, $here, name($here ! root(current())/*)"/></report>
      </rule></pattern>
      <pattern id="b"><rule context="r:e"><report test="true()">not active</report></rule></pattern>
      """
    #expect(try lines(content, phase: "one") == ["error schematron-report /r/e[1]: m 5! ph r e r (a)"])
  }

  @Test func variablesOfARuleAreOfEachNode() throws {
    let content = """
      <pattern><rule context="n:q"><let name="ids" value="tokenize(translate(@ref, '#', ''), ' ')"/>
      <assert test="every $i in $ids satisfies $i = //@xml:id">no <value-of select="$ids[not(. = //@xml:id)]"/></assert></rule></pattern>
      """
    #expect(try lines(content) == ["error schematron-assert /r/n:q[2]: no p9"])
  }

  @Test func phases() throws {
    let content = """
      <phase id="one"><active pattern="a"/></phase><phase id="none"/>
      <pattern id="a"><rule context="r:e"><report test="true()">a</report></rule></pattern>
      <pattern id="b"><rule context="r:e"><report test="true()">b</report></rule></pattern>
      """
    #expect(try lines(content).count == 2)
    #expect(try lines(content, phase: "one").count == 1)
    #expect(try lines(content, phase: "none").isEmpty)
    #expect(try lines(content, attributes: "defaultPhase='one'").count == 1)
    #expect(try lines(content, phase: "#DEFAULT", attributes: "defaultPhase='one'").count == 1)
    #expect(try lines(content, phase: "#ALL", attributes: "defaultPhase='one'").count == 2)
  }

  @Test func abstractPatternsAndRules() throws {
    let content = """
      <pattern abstract="true" id="has"><param name="what" value="'thing'"/>
      <rule context="$place"><assert test="$child">no <value-of select="'$child'"/>, <value-of select="$what"/></assert>
      <report test="$childless">m</report></rule></pattern>
      <pattern is-a="has" id="one"><let name="childless" value="false()"/><param name="place" value="r:e"/><param name="child" value="r:x"/></pattern>
      <pattern is-a="has"><let name="childless" value="true()"/><param name="place" value="r:d"/><param name="child" value="r:d"/><param name="what" value="1"/></pattern>
      """
    #expect(
      try lines(content) == [
        "error schematron-assert /r/e[1]: no r:x, thing (one)", "error schematron-report /r/d[1]: m",
        "error schematron-assert /r/d[1]/d[1]: no r:d, 1", "error schematron-report /r/d[1]/d[1]: m",
      ])
    let rules = """
      <pattern><rule abstract="true" id="base"><let name="x" value="'X'"/><report test="true()">base <value-of select="$x"/></report></rule>
      <rule abstract="true" id="more"><extends rule="base"/><report test="true()">more <value-of select="$x"/></report></rule>
      <rule context="r:e"><extends rule="more"/><report test="true()">own <value-of select="$x"/></report></rule></pattern>
      """
    #expect(try lines(rules).map { $0.suffix(6) } == ["base X", "more X", " own X"])
  }

  @Test(
    arguments: [
      ("role='warning'", "warning"), ("role='WARN'", "warning"), ("role='info'", "note"), ("role='fatal'", "error"),
      ("flag='warning'", "warning"), ("role='label'", "error"), ("role='nonfatal'", "warning"), ("", "note"),
    ])
  func rolesAreSeverities(attribute: String, severity: String) throws {
    let role = attribute.isEmpty ? "role='information'" : ""
    let found = try lines(
      "<pattern><rule context='r:e' \(role)><assert \(attribute) test='r:x'>m</assert></rule></pattern>")
    #expect(found == ["\(severity) schematron-assert /r/e[1]: m"])
  }

  @Test func messages() throws {
    let content = """
      <title>T</title><p>text</p>
      <pattern id="pat"><title>T</title>
      <rule context="/r:r/r:p[1]" id="ru"><assert test="false()" id="as" diagnostics="d1 d2" properties="x">
        The <name/> <emph>must</emph> <dir value="ltr">be</dir> <span class="c">so</span>, not
        <value-of select="r:hi"/> in <name path=".."/></assert>
      <report test="true()" subject="r:hi">at hi</report></rule></pattern>
      <diagnostics><diagnostic id="d1">It is <value-of select="@n"/>.</diagnostic><diagnostic id="d2">Twice.</diagnostic></diagnostics>
      <properties><property id="x">p</property></properties>
      """
    #expect(
      try lines(content) == [
        "error schematron-assert /r/p[1]: The p must be so, not beta in r It is 1. Twice. (as)",
        "error schematron-report /r/p[1]/hi[1]: at hi (ru)",
      ])
  }

  @Test func aFaultOfEvaluationIsAFinding() throws {
    let content = """
      <pattern id="p"><rule context="r:p[@d]"><let name="v" value="xs:integer(@d)"/>
      <report test="$v gt 1">m</report><report test="true()">m <value-of select="$v"/></report></rule></pattern>
      """
    #expect(
      try lines(content).prefix(2) == [
        "warning schematron-evaluation /r/p[2]: a test cannot be evaluated here: \"2024-02-29\" is not an integer (p)",
        "error schematron-report /r/p[2]: m … (p)",
      ])
  }

  @Test func aContextThatFailsDoesNotMatchAndIsSaidOnce() throws {
    let content = """
      <pattern id="p"><rule context="r:p[xs:date(@d) lt xs:date('2024-01-01') or xs:integer(@d) eq 1]"><report test="true()">m</report></rule>
      <rule context="r:p"><report test="true()">other</report></rule></pattern>
      """
    let found = try lines(content)
    #expect(found.count { $0.contains("schematron-evaluation") } == 1)
    #expect(found.filter { $0.contains(": m") } == ["error schematron-report /r/p[3]: m (p)"])
    #expect(found.count { $0.contains(": other") } == 4)
  }

  @Test func namesAreOfTheSubjectAndMessagesMayBeEmpty() throws {
    let content = """
      <pattern><rule context="r:e"><report test="true()" subject="../r:p[1]/@n"><name/> <name path=".."/> <name path="name(../..)"/></report>
      <assert test="r:x and r:y"/><report test="not(r:x)"> </report></rule></pattern>
      """
    #expect(
      try lines(content) == [
        "error schematron-report /r/p[1]/@n: n p r", "error schematron-assert /r/e[1]: \"r:x and r:y\" does not hold",
        "error schematron-report /r/e[1]: \"not(r:x)\" holds",
      ])
  }

  @Test func variablesWithContent() throws {
    let content =
      "<let name='v'>some text</let><pattern><rule context='r:e'><report test=\"contains($v, 'me t')\">m</report></rule></pattern>"
    #expect(try lines(content).count == 1)
    #expect(try lines(content.replacing("some text", with: "<b xmlns='u:x'>some text</b>"), binding: "xslt").count == 1)
    let schema = try SchematronSchema(content: content.replacing("some text", with: "<b xmlns='u:x'>some text</b>"))
    #expect(schema.unsupported.count == 2 && schema.testCount == 0)
  }

  @Test func whatTheStandardAddedIn2025IsSaidNotToRun() throws {
    let schema = try SchematronSchema(
      content: """
        <phase id="one" from="r:p"><active pattern="a"/></phase>
        <pattern id="a"><rule context="r:e" visit-each="1 to 3"><report test="true()">m</report></rule>
        <rule context="r:e"><report test="true()">m</report></rule></pattern>
        """, phase: "one")
    #expect(schema.testCount == 0 && schema.skippedTestCount == 2 && schema.unsupported.count == 3)
  }

  @Test func groupsFireEveryRule() throws {
    let content = """
      <group><rule context="r:e"><report test="true()">one</report></rule><rule context="*[not(*)]"><report test="empty(text())">two</report></rule></group>
      """
    #expect(try lines(content) == ["error schematron-report /r/e[1]: one", "error schematron-report /r/e[1]: two"])
  }

  @Test func formerNamespace() throws {
    let text = """
      <s:schema xmlns:s="http://www.ascc.net/xml/schematron"><s:ns prefix="r" uri="u:r"/><s:pattern name="n">
      <s:rule context="r:e"><s:assert test="@x">no x on <s:name/></s:assert></s:rule></s:pattern></s:schema>
      """
    let schema = try SchematronSchema(try .init(parsing: Array(text.utf8), name: "s.sch"))
    #expect(try schema.lines(Sample.text) == ["error schematron-assert /r/e[1]: no x on e"])
  }

  @Test func withoutABindingTheLanguageIsTheOneThatRunsAll() throws {
    // As numbers in XPath 1.0; as strings later.
    let one =
      "<pattern><rule context='r:p[1]'><report test='@n &lt; ../r:p[3]/@n and ../r:p[2]/@n &lt; ../r:p[3]/@n'>m</report></rule></pattern>"
    #expect(try lines(one, binding: nil).count == 1)
    #expect(try lines(one, binding: "xslt2").isEmpty)
    let two = "<pattern><rule context='r:p[1]'><report test='@n lt ../r:p[3]/@n'>m</report></rule></pattern>"
    #expect(try lines(two, binding: nil).count == 1)
  }

  /// What a pattern matches step by step is what it selects from some node, as XSLT defines it.
  @Test(
    arguments: [
      "a", "a/b", "a//b", "//a", "/a/b", "/a//b//c", "a//b/c", "a/b//c/a", "*//*", "//*//*//*", "a//*/b//*",
      "*[a]//b[c]",
      "a[1]/b", "b[last()]//c", "*[2][b]", "c[position() > 1]", "a[b][2]", "a//b[2]", "a/@i", "a//@i", "//@*",
      "@i[. = 1]",
      "text()", "a//text()", "b/text()[2]", "node()", "a/node()[1]", "comment()", "a//comment()", "(a | b)/c",
      "(a | b//c)[@i]/*",
      "(a/b)[@i]", "a | b[1] | @i", "/a/*[3]//b", "node()//a", "*[.//a][not(c)]", "a[count(b) > 1]//*",
      "*[@i = //b/@i]",
    ])
  func contextsMatchWhatTheySelect(context: String) throws {
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    func element(_ depth: Int) -> String {
      let name = ["a", "b", "c"][random(3)]
      var content = ""
      for _ in 0..<(depth > 5 ? 0 : random(5)) {
        switch random(6) {
        case 0: content += "t"
        case 1: content += "<!--c-->"
        default: content += element(depth + 1)
        }
      }
      return "<\(name)\(random(2) == 0 ? " i='\(random(3))'" : "")>\(content)</\(name)>"
    }
    let matched = try SchematronSchema(
      content: "<pattern><rule context='\(context)'><report test='true()'>m</report></rule></pattern>")
    // No pattern, for the axis: all of it is selected.
    let selected = try SchematronSchema(
      content: "<pattern><rule context='(\(context))/self::node()'><report test='true()'>m</report></rule></pattern>")
    for _ in 0..<20 {
      let text = "<a><b>" + (0..<4).map { _ in element(0) }.joined() + "</b></a>"
      #expect(try matched.lines(text) == selected.lines(text))
    }
  }
}
