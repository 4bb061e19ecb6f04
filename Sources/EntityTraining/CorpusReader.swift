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
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let article = try JSONDecoder().decode(Article.self, from: Data(line.utf8))
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

/// Finds tokens in the text that they were made of, some sentences of which they lack.
private struct TokenSearch {
  let tokens: [[UInt8]]
  let text: [UInt8]
  private var position = 0

  init(tokens: [[UInt8]], text: [UInt8]) {
    self.tokens = tokens
    self.text = text
  }

  /// The place of a token; nil where it is not in the text. Tokens are asked for in order.
  mutating func place(of number: Int) -> Range<Int>? {
    let token = tokens[number]
    // Now and then more is compared, lest a word be taken for another that is like it.
    let start =
      number % 50 == 0 ? resumption(at: number) : find(token, from: position, within: 12) ?? resumption(at: number)
    guard let start else { return nil }
    position = start + token.count
    return start..<position
  }

  /// Where the tokens go on, six in a row.
  private func resumption(at number: Int) -> Int? {
    let next = tokens[number..<min(tokens.count, number + 6)]
    var from = position
    while let candidate = find(tokens[number], from: from, within: 20_000 - (from - position)) {
      var end = candidate
      let matches = next.allSatisfy { token in
        guard let found = find(token, from: end, within: 4) else { return false }
        end = found + token.count
        return true
      }
      if matches { return candidate }
      from = candidate + 1
    }
    return nil
  }

  private func find(_ token: [UInt8], from start: Int, within distance: Int) -> Int? {
    var place = start
    while place < min(text.count - token.count + 1, start + distance) {
      if text[place..<(place + token.count)].elementsEqual(token) { return place }
      place += 1
    }
    return nil
  }
}
