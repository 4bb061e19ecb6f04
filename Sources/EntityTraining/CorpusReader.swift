import EntityRecognition
import Foundation

/// Reads the sets of ../shared/ner in their three forms.
enum CorpusReader {
  private struct Article: Decodable {
    struct Entity: Decodable {
      var start: Int
      var end: Int
      var type: String
      var named: Bool?
    }
    var text: String
    var entities: [Entity]
  }

  private static func kind(_ label: some StringProtocol) -> NameTagger.Kind? {
    switch label {
    case "PER": .person
    case "LOC": .place
    case "ORG": .organisation
    case "MISC": .other
    default: nil
    }
  }

  /// JSON Lines: an article a line, its names by code points.
  static func articles(_ file: URL) throws -> [AnnotatedText] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: file).split(separator: 0x0A).map { line in
      let article = try decoder.decode(Article.self, from: line)
      var offsets = [0]
      for scalar in article.text.unicodeScalars { offsets.append(offsets.last! + UTF8.width(scalar)) }
      let names = article.entities.filter { $0.named != false }.compactMap { entity in
        kind(entity.type).map { AnnotatedText.Name(kind: $0, bytes: offsets[entity.start]..<offsets[entity.end]) }
      }
      return AnnotatedText(bytes: Array(article.text.utf8), names: names)
    }
  }

  /// Tokens and labels, a token a line, put together to text again: five sentences a paragraph.
  static func tokens(_ file: URL) throws -> [AnnotatedText] {
    var texts: [AnnotatedText] = []
    var joiner = TokenJoiner()
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-DOCSTART-") || joiner.isFull {
        if !joiner.text.bytes.isEmpty { texts.append(joiner.text) }
        joiner = TokenJoiner()
      }
      if line.hasPrefix("-DOCSTART-") { continue }
      if line.isEmpty {
        joiner.endSentence()
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      joiner.add(String(fields[0]), goesOn: fields[1].hasPrefix("I-"), kind(fields[1].dropFirst(2)))
    }
    if !joiner.text.bytes.isEmpty { texts.append(joiner.text) }
    return texts
  }

  /// What a teacher says of plain text, a token a line: its tokens are found again in the text, forty paragraphs of
  /// which are a text here.
  static func silver(_ file: URL, text: URL) throws -> [AnnotatedText] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }.filter { $0.count == 3 }
    var search = TokenSearch(tokens: lines.map { Array($0[0].utf8) }, text: Array(try Data(contentsOf: text)))
    var whole = AnnotatedText(bytes: search.text, certainty: Array(repeating: 0, count: search.text.count))
    for (number, line) in lines.enumerated() {
      guard let place = search.place(of: number) else { continue }
      let certainty = Float(line[2]) ?? 0
      for index in place { whole.certainty[index] = certainty }
      guard let kind = kind(line[1].dropFirst(2)) else { continue }
      if line[1].hasPrefix("I-"), let last = whole.names.last, last.kind == kind,
        place.lowerBound - last.bytes.upperBound < 3
      {
        whole.names[whole.names.count - 1].bytes = last.bytes.lowerBound..<place.upperBound
      } else {
        whole.names.append(AnnotatedText.Name(kind: kind, bytes: place))
      }
    }
    return parts(of: whole, paragraphs: 40)
  }

  private static func parts(of whole: AnnotatedText, paragraphs: Int) -> [AnnotatedText] {
    var texts: [AnnotatedText] = []
    var (start, lines, next) = (0, 0, 0)
    for index in whole.bytes.indices where whole.bytes[index] == 0x0A || index == whole.bytes.count - 1 {
      lines += 1
      guard lines % paragraphs == 0 || index == whole.bytes.count - 1 else { continue }
      var part = AnnotatedText(
        bytes: Array(whole.bytes[start...index]), certainty: Array(whole.certainty[start...index]))
      while next < whole.names.count, whole.names[next].bytes.lowerBound <= index {
        let name = whole.names[next]
        part.names.append(
          AnnotatedText.Name(
            kind: name.kind, bytes: (name.bytes.lowerBound - start)..<(min(name.bytes.upperBound, index + 1) - start)))
        next += 1
      }
      texts.append(part)
      start = index + 1
    }
    return texts
  }
}
