import ArticleModel
import Schematron
import Testing
import XML

@Suite struct SchemaTests {
  @Test(
    "faulty schemas",
    arguments: [
      ("<pattern><rule><assert test='1'/></rule></pattern>", "a rule without \"context\""),
      ("<pattern><rule context='a'><assert/></rule></pattern>", "\"assert\" without \"test\""),
      ("<pattern><assert test='1'/></pattern>", "\"assert\" not allowed in \"pattern\""),
      ("<rule context='a'/>", "\"rule\" not allowed in \"schema\""),
      ("<pattern><rule context='a'><frob/></rule></pattern>", "\"frob\" not allowed in \"rule\""),
      ("<pattern is-a='nosuch'/>", "there is no abstract pattern \"nosuch\""),
      ("<pattern abstract='true'/>", "an abstract pattern without \"id\""),
      (
        "<pattern abstract='true' id='p'><rule context='$x'/></pattern><pattern is-a='p'><param name='x'/></pattern>",
        "\"param\" without \"name\" or \"value\""
      ),
      ("<pattern><rule context='a'><extends rule='nosuch'/></rule></pattern>", "there is no abstract rule \"nosuch\""),
      (
        "<pattern><rule abstract='true' id='x'><extends rule='x'/></rule><rule context='a'><extends rule='x'/></rule></pattern>",
        "abstract rules extend each other without end"
      ),
      (
        "<pattern><rule context='a'><assert test='1' diagnostics='d'/></rule></pattern>", "there is no diagnostic \"d\""
      ),
      (
        "<pattern><rule context='a'><assert test='1'><value-of/></assert></rule></pattern>",
        "\"value-of\" without \"select\""
      ),
      ("<ns prefix='r' uri='other'/>", "prefix \"r\" is declared twice"),
      ("<ns prefix='q'/>", "\"ns\" without \"prefix\" or \"uri\""),
      ("<let value='1'/>", "\"let\" without \"name\""),
      ("<include href='nosuch.sch'/>", "\"nosuch.sch\" cannot be read"),
      ("<let name='v' value='1'/><let name='v' value='2'/>", "variable \"v\" is declared twice"),
      ("<x:key xmlns:x='http://www.w3.org/1999/XSL/Transform' name='k' match='a'/>", "\"key\" without \"name\", "),
      ("<include/>", "\"include\" without \"href\""),
      ("<phase id='one'><active pattern='x'/></phase>", "there is no pattern \"x\""),
    ])
  func refuses(content: String, reason: String) throws {
    let error = #expect(throws: SchematronError.self) {
      try SchematronSchema(content: content, phase: content.contains("'one'") ? "one" : nil)
    }
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    #expect(error?.position?.line == 3 && error?.file == "s.sch")
  }

  @Test func refusesWhatIsNoSchema() throws {
    for (text, reason) in [
      ("<pattern xmlns='http://purl.oclc.org/dsdl/schematron'/>", "expected \"schema\""),
      (
        "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xquery'/>",
        "the query binding \"xquery\" is not supported"
      ),
    ] {
      let error = #expect(throws: SchematronError.self) {
        try SchematronSchema(try XMLDocument(parsing: Array(text.utf8), name: "s.sch"))
      }
      #expect(error?.message.contains(reason) == true)
    }
    let error = #expect(throws: SchematronError.self) { try SchematronSchema(content: "", phase: "nosuch") }
    #expect(error?.message == "there is no phase \"nosuch\"; expected \"#ALL\" or \"#DEFAULT\"")
    #expect(try SchematronSchema(try XMLDocument(parsing: Array("<grammar/>".utf8), name: "g.rng")).testCount == 0)
    let deep = String(repeating: "<emph>", count: 200) + String(repeating: "</emph>", count: 200)
    #expect(throws: SchematronError.self) {
      try SchematronSchema(content: "<pattern><rule context='a'><assert test='1'>\(deep)</assert></rule></pattern>")
    }
  }

  private let files: [String: String] = [
    "patterns.sch":
      "<pattern xmlns='http://purl.oclc.org/dsdl/schematron' id='in'><rule context='r:e'><report test='true()'>in</report></rule></pattern>",
    "whole.sch":
      "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><ns prefix='w' uri='u:w'/><include href='sub/deep.sch'/></schema>",
    "sub/deep.sch":
      "<pattern xmlns='http://purl.oclc.org/dsdl/schematron' id='deep'><rule context='r:e'><extends href='../rules.sch#r1'/></rule></pattern>",
    "rules.sch":
      "<rules xmlns='http://purl.oclc.org/dsdl/schematron'><rule id='r0'/><rule id='r1'><report test='true()'>extended</report></rule></rules>",
    "cycle.sch": "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><include href='cycle.sch'/></schema>",
    "html.sch": "<html/>", "broken.sch": "<schema",
    "many.sch": "<schema xmlns='http://purl.oclc.org/dsdl/schematron'/>",
  ]

  private func load(_ reference: String, _ base: String) -> (bytes: [UInt8], name: String)? {
    let folder = base.split(separator: "/").dropLast().joined(separator: "/")
    var parts =
      (folder.isEmpty ? [] : folder.split(separator: "/").map(String.init))
      + reference.split(separator: "/").map(String.init)
    while let up = parts.firstIndex(of: ".."), up > 0 { parts.removeSubrange((up - 1)...up) }
    let name = parts.joined(separator: "/")
    return files[name].map { (Array($0.utf8), name) }
  }

  @Test func inclusions() throws {
    let schema = try SchematronSchema(
      content: "<include href='patterns.sch'/><include href='whole.sch'/><extends href='whole.sch'/>", loader: load)
    #expect(
      try schema.lines(Sample.text).map { $0.split(separator: " ", maxSplits: 2)[2] } == [
        "/r/e[1]: in (in)", "/r/e[1]: extended (deep)", "/r/e[1]: extended (deep)",
      ])
    for (href, file, reason) in [
      ("cycle.sch", "cycle.sch", "\"cycle.sch\" includes itself"), ("html.sch", "s.sch", "\"html.sch\" holds \"html\""),
      ("broken.sch", "broken.sch", ""), ("rules.sch#none", "s.sch", "\"rules.sch#none\" has no element \"none\""),
    ] {
      let error = #expect(throws: SchematronError.self) {
        try SchematronSchema(content: "<include href='\(href)'/>", loader: load)
      }
      #expect(error?.file == file && error?.position != nil && error?.message.contains(reason) == true)
    }
    let many = String(repeating: "<include href='many.sch'/>", count: 1001)
    #expect(throws: SchematronError.self) { try SchematronSchema(content: many, loader: load) }
  }

  @Test func whatIsNotSupportedIsSaidOnceWithItsPlace() throws {
    let schema = try SchematronSchema(
      content: """
        <let name="d" value="doc('x.xml')"/>
        <pattern><rule context="r:e">
        <assert test="map { 'a': 1 }?a">m</assert>
        <assert test="$d//x">m</assert>
        <assert test="false()">m <value-of select="f:g()" xmlns:f="u:f"/></assert></rule></pattern>
        <pattern><rule context="key('k', 'v')"><assert test="true()">m</assert></rule><rule context="r:e"><assert test="false()">m</assert></rule></pattern>
        <pattern documents="'x.xml'"><rule context="r:e"><assert test="false()">m</assert></rule></pattern>
        """)
    #expect(schema.testCount == 1 && schema.skippedTestCount == 5)
    #expect(
      schema.unsupported.allSatisfy { $0.code == "schematron-not-run" && $0.severity == .warning && $0.file == "s.sch" }
    )
    #expect(
      schema.unsupported.map { "\($0.position?.line ?? 0) \($0.message)" } == [
        "3 variable \"d\" with the value \"doc('x.xml')\" is not run: the function \"doc\"",
        "5 test \"map { 'a': 1 }?a\" is not run: maps and arrays as values",
        "6 test \"$d//x\" is not run: \"$d\", whose own expression is not run",
        "7 value \"f:g()\" is not run: the function \"f:g\"",
        "8 rule with the context \"key('k', 'v')\" is not run: \"key\" of a key that the schema does not declare",
        "8 test \"false()\" is not run: a rule before it in its pattern is not run",
        "9 test \"false()\" is not run: the pattern reads other documents",
      ])
    #expect(try schema.lines(Sample.text) == ["error schematron-assert /r/e[1]: m …"])
  }

  @Test func laterXPathIsSaidToBeNoXPath1() throws {
    let schema = try SchematronSchema(
      content:
        "<pattern><rule context='r:e'><assert test=\"matches(., 'x')\">m</assert><assert test='@a eq 1'>m</assert></rule></pattern>",
      binding: "xslt")
    #expect(
      schema.unsupported.map(\.message) == [
        "test \"matches(., 'x')\" is not run: the function \"matches\" is not XPath 1.0; a queryBinding of \"xslt2\" or later has it",
        "test \"@a eq 1\" is not run: \"eq\" is not XPath 1.0; a queryBinding of \"xslt2\" or later has it",
      ])
  }

  @Test func keysOfXSLT() throws {
    let schema = try SchematronSchema(
      content: """
        <xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="by-id" match="r:p" use="@xml:id | @n"/>
        <pattern><rule context="n:q"><assert test="key('by-id', tokenize(translate(@ref, '#', ''), ' '))">m</assert>
        <report test="count(key('by-id', ('2', '3', 'p2'))) = 2">two</report></rule></pattern>
        """)
    #expect(schema.unsupported.isEmpty)
    #expect(
      try schema.lines(Sample.text).map { $0.split(separator: " ", maxSplits: 2)[2] } == [
        "/r/n:q[1]: two", "/r/n:q[2]: m", "/r/n:q[2]: two",
      ])
  }

  @Test func embeddedInAnIncludedGrammar() throws {
    let files = [
      "b.rng":
        "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='a.rng'/><include href='c.rng'/></grammar>",
      "c.rng": """
      <grammar xmlns='http://relaxng.org/ns/structure/1.0'><pattern xmlns='http://purl.oclc.org/dsdl/schematron'
      xmlns:r='u:r'><rule context='r:e'><report test='true()'>m</report></rule></pattern></grammar>
      """,
    ]
    let text =
      "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='b.rng'/><include href='none.rng'/></grammar>"
    let schema = try SchematronSchema(
      try XMLDocument(parsing: Array(text.utf8), name: "a.rng"),
      loader: { name, _ in name == "a.rng" ? (Array(text.utf8), name) : files[name].map { (Array($0.utf8), name) } })
    #expect(try schema.lines(Sample.text) == ["error schematron-report /r/e[1]: m"])
  }

  @Test func embeddedInRelaxNG() throws {
    let text = """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron" ns="u:r" xmlns:r="u:r">
      <sch:ns prefix="n" uri="u:n"/>
      <define name="e"><element name="e"><sch:pattern id="p"><sch:rule context="r:e"><sch:report test="true()">in pattern</sch:report></sch:rule></sch:pattern>
      <sch:let name="v" value="count(//n:q)"/><sch:rule context="r:e"><sch:report test="$v eq 2">bare rule</sch:report></sch:rule>
      <sch:rule context="r:e"><sch:report test="$v">second bare rule</sch:report></sch:rule><empty/></element></define>
      <define name="p"><element name="p"><sch:assert test="@xml:id">bare assert on <sch:name/></sch:assert><text/></element></define>
      </grammar>
      """
    let schema = try SchematronSchema(try XMLDocument(parsing: Array(text.utf8), name: "s.rng"))
    #expect(schema.testCount == 4 && schema.unsupported.isEmpty)
    #expect(
      try schema.lines(Sample.text).map { $0.split(separator: " ", maxSplits: 2)[2] } == [
        "/r/p[3]: bare assert on p", "/r/e[1]: in pattern (p)", "/r/e[1]: bare rule", "/r/e[1]: second bare rule",
        "/r/d[1]/d[1]/p[1]: bare assert on p", "/r/d[1]/p[1]: bare assert on p",
      ])
  }
}
