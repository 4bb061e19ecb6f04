import Exchange
import Testing

/// What tools leave is read, and what cannot be read is refused with its line and what was expected.
@Suite struct StandoffFormatsToleranceTests {
  private static let text = "Bern lies near Bern.\nÉ 𝒳 Zug"

  private func files(_ name: String, _ content: String, text: String = text) -> [ExchangeFile] {
    [ExchangeFile(name: name, bytes: Array(content.utf8)), ExchangeFile(name: "a.txt", bytes: Array(text.utf8))]
  }

  private func words(_ document: StandoffDocument) -> [String] {
    document.annotations.map { String(decoding: document.text[$0.range], as: UTF8.self) }
  }

  // MARK: brat

  @Test func bratsOwnFilesAreRead() throws {
    let document = try BratFormat().document(
      from: files(
        "a.ann",
        """
        #1\tAnnotatorNotes T7\twhich one?
        A1\tCertainty T7 high
        A2\tNegation T7
        N1\tReference T7 Wikidata:Q70\tBern
        T7\tPlace 15 19\tBern
        T9\tPlace 0 4;15 19\tBern Bern
        R1\tNear Arg1:T7 Arg2:T9\t
        *\tEquiv T7 T9
        E1\tMove:T7 Theme:T9

        T10\tPlace 25 28\tZug
        """))
    #expect(words(document) == ["Bern lies near Bern", "Bern", "Zug"])
    #expect(document.annotations[1].entity == "http://www.wikidata.org/entity/Q70")
    #expect(document.annotations[1].note == "which one?")
    #expect(document.annotations[1].certainty == "high")
    #expect(document.annotations.map(\.id) == ["", "", ""])
  }

  static let broken: [(format: any ExchangeFormat, name: String, content: String, line: Int?, message: String)] = [
    (BratFormat(), "a.ann", "T1\tPlace 0 4\tBern\nT2\tPlace 0 99\tBern", 2, "expected 0 to 28"),
    (BratFormat(), "a.ann", "T1\tPlace 0 4\tZug", 1, "the text at this place is \"Bern\"; expected \"Zug\""),
    (BratFormat(), "a.ann", "T1 Place 0 4 Bern", 1, "divided by tabs"),
    (BratFormat(), "a.ann", "T1\tPlace 4 0\tBern", 1, "has no words; expected an end behind the start"),
    (BratFormat(), "a.ann", "T1\tPlace x 4\tBern", 1, "is no span"),
    (BratFormat(), "a.ann", "hello", 1, "is no line of brat"),
    (StandoffJSONFormat(), "a.json", "{\n\"annotations\": [\n{\"start\": 0, \"end\": 4}]}", 3, "no \"type\""),
    (
      StandoffJSONFormat(), "a.json", "{\"annotations\": [\n{\"start\": 0, \"end\": 400, \"type\": \"x\"}]}", 2,
      "from 0 to 28"
    ),
    (
      StandoffJSONFormat(), "a.json",
      "{\"annotations\":\n[{\"start\": 0, \"end\": 4, \"type\": \"x\", \"text\": \"Zug\"}]}",
      2, "expected \"Zug\""
    ),
    (StandoffJSONFormat(), "a.json", "{\"annotations\":\n[{\"start\": \"0\"}]}", 2, "no \"type\""),
    (StandoffJSONFormat(), "a.json", "{\n\"version\": 2}", 2, "expected 1"),
    (StandoffJSONFormat(), "a.json", "{\n\"annotations\": [,]}", 2, "expected a value"),
    (StandoffJSONFormat(), "a.json", "[]", 1, "no object"),
    (StandoffJSONFormat(), "a.json", "", 1, "ends too early"),
    (StandoffJSONFormat(), "a.json", String(repeating: "[", count: 9999), 1, "nest more than"),
    (WebAnnotationFormat(), "a.jsonld", "[\n{\"type\": \"Annotation\"}]", 2, "no \"target\""),
    (
      WebAnnotationFormat(), "a.jsonld",
      "{\"target\":\n{\"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": \"Bern\"}}}", 2, "2 times"
    ),
    (
      WebAnnotationFormat(), "a.jsonld",
      "{\"target\":\n{\"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": \"Genf\"}}}", 2, "does not stand"
    ),
    (WebAnnotationFormat(), "a.jsonld", "{\"target\": \"http://x.org/\"}", 1, "expected a TextPositionSelector"),
    (SpaCyFormat(), "a.jsonl", "{\"ents\": []}", 1, "no \"text\""),
    (SpaCyFormat(), "a.jsonl", "\n{\"text\": \"x\", \"ents\": [{\"start\": 0, \"end\": 5}]}", 2, "from 0 to 1"),
    (SpaCyFormat(), "a.jsonl", "{\"text\": \"x\"}\n{\"text\": \"y\"}", 2, "second document"),
    (ProdigyFormat(), "a.jsonl", "{\"text\": \"x\", \"spans\": [{\"end\": 1}]}", 1, "no \"start\""),
    (TurtleFormat(), "a.ttl", "", nil, "not imported"),
  ]

  @Test(arguments: broken.indices)
  func brokenFilesAreRefused(_ number: Int) {
    let (format, name, content, line, message) = Self.broken[number]
    do throws(ExchangeError) {
      _ = try format.document(from: files(name, content))
      Issue.record("\(content) is read")
    } catch {
      #expect(error.file == name)
      #expect(error.line == line, "\(content): \(error.message)")
      #expect(error.message.contains(message), "\(error.message)")
    }
  }

  @Test func aMissingTextIsRefused() {
    for format in [BratFormat(), WebAnnotationFormat(), StandoffJSONFormat()] as [any ExchangeFormat] {
      let file = ExchangeFile(name: "a" + format.suffixes[0], bytes: Array("{}".utf8))
      #expect(throws: ExchangeError.self) { try format.document(from: [file]) }
    }
  }

  // MARK: Web annotations

  @Test func annotationsOfRecogitoAreRead() throws {
    let document = try WebAnnotationFormat().document(
      from: files(
        "a.jsonld",
        """
        [{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "#0a1b2c3d-1111-2222-3333-444455556666", "type": "Annotation",
          "body": [{"type": "TextualBody", "purpose": "tagging", "value": "Place"},
                   {"type": "TextualBody", "purpose": "commenting", "value": "the city"},
                   {"purpose": "identifying", "source": {"id": "https://www.geonames.org/2661552", "label": "Bern"}}],
          "target": {"selector": [{"type": "TextQuoteSelector", "exact": "Bern"},
                                  {"type": "TextPositionSelector", "start": 15, "end": 19}]}}]
        """))
    #expect(document.annotations.count == 1)
    #expect(document.annotations[0].range == 15..<19)
    #expect(document.annotations[0].id == "")
    #expect(document.annotations[0].type == "Place")
    #expect(document.annotations[0].note == "the city")
    #expect(document.annotations[0].entity == "https://www.geonames.org/2661552")
  }

  @Test func rowsOfHypothesisAreRead() throws {
    let document = try WebAnnotationFormat().document(
      from: files(
        "a.jsonld",
        """
        {"total": 1, "rows": [{"id": "xYz", "text": "a remark", "tags": ["place"], "target": [{"source": "https://x.org/a",
        "selector": [{"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"},
        {"type": "TextPositionSelector", "start": 900, "end": 904},
        {"type": "TextQuoteSelector", "exact": "Bern", "prefix": "lies near ", "suffix": ".\\nÉ"}]}]}]}
        """))
    #expect(words(document) == ["Bern"])
    #expect(document.annotations[0].range.lowerBound == 15)
    #expect(document.annotations[0].type == "place")
    #expect(document.annotations[0].note == "a remark")
  }

  /// Browsers count UTF-16 code units.
  @Test func positionsOfBrowsersAreRead() throws {
    let annotation = """
      {"target": {"selector": [{"type": "TextPositionSelector", "start": 3, "end": 4},
      {"type": "TextQuoteSelector", "exact": "a"}]}}
      """
    let document = try WebAnnotationFormat().document(from: files("a.jsonld", annotation, text: "a𝒳a a"))
    #expect(document.annotations.map(\.range) == [5..<6])
  }

  @Test func aPositionAloneIsEnough() throws {
    let document = try WebAnnotationFormat().document(
      from: files(
        "a.jsonld",
        #"""
        {"type": "Annotation", "body": "https://d-nb.info/gnd/4005762-6",
        "target": {"source": "a.txt", "selector": {"type": "FragmentSelector", "value": "char=21,22",
        "refinedBy": {"type": "TextPositionSelector", "start": 23, "end": 24}}}}
        """#))
    #expect(words(document) == ["𝒳"])
    #expect(document.annotations[0].entity == "https://d-nb.info/gnd/4005762-6")
  }

  // MARK: spaCy

  @Test func linesOfDocToJSONAreRead() throws {
    let line = #"""
      {"text": "Bern \ud835\udcb3", "ents": [{"start": 0, "end": 4, "label": "GPE"}], "sents": [{"start": 0, "end": 6}],
      "tokens": [{"id": 0, "start": 0, "end": 4, "pos": "PROPN"}, {"id": 1, "start": 5, "end": 6}],
      "spans": {"sc": [{"start": 5, "end": 6, "label": "X", "kb_id": "NIL"}], "other": []}, "cats": {}}
      """#.split(separator: "\n").joined()
    let document = try SpaCyFormat().document(from: files("a.jsonl", line + "\n\n"))
    #expect(words(document) == ["Bern", "𝒳"])
    #expect(document.annotations.map(\.type) == ["GPE", "X"])
    #expect(document.annotations.map(\.entity) == ["", ""])
    #expect(document.tokens.count == 2)
    #expect(document.tokens[0].partOfSpeech == "PROPN")
  }
}
