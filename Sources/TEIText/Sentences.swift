import SentenceSegmentation

/// Divides the blocks of a text into sentences.
enum Sentences {
  /// - Parameter encoded: Those that the document has (`s`), in order.
  static func of(_ layout: TextLayout, encoded: [Range<Int>]) -> [Range<Int>] {
    let text = layout.text
    let segmenters = layout.languages.map { SentenceSegmenter(language: $0) }
    var sentences: [Range<Int>] = []
    var next = 0
    for (block, language) in zip(layout.blocks, layout.blockLanguages) {
      let segmenter = segmenters[Int(language)]
      var start = block.range.lowerBound
      while next < encoded.count, encoded[next].lowerBound < block.range.upperBound {
        let sentence = encoded[next].clamped(to: block.range)
        next += 1
        guard sentence.lowerBound >= start, !sentence.isEmpty else { continue }
        var first = sentence.lowerBound
        if start < first {
          sentences += segmenter.sentences(in: start..<first, of: text).map { Int($0.start)..<Int($0.end) }
          // A label before a sentence goes with it.
          if let label = sentences.last, label.lowerBound >= start, !isEnd(text[label.upperBound - 1]) {
            first = label.lowerBound
            sentences.removeLast()
          }
        }
        sentences.append(first..<sentence.upperBound)
        start = sentence.upperBound
      }
      if start < block.range.upperBound {
        sentences += segmenter.sentences(in: start..<block.range.upperBound, of: text)
          .map { Int($0.start)..<Int($0.end) }
      }
    }
    return sentences
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }
}
