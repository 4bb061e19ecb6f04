import TEIKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Compares sentence boundaries with those of ../shared/ner: text in `NAME.jsonl`, the same as sentences of tokens in
/// `NAME.tsv`.
struct SentenceEvaluation {
  private struct Document: Decodable {
    var text: String
  }

  /// Boundaries inside paragraphs: the end of a paragraph ends a sentence for certain, and would flatter.
  static func run(folder: String, name: String, listsErrors: Bool) throws -> Score {
    let gold = try sentenceEnds(Path.join(folder, name + ".tsv"))
    let segmenter = SentenceSegmenter(language: "en")
    var score = Score()
    for line in try Lines.read(Path.join(folder, name + ".jsonl")) {
      let text = Array(try JSONDecoder().decode(Document.self, from: Data(line.utf8)).text.utf8)
      guard let ends = gold[text.visible] else { continue }
      var before = 0
      for paragraph in paragraphs(of: text) {
        let visible = text[paragraph].visible.count
        let expected = Set(ends.filter { $0 > before && $0 < before + visible })
        var position = before
        var found: Set<Int> = []
        for sentence in segmenter.sentences(in: paragraph, of: text).dropLast() {
          position += text[sentence.bytes].visible.count
          found.insert(position)
          if listsErrors, !expected.contains(position) { list("false", text, Int(sentence.end)) }
        }
        score += Score(right: found.intersection(expected).count, found: found.count, expected: expected.count)
        before += visible
      }
    }
    return score
  }

  private static func list(_ kind: String, _ text: [UInt8], _ end: Int) {
    let before = String(decoding: text[max(0, end - 40)..<end], as: UTF8.self)
    let after = String(decoding: text[end..<min(text.count, end + 30)], as: UTF8.self)
    print("  \(kind) boundary: \(before)|\(after)".replacing("\n", with: " "))
  }

  private static func paragraphs(of text: [UInt8]) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var start = 0
    for index in text.indices.dropLast() where text[index] == 0x0A && text[index + 1] == 0x0A {
      paragraphs.append(start..<index)
      start = index + 1
    }
    return paragraphs + [start..<text.count]
  }

  /// Where the sentences of each document end, in visible bytes, by the visible bytes of the document.
  private static func sentenceEnds(_ path: String) throws -> [[UInt8]: [Int]] {
    var documents: [[UInt8]: [Int]] = [:]
    var text: [UInt8] = []
    var ends: [Int] = []
    for line in try FileSystem.read(path).split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "-DOCSTART-".utf8) {
        documents[text] = ends
        (text, ends) = ([], [])
      } else if line.isEmpty {
        ends.append(text.count)
      } else {
        text += line.prefix { $0 != 0x09 }.visible
      }
    }
    documents[text] = ends
    return documents
  }
}

extension RandomAccessCollection<UInt8> {
  /// All but white space.
  fileprivate var visible: [UInt8] {
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: String(decoding: self, as: UTF8.self).unicodeScalars.filter { !$0.properties.isWhitespace })
    return Array(String(scalars).utf8)
  }
}
