import Exchange
import Testing

/// What a file does not say is as it was.
@Suite struct UnsaidTests {
  private static var original: StandoffDocument {
    var document = StandoffDocument(identifier: "a", text: Array("Ana met Bo in Riga".utf8))
    for (range, type) in [(0..<3, "person"), (8..<10, "person"), (14..<18, "settlement")] {
      var annotation = StandoffAnnotation(range: range, type: type)
      annotation.entity = "https://example.org/\(range.lowerBound)"
      annotation.certainty = "0.9"
      document.annotations.append(annotation)
    }
    return document
  }

  private func changes(_ name: String, _ edit: (String) -> String) throws -> AnnotationChanges {
    let format = try #require(ExchangeFormats.named(name))
    let files = format.files(of: Self.original)
    let before = try format.document(from: files, aligningWith: Self.original)
    let edited = files.map {
      ExchangeFile(name: $0.name, bytes: Array(edit(String(decoding: $0.bytes, as: UTF8.self)).utf8))
    }
    return AnnotationChanges(from: before, to: try format.document(from: edited, aligningWith: Self.original))
  }

  @Test func aMemberThatIsAbsentTakesNothingAway() throws {
    let bare =
      #"{"text":"Ana met Bo in Riga","ents":[{"start":0,"end":3,"label":"person"},"#
      + #"{"start":8,"end":10,"label":"person"},{"start":14,"end":18,"label":"settlement"}]}"#
    #expect(try changes("spacy") { _ in bare }.changes == [])
    let said = bare.replacing(#""label":"settlement""#, with: #""label":"settlement","kb_id":"NIL","certainty":"""#)
    #expect(try changes("spacy") { _ in said }.changes.map(\.parts) == [[.entity, .certainty]])
  }

  @Test func aColumnThatIsAbsentTakesNothingAway() throws {
    let told = try changes("conllu") { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "|").filter { !$0.hasPrefix("EntityId=") }.joined(separator: "|")
      }.joined(separator: "\n")
    }
    #expect(told.changes == [])
    // Leaving one out is how brat takes it away; all are a tool's doing.
    let without = { (text: String, start: String) in
      text.split(separator: "\n").filter { !$0.hasPrefix(start) }.map { $0 + "\n" }.joined()
    }
    #expect(try changes("brat") { without($0, "N") }.changes == [])
    #expect(try changes("brat") { without($0, "N1") }.changes.map(\.parts) == [[.entity]])
  }

  /// Of what a file never says the layer is missing; an empty one removes.
  @Test(arguments: [
    ("standoff", #""annotations": ["#, #""other": ["#), ("web-annotation", #""items""#, #""things""#),
    ("conllu", "NER=", "XER="),
  ])
  func aLayerThatIsRenamedIsMissed(name: String, layer: String, other: String) throws {
    #expect(try changes(name) { $0.replacing(layer, with: other) }.after.missingLayer != nil)
  }

  @Test func hipeWithoutTagsHasNoLayer() throws {
    let told = try changes("hipe") { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        if fields.count > 2, fields[0] != "TOKEN" { for place in 1...6 { fields[place] = "_" } }
        return fields.joined(separator: "\t")
      }.joined(separator: "\n")
    }
    #expect(told.after.missingLayer != nil)
  }

  @Test func ofTwoReferencesOfOneAnnotationNoneIsTaken() throws {
    let told = try changes("brat") { text in
      text.replacing("Reference T1 uri:https://example.org/0", with: "Reference T1 uri:https://example.org/8")
        .replacing("T3\tsettlement", with: "T3\tcountry") + "N9\tReference T1 uri:https://example.org/9\tAna\n"
    }
    #expect(told.changes.map(\.parts) == [[.type]])
    #expect(told.after.faults.map(\.message).first?.contains("two references") == true)
  }

  /// What people made that is no annotation of words is told; two notes of one annotation are both kept.
  @Test func whatHasNoPlaceIsTold() throws {
    let told = try changes("brat") {
      $0 + "R1\tmet Arg1:T1 Arg2:T2\nA9\tNegated T1\n#7\tAnnotatorNotes T1\tone\n#8\tAnnotatorNotes R1\tlost?\n"
        + "#9\tAnnotatorNotes T1\ttwo\n"
    }
    #expect(told.after.annotations.map(\.note) == ["one\ntwo", "", ""])
    #expect(told.after.passed.map(\.line).allSatisfy { $0 != nil })
    let parts = ["Arg2:T2\" is no annotation", "\"Negated\"", "\"lost?\" is on \"R1\""]
    #expect(zip(told.after.passed, parts).map { $0.message.contains($1) } == [true, true, true])
    #expect(told.after.passed.count == 3)
    #expect(try changes("brat") { $0 }.after.passed == [])
  }

  @Test(arguments: ["cas-json", "webanno-tsv"]) func otherLayersAreTold(name: String) throws {
    let layer = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    let told = try changes(name) { $0.replacing(layer, with: "webanno.custom.Opinion") }
    #expect(told.after.passed.map { $0.message.contains("\"webanno.custom.Opinion\"") } == [true])
    #expect(try changes(name) { $0 }.after.passed == [])
  }

  @Test(arguments: [("spacy", #"{"text":"Ana met Bo in Riga"}"#), ("prodigy", #"{"text":"Ana met Bo in Riga"}"#)])
  func aLayerThatIsAbsentIsKnown(name: String, text: String) throws {
    #expect(try changes(name) { _ in text }.after.missingLayer != nil)
    #expect(try changes(name) { _ in text.replacing("}", with: #","ents":[]}"#) }.after.missingLayer == nil)
    #expect(try changes(name) { _ in text.replacing("}", with: #","answer":"reject"}"#) }.after.rejection == "reject")
  }

  @Test func documentsOfAFile() throws {
    let spacy = try #require(ExchangeFormats.named("spacy"))
    let lines = "{\"text\":\"a\",\"meta\":{\"id\":\"x\"}}\n\n{\"text\":\"b\",\"meta\":{\"id\":\"y\"}}\n"
    let parts = try spacy.parts(of: ExchangeFile(name: "all.jsonl", bytes: Array(lines.utf8)))
    #expect(parts.map(\.identifier) == ["x", "y"] && parts.map(\.lines) == [0, 2])
    let conllu = try #require(ExchangeFormats.named("conllu"))
    let two = "# newdoc id = x\n1\ta\n\n# newdoc id = y\n1\tb\n\n"
    #expect(
      try conllu.parts(of: ExchangeFile(name: "a.conllu", bytes: Array(two.utf8))).map(\.identifier) == ["x", "y"])
  }
}
