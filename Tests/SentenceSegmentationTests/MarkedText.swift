import ArticleModel
import SentenceSegmentation
import Testing

/// A text with a bar where one sentence ends and the next begins: "It rained. |We stayed in."
struct MarkedText {
  let text: String
  let sentences: [String]

  init(_ marked: String) {
    text = marked.filter { $0 != "|" }
    sentences = marked.split(separator: "|").map { Self.trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = Substring.UnicodeScalarView(text.unicodeScalars)
    let kept = scalars.drop { $0.properties.isWhitespace }.reversed().drop { $0.properties.isWhitespace }
    return String(String.UnicodeScalarView(kept.reversed()))
  }

  /// Expects the sentences that the bars mark.
  static func expect(_ marked: String, _ language: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let expected = MarkedText(marked)
    let bytes = Array(expected.text.utf8)
    let found = SentenceSegmenter(language: language).sentences(in: 0..<bytes.count, of: bytes)
      .map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
    #expect(found == expected.sentences, sourceLocation: sourceLocation)
  }
}
