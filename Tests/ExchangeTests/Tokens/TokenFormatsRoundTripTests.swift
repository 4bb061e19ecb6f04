import Testing

@testable import Exchange

/// What formats of tokens carry comes back as it was; what they do not carry is gone, and nothing else.
@Suite struct TokenFormatsRoundTripTests {
  private static let documents = 120
  private static let ourTypes = ["person", "country", "date", "PER", "a-b", "we_ird|[x]*"]
  private static let hipeTypes = ["pers.ind", "loc.adm.town", "org", "time.date.abs"]

  private func check(
    _ format: any ExchangeFormat, types: [String] = ourTypes, isTextExact: Bool = true,
    _ expected: (StandoffDocument) -> [StandoffAnnotation]
  ) throws {
    for seed in 1...Self.documents {
      var random = RandomDocuments(seed: UInt64(seed))
      let document = random.document(types: types)
      let files = format.files(of: document)
      let over = try format.document(from: files, aligningWith: document)
      #expect(show(over.text) == show(document.text))
      #expect(over.annotations == expected(document), "seed \(seed)")
      let alone = try format.document(from: files)
      if isTextExact { #expect(show(alone.text) == show(document.text), "seed \(seed)") }
      #expect(alone.sentences.count == over.sentences.count)
      // What is written from what was read reads the same.
      var again = over
      again.entities = document.entities
      #expect(try format.document(from: format.files(of: again), aligningWith: document) == over, "seed \(seed)")
      let text = try format.document(from: format.files(of: alone))
      #expect(text == alone, "seed \(seed)")
    }
  }

  private func show(_ text: [UInt8]) -> String { String(decoding: text, as: UTF8.self).debugDescription }

  /// The longest of those that overlap, as slowly as can be.
  private func outermost(_ annotations: [StandoffAnnotation], _ document: StandoffDocument) -> [StandoffAnnotation] {
    var kept: [StandoffAnnotation] = []
    let visible = visible(annotations, document).filter { !document.text[$0.range].contains(0x0A) }
    for annotation in visible.enumerated().sorted(by: {
      ($1.element.range.count, $0.offset) < ($0.element.range.count, $1.offset)
    }).map(\.element) where !kept.contains(where: { $0.range.overlaps(annotation.range) }) {
      kept.append(annotation)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Ranges without white space at their ends, and no more than formats carry.
  private func visible(_ annotations: [StandoffAnnotation], _ document: StandoffDocument) -> [StandoffAnnotation] {
    annotations.compactMap { annotation in
      VisibleText.trim(annotation.range, of: document.text).map { range in
        var visible = StandoffAnnotation(range: range, type: annotation.type)
        visible.entity = annotation.entity
        return visible
      }
    }
  }

  private func withoutEntity(_ annotations: [StandoffAnnotation]) -> [StandoffAnnotation] {
    annotations.map { StandoffAnnotation(range: $0.range, type: $0.type) }
  }

  @Test func conllu() throws {
    try check(CoNLLUFormat(types: .ours)) { outermost($0.annotations, $0) }
  }

  @Test func conlluNamesTypesAsParlaMint() throws {
    try check(CoNLLUFormat(), types: ["person", "country", "date", "work"]) { document in
      let names = ["person": "PER", "country": "LOC", "work": "MISC"]
      let named = document.annotations.compactMap { annotation in
        names[annotation.type].map { name in
          var annotation = annotation
          annotation.type = name
          return annotation
        }
      }
      return outermost(named, document)
    }
  }

  @Test func conll2003() throws {
    try check(CoNLL2003Format(types: .ours), isTextExact: false) { withoutEntity(outermost($0.annotations, $0)) }
  }

  @Test func hipe() throws {
    try check(HIPEFormat(), types: Self.hipeTypes, isTextExact: false) { document in
      var outer = outermost(document.annotations, document)
      for index in outer.indices {
        outer[index].entity = outer[index].entity == "e2" && !outer[index].type.hasPrefix("time") ? "e2" : ""
      }
      var rest = visible(document.annotations, document)
      for annotation in outermost(document.annotations, document) {
        rest.remove(at: rest.firstIndex(of: annotation)!)
      }
      let inner = outermost(
        rest.filter { inner in
          outer.contains {
            $0.range.lowerBound <= inner.range.lowerBound && inner.range.upperBound <= $0.range.upperBound
          }
        },
        document)
      var both = document
      both.annotations = outer + withoutEntity(inner)
      both.sortAnnotations()
      return both.annotations
    }
  }

  @Test func webAnno() throws {
    try check(WebAnnoFormat(), isTextExact: false) { document in
      var read = document
      read.annotations = visible(document.annotations, document)
      read.sortAnnotations()
      return read.annotations
    }
  }

  @Test func casJSON() throws {
    try check(CASJSONFormat()) { document in
      document.annotations.map { annotation in
        var read = StandoffAnnotation(range: annotation.range, type: annotation.type)
        read.entity = annotation.entity
        return read
      }
    }
  }

  @Test func typesAreNamedBehindAColon() throws {
    #expect(try #require(ExchangeFormats.named("conllu:ours")).name == "conllu:ours")
    #expect(ExchangeFormats.named("conllu:theirs") == nil)
    #expect(ExchangeFormats.named("hipe:ours") == nil)
  }

  @Test(arguments: ExchangeFormats.all.map(\.name))
  func emptyDocumentsAreWrittenAndRead(name: String) throws {
    let format = try #require(ExchangeFormats.named(name))
    guard format.isReadable else { return }
    let document = StandoffDocument(identifier: "a", text: [])
    #expect(try format.document(from: format.files(of: document)).text == [])
  }
}
