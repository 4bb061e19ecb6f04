import Schematron
import Testing
import XML

@Suite struct ExpressionTests {
  /// Each expression as the value of a report; its items with `~` between, nodes with their names.
  private func values(_ expressions: [String], binding: String) throws -> [String: String] {
    var content = ""
    for (index, expression) in expressions.enumerated() {
      let wrapped =
        binding == "xslt"
        ? expression
        : "string-join(for $v in (\(expression)) return (if ($v instance of node()) then concat(name($v),'|',string($v)) "
          + "else string($v)),'~')"
      let escaped = wrapped.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
        .replacing("&amp;#", with: "&#")
      content +=
        "<pattern><rule context='/*'><report id='x\(index)' test='true()'>[<value-of select=\"\(escaped)\"/>]</report></rule></pattern>"
    }
    let schema = try SchematronSchema(content: content, binding: binding)
    #expect(schema.unsupported.map(\.description) == [])
    var found: [String: String] = [:]
    for finding in try schema.findings(in: Array(Sample.text.utf8), name: "d.xml", clock: 0) {
      let open = try #require(finding.message.lastIndex(of: "("))
      let close = try #require(finding.message.lastIndex(of: "]"))
      let index = try #require(Int(finding.message[finding.message.index(open, offsetBy: 2)...].dropLast()))
      found[expressions[index]] = finding.message[..<close].dropFirst().trimmed
    }
    return found
  }

  @Test func valuesAreThoseOfSaxon() throws {
    let bytes = try #require(Files.bytes("Tests/SchematronTests/Fixtures/expressions.txt"))
    var expected: [(String, String)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      expected.append((parts[0], parts[1]))
    }
    let found = try values(expected.map(\.0), binding: "xslt3")
    for (expression, value) in expected {
      #expect(found[expression] == (value == "ERROR" ? "…" : value), "\(expression)")
    }
    #expect(expected.count > 300)
  }

  @Test(
    "XPath 1.0",
    arguments: [
      ("1 div 3 * 3", "1"), ("1 div 0", "Infinity"), ("0 div 0", "NaN"), ("1000000000000", "1000000000000"),
      ("0.1 * 3", "0.30000000000000004"), ("5 mod -2", "1"), ("-5 mod 2", "-1"), ("'a' + 1", "NaN"),
      ("string(r:p)", "alpha beta gamma"), ("number(r:p[4])", "NaN"), ("r:p/@n", "1"), ("sum(r:p/@n)", "13"),
      ("r:p/@n = 10", "true"), ("r:p/@n != 10", "true"), ("'10' < '9'", "false"), ("true() = 'x'", "true"),
      ("'a' >= true()", "false"), ("1 = 1 = 1", "true"), ("3 > 2 > 1", "false"), ("2 = 1 < 2", "true"),
      ("--1", "1"), ("count(r:p | n:q)", "5"), ("substring('12345', 0, 3)", "12"), ("round(-0.5)", "0"),
      ("number('1e3')", "NaN"), ("number('+1')", "NaN"), ("number(' -1. ')", "-1"), ("string(1 div 3 = 0)", "false"),
      ("r:p[position() mod 2 = 1][2]/@n", "10"), ("id('p2')/@n", "2"), ("boolean('false')", "true"),
      ("concat(r:p, 1)", "alpha beta gamma1"), ("*[last()]/*[1]/*/@n", "3"), ("name(//@*[. = '3'])", "n"),
      ("1 - 1", "0"), ("2*3", "6"), ("string-length(r:p[3])", "7"), ("namespace-uri(n:q)", "u:n"),
    ])
  func valuesAreThoseOfXPath1(expression: String, value: String) throws {
    #expect(try values([expression], binding: "xslt")[expression] == value)
  }

  @Test(
    "expressions that are no XPath",
    arguments: [
      ("r:p[", "expected an expression, found the end"), ("1 +", "expected an expression, found the end"),
      ("r:p r:p", "expected an operator, found \"r:p\""), ("'a", "a string without its end"),
      ("x:p", "prefix \"x\" is not declared by an ns"), ("$v", "variable \"$v\" is not declared by a let"),
      ("if (1) then 2", "expected \"else\""), ("count()", "the function \"count\" has 0 arguments; expected 1"),
      ("1 ~ 2", "expected no \"~\""), ("(: open", "a comment without its end"), ("foo::p", "expected an axis"),
      ("child::", "expected a name"), (")", "expected an expression"), ("(1", "expected \")\""), ("", "found the end"),
      ("for $x in 1", "expected \"return\""), (String(repeating: "(", count: 5000), "nested more than 50 levels deep"),
      (String(repeating: "not(", count: 5000), "nested more than 50 levels deep"),
      (String(repeating: "a[", count: 5000), "nested more than 50 levels deep"),
    ])
  func refuses(expression: String, reason: String) throws {
    let escaped = expression.replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    let error = #expect(throws: SchematronError.self) {
      try SchematronSchema(
        content: "<pattern><rule context='r:p'>\n <assert test=\"\(escaped)\">m</assert></rule></pattern>")
    }
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    #expect(error?.position?.line == 4 && error?.position?.column == 2)
    #expect(error?.file == "s.sch")
  }

  @Test func longChainsAreNotDeep() throws {
    for operation in ["or", "and", "+", "|", "||", ",", "to", "="] {
      let count = operation == "to" || operation == "=" ? 2 : 3000
      let chain = Array(repeating: "r:p", count: count).joined(separator: " \(operation) ")
      _ = try SchematronSchema(
        content: "<pattern><rule context='/*'><report test='count((\(chain)))'>m</report></rule></pattern>"
      )
      .lines(Sample.text)
    }
    let branches = String(repeating: "if (false()) then 1 else ", count: 3000) + "2"
    let path = Array(repeating: "*", count: 3000).joined(separator: "/")
    let schema = try SchematronSchema(
      content:
        "<pattern><rule context='/*'><report test='(\(branches)) = 2'>m</report><report test='\(path)'>n</report></rule></pattern>"
    )
    #expect(try schema.lines(Sample.text).count == 1)
  }
}

extension Substring {
  fileprivate var trimmed: String { split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
}
