import ArticleModel
import Testing
import XML

@Suite struct DocumentTypeDefinitionTests {
  private func read(
    _ text: String, _ others: [String: String] = [:]
  ) throws(XMLError) -> DocumentTypeDefinition {
    try DocumentTypeDefinition(uri: "file:///s/a.dtd") { uri, publicID in
      let name = String(uri.dropFirst("file:///s/".count))
      return (name == "a.dtd" ? text : others[publicID ?? name]).map { XMLResource(name: name, bytes: Array($0.utf8)) }
    }
  }

  private func fault(_ text: String, _ others: [String: String] = [:]) -> String? {
    do throws(XMLError) {
      _ = try read(text, others)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func copiesDeclarations() throws {
    let dtd = try read(
      """
      <!ATTLIST p id ID #REQUIRED kind (a|b) "a" v CDATA #FIXED "1" xml:lang NMTOKEN #IMPLIED>
      <!ELEMENT p (#PCDATA|x:b|c)*> <!ELEMENT x:b EMPTY> <!ELEMENT c ANY> <!ELEMENT t (#PCDATA)>
      <!ELEMENT d (p, (x:b|c)+, (p, c?)*, t)>
      """)
    #expect(dtd.elements.map(\.name) == ["p", "x:b", "c", "t", "d"])
    let paragraph = dtd.elements[0]
    #expect("\(paragraph.content)" == "mixed([\"x:b\", \"c\"])")
    #expect(paragraph.attributes.map(\.name) == ["id", "kind", "v", "xml:lang"])
    #expect(paragraph.attributes.map(\.type) == [.id, .tokens(["a", "b"]), .text, .nmtoken])
    #expect(paragraph.attributes.map(\.isRequired) == [true, false, false, false])
    #expect(paragraph.attributes[2].fixedValue == "1")
    guard case .children(.sequence(let parts, .once)) = dtd.elements[4].content else {
      Issue.record("no sequence")
      return
    }
    #expect(parts.count == 4)
    guard case .choice(let choice, .oneOrMore) = parts[1], case .sequence(_, .zeroOrMore) = parts[2] else {
      Issue.record("\(parts)")
      return
    }
    #expect(choice.count == 2)
  }

  @Test func drawsInItsParts() throws {
    let dtd = try read(
      """
      <!ENTITY % names "(a|b)*"> <!ENTITY % part PUBLIC "-//X//part" "sub/part.mod"> %part;
      <!ENTITY % on "INCLUDE"> <![%on;[<!ELEMENT r %names;>]]> <![IGNORE[<!ELEMENT no ANY>]]>
      """, ["-//X//part": "<!ELEMENT a EMPTY><!ELEMENT b EMPTY>"])
    #expect(dtd.elements.map(\.name) == ["a", "b", "r"])
  }

  @Test func saysWhatIsMissing() {
    #expect(
      fault("<!ELEMENT a EMPTY>\n<!ENTITY % p SYSTEM 'p.mod'>\n%p;")?.contains("\"/s/p.mod\" is not at hand") == true)
    #expect(
      fault("<!ENTITY % p SYSTEM 'http://example.org/p.mod'> %p;")?.contains("\"http://example.org/p.mod\"") == true)
  }

  @Test func faultsHaveTheirPlace() {
    let told = fault("<!ELEMENT a EMPTY>\n<!ELEMENT b (a,>")
    #expect(
      told?.hasPrefix("a.dtd:2:") == true && told?.contains("error[schema-syntax]") == true, "\(told ?? "nothing")")
    let part = fault("<!ENTITY % p SYSTEM 'p.mod'>\n%p;", ["p.mod": "\n\n<!ELEMENT a (b,>\n\n"])
    #expect(part?.hasPrefix("p.mod:3:") == true, "\(part ?? "nothing")")
    #expect(fault("<!-- nothing -->") == "a.dtd: error[schema-syntax]: the DTD declares no element")
  }

  @Test("parameter entities that multiply are refused in bounded time", arguments: [true, false])
  func refusesBombs(inValues: Bool) {
    var bomb =
      "<!ENTITY % e0 '<!-- aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa -->'>\n"
    for level in 1...30 {
      let below = inValues ? "%e\(level - 1);" : "&#37;e\(level - 1);"
      bomb += "<!ENTITY % e\(level) '\(String(repeating: below, count: 10))'>\n"
    }
    let told = fault(bomb + "%e30;\n<!ELEMENT a EMPTY>")
    #expect(told != nil)
  }

  @Test func refusesCircles() {
    #expect(fault("<!ENTITY % a '&#37;b;'><!ENTITY % b '&#37;a;'>%a;<!ELEMENT x EMPTY>") != nil)
    #expect(fault("<!ENTITY % p SYSTEM 'a.dtd'>%p;<!ELEMENT x EMPTY>") != nil)
  }

  @Test func refusesDepth() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(fault("<!ELEMENT a \(deep)a") != nil)
  }
}
