/// Words that make a name that of an organisation.
enum OrganisationWords {
  enum Role: Sendable {
    /// It names a kind of body by itself: a place, "of …" or a word before it completes the name.
    case body
    /// It is common in other uses: it wants a word before it.
    case weak
    /// It ends the name of a company.
    case suffix
  }

  static let table = WordTable<Role>(entries(.body, body) + entries(.weak, weak) + entries(.suffix, suffix))

  private static func entries(_ role: Role, _ words: String) -> [(word: String, entry: Role)] {
    words.split(separator: " ").map { (word: String($0), entry: role) }
  }

  private static let body = """
    ministry department bureau institute university commission agency authority association federation parliament \
    embassy academy organization organisation directorate consulate secretariat chamber inspectorate confederation \
    ministerium bundesamt universität behörde amt verband ministère université institut agence \
    ministerio universidad instituto agencia asociación
    """
  private static let weak = """
    office bank council committee union court assembly college school center centre society league board foundation \
    fund party army navy force forces police guard corps command service services company corporation group alliance \
    museum hospital church congress senate tribunal club institution trust charity laboratory observatory press \
    airlines airways industries systems technologies holdings partners courier herald tribune gazette
    """
  private static let suffix = "inc ltd llc plc gmbh ag corp co"

  /// Words that join the parts of a name: "of", "for", "de", "für".
  static let connectors = WordTable(
    "of for de du des del della di da für".split(separator: " ").map { (word: String($0), entry: true) })
  static let articles = WordTable(
    "the la le les el los las der die das l".split(separator: " ").map { (word: String($0), entry: true) })
}
