import Foundation

/// A text and the names in it, as a corpus has them.
struct AnnotatedText {
  struct Span { var start: Int; var end: Int; var type: String }
  var bytes: [UInt8]
  var spans: [Span]
  /// Of each byte how sure the annotation of its token is; empty where it is gold.
  var certainty: [Float] = []
}

enum CorpusReader {
  private struct Article: Decodable {
    struct Entity: Decodable { var start: Int; var end: Int; var type: String; var named: Bool? }
    var id: String
    var genre: String?
    var text: String
    var entities: [Entity]
  }

  /// JSON Lines: text and spans by code points.
  static func articles(_ file: URL, genre: ((String?) -> Bool)? = nil) throws -> [AnnotatedText] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let article = try JSONDecoder().decode(Article.self, from: Data(line.utf8))
      if let genre, !genre(article.genre) { return nil }
      var offsets: [Int] = []
      var bytes: [UInt8] = []
      for scalar in article.text.unicodeScalars {
        offsets.append(bytes.count)
        bytes += Array(String(scalar).utf8)
      }
      offsets.append(bytes.count)
      let spans = article.entities.filter { $0.named != false }.map {
        AnnotatedText.Span(start: offsets[$0.start], end: offsets[$0.end], type: $0.type)
      }
      return AnnotatedText(bytes: bytes, spans: spans)
    }
  }

  /// Tokens and labels, put together to text again: five sentences a paragraph, a text a document.
  static func tokens(_ file: URL) throws -> [AnnotatedText] {
    var texts: [AnnotatedText] = []
    var text = AnnotatedText(bytes: [], spans: [])
    var sentences = 0
    var opensQuote = true
    var gluesNext = true
    var startsSentence = true
    func flush() {
      if !text.bytes.isEmpty { texts.append(text) }
      text = AnnotatedText(bytes: [], spans: [])
      sentences = 0
      startsSentence = true
    }
    let separated = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    for line in separated {
      if line.hasPrefix("-DOCSTART-") { flush(); continue }
      if line.isEmpty {
        if !startsSentence { sentences += 1 }
        startsSentence = true
        opensQuote = true
        if sentences == 40 { flush() }
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let token = String(fields[0])
      let label = String(fields[1])
      let before = text.bytes.last
      if startsSentence {
        if !text.bytes.isEmpty { text.bytes.append(sentences % 5 == 0 ? 0x0A : 0x20) }
      } else {
        let closes: Bool
        switch token {
        case ".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "''", "”", "’": closes = true
        case "\"", "'": closes = !opensQuote
        case "'s", "'S", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m": closes = true
        case "-", "–", "/": closes = label.hasPrefix("I-")
        default: closes = false
        }
        if !closes && !gluesNext { text.bytes.append(0x20) }
      }
      gluesNext = ["(", "[", "{", "$", "#", "``", "“", "‘"].contains(token)
      if token == "\"" || token == "'" { gluesNext = opensQuote; opensQuote.toggle() }
      if token == "-" || token == "–" || token == "/", label.hasPrefix("I-") { gluesNext = true }
      _ = before
      startsSentence = false
      let start = text.bytes.count
      text.bytes += Array(token.utf8)
      if label.hasPrefix("I-"), let last = text.spans.last, last.type == label.dropFirst(2) {
        text.spans[text.spans.count - 1].end = text.bytes.count
      } else if label != "O" {
        text.spans.append(.init(start: start, end: text.bytes.count, type: String(label.dropFirst(2))))
      }
    }
    flush()
    return texts
  }

  /// What a teacher says of plain text: its tokens, in order, found again in the text.
  static func silver(_ file: URL, text: URL) throws -> [AnnotatedText] {
    let plain = Array(try Data(contentsOf: text))
    var spans: [AnnotatedText.Span] = []
    var certainty = [Float](repeating: 0, count: plain.count)
    var place = 0
    var lost = 0
    var found = 0
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }.filter { $0.count == 3 }
    let tokens = lines.map { Array($0[0].utf8) }
    for number in lines.indices {
      let fields = lines[number]
      let token = tokens[number]
      var start = find(token, in: plain, from: place, within: 12)
      if start == nil || number % 50 == 0 {
        // A sentence that the teacher left out: go on where six tokens stand in a row.
        let ahead = tokens[number..<min(tokens.count, number + 6)]
        start = nil
        var from = place
        while start == nil, let candidate = find(token, in: plain, from: from, within: 20_000 - (from - place)) {
          var next = candidate
          var matches = true
          for other in ahead {
            guard let found = find(other, in: plain, from: next, within: 4) else { matches = false; break }
            next = found + other.count
          }
          if matches { start = candidate } else { from = candidate + 1 }
        }
      }
      guard let start else { lost += 1; continue }
      found += 1
      place = start + token.count
      let p = Float(fields[2]) ?? 0
      for index in start..<place { certainty[index] = p }
      let label = String(fields[1])
      if label.hasPrefix("I-"), let last = spans.last, last.type == label.dropFirst(2), start - last.end < 3 {
        spans[spans.count - 1].end = place
      } else if label != "O" {
        spans.append(.init(start: start, end: place, type: String(label.dropFirst(2))))
      }
    }
    print("silver: \(found) tokens found, \(lost) lost")
    // Forty paragraphs a text.
    var texts: [AnnotatedText] = []
    var start = 0
    var lineCount = 0
    var next = 0
    for index in plain.indices where plain[index] == 0x0A || index == plain.count - 1 {
      lineCount += 1
      guard lineCount % 40 == 0 || index == plain.count - 1 else { continue }
      var part = AnnotatedText(bytes: Array(plain[start...index]), spans: [], certainty: Array(certainty[start...index]))
      while next < spans.count, spans[next].start <= index {
        part.spans.append(.init(start: spans[next].start - start, end: spans[next].end - start, type: spans[next].type))
        next += 1
      }
      texts.append(part)
      start = index + 1
    }
    return texts
  }

  private static func find(_ token: [UInt8], in text: [UInt8], from start: Int, within: Int) -> Int? {
    var place = start
    while place < min(text.count - token.count + 1, start + within) {
      if text[place..<(place + token.count)].elementsEqual(token) { return place }
      place += 1
    }
    return nil
  }
}
