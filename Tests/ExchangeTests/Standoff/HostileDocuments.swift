import ArticleModel
import Exchange

/// Documents as hostile as text can be, the same for the same seed.
struct HostileDocuments {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func random(_ bound: Int) -> Int {
    // xorshift64* (Vigna 2016)
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[random(list.count)] }

  private static let words = [
    "Bern", "Zürich", "e\u{301}te\u{301}", "𝒳𝒴", "👩‍👩‍👧", "שלום", "مرحبا", "\"x\"", "a\\b", "<&>", "{}", "#1", "T1", "%20",
    "100%", "a;b", "a|b", "a=b", "\u{200B}z", "ﬁ", "क्षि", "x_u41_y", "-", "1", "\u{E000}", "\u{FFFD}", "'", "\u{1D11E}",
  ]
  private static let spaces = [" ", " ", " ", "  ", "\t", "\u{2028}", "\u{A0}", "\u{85}", "\r", ""]
  private static let types = ["person", "place", "PER", "my type", "loc.adm", "straße", "a_u20_b", "x/y", "_", "日"]

  private mutating func phrase() -> String {
    var text = pick(Self.words)
    for _ in 0..<random(3) { text += pick([" ", "\t", "\n", "\u{2028}", "  "]) + pick(Self.words) }
    return random(6) == 0 ? " \(text) " : text
  }

  private mutating func orEmpty(_ text: (inout Self) -> String) -> String { random(2) == 0 ? "" : text(&self) }

  mutating func document() -> StandoffDocument {
    var document = StandoffDocument(identifier: "doc-\(random(1000))", text: [])
    document.language = pick(["und", "en", "zh-Hant"])
    document.title = orEmpty { $0.pick(Self.words) + " " + $0.pick(Self.words) }
    document.date = orEmpty { $0.pick(["2024", "2024-06-13", "1900/1910"]) }
    document.source = pick(["../tei/a%20b.xml", "https://example.org/x.xml"])
    for number in 0..<random(5) {
      if number > 0 { document.text.append(0x0A) }
      let start = document.text.count
      var text = pick(Self.words)
      for _ in 0..<random(12) { text += pick(Self.spaces) + pick(Self.words) }
      document.text += Array(text.utf8)
      let range = start..<document.text.count
      document.blocks.append(StandoffBlock(range: range, kind: "paragraph", id: random(2) == 0 ? "" : "p\(number)"))
      document.sentences.append(range)
    }
    let places = borders(of: document.text)
    if places.count > 1 {
      for number in 0..<random(12) { annotate(&document, number, places) }
    }
    for number in 0..<random(4) { document.entities.append(entity(number)) }
    document.annotations.sort {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    return document
  }

  /// Where characters that can be seen begin.
  private func borders(of text: [UInt8]) -> [Int] {
    var places: [Int] = []
    var offset = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if !Characters.isSpace(scalar.value) { places.append(offset) }
      offset += scalar.utf8.count
    }
    return places
  }

  private mutating func annotate(_ document: inout StandoffDocument, _ number: Int, _ places: [Int]) {
    let first = random(places.count)
    let last = min(places.count - 1, first + random(6))
    // To the end of the last character.
    let lead = document.text[places[last]]
    let end = places[last] + (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4)
    var annotation = StandoffAnnotation(range: places[first]..<end, type: pick(Self.types))
    annotation.id = random(4) == 0 ? "" : "m\(number).\(pick(["é", "x", "a b", "%41"]))"
    annotation.element = orEmpty { $0.pick(["persName", "rs", "annotation"]) }
    annotation.entity = orEmpty { $0.pick(["e1", "place.ü", "http://www.wikidata.org/entity/Q1", "a b", "e%20"]) }
    annotation.certainty = orEmpty { $0.pick(["0.9", "high", "1", "very high"]) }
    annotation.value = orEmpty { $0.pick(["2024-06-13", "7 km", "../2024", "100 %"]) }
    annotation.note = orEmpty { $0.phrase() }
    if random(2) == 0 { annotation.place = StandoffPlace(path: "/TEI/text[1]/p[\(number + 1)]", range: 3..<8) }
    document.annotations.append(annotation)
  }

  private mutating func entity(_ number: Int) -> StandoffEntity {
    var entity = StandoffEntity(id: "e\(number)", type: pick(Self.types), name: phrase())
    for _ in 0..<random(3) { entity.variants.append(phrase()) }
    for authority in ["wikidata", "iso3166-1", "a b"] where random(2) == 0 {
      entity.identifiers.append(AuthorityIdentifier(authority: authority, value: pick(["Q1", "x y", "ü"])))
    }
    if random(2) == 0 { (entity.latitude, entity.longitude) = (Double(random(180)) - 90.5, 0.1 * Double(random(1000))) }
    return entity
  }
}
