/// The parts of an organisation's name that tell organisations apart.
package struct OrganisationName: Sendable {
  /// What is compared: the words without article and legal form; of a ministry its subjects in any order, so that "Health
  /// Ministry" and "Ministry of Health" are one.
  let key: UInt64
  /// The country that the name of a ministry has in itself.
  let country: CountryKey?
  /// Whether every country has one of this name.
  package let isMinistry: Bool
  /// Whether it is only the word for such a thing: "Ministry".
  package let isGeneric: Bool
  /// The first letters of its words, without the small ones and with them.
  let initials: Initials
  /// Which of the words that it was read from count; of a ministry those of its subjects.
  let kept: [Int]

  private static let ministries = Set<FoldedWord>(
    folded: "ministry ministries ministerio ministere ministerium")
  private static let small = Set<FoldedWord>(
    folded: "of the for and on in to at de la le les del des du et y der die das fur und von a an")
  private static let legalForms = Set<FoldedWord>(
    folded: "ag gmbh inc ltd llc plc corp co sa spa nv bv se kg oy oyj ab asa srl sarl sas llp limited "
      + "incorporated corporation company group holding holdings kgaa pty aps doo zrt ooo oao pjsc")
  private static let generic = Set<FoldedWord>(
    folded: "ministry department agency committee commission council board office bureau institute company bank "
      + "court party union university association federation group team club government administration "
      + "authority organization organisation foundation service centre center college school corporation "
      + "coalition alliance army police ministerium ministere ministerio")
  /// Words of ministries that differ by habit; nothing for those that may be left out.
  static let synonyms: [String: String] = [
    "defense": "defence", "labor": "labour", "internal": "interior", "affairs": "", "national": "",
    "economics": "economy", "external": "foreign",
  ]
  private static let synonymHashes: [UInt64: UInt64?] = Dictionary(
    uniqueKeysWithValues: synonyms.map { (FoldedWord($0.utf8).hash, $1.isEmpty ? nil : FoldedWord($1.utf8).hash) })
  private static let the = FoldedWord("the".utf8)

  /// - Parameter words: The name, folded.
  init?(_ words: [FoldedWord]) {
    let start = words.count > 1 && words[0] == Self.the ? 1 : 0
    guard start < words.count else { return nil }
    var end = words.count
    initials = Initials(words[start...])
    if words.contains(where: Self.ministries.contains) {
      var country: CountryKey?
      var subjects: [UInt64] = []
      var kept: [Int] = []
      for index in start..<end where !Self.small.contains(words[index]) && !Self.ministries.contains(words[index]) {
        if let code = CountryWords.code(words[index]) {
          country = code
        } else if let subject = Self.synonymHashes[words[index].hash, default: words[index].hash],
          !subjects.contains(subject)
        {
          subjects.append(subject)
          kept.append(index)
        }
      }
      isMinistry = !subjects.isEmpty
      isGeneric = subjects.isEmpty
      key = subjects.sorted().reduce(NameHash.seed, NameHash.mix)
      self.country = country
      self.kept = kept
      return
    }
    isMinistry = false
    country = nil
    isGeneric = end - start == 1 && Self.generic.contains(words[start])
    while end - start > 1, Self.legalForms.contains(words[end - 1]) { end -= 1 }
    key = NameHash.of(words[start..<end])
    kept = Array(start..<end)
  }

  private static let everywhere = Set<FoldedWord>(
    folded: "supreme high constitutional central national federal state court appeal appeals bank assembly "
      + "council security intelligence service police guard coast border navy army air force forces armed "
      + "parliament senate house representatives commons lords congress labour labor democratic party "
      + "conservative liberal socialist social green communist republican progressive people peoples "
      + "department justice education health office general attorney prosecutor prosecutors treasury election "
      + "electoral commission statistics agency foreign interior defence defense customs revenue fire city "
      + "town hall university museum red cross chamber commerce association federation union football olympic "
      + "committee academy sciences institute public library ministers cabinet government")

  /// Whether a name may be that of an office of any country: it is of such words only ("Supreme Court", "Central Bank"), or
  /// begins as they do and names no country ("National Food Agency", "Department of Welfare").
  static func isOfEveryCountry(_ words: some Collection<FoldedWord>) -> Bool {
    if words.allSatisfy({ everywhere.contains($0) || small.contains($0) }) { return true }
    return words.first.map(leading.contains) ?? false && !words.contains { CountryWords.code($0) != nil }
  }

  private static let leading = Set<FoldedWord>(folded: "national federal department central state")

  static func isSmall(_ word: FoldedWord) -> Bool { small.contains(word) }
}

/// The first letters of a name.
struct Initials: Sendable {
  /// Of the words that count, and of all; nil where there are fewer than two.
  let large: Acronym.Letters?
  let all: Acronym.Letters?

  init(_ words: some Collection<FoldedWord>) {
    let large = Acronym.Letters(words.lazy.filter { !OrganisationName.isSmall($0) }.map(\.initial))
    let all = Acronym.Letters(words.lazy.map(\.initial))
    self.large = large.count > 1 ? large : nil
    self.all = all.count > 1 && all != large ? all : nil
  }

  static let none = Initials([])

  /// Calls `body` with each that has three letters or more.
  func forEachLong(_ body: (Acronym.Letters) -> Void) {
    if let large, large.count > 2 { body(large) }
    if let all, all.count > 2 { body(all) }
  }
}
