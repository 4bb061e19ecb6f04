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

  /// The words of a name; what hyphens join is one word.
  static func words(_ tokens: Range<Int>, _ names: NameReader, _ source: SourceText) -> [String] {
    var words: [String] = []
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      var last = index
      while let joined = names.afterGluedHyphen(last + 1), joined < tokens.upperBound { last = joined }
      if names.reader.kind(index) == .word { words.append(source.string(names.range(index, last))) }
      index = last + 1
    }
    return words
  }

  func mention(of person: FoundPerson) -> Mention {
    let name = canonical[person.words] ?? Self.text(person.words)
    return Mention(
      person.range, .person, method: .personEvidence, certainty: person.certainty, identity: EntityIdentity(name: name))
  }

  /// Surnames that stand alone in a run.
  func shortForms(
    in run: TokenizedRun, _ names: NameReader, _ source: SourceText, _ taken: Set<Int>, _ mentions: inout [Mention]
  ) {
    var index = run.tokens.lowerBound
    while index < run.tokens.upperBound {
      let first = index
      index += 1
      guard names.reader.isCapitalised(first), !taken.contains(first) else { continue }
      guard let last = shortFormEnd(at: first, names, source) else { continue }
      index = last + 1
      let range = names.range(first, last)
      guard let known = bySurname[source.string(names.range(surnameStart(first, last, names), last))], let name = known,
        standsAlone(first, last, names)
      else { continue }
      let isDoubtful = names.beginsListedName(first) || names.flags(first).contains(.isCommonWord)
      mentions.append(
        Mention(
          range, .person, method: .shortForm, certainty: isDoubtful ? 0.7 : 0.92, identity: EntityIdentity(name: name)))
    }
  }

  /// The last token of the surname that begins at a token: hyphens join, and a particle may begin it ("Van der Aar").
  private func shortFormEnd(at first: Int, _ names: NameReader, _ source: SourceText) -> Int? {
    var last = first
    while names.reader.contains(last + 1), !names.isNameWord(last) || PersonScan.isParticle(last, names) {
      guard last - first < 3, PersonScan.isParticle(last, names) else { return nil }
      last += 1
    }
    while let joined = names.afterGluedHyphen(last + 1) { last = joined }
    return last
  }

  /// The first token behind the particles.
  private func surnameStart(_ first: Int, _ last: Int, _ names: NameReader) -> Int {
    var start = first
    while start < last, PersonScan.isParticle(start, names) { start += 1 }
    return start
  }

  /// Whether no other name goes on around it: not in "Cuza University", "Maria Cuza".
  private func standsAlone(_ first: Int, _ last: Int, _ names: NameReader) -> Bool {
    if names.isNameWord(last + 1), !names.reader.isGlued(last + 1) { return false }
    return !(names.isNameWord(first - 1) && !names.reader.isGlued(first) && !names.tokens[first - 1].startsSentence)
  }
}
