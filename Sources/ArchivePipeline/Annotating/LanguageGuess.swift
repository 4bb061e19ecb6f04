import ArticleModel

/// Guesses the language of an article by its commonest words: English, German, French or Spanish, else undetermined.
///
/// A table of our own of the forty commonest function words of each language, those that two of the four share left out:
/// on whole articles nothing larger is needed, and an article is never so short that its certainty matters less than
/// the start-up time of a model.
enum LanguageGuess {
  private static let words: [String: [String]] = [
    "en": """
    the of and to is that for it with was on are be this have from they which you not but had has were their by at \
    will would there been more who can about when said than
    """,
    "de": """
    der die und den von zu das mit sich auf für ist im dem nicht ein eine als auch werden aus er hat dass sie \
    nach wird bei einer um am sind noch wie einem über einen zum
    """,
    "fr": """
    le les et est une du dans qui que pour au pas sur par plus ce avec il sont cette aux ont été mais ou ses leur \
    ces nous comme elle être deux ils sa l d
    """,
    "es": """
    el los y las del se por con una su para es al lo como más pero sus fue este ha entre cuando ser dos también muy \
    hasta desde años sobre son está todo esta qué hay
    """,
  ].mapValues { $0.split(separator: " ").map(String.init) }

  private static let languages = words.keys.sorted()

  /// Which language a word counts for.
  private static let table: [[UInt8]: Int] = {
    var table: [[UInt8]: Int] = [:]
    for (index, language) in languages.enumerated() {
      for word in words[language]! where table.updateValue(index, forKey: Array(word.utf8)) != nil {
        preconditionFailure("\"\(word)\" stands in two lists")
      }
    }
    return table
  }()

  /// Bytes that are looked at: the beginning of an article tells its language.
  private static let sample = 16_384

  /// A language tag; `und` where fewer than one word in twenty is in the lists.
  static func language(of source: SourceText) -> String {
    var counts = [Int](repeating: 0, count: languages.count)
    var total = 0
    var word: [UInt8] = []
    for byte in source.bytes.prefix(sample) {
      if Characters.isASCIILetter(byte) {
        word.append(byte | 0x20)
      } else if byte >= 0x80 {
        word.append(byte)
      } else if !word.isEmpty {
        total += 1
        if let language = table[word] { counts[language] += 1 }
        word.removeAll(keepingCapacity: true)
      }
    }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] * 20 >= max(1, total) else {
      return "und"
    }
    return languages[best]
  }
}
