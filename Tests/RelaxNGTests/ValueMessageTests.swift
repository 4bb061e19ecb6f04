import RelaxNG
import Testing

/// What is said of a wrong value: the form that is expected, and the value that was likely meant.
@Suite struct ValueMessageTests {
  @Test(
    arguments: [
      ("date", "12 May 1891", "a date as \"2024-06-13\"; did you mean \"1891-05-12\"?"),
      ("date", "May 12, 1891", "a date as \"2024-06-13\"; did you mean \"1891-05-12\"?"),
      ("date", "12.5.1891", "a date as \"2024-06-13\"; did you mean \"1891-05-12\"?"),
      ("date", "1891-5-2", "a date as \"2024-06-13\"; did you mean \"1891-05-02\"?"),
      ("date", "5/12/1891", "a date as \"2024-06-13\""),
      ("date", "5/13/1891", "a date as \"2024-06-13\"; did you mean \"1891-05-13\"?"),
      ("date", "31 February 1891", "a date as \"2024-06-13\""),
      ("gYear", "890", "a date as \"2024\"; did you mean \"0890\"?"),
      ("gYearMonth", "March 1891", "a date as \"2024-06\"; did you mean \"1891-03\"?"),
      ("time", "noon", "a time as \"14:30:00\""),
      ("decimal", "1,5", "a decimal number; did you mean \"1.5\"?"),
      ("decimal", "14,000", "a decimal number"),
      ("integer", "14,000,000", "a whole number; did you mean \"14000000\"?"),
      ("integer", "-1.5", "a whole number"),
      ("boolean", "True", "\"true\" or \"false\"; did you mean \"true\"?"),
      ("language", "en_GB", "a language tag as \"en\"; did you mean \"en-GB\"?"),
      ("NCName", "two words", "an XML name as \"p1\"; did you mean \"two_words\"?"),
      ("NCName", "1a", "an XML name as \"p1\"; did you mean \"_1a\"?"),
      ("anyURI", "%zz", "a pointer as \"#p1\" or \"images/1.png\""),
    ])
  func values(_ type: String, _ value: String, _ expected: String) throws {
    let schema = try Check.schema(Check.element("<attribute name=\"a\"><data type=\"\(type)\"/></attribute>"))
    let faults = try Check.faults("<foo a=\"\(value)\"/>", schema)
    #expect(faults.map(\.message) == ["attribute \"a\" of element \"foo\" is \"\(value)\"; expected \(expected)"])
  }

  @Test func adviceOfTheCallerIsTaken() throws {
    let text = Check.element(
      """
      <interleave><optional><attribute name="xml:id"/></optional><optional><attribute name="n"><data type="token"><param name="pattern">[0-9]+[a-z]</param></data></attribute></optional>
      <choice><element name="a"><text/></element><element name="b"><text/></element><element name="hi"><text/></element></choice></interleave>
      """)
    let advice = SchemaAdvice(
      commonElements: ["b", "hi"], meantElements: ["i": "hi"], patternPhrases: ["[0-9]+[a-z]": "a number and a letter"])
    let schema = try CompiledSchema(SchemaSource(name: "a.rng", bytes: Array(text.utf8)), advice: advice)
    #expect(
      try Check.faults("<foo n='1'/>", schema).map(\.message) == [
        "attribute \"n\" of element \"foo\" is \"1\"; expected a number and a letter",
        "content of element \"foo\" is not complete; expected \"b\", \"hi\" or \"a\"",
      ])
    // What it holds and has belongs to the other vocabulary.
    #expect(
      try Check.faults("<foo><i style='x'>a</i></foo>", schema).map(\.message)
        == ["unknown element \"i\" in \"foo\"; did you mean \"hi\"?"])
  }
}
