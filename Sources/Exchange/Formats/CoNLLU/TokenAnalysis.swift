/// What is known of a token, in the columns of CoNLL-U.
///
/// `w/@pos` is the corpus' own tag unless it is one of Universal Dependencies; `w/@msd` is `UPosTag=NOUN|Number=Sing` in
/// ParlaMint, features alone elsewhere.
struct TokenAnalysis {
  private(set) var universal = "_"
  private(set) var own = "_"
  private(set) var features = "_"

  private static let universalTags: Set<String> = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
  ]

  init(_ token: StandoffToken) {
    var rest: [Substring] = []
    for feature in token.features.split(separator: "|") {
      if feature.hasPrefix("UPosTag="), universal == "_" {
        universal = ColumnText.withoutSpaces(String(feature.dropFirst("UPosTag=".count)))
      } else {
        rest.append(feature)
      }
    }
    if !token.partOfSpeech.isEmpty {
      if universal == "_", Self.universalTags.contains(token.partOfSpeech) {
        universal = token.partOfSpeech
      } else {
        own = ColumnText.withoutSpaces(token.partOfSpeech)
      }
    }
    guard !rest.isEmpty else { return }
    if rest.allSatisfy({ $0.contains("=") }) {
      features = ColumnText.withoutSpaces(rest.joined(separator: "|"))
    } else if own == "_" {
      // A tag that says all in one word, as "Ncmsn".
      own = ColumnText.withoutSpaces(rest.joined(separator: "|"))
    }
  }

  /// The universal tag, `X` for one that Universal Dependencies do not have.
  var knownUniversal: String {
    universal == "_" || Self.universalTags.contains(universal) ? universal : "X"
  }

  /// Takes the columns into a token: its own tag, else the universal one; features with the tag that is left.
  static func read(_ universal: Substring, _ own: Substring, _ features: Substring, into token: inout StandoffToken) {
    let universal = ColumnText.orEmpty(String(universal))
    let own = ColumnText.orEmpty(String(own))
    let features = ColumnText.orEmpty(String(features))
    token.partOfSpeech = own.isEmpty ? universal : own
    let tag = own.isEmpty || universal.isEmpty ? "" : "UPosTag=" + universal
    token.features = [tag, features].filter { !$0.isEmpty }.joined(separator: "|")
  }
}
