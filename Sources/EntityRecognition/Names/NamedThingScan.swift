import ArticleModel

/// Reads the name that a word of ``NamedThingWords`` makes with the words around it.
struct NamedThingScan {
  let names: NameReader

  var reader: TokenReader { names.reader }

  @inline(__always)
  func mention(at index: Int) -> Mention? {
    let range = names.tokens[index].range
    guard let patterns = NamedThingWords.table.entry(reader.bytes, Int(range.start), Int(range.end)) else { return nil }
    for pattern in patterns {
      if let found = found(pattern, index) {
        return Mention(
          names.range(found.first, found.last), found.type, method: .pattern, certainty: found.certainty)
      }
    }
    return nil
  }

  struct Found {
    var first: Int
    var last: Int
    var type: MentionType
    var certainty: Float
  }

  private func found(_ pattern: NamedThingWords.Pattern, _ index: Int) -> Found? {
    let isCapitalised = reader.isCapitalised(index)
    switch pattern {
    case .ending(let type, let certainty):
      guard let first = nameBefore(index, type), type != .programme || isTelling(first, index) else { return nil }
      return Found(first: first, last: index, type: type, certainty: certainty)
    case .smallEnding(let type, let certainty):
      guard !isCapitalised, let first = nameBefore(index, type), names.listedType(first, through: index - 1) == nil,
        !names.tokens[first].startsSentence
      else { return nil }
      return Found(first: first, last: index, type: type, certainty: certainty)
    case .properEnding(let type, let certainty):
      // "Habecks Plan"
      if names.capitalisesNouns, type == .programme || type == .law { return nil }
      guard isCapitalised, names.afterGluedHyphen(index + 1) == nil, let first = nameBefore(index, type) else {
        return nil
      }
      return ended(first, index, type, certainty)
    case .contest(let type, let certainty):
      guard isCapitalised, names.afterGluedHyphen(index + 1) == nil,
        let first = nameBefore(index, type, allowsListed: true)
      else { return nil }
      return ended(first, index, type, certainty)
    case .pairEnding(let word, let type, let certainty):
      guard reader.matches(index - 1, word), !reader.isGlued(index), reader.shape(index) == .lower,
        let first = nameBefore(index - 1, type)
      else { return nil }
      return Found(first: first, last: index, type: type, certainty: certainty)
    case .properPair(let words, let type, let certainty):
      guard isCapitalised, reader.isCapitalised(index - 1), words.contains(where: { reader.matches(index - 1, $0) })
      else { return nil }
      return ended(index - 1, index, type, certainty)
    case .beginning(let type, let certainty):
      guard isCapitalised, names.isNameWord(index + 1), !reader.isGlued(index + 1), isNamed(index + 1, type) else {
        return nil
      }
      return Found(first: index, last: capitalsEnd(index + 1), type: type, certainty: certainty)
    case .beginningOf(let type, let certainty):
      guard isCapitalised else { return nil }
      return of(index, type, certainty)
    case .smallBeginningOf(let type, let certainty): return small(index, type, certainty)
    case .numbered(let type, let certainty): return numbered(index, type, certainty)
    case .yeared(let type, let certainty):
      guard isCapitalised, let year = year(index + 1), year >= 1950 else { return nil }
      return Found(first: index, last: index + 1, type: type, certainty: certainty)
    case .model: return model(index)
    case .designator: return designator(index)
    case .ship:
      guard reader.shape(index) == .upper, names.isNameWord(index + 1), !reader.isGlued(index + 1) else { return nil }
      return Found(first: index, last: min(capitalsEnd(index + 1), index + 4), type: .product, certainty: 0.85)
    }
  }

  // MARK: Words before

  /// The name with what "on" or "of" adds on its right, and the year of an act or a contest.
  private func ended(_ first: Int, _ head: Int, _ type: MentionType, _ certainty: Float) -> Found? {
    var (first, last) = (first, rightEnd(head))
    // "Tower Bridge Road", "Kyoto Protocol Centre": part of a longer name.
    if last == head, names.isNameWord(head + 1), !reader.isGlued(head + 1), !names.tokens[head + 1].startsSentence {
      return nil
    }
    if type == .law || type == .programme { first = joinedBefore(first) }
    if type == .law, year(last + 1) != nil || reader.matches(last + 1, "of") && year(last + 2) != nil {
      // "Human Rights Act 1998", "Civil Rights Act of 1964"
      last += reader.matches(last + 1, "of") ? 2 : 1
    } else if type == .event {
      // "2018 World Cup", "Olympic Games 2024"
      if year(first - 1) != nil, !reader.isGlued(first) { first -= 1 }
      if last == head, year(last + 1) != nil { last += 1 }
    }
    return Found(first: first, last: last, type: type, certainty: certainty)
  }

  /// The first of the capitalised words right before a token, at least one that is no nationality or listed body.
  private func nameBefore(_ index: Int, _ type: MentionType, allowsListed: Bool = false) -> Int? {
    guard !reader.isGlued(index) else { return nil }
    var first = index
    while index - first < 6, names.isNameWord(first - 1), first == index || !reader.isGlued(first) {
      first = names.beforeGluedHyphens(first - 1)
    }
    guard first < index else { return nil }
    if names.listedType(first, through: index) == type { return first }
    // "NATO base", "European program": the listed name stands for itself.
    if !allowsListed, let listed = names.listedType(first, through: index - 1),
      listed == .demonym || listed == .organisation || listed == .country
    {
      return nil
    }
    // One word that is written small as well makes no name: "Federal Program", "Regional Conference".
    if first == index - 1, names.flags(first).contains(.isCommonWord) { return nil }
    return first
  }

  /// Whether more than one common word names a programme: "Medicare program" and "Federal program" may be any.
  private func isTelling(_ first: Int, _ head: Int) -> Bool {
    first < head - 1 || reader.shape(first) == .mixed || names.listedType(first, through: head) == .programme
  }

  /// The first word of a name whose parts "and" joins: "Land and Water Conservation Fund", but not "Poland and the …".
  private func joinedBefore(_ first: Int) -> Int {
    if reader.matches(first - 1, "no"), reader.isCapitalised(first - 1) { return first - 1 }
    let part = first - 2
    guard reader.matches(first - 1, "and") || reader.punctuation(first - 1) == 0x26, names.isNameWord(part),
      !names.tokens[part].startsSentence, !names.beginsListedName(part), names.flags(part).contains(.isCommonWord),
      !reader.isCapitalised(part - 1) || names.isFunctionWord(part - 1)
    else { return first }
    let range = names.tokens[part].range
    return NamedThingWords.table.entry(reader.bytes, Int(range.start), Int(range.end)) == nil ? part : first
  }

  // MARK: Words behind

  /// The tokens that a name has behind its first word at most: what is longer is a list in capitals.
  private static let longest = 24

  private func capitalsEnd(_ index: Int) -> Int {
    var last = index
    while last - index < Self.longest {
      if names.isNameWord(last + 1), !reader.isGlued(last + 1), !names.tokens[last + 1].startsSentence {
        last += 1
      } else if let joined = names.afterGluedHyphen(last + 1) {
        last = joined
      } else if reader.tokens[last].range.count == 1, reader.punctuation(last + 1) == 0x2E, reader.isGlued(last + 1),
        names.isNameWord(last + 2)
      {
        // "Gerald R. Ford"
        last += 2
      } else {
        return last
      }
    }
    return last
  }

  /// "… Convention on Night Trains": what "on", "for" or "of" adds to the name.
  private func rightEnd(_ last: Int) -> Int {
    guard reader.matches(last + 1, "on") || reader.matches(last + 1, "for") || reader.matches(last + 1, "of"),
      names.isNameWord(last + 2), !names.beginsListedName(last + 2)
    else { return last }
    return longEnd(last + 2)
  }

  /// The end of a long title: "the Elimination of All Forms of Discrimination against Women".
  private func longEnd(_ index: Int) -> Int {
    var last = capitalsEnd(index)
    while last - index < Self.longest {
      var next = last + 1
      var isAnd = false
      while next <= last + 2, reader.shape(next) == .lower, names.has(next, in: Self.joining) {
        isAnd = isAnd || reader.matches(next, "and") || reader.matches(next, "y") || reader.matches(next, "et")
        next += 1
      }
      // "the Treaty of Rome and Germany": what is listed stands for itself.
      guard next > last + 1, names.isNameWord(next) || reader.matches(next, "all") && reader.isCapitalised(next),
        !names.tokens[next].startsSentence, !(isAnd && names.beginsListedName(next))
      else { return last }
      last = capitalsEnd(next)
    }
    return last
  }

  private static let joining = WordTable(
    "of on for and the against de la des du les der und et y contra contre".split(separator: " ").map {
      (word: String($0), entry: true)
    })

  private static let of = WordTable(
    "of on for to von vom über zur zum bei um".split(separator: " ").map { (word: String($0), entry: true) })

  /// "Treaty of …", "Convention on the …", "Schlacht bei …".
  private func of(_ index: Int, _ type: MentionType, _ certainty: Float) -> Found? {
    guard names.has(index + 1, in: Self.of), reader.shape(index + 1) == .lower else { return nil }
    let next = reader.matches(index + 2, "the") || reader.matches(index + 2, "den") ? index + 3 : index + 2
    guard names.isNameWord(next), !names.capitalisesNouns || names.beginsListedName(next) else { return nil }
    return Found(first: index, last: longEnd(next), type: type, certainty: certainty)
  }

  private static let romance = WordTable(
    "de du des del d".split(separator: " ").map { (word: String($0), entry: true) })
  private static let romanceArticles = WordTable(
    "la le les los las l".split(separator: " ").map { (word: String($0), entry: true) })

  /// "traité de Lisbonne", "batalla del Ebro", "isla de la Cartuja": the name itself is capitalised.
  private func small(_ index: Int, _ type: MentionType, _ certainty: Float) -> Found? {
    guard names.has(index + 1, in: Self.romance), reader.shape(index + 1) == .lower else { return nil }
    let next = names.has(index + 2, in: Self.romanceArticles) ? index + 3 : index + 2
    guard names.isNameWord(next), !names.flags(next).contains(.isGivenName) || names.beginsListedName(next) else {
      return nil
    }
    return Found(first: index, last: capitalsEnd(next), type: type, certainty: certainty)
  }

  /// Whether the word behind "River", "Lake" or "Storm" begins a name: not "Mount Everest" only, but not "Project Manager".
  private func isNamed(_ index: Int, _ type: MentionType) -> Bool {
    type == .event || type == .facility || !names.flags(index).contains(.isCommonWord)
  }
}
