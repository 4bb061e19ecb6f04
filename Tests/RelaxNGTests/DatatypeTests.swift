import RelaxNG
import Testing

/// Values and parameters of the datatypes; what jing says of each was compared by hand.
@Suite struct DatatypeTests {
  private static func isValid(_ value: String, _ content: String) throws -> Bool {
    let schema = try Check.schema(
      Check.element("<attribute name=\"v\">\(content)</attribute>"), checksIdentifiers: false)
    let escaped = value.map {
      $0 == "\n" ? "&#10;" : $0 == "\t" ? "&#9;" : $0 == "<" ? "&lt;" : $0 == "&" ? "&amp;" : String($0)
    }
    return try Check.faults("<foo v='\(escaped.joined())' xmlns:p='urn:p'/>", schema).isEmpty
  }

  @Test(
    arguments: [
      ("string", ["", " a "], []),
      ("token", ["", "a  b"], []),
      ("language", ["en", "en-GB", "x-klingon", "i-navajo"], ["", "e_n", "12", "englishlang", "en-", "1n"]),
      ("Name", ["a", "a:b", ":a", "é", "日本"], ["", "1a", "-a", "a b", "ี"]),
      ("NCName", ["a", " a ", "_a", "a.b"], ["", "a:b", "1", "a b"]),
      ("NMTOKEN", ["1a", "-", "a:b"], ["", "a b", "a/b"]),
      ("NMTOKENS", ["1 a", "a"], ["", "a ,"]),
      ("ID", ["a"], ["", "1", "a b"]),
      ("IDREFS", ["a b"], ["", "1 b"]),
      (
        "anyURI", ["", "a b", "http://a/é", "#x", "%41", "../a", "a:b", "///", "http://[::1]/"],
        ["%zz", "%4", "a#b#c", ":a", "http:", "1a:b", "//", "a[b", "http://[x"]
      ),
      ("boolean", ["true", "false", "0", " 1 "], ["", "TRUE", "2"]),
      ("decimal", ["1", "-1.50", ".5", "5.", "+0"], ["", ".", "1e5", "1,5", "--1"]),
      ("integer", ["0", "-00012", "+7", "123456789012345678901234567890"], ["", "1.0", "1e1"]),
      ("nonNegativeInteger", ["0", "-0", "12"], ["-1", ""]),
      ("positiveInteger", ["1"], ["0", "-1"]),
      ("negativeInteger", ["-1"], ["0", "1"]),
      ("nonPositiveInteger", ["0", "-5"], ["1"]),
      ("byte", ["127", "-128"], ["128", "-129"]),
      ("unsignedByte", ["255", "0"], ["256", "-1"]),
      ("long", ["9223372036854775807"], ["9223372036854775808"]),
      ("unsignedLong", ["18446744073709551615"], ["18446744073709551616"]),
      ("double", ["1e5", "-1.5E-3", "INF", "-INF", "NaN", ".5"], ["", "inf", "+INF", "e5", "1e", "0x1"]),
      ("float", ["1", "3.5e38"], ["1f"]),
      (
        "date", ["2024-02-29", "2000-02-29", "2024-06-13Z", "-0045-01-01", "12024-01-01", "2024-06-13+14:00"],
        ["2023-02-29", "1900-02-29", "0000-01-01", "2024-6-13", "2024-06-31", "2024-06-13+14:01", "02024-01-01"]
      ),
      (
        "dateTime", ["2024-06-13T10:00:00", "2024-06-13T10:00:00.5Z"],
        ["2024-06-13", "2024-06-13T25:00:00", "2024-06-13T10:60:00"]
      ),
      ("time", ["14:30:00", "14:30:00-05:00"], ["14:30", "24:30:00", "24:00:00"]),
      ("gYear", ["2024", "-0044", "2024+01:00"], ["24", "0000"]),
      ("gYearMonth", ["2024-12"], ["2024-13", "2024-00"]),
      ("gMonthDay", ["--02-29", "--06-13Z"], ["--02-30", "--13-01"]),
      ("gDay", ["---31"], ["---32", "---00"]),
      ("gMonth", ["--06"], ["--13", "--6"]),
      (
        "duration", ["P1Y2M3DT4H5M6.7S", "-P1D", "PT1S", "P0Y"], ["", "P", "PT", "P1DT", "P1M1Y", "P1.5Y", "P1W", "1D"]
      ),
      ("hexBinary", ["", "0aFF"], ["0", "0g"]),
      ("base64Binary", ["", "AAAA", "AA==", "A A A A"], ["A", "AB==", "AAA", "A==="]),
      ("QName", ["p:a", "a"], ["q:a", "p:", ""]),
    ] as [(String, [String], [String])])
  func values(_ type: String, _ valid: [String], _ invalid: [String]) throws {
    for value in valid { #expect(try Self.isValid(value, "<data type='\(type)'/>"), "\(type): \"\(value)\"") }
    for value in invalid { #expect(try !Self.isValid(value, "<data type='\(type)'/>"), "\(type): \"\(value)\"") }
  }

  @Test(
    arguments: [
      ("decimal", ["minInclusive=0", "maxInclusive=1"], ["0", "1.00", "0.5"], ["-0.1", "1.01"]),
      ("decimal", ["minExclusive=0", "maxExclusive=1"], ["0.1"], ["0", "1"]),
      ("decimal", ["totalDigits=3", "fractionDigits=1"], ["12.3", "012.30"], ["1234", "1.25"]),
      ("double", ["minInclusive=-90", "maxInclusive=90"], ["-90", "4.5e1"], ["91", "INF"]),
      ("date", ["minInclusive=2000-01-01"], ["2000-01-01", "2024-01-01"], ["1999-12-31"]),
      ("token", ["minLength=2", "maxLength=3"], ["ab", " éàü "], ["a", "abcd"]),
      ("string", ["length=3"], ["a b", " a "], [" ab "]),
      ("hexBinary", ["length=2"], ["0aFF"], ["0a"]),
      ("NMTOKENS", ["length=2"], ["a b"], ["a"]),
      ("token", ["pattern=\\S+"], ["a", " a "], ["", "a b"]),
      ("token", ["pattern=[^\\p{C}\\p{Z}]+"], ["a", "日本", "—"], ["", "a b", "a\u{A0}b", "a\u{200B}"]),
      ("token", ["pattern=(\\-?[\\d]+/\\-?[\\d]+)"], ["1/2", "-1/-2"], ["1", "1/", "a/b"]),
      ("token", ["pattern=[a-z-[aeiou]]{2,3}"], ["bc", "bcd"], ["ab", "b", "bcdf"]),
      ("token", ["pattern=a{3}|b{2,}|c{0,1}d"], ["aaa", "bb", "bbbb", "d", "cd"], ["aa", "b", "ccd", "aaaa"]),
      ("token", ["pattern=(a|b)*c?", "pattern=.{2}"], ["ab", "bc", "aa"], ["c", "ca", "abc"]),
      ("token", ["pattern=\\i\\c*"], ["a-b", "_1"], ["1a"]),
      ("token", ["pattern=\\p{IsGreek}+\\P{L}"], ["λ1"], ["l1", "λa"]),
      ("token", ["pattern=[\\-+]?\\d+(\\.\\d+)?(%|cm|mm|in)"], ["10%", "-1.5cm"], ["10", "1.cm"]),
      ("token", ["pattern=(x{0,30}){0,30}y"], ["xxxy", "y"], ["xxx"]),
      ("anyURI", ["pattern=[^/\\s]+:\\S*"], ["a:b"], ["a/b"]),
    ] as [(String, [String], [String], [String])])
  func parameters(_ type: String, _ parameters: [String], _ valid: [String], _ invalid: [String]) throws {
    let written = parameters.map { parameter in
      let equals = parameter.firstIndex(of: "=")!
      return "<param name='\(parameter[..<equals])'>\(parameter[parameter.index(after: equals)...])</param>"
    }
    let data = "<data type='\(type)'>\(written.joined())</data>"
    for value in valid { #expect(try Self.isValid(value, data), "\(data): \"\(value)\"") }
    for value in invalid { #expect(try !Self.isValid(value, data), "\(data): \"\(value)\"") }
  }

  @Test(
    arguments: [
      ("integer", "7", ["7", "007", "+7", " 7 "], ["8", "7.0"]),
      ("decimal", "1.50", ["1.5", "01.500"], ["1.05"]),
      ("boolean", "true", ["1", "true"], ["false"]),
      ("date", "2024-06-13", ["2024-06-13"], ["2024-06-13Z"]),
      ("dateTime", "2024-06-13T10:00:00Z", ["2024-06-13T12:00:00+02:00"], ["2024-06-13T10:00:00"]),
      ("double", "1e2", ["100", "1.0E2"], ["10"]),
      ("hexBinary", "0aff", ["0AFF"], ["0a"]),
      ("string", " a", [" a"], ["a"]),
      ("token", "a b", ["a  b", " a b\t"], ["ab", "a b c"]),
    ] as [(String, String, [String], [String])])
  func valuesAreComparedAsTheirTypeSays(_ type: String, _ value: String, _ equal: [String], _ other: [String]) throws {
    let pattern = "<value type='\(type)'>\(value)</value>"
    for text in equal { #expect(try Self.isValid(text, pattern), "\(type) \(value): \"\(text)\"") }
    for text in other { #expect(try !Self.isValid(text, pattern), "\(type) \(value): \"\(text)\"") }
  }

  @Test func exceptionsAndLists() throws {
    let except = "<data type='token'><except><value>a</value><value>b</value></except></data>"
    #expect(try Self.isValid("c", except))
    #expect(try !Self.isValid(" b ", except))
    let list = "<list><oneOrMore><data type='integer'/></oneOrMore><optional><value>end</value></optional></list>"
    #expect(try Self.isValid(" 1 2\n3 end", list))
    #expect(try !Self.isValid("end", list))
    #expect(try !Self.isValid("1 end end", list))
    let pairs =
      "<list><zeroOrMore><data type='integer'/><choice><value>a</value><value>b</value></choice></zeroOrMore></list>"
    #expect(try Self.isValid("", pairs))
    #expect(try Self.isValid("1 a 2 b", pairs))
    #expect(try !Self.isValid("1 a 2", pairs))
  }

  @Test(arguments: [
    ("<data type='integer'><param name='length'>3</param></data>", "has no parameter"),
    ("<data type='integer'><param name='minInclusive'>x</param></data>", "expected a value"),
    ("<data type='token'><param name='pattern'>[a</param></data>", "is no regular expression"),
    ("<data type='token'><param name='pattern'>\\q</param></data>", "is no escape"),
    ("<data type='token'><param name='pattern'>a{2000}</param></data>", "more than 1500 places"),
    ("<data type='number'/>", "is no datatype"),
    ("<value type='integer'>x</value>", "is no value"),
    ("<data type='token' datatypeLibrary=''><param name='pattern'>a</param></data>", "takes no parameters"),
    ("<data type='token' datatypeLibrary='urn:mine'/>", "is not known"),
  ])
  func faultyDatatypesAreRefused(_ content: String, _ message: String) throws {
    let error = try #require(Check.refusal(Check.element(content)))
    #expect(error.code == .datatype)
    #expect(error.message.contains(message), "\(error)")
    #expect(error.position != nil)
  }
}
