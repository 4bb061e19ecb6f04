import ArticleModel
import RelaxNG
import Testing

/// Annotations of the compact syntax, and what else its characters may not say. The verdicts are those of jing.
@Suite struct CompactAnnotationTests {
  private static func refusal(_ text: String) -> String? {
    do {
      _ = try Check.schema(text, name: "test.rnc")
      return nil
    } catch let error as SchemaError {
      return "\(error.position?.line ?? 0):\(error.position?.column ?? 0) \(error.message)"
    } catch {
      return "\(error)"
    }
  }

  private static let head = "namespace a = \"urn:a\" namespace b = \"urn:a\"\n"

  @Test(
    arguments: [
      "## one\n# plain\n## two\nstart = foo foo = ## three\n [ ] element foo { text } >> x [ ] y [ \"t\" z [ ] 'u' ]",
      "[ a:n = \"1\" ~ '2' xml:lang = \"en\" a:e [ n = \"3\" b:n = \"4\" ] a:e [ ] ] element foo { empty }",
      "element ## name\n foo | [ ] bar { [ a:n = \"\" ] (text >> element [ ]) }",
      "element foo { xsd:int { ## least\n minInclusive = \"1\" } - [ ] \"7\" }",
      "start = element foo { element bar { empty } >> a:x [ ] * >> a:y [ ], \\xxxxx } \\xxxxx = empty",
      "x [ ] div { [ ] start = element foo { text } a:x [ ] }",
      "element foo { text } >> x [ ] | element bar { text }",
      "element foo { \"\\x{10300}\" }",
    ])
  func accepts(_ text: String) { #expect(Self.refusal(Self.head + text) == nil) }

  @Test(
    arguments: [
      ("## doc\nnamespace c = \"\" element foo { text }", "3:1 \"namespace\" not allowed here; expected a pattern"),
      ("element foo { text ## doc\n }", "2:20 a comment that begins with \"##\" not allowed here; expected \"}\""),
      ("start = element foo { text } [ ]", "2:32 the end of the file"),
      ("[ n = \"\" ] element foo { text }", "2:3 attribute \"n\" of an annotation is in no namespace"),
      ("[ a:n = \"\" b:n = \"\" ] element foo { text }", "2:12 attribute \"b:n\" stands in the annotation twice"),
      ("[ c:n = \"\" ] element foo { text }", "2:3 prefix \"c\" is not declared"),
      ("[ a:x [ ] a:n = \"\" ] element foo { text }", "2:15 \"=\" not allowed here; expected \"[\""),
      ("[ \"text\" ] element foo { text }", "2:3 the text \"text\" not allowed here; expected an annotation's name"),
      ("[ ] [ ] element foo { text }", "2:5 \"[\" not allowed here; expected a pattern"),
      ("[ ] x [ ] start = element foo { text }", "2:7 \"[\" not allowed here; expected \"=\""),
      ("x [ xmlns = \"\" ] start = element foo { text }", "2:5 an attribute of an annotation cannot be called"),
      ("element foo { text } >> x [ ]", "2:22 an annotation stands behind the pattern that is the whole schema"),
      ("element foo { \"\\x{1}\" }", "2:16 \"\\x{…}\" is no character of XML"),
      ("element foo { 'a\\x{27}' }", "2:23 the text is not closed by '"),
    ])
  func refuses(_ text: String, _ message: String) {
    let refusal = Self.refusal(Self.head + text)
    #expect(refusal?.hasPrefix(message) == true, "\(refusal ?? "accepted")")
  }

  @Test func doesNotFollowNestedBracketsWithoutBound() {
    let deep = "x [ " + String(repeating: "y [ ", count: 100_000)
    #expect(Self.refusal(deep)?.contains("nests deeper") == true)
  }

  @Test(
    arguments: [
      ("http://relaxng.org/ns/structure/1.0", "[ n:x [ ] ]"), ("http://relaxng.org/ns/structure/1.0", "[ n:x = \"\" ]"),
      ("http://www.w3.org/2000/xmlns", "[ n:x = \"\" ]"),
    ])
  func refusesNamespaces(_ namespace: String, _ annotation: String) {
    let refusal = Self.refusal("namespace n = \"\(namespace)\" \(annotation) element foo { text }")
    #expect(refusal?.contains("is in the namespace of") == true, "\(refusal ?? "accepted")")
  }
}
