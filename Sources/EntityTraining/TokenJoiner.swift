import EntityRecognition

/// Puts tokens together to text, as they will have stood in it.
struct TokenJoiner {
  private(set) var text = AnnotatedText()
  private var sentences = 0
  private var startsSentence = true
  private var isInQuotes = false
  /// Whether nothing stands between the last token and the next.
  private var gluesNext = false

  /// Whether the text is long enough.
  var isFull: Bool { startsSentence && sentences >= 40 }

  mutating func endSentence() {
    if !startsSentence { sentences += 1 }
    startsSentence = true
    isInQuotes = false
  }

  /// - Parameter goesOn: Whether the token belongs to the name of the one before it.
  mutating func add(_ token: String, goesOn: Bool, _ kind: NameTagger.Kind?) {
    if startsSentence {
      if !text.bytes.isEmpty { text.bytes.append(sentences % 5 == 0 ? 0x0A : 0x20) }
    } else if !gluesNext, !isGlued(token, goesOn) {
      text.bytes.append(0x20)
    }
    startsSentence = false
    gluesNext = ["(", "[", "{", "$", "#", "``", "“", "‘"].contains(token)
    if ["-", "–", "/"].contains(token), goesOn { gluesNext = true }
    if token == "\"" || token == "'" {
      gluesNext = !isInQuotes
      isInQuotes.toggle()
    }
    let start = text.bytes.count
    text.bytes += Array(token.utf8)
    guard let kind else { return }
    if goesOn, let last = text.names.last, last.kind == kind {
      text.names[text.names.count - 1].bytes = last.bytes.lowerBound..<text.bytes.count
    } else {
      text.names.append(AnnotatedText.Name(kind: kind, bytes: start..<text.bytes.count))
    }
  }

  private func isGlued(_ token: String, _ goesOn: Bool) -> Bool {
    switch token {
    case ".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "''", "”", "’": true
    case "'s", "'S", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m": true
    case "\"", "'": isInQuotes
    case "-", "–", "/": goesOn
    default: false
    }
  }
}
