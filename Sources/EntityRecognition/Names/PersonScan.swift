import ArticleModel

/// Looks through one run for names of persons and for roles.
struct PersonScan {
  let names: NameReader
  let run: TokenizedRun
  let source: SourceText

  private var reader: TokenReader { names.reader }
  private var roles: RoleReader { RoleReader(names: names) }

  func scan(_ found: inout PersonRecognizer.Found) {
    var index = reader.start
    while index < reader.end {
      if let role = roles.role(at: index) {
        index = scan(role, &found)
      } else if let person = person(at: index, evidence: .none) {
        found.persons.append(person)
        index = person.tokens.upperBound
        appositionRole(after: index, &found)
      } else {
        index += 1
      }
    }
  }

  // MARK: Roles

  /// Takes a role and the name behind it; answers where to go on.
  private func scan(_ role: RoleReader.Role, _ found: inout PersonRecognizer.Found) -> Int {
    let isCapitalised = reader.isCapitalised(role.first)
    // "General Motors", "First Minister of Scotland" where that is listed.
    if isCapitalised, let end = names.listedEnd(role.first), end > role.last + 1 { return end }
    // "Foreign Minister, Oana …": a comma may part the office from the name.
    let next = role.last + 1
    // "Mr. President" is one form of address.
    if role.isAddress, reader.isCapitalised(next), let office = roles.role(at: next) {
      let whole = RoleReader.Role(first: role.first, last: office.last, isAddress: office.isAddress)
      if office.isAddress || person(at: office.last + 1, evidence: .role) == nil {
        add(whole, certainty: 0.85, &found)
        return office.last + 1
      }
      add(role, certainty: 0.8, &found)
      return next
    }
    let behindComma = !role.isAddress && reader.punctuation(next) == 0x2C ? next + 1 : next
    let evidence: Evidence = role.isAddress ? .address : (behindComma == next ? .role : .apposition)
    // "State Secretary Dr Heike Vollrath".
    if !role.isAddress, let address = roles.role(at: next), address.isAddress {
      add(role, certainty: 0.9, &found)
      return next
    }
    if let person = person(at: behindComma, evidence: evidence) {
      found.persons.append(person)
      add(role, certainty: 0.95, &found)
      return person.tokens.upperBound
    }
    // In running text a capitalised office stands for its holder: "the President said".
    if isCapitalised, roles.mayStandAlone, !role.isAddress, !names.isTitleCase, run.context != .title,
      run.context != .heading,
      !(names.tokens[role.first].startsSentence && role.first == role.last), isOffice(role)
    {
      add(role, certainty: 0.75, &found)
    }
    return role.last + 1
  }

  /// Whether a capitalised role is one, not part of a name: "Chief of Staff" but not "General Motors", "State Street".
  private func isOffice(_ role: RoleReader.Role) -> Bool {
    !names.isNameWord(role.last + 1) && !(names.isNameWord(role.first - 1) && !names.beginsListedName(role.first - 1))
  }

  /// A role in small letters right behind a name: "Sólveig Arnardóttir, harbour master of …".
  private func appositionRole(after index: Int, _ found: inout PersonRecognizer.Found) {
    guard reader.punctuation(index) == 0x2C else { return }
    var next = index + 1
    var skipped = 0
    // At most an article, a possessive and two adjectives: "the town’s long-serving mayor".
    while next < reader.end, skipped < 6 {
      if let role = roles.role(at: next), !role.isAddress {
        add(role, certainty: 0.85, &found)
        return
      }
      switch reader.kind(next) {
      case .word, .clitic: break
      default: return
      }
      next += 1
      skipped += 1
    }
  }

  private func add(_ role: RoleReader.Role, certainty: Float, _ found: inout PersonRecognizer.Found) {
    found.roles.append(
      Mention(names.range(role.first, role.last), .role, method: .pattern, certainty: certainty))
  }

  // MARK: Names

  enum Evidence { case none, role, apposition, address }

  /// The person whose name begins at a token, if the evidence suffices.
  private func person(at first: Int, evidence: Evidence) -> FoundPerson? {
    guard names.isNameWord(first), roles.part(first) != .address, let end = nameEnd(from: first) else { return nil }
    let words = (first..<end).filter { reader.kind($0) == .word }
    guard let certainty = certainty(first, end, words, evidence) else { return nil }
    return FoundPerson(
      tokens: first..<end, range: names.range(first, end - 1),
      words: PersonRegister.words(first..<end, names, source), certainty: certainty)
  }

  private static let particles = WordTable(
    "de van von der den di da del della la le du dos das al el bin ibn ben ter ten zu af".split(separator: " ").map {
      (word: String($0), entry: true)
    })

  /// Articles, too: they belong to a name behind another particle only ("von der", "van den").
  private static let articles = WordTable([(word: "der", entry: true), (word: "den", entry: true)])

  static func isParticle(_ index: Int, _ names: NameReader) -> Bool { names.has(index, in: particles) }

  /// The token after the name that begins at `first`: at most five words, with initials, particles and hyphens.
  private func nameEnd(from first: Int) -> Int? {
    var index = first
    var words = 0
    var end: Int?
    while index < reader.end, words < 5 {
      if isNamePart(index), index == first || !reader.isGlued(index) || reader.isDash(index - 1) {
        words += 1
        index += 1
        // An initial takes its full stop.
        if names.tokens[index - 1].range.count == 1, reader.punctuation(index) == 0x2E, reader.isGlued(index) {
          index += 1
        }
        end = index
        if let joined = names.afterGluedHyphen(index) { index = joined }
      } else if words > 0, reader.shape(index) == .lower, names.has(index, in: Self.particles), index + 1 < reader.end,
        !names.has(index, in: Self.articles) || names.has(index - 1, in: Self.particles)
      {
        index += 1
      } else {
        break
      }
    }
    // The last word is a name, not a lone initial with the full stop of the sentence.
    guard let last = end, reader.kind(last - 1) == .word else { return nil }
    return last
  }

  private func isNamePart(_ index: Int) -> Bool {
    guard names.isNameWord(index) else { return false }
    let token = names.tokens[index]
    return token.shape != .upper || token.range.count == 1
  }

  private func certainty(_ first: Int, _ end: Int, _ words: [Int], _ evidence: Evidence) -> Float? {
    guard let last = words.last, names.tokens[last].range.count > 1 else { return nil }
    // Most candidates end here: a capitalised word by itself is no person without evidence.
    if evidence == .none, words.count < 2 { return nil }
    let listed = names.listedType(first, through: end - 1)
    if evidence == .address { return 0.97 }
    // A listed name of something else that is as long: "San Diego", "European Commission".
    if let listed, listed != .person { return nil }
    if hasOrganisationWord(words) || words.contains(where: isCalendarWord) { return nil }
    // "German Ambassador Walter Ohlendorf": the name begins behind the office.
    if words.dropFirst().dropLast().contains(where: { roles.part($0) == .head }) { return nil }
    let flags = words.map(names.flags)
    let startsWithGiven = flags[0].contains(.isGivenName)
    switch evidence {
    case .role:
      if words.count == 1 { return flags[0].contains(.isCommonWord) || names.beginsListedName(first) ? nil : 0.85 }
      return names.beginsListedName(first) && !startsWithGiven ? nil : 0.95
    case .apposition:
      return words.count >= 2 && !names.beginsListedName(first) ? 0.9 : nil
    case .address, .none: break
    }
    if run.context == .byline, isBylineWord(first - 1) { return 0.93 }
    if startsWithGiven, let certainty = givenNameCertainty(first, end, words, flags) { return certainty }
    guard !names.isTitleCase, !names.beginsListedName(first), words.count <= 3 else { return nil }
    let isCommon = flags.contains { $0.contains(.isCommonWord) }
    if isFollowedByPersonalEvidence(end) || names.has(first - 1, in: Self.sayings) { return isCommon ? 0.7 : 0.85 }
    guard !isCommon, !names.beginsListedName(last) else { return nil }
    return isUnlikeAPlaceOrThing(before: first) ? (flags.last!.contains(.isSurname) ? 0.75 : 0.62) : nil
  }

  /// "By", "and" or a comma in a by-line.
  private func isBylineWord(_ index: Int) -> Bool {
    reader.matches(index, "by") || reader.matches(index, "and") || reader.punctuation(index) == 0x2C
      || reader.matches(index, "von") || reader.matches(index, "par") || reader.matches(index, "por")
  }

  private static let placing = WordTable(
    """
    the a an in at near from to into on onto through across around outside inside towards toward via called named of
    """.split(separator: " ").map { (word: String($0), entry: true) })

  /// Two unknown capitalised words are a person more often than not, unless an article or a preposition of place stands
  /// before them: "the Ocean Lark", "in Passeio Alegre".
  private func isUnlikeAPlaceOrThing(before first: Int) -> Bool {
    first > reader.start && !names.tokens[first].startsSentence && !names.has(first - 1, in: Self.placing)
  }

  /// How sure a name is that begins with a given name.
  private func givenNameCertainty(_ first: Int, _ end: Int, _ words: [Int], _ flags: [WordFlags]) -> Float? {
    let isCommon = flags[0].contains(.isCommonWord)
    let lastIsCommon = flags.last!.contains(.isCommonWord)
    if names.isTitleCase, isCommon || lastIsCommon || words.count > 3 { return nil }
    if isFollowedByPersonalEvidence(end) { return 0.93 }
    if isCommon && lastIsCommon { return nil }
    if lastIsCommon, !flags.last!.contains(.isSurname) { return nil }
    // "Paris Agreement", "Georgia State": a place before a common word.
    if names.listedType(first, through: first) != nil, lastIsCommon || !flags.last!.contains(.isSurname) { return nil }
    let isSurname = flags.last!.contains(.isSurname)
    return (isCommon || lastIsCommon) ? 0.7 : (isSurname ? 0.92 : 0.85)
  }

  private func hasOrganisationWord(_ words: [Int]) -> Bool {
    words.contains { index in
      let range = names.tokens[index].range
      return OrganisationWords.table.entry(reader.bytes, Int(range.start), Int(range.end)) != nil
    }
  }

  private static let calendar = WordTable(
    """
    january february march april may june july august september october november december monday tuesday wednesday \
    thursday friday saturday sunday street road avenue square river lake mount island bridge station airport park \
    agreement treaty act convention summit conference war prize award cup games festival programme program project \
    initiative plan protocol accord
    """.split(separator: " ").map { (word: String($0), entry: true) })

  private func isCalendarWord(_ index: Int) -> Bool { names.has(index, in: Self.calendar) }

  private static let sayings = WordTable(
    """
    said says told added noted argued warned explained wrote announced stressed insisted recalled emphasized emphasised \
    acknowledged admitted claimed replied asked believes thinks who whose
    """.split(separator: " ").map { (word: String($0), entry: true) })

  /// A verb of saying, "who", an age or a role behind the name.
  private func isFollowedByPersonalEvidence(_ end: Int) -> Bool {
    if names.has(end, in: Self.sayings) { return true }
    guard reader.punctuation(end) == 0x2C else { return false }
    if names.has(end + 1, in: Self.sayings) { return true }
    if let age = reader.integer(end + 1), (5...110).contains(age.value), reader.punctuation(end + 2) == 0x2C {
      return true
    }
    for index in (end + 1)..<(end + 6) where roles.part(index) == .head && reader.shape(index) == .lower { return true }
    return false
  }
}
