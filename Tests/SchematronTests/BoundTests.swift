import Schematron
import TestSupport
import Testing
import XML

@Suite struct BoundTests {
  @Test func aTestThatTakesTooLongIsGivenUpAndSaidOnce() throws {
    let schema = try SchematronSchema(
      content: """
        <pattern id="slow"><rule context="r:e"><report test="count(for $a in 1 to 100000, $b in 1 to 100000 return 1) = 0">m</report>
        <report test="true()">fast</report></rule></pattern>
        """)
    let text = "<r xmlns='u:r'>" + String(repeating: "<e/>", count: 20) + "</r>"
    let lines = try schema.lines(text, stepLimit: 2_000_000)
    #expect(lines.count { $0.contains("fast (slow)") } == 20)
    #expect(
      lines.filter { $0.contains("schematron-limit") } == [
        "error schematron-limit /r/e[1]: a test takes more than 200000 steps on this document; the rest of it is not run (slow)"
      ])
  }

  @Test(
    arguments: [
      "1 to 9223372036854775807", "matches(string-join(for $i in 1 to 20000 return 'a', ''), '^(a*)*(a*)*b$')",
      "//*//*//*//*//*//*//*//*", "string-join(for $i in 1 to 100000000 return 'abcdefgh')",
      "replace('aaaaaaaaaaaaaaaa', '((a{1,1000}){1,1000}){1,1000}', 'b')",
      "let $a := 1 to 5000000 return count(($a, $a, $a, $a, $a, $a, $a, $a, $a, $a))",
    ])
  func hostileExpressionsEnd(expression: String) throws {
    let schema = try SchematronSchema(
      content: "<pattern><rule context='/*'><report test=\"exists((\(expression)))\">m</report></rule></pattern>")
    let text = "<r>" + String(repeating: "<e>", count: 500) + String(repeating: "</e>", count: 500) + "</r>"
    let time = try processorTime { _ = try schema.lines(text, stepLimit: 20_000_000) }
    #expect(time < .seconds(30))
  }

  @Test func nestedExpressionsAreEvaluated() throws {
    for (open, inner, close) in [
      ("not(", "true()", ")"), ("(", "1", ")"), ("*[not(", "r:x", ")]"), ("if (", "1", ") then 1 else 0"),
      ("count(*[position() = ", "1", "])"), ("(for $x in ", "1", " return $x)"), ("string(1 + number(", "1", "))"),
    ] {
      let expression = String(repeating: open, count: 24) + inner + String(repeating: close, count: 24)
      let schema = try SchematronSchema(
        content: "<pattern><rule context='/*'><report test='\(expression)'>m</report></rule></pattern>")
      let text = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
      #expect(try schema.lines(text).allSatisfy { !$0.contains("schematron-evaluation") }, "\(open)")
    }
  }

  @Test func textThatDoubles() throws {
    var content = "<let name='v0' value=&quot;'0123456789'&quot;/>".replacing("&quot;", with: "\"")
    for index in 1...60 { content += "<let name='v\(index)' value='concat($v\(index - 1), $v\(index - 1))'/>" }
    let schema = try SchematronSchema(
      content: content + "<pattern><rule context='/*'><report test='$v60'>m</report></rule></pattern>")
    #expect(try schema.lines("<r/>").map { $0.prefix(22) } == ["error schematron-limit"])
  }

  @Test func variablesThatBuildOnEachOther() throws {
    var content = "<let name='v0' value='1'/>"
    for index in 1...2000 { content += "<let name='v\(index)' value='$v\(index - 1) + 1'/>" }
    let schema = try SchematronSchema(
      content: content + "<pattern><rule context='/*'><report test='$v2000 = 2001'>m</report></rule></pattern>")
    #expect(try schema.lines("<r/>") == ["error schematron-report /r: m"])
  }

  /// Thousands of rules on a large document take time in proportion to the document, not to their product.
  @Test func manyRulesAndManyNodes() throws {
    var content = ""
    for index in 0..<2000 {
      content += "<pattern><rule context='r:e\(index)'><report test='@a = //r:target/@n'>m</report></rule></pattern>"
    }
    content += "<pattern><rule context='r:x[last()]'><report test='true()'>last</report></rule></pattern>"
    let schema = try SchematronSchema(content: content)
    var text = "<r xmlns='u:r'>"
    for index in 0..<20_000 { text += "<e\(index % 3000) a='\(index)'/><x/><target n='t\(index)'/>" }
    text += "</r>"
    var lines: [String] = []
    let time = try processorTime { lines = try schema.lines(text, stepLimit: 20_000_000) }
    #expect(lines == ["error schematron-report /r/x[20000]: last"])
    #expect(time < .seconds(20))
  }

  @Test func deepDocuments() throws {
    let schema = try SchematronSchema(
      content: "<pattern><rule context='a//b//c[last()]'><report test='ancestor::a'>m</report></rule></pattern>")
    let text = String(repeating: "<a><c>", count: 900) + "<b><c/></b>" + String(repeating: "</c></a>", count: 900)
    #expect(try schema.lines(text).count == 1)
  }

  @Test func aRunMayBeSharedByThreads() async throws {
    let schema = try SchematronSchema(
      content: "<pattern><rule context='r:p'><report test=\"matches(., 'a') and @n = //@n\">m</report></rule></pattern>"
    )
    let expected = try schema.lines(Sample.text)
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<20 { group.addTask { try schema.lines(Sample.text) } }
      for try await lines in group { #expect(lines == expected) }
    }
  }

  /// Expressions with characters left out, doubled and exchanged either compile or are refused, and what compiles ends.
  @Test func damagedExpressions() throws {
    let bytes = try #require(Files.bytes("Tests/SchematronTests/Fixtures/expressions.txt"))
    let expressions = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { Array($0.prefix { $0 != "\t" }) }
    var state: UInt64 = 42
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let document = Array(Sample.text.utf8)
    var compiled = 0
    for _ in 0..<3000 {
      var expression = expressions[random(expressions.count)]
      let other = expressions[random(expressions.count)]
      for _ in 0...random(3) where !expression.isEmpty {
        let place = random(expression.count)
        switch random(4) {
        case 0: expression.remove(at: place)
        case 1: expression.insert(expression[place], at: place)
        case 2: expression[place] = Array("()[]/@*|.,:$'<>=!-+{}?#&^ 0aé")[random(29)]
        default: expression.replaceSubrange(place..., with: other[random(other.count)...])
        }
      }
      let text = String(expression).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
        "\"", with: "&quot;")
      let content = """
        <pattern><rule context="\(random(2) == 0 ? text : "*")"><report test="\(text)"><value-of select="\(text)"/></report></rule></pattern>
        """
      guard let schema = try? SchematronSchema(content: content, binding: random(2) == 0 ? "xslt" : "xslt2") else {
        continue
      }
      compiled += 1
      _ = try schema.findings(in: document, name: "d.xml", clock: 0, stepLimit: 300_000)
    }
    #expect(compiled > 300)
  }
}

/// Schemas that are made to grow.
@Suite struct GrowthTests {
  @Test func abstractPatternsThatGrowAreRefused() throws {
    let test = String(repeating: "$a", count: 1000)
    let value = String(repeating: "x", count: 100_000)
    #expect(throws: SchematronError.self) {
      try SchematronSchema(
        content: "<pattern id='p' abstract='true'><rule context='a'><assert test='\(test)'>m</assert></rule></pattern>"
          + "<pattern is-a='p'><param name='a' value='\(value)'/></pattern>")
    }
  }

  @Test func testsAreCounted() throws {
    let tests = String(repeating: "<assert test='1'>m</assert>", count: 9000)
    let rules = (0..<30).map { "<rule context='r:a\($0)'><extends rule='r'/></rule>" }.joined()
    #expect(throws: SchematronError.self) {
      try SchematronSchema(content: "<pattern><rule abstract='true' id='r'>\(tests)</rule>\(rules)</pattern>")
    }
  }

  @Test func manyPatternsAreCompiledInNoTime() throws {
    let content = (0..<20_000).map {
      "<pattern><rule context='r:a\($0)'><report test='1'>m</report></rule></pattern>"
    }.joined()
    var lines: [String] = []
    let time = try processorTime {
      lines = try SchematronSchema(content: content).lines("<a9 xmlns='u:r'/>")
    }
    #expect(lines.count == 1)
    #expect(time < .seconds(30))
  }

  @Test func findingsAreCounted() throws {
    let schema = try SchematronSchema(
      content: "<pattern><rule context='r:e'><report test='1'>m</report></rule></pattern>")
    let group = "<g>" + String(repeating: "<e/>", count: 100) + "</g>"
    let lines = try schema.lines("<r xmlns='u:r'>" + String(repeating: group, count: 101) + "</r>")
    #expect(lines.count == 10_001)
    #expect(lines.last?.hasPrefix("error schematron-limit") == true)
  }
}
