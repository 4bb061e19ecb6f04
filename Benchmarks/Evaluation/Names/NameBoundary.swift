import TEIKit

/// Brings spans to the boundaries that our encoding has, so that a difference of conventions is told from an error.
///
/// Some sets have "Foreign Minister Julie Bishop", "the European Union" or "Iraq's" as names; ours hold the name alone
/// (Documentation/ENCODING.md). Applied to both sides: it never makes two different names alike.
enum NameBoundary {
  /// The span without a leading article, a possessive ending and, before a person's name, titles and offices. What would
  /// leave nothing is left as it is.
  static func normalized(_ span: NameSpan, in document: NameDocument) -> NameSpan {
    var words = words(of: span.range, in: document.text)
    guard !words.isEmpty else { return span }
    if words.count > 1, articles.contains(word(words[0], document)) { words.removeFirst() }
    if span.type == .person { words.removeFirst(titleCount(words, document)) }
    guard let first = words.first, let last = words.last else { return span }
    let end = withoutPossessive(last, in: document.text, isAlone: words.count == 1)
    guard end > first.lowerBound else { return span }
    return NameSpan(range: first.lowerBound..<end, type: span.type)
  }

  /// How many leading words say what someone is. A name must be left: "Prime Minister" and "Minister of Foreign Affairs"
  /// stay whole.
  private static func titleCount(_ words: [Range<Int>], _ document: NameDocument) -> Int {
    var count = 0
    while count < words.count - 1 {
      let word = word(words[count], document)
      guard titles.contains(word) || (count > 0 && connecting.contains(word)) else { break }
      count += 1
    }
    let isOffice = titles.contains(word(words[count], document))
    guard count > 0, !isOffice, !connecting.contains(word(words[count - 1], document)) else { return 0 }
    let next = document.text[words[count].lowerBound]
    return next >= 0x80 || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(next) ? count : 0
  }

  private static func withoutPossessive(_ word: Range<Int>, in text: [UInt8], isAlone: Bool) -> Int {
    for ending in ["'s", "’s", "'S", "’S", "'", "’"] where text[word].reversed().starts(with: ending.utf8.reversed()) {
      // "'s" as a word of its own, as tokenised text has it.
      let end = word.upperBound - ending.utf8.count
      if end > word.lowerBound { return end }
      return isAlone ? word.upperBound : end - 1
    }
    return word.upperBound
  }

  private static func words(of range: Range<Int>, in text: [UInt8]) -> [Range<Int>] {
    text[range].split { $0 == 0x20 || $0 == 0x0A }.map { $0.startIndex..<$0.endIndex }
  }

  private static func word(_ range: Range<Int>, _ document: NameDocument) -> String {
    document.string(range).lowercased().filter { $0 != "." && $0 != "," }
  }

  private static let articles: Set<String> = ["the", "a", "an"]

  /// Words that stand in a title behind its first: "Secretary of State for Foreign Affairs".
  private static let connecting: Set<String> = ["of", "for", "and", "the", "to"]

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "hon", "honourable",
    "honorable", "he", "hrh", "excellency", "president", "vice-president", "vice", "deputy", "prime", "minister",
    "ministers", "foreign", "defence", "defense", "interior", "finance", "affairs", "state", "secretary",
    "secretary-general", "undersecretary", "general", "gen", "lieutenant", "lt", "colonel", "col", "major", "maj",
    "captain", "capt", "sergeant", "sgt", "commander", "cmdr", "admiral", "adm", "brigadier", "brig", "marshal",
    "chief", "justice", "judge", "attorney", "senator", "sen", "representative", "rep", "congressman", "congresswoman",
    "governor", "gov", "mayor", "chancellor", "ambassador", "envoy", "special", "director", "director-general",
    "chairman", "chairwoman", "chair", "spokesman", "spokeswoman", "spokesperson", "king", "queen", "prince",
    "princess", "emperor", "empress", "pope", "bishop", "archbishop", "cardinal", "reverend", "rev", "father", "fr",
    "ayatollah", "imam", "former", "acting", "us", "uk", "high", "commissioner", "leader", "officer",
  ]
}
