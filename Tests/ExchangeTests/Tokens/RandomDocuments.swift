@testable import Exchange

/// Documents with all that is hard: annotations that nest, overlap and begin inside words, odd white space, characters
/// that formats use for themselves.
struct RandomDocuments {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

  private static let words = [
    "Anna", "isn't", "Baden-Baden", "U.S.", "e\u{301}te\u{301}", "\u{301}x", "😀", "👩‍🚀", "𝔸b", "שלום", "مرحبا", "東京", "_",
    "|", "a_b", "[1]",
    "*", "\\", "\\t", "->", ";", "\"q\"", "'", "#", "#Text=x", "1,000.5", "...", "B-PER", "-", "x]", "O", "%", "{",
    "<a>&",
  ]
  private static let spaces = [" ", " ", " ", "  ", "\u{A0}", " \u{2009}", "\u{3000}", "\t"]
  private static let glue = ["", "", "", ".", ",", "!"]

  /// - Parameter types: Those of the annotations.
  mutating func document(types: [String]) -> StandoffDocument {
    var text = ""
    var document = StandoffDocument(identifier: "doc", text: [])
    document.language = pick(["en", "de", "fr", "und"])
    for line in 0...number(below: 4) {
      if line > 0 { text += "\n" }
      let start = text.utf8.count
      if number(below: 8) == 0 { text += "\u{A0}" }
      let count = 1 + number(below: 9)
      for word in 0..<count {
        text += pick(Self.words) + pick(Self.glue)
        let isSentenceEnd = number(below: 4) == 0 || word == count - 1
        let from = document.sentences.last.map { max($0.upperBound, start) } ?? start
        if isSentenceEnd, let sentence = VisibleText.trim(from..<text.utf8.count, of: Array(text.utf8)) {
          document.sentences.append(sentence)
        }
        if word < count - 1, number(below: 6) > 0 { text += pick(Self.spaces) }
      }
      if number(below: 8) == 0 { text += "\u{A0}" }
      document.blocks.append(
        StandoffBlock(range: start..<text.utf8.count, kind: "paragraph", id: number(below: 3) > 0 ? "p.\(line)" : ""))
    }
    document.text = Array(text.utf8)
    let starts = document.text.indices.filter { document.text[$0] & 0xC0 != 0x80 } + [document.text.count]
    for _ in 0..<number(below: 12) {
      let first = number(below: starts.count - 1)
      let last = min(starts.count - 1, first + 1 + number(below: number(below: 3) == 0 ? 30 : 4))
      var annotation = StandoffAnnotation(range: starts[first]..<starts[last], type: pick(types))
      annotation.entity = pick(["", "", "e1", "e2", "a|b\\[c]_;->*", "http://x.example/é"])
      document.annotations.append(annotation)
    }
    document.sortAnnotations()
    document.entities = [
      StandoffEntity(id: "e1", type: "person", name: "A"), StandoffEntity(id: "e2", type: "place", name: "B"),
    ]
    document.entities[1].identifiers = [.init(authority: "wikidata", value: "Q64")]
    if number(below: 3) == 0 { addTokens(to: &document) }
    return document
  }

  /// Tokens of the document's own over some of the text, with and without analyses.
  private mutating func addTokens(to document: inout StandoffDocument) {
    for token in TokenizedDocument(document).tokens where number(below: 3) > 0 {
      var token = token
      token.lemma = pick(["", "be", "_x|"])
      token.partOfSpeech = pick(["", "NOUN", "Ncms"])
      token.features = pick(["", "UPosTag=VERB|Number=Sing", "Case=Nom"])
      document.tokens.append(token)
    }
  }
}
