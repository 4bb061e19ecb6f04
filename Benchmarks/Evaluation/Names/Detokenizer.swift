/// Joins tokens to a text as they would be printed, and keeps where the names are.
///
/// Plain: what belongs to the word before (stops, closing brackets, "'s", "n't") goes without a space, what belongs to the
/// word after (opening brackets, currency signs) is followed by none, and quotation marks open and close in turn.
struct Detokenizer {
  private var text: [UInt8] = []
  private var names: Set<NameSpan> = []
  private var isJoined = true
  private var openQuotes: Set<String> = []
  /// The name that goes on, if the next label says so.
  private var open: (start: Int, type: NameType)?

  private static let closing: Set<String> = [
    ".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "…", "’", "”", "''", "n't", "n’t", "..", "...",
  ]
  private static let opening: Set<String> = ["(", "[", "{", "$", "£", "€", "‘", "“", "``", "#"]

  mutating func add(_ token: Substring, label: Substring) {
    if !label.hasPrefix("I-") { closeName() }
    let token = String(token)
    let placing = placing(of: token)
    if !isJoined, !placing.before { text.append(0x20) }
    if label.hasPrefix("B-") { open = NameType(rawValue: String(label.dropFirst(2))).map { (text.count, $0) } }
    text += token.utf8
    isJoined = placing.after
  }

  mutating func endSentence() {
    closeName()
    openQuotes = []
    isJoined = text.isEmpty
  }

  mutating func finish() -> (text: [UInt8], names: Set<NameSpan>) {
    endSentence()
    defer { self = Detokenizer() }
    return (text, names)
  }

  private mutating func closeName() {
    if let open { names.insert(NameSpan(range: open.start..<text.count, type: open.type)) }
    open = nil
  }

  /// Whether a token is joined to the one before, and the next one to it.
  private mutating func placing(of token: String) -> (before: Bool, after: Bool) {
    if token == "/" { return (true, true) }
    if token == "\"" || token == "'" {
      if openQuotes.remove(token) != nil { return (true, false) }
      if token == "'", text.last == UInt8(ascii: "s") { return (true, false) }
      openQuotes.insert(token)
      return (false, true)
    }
    if Self.opening.contains(token) { return (false, true) }
    let isClitic = token.utf8.count > 1 && (token.hasPrefix("'") || token.hasPrefix("’"))
    return (isClitic || Self.closing.contains(token), false)
  }
}
