import ArticleModel

/// The persons of an article: which names are one person's, and where a surname alone is one.
struct PersonRegister {
  /// The fullest name by each name that occurs.
  private var canonical: [[String]: String] = [:]
  /// The fullest name by surname; nil where two persons share it.
  private var bySurname: [String: String?] = [:]

  init(_ persons: [FoundPerson]) {
    // The longest names first: a shorter one is a form of a longer one that holds all its words and ends the same.
    let names = Set(persons.map(\.words)).sorted { ($1.count, $0.joined()) < ($0.count, $1.joined()) }
    var full: [[String]] = []
    for name in names {
      if name.count > 1, let longer = full.first(where: { Self.isForm(name, of: $0) }) {
        canonical[name] = Self.text(longer)
      } else if name.count > 1 {
        full.append(name)
        canonical[name] = Self.text(name)
        let surname = name[name.count - 1]
        bySurname[surname] = bySurname[surname] == nil ? .some(Self.text(name)) : .some(nil)
      }
    }
    for name in names where name.count == 1 {
      canonical[name] = (bySurname[name[0]] ?? nil) ?? name[0]
      // "Mr Sinclair", then "Sinclair".
      if bySurname[name[0]] == nil { bySurname[name[0]] = .some(name[0]) }
    }
  }

  private static func isForm(_ name: [String], of longer: [String]) -> Bool {
    guard longer.last == name.last, longer.first == name.first else { return false }
    return name.allSatisfy(longer.contains)
  }

  private static func text(_ words: [String]) -> String { words.joined(separator: " ") }

  func mention(of person: FoundPerson) -> Mention {
    let name = canonical[person.words] ?? Self.text(person.words)
    return Mention(
      person.range, .person, method: .personEvidence, certainty: person.certainty, identity: EntityIdentity(name: name))
  }

  /// Surnames that stand alone in a run.
  func shortForms(
    in run: TokenizedRun, _ names: NameReader, _ source: SourceText, _ taken: Set<Int>, _ mentions: inout [Mention]
  ) {
    for index in run.tokens where names.reader.isCapitalised(index) && !taken.contains(index) {
      let range = names.tokens[index].range
      guard let known = bySurname[source.string(range)], let name = known else { continue }
      // Part of another name: "Cuza University", "Maria Cuza", "Cuza-Popescu".
      if names.isNameWord(index + 1), !names.reader.isGlued(index + 1), !names.isFunctionWord(index + 1) { continue }
      if names.isNameWord(index - 1), !names.reader.isGlued(index), !names.tokens[index - 1].startsSentence { continue }
      if names.afterGluedHyphen(index + 1) != nil { continue }
      let isDoubtful = names.beginsListedName(index) || names.flags(index).contains(.isCommonWord)
      mentions.append(
        Mention(
          range, .person, method: .shortForm, certainty: isDoubtful ? 0.7 : 0.92, identity: EntityIdentity(name: name)))
    }
  }
}
