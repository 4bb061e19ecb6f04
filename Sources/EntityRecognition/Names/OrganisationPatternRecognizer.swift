import ArticleModel

/// Finds organisations by the shape of their names: "Ministry of …", "Romanian … Agency", "… Organization", "… GmbH".
public struct OrganisationPatternRecognizer: EntityRecognizer {
  private let gazetteer: CompiledGazetteer
  /// Words that a name takes in on either side of its head.
  private static let longestSide = 8

  public init(gazetteer: CompiledGazetteer = .embedded) { self.gazetteer = gazetteer }

  public func mentions(in input: RecognitionInput) -> [Mention] {
    var mentions: [Mention] = []
    input.forEachNamedRun(gazetteer) { run, names in
      guard !names.isTitleCase || run.context == .paragraph || run.context == .item else { return }
      var index = run.tokens.lowerBound
      while index < run.tokens.upperBound {
        guard let role = role(index, names), let name = name(around: index, role, names) else {
          index += 1
          continue
        }
        mentions.append(
          Mention(names.range(name.first, name.last), .organisation, method: .pattern, certainty: name.certainty))
        index = name.last + 1
      }
    }
    return mentions
  }

  /// The tokens of an organisation's name that ends right before a token.
  func name(endingBefore end: Int, _ names: NameReader) -> Range<Int>? {
    for index in max(names.reader.start, end - 12)..<end {
      if let role = role(index, names), let name = name(around: index, role, names), name.last == end - 1 {
        return name.first..<end
      }
    }
    return nil
  }

  private func role(_ index: Int, _ names: NameReader) -> OrganisationWords.Role? {
    guard names.reader.isCapitalised(index) else { return nil }
    let range = names.tokens[index].range
    return OrganisationWords.table.entry(names.reader.bytes, Int(range.start), Int(range.end))
  }

  private struct Name {
    var first: Int
    var last: Int
    var certainty: Float
  }

  private func name(around head: Int, _ role: OrganisationWords.Role, _ names: NameReader) -> Name? {
    let first = leftEnd(of: head, names)
    let last = role == .suffix ? head : rightEnd(of: head, names)
    let left = first < head
    let right = last > head
    switch role {
    case .body: guard left || right else { return nil }
    case .weak: guard left || (right && last - head >= 3) else { return nil }
    case .suffix: guard left else { return nil }
    }
    // A sentence may begin with a word that is capitalised for that alone: "Regional Council …" may, "Local police" not.
    let isDoubtful =
      !right && names.tokens[first].startsSentence && names.flags(first).contains(.isCommonWord)
      && !names.beginsListedName(first)
    let base: Float = role == .body ? (right ? 0.92 : 0.85) : 0.8
    return Name(first: first, last: last, certainty: isDoubtful ? base - 0.25 : base)
  }

  /// The first word of the name to whose right `head` stands.
  private func leftEnd(of head: Int, _ names: NameReader) -> Int {
    var first = names.beforeGluedHyphens(head)
    while head - first < Self.longestSide {
      let before = first - 1
      if names.isNameWord(before), !names.reader.isGlued(first) {
        first = names.beforeGluedHyphens(before)
      } else if isAnd(before, names), names.isNameWord(before - 1), !names.beginsListedName(before - 1),
        !names.tokens[before - 1].startsSentence, before - 1 > names.reader.start
      {
        // "Science and Technology Organization", but not "Poland and the … Agency".
        first = names.beforeGluedHyphens(before - 1)
      } else {
        return first
      }
    }
    return first
  }

  /// The last word of what "of …" or "for …" adds to the name.
  private func rightEnd(of head: Int, _ names: NameReader) -> Int {
    var last = head
    var index = head + 1
    while index < names.reader.end, index - head <= Self.longestSide * 2 {
      if isConnector(index, names) {
        var next = index + 1
        if isArticle(next, names) { next += 1 }
        guard names.reader.isCapitalised(next), !names.isFunctionWord(next) || names.beginsListedName(next) else {
          break
        }
        last = next
      } else if last > head, names.reader.isCapitalised(index), last == index - 1, !names.reader.isGlued(index),
        !names.isFunctionWord(index)
      {
        last = index
      } else if last > head, let joined = names.afterGluedHyphen(index), last == index - 1 {
        last = joined
      } else if last > head, let next = joinedByAnd(index, last, names) {
        last = next
      } else {
        break
      }
      index = last + 1
    }
    return last
  }

  /// The word behind "and", or behind a comma in a list that ends in "and": "Environment, Food and Rural Affairs".
  private func joinedByAnd(_ index: Int, _ last: Int, _ names: NameReader) -> Int? {
    guard index == last + 1 else { return nil }
    if isAnd(index, names) {
      let next = index + 1
      guard names.isNameWord(next), !names.beginsListedName(next), names.reader.shape(next) != .upper,
        !names.flags(next).contains(.isGivenName)
      else { return nil }
      return next
    }
    guard names.reader.punctuation(index) == 0x2C, names.isNameWord(index + 1), !names.beginsListedName(index + 1)
    else {
      return nil
    }
    // Only where "and" closes the list within a few words.
    for next in (index + 2)..<(index + 6) {
      if isAnd(next, names) { return names.isNameWord(next + 1) && !names.beginsListedName(next + 1) ? index + 1 : nil }
      guard names.isNameWord(next) || names.reader.punctuation(next) == 0x2C else { return nil }
    }
    return nil
  }

  private func isAnd(_ index: Int, _ names: NameReader) -> Bool {
    names.reader.matches(index, "and") || names.reader.punctuation(index) == 0x26 || names.reader.matches(index, "und")
      || names.reader.matches(index, "et") || names.reader.matches(index, "y")
  }

  private func isConnector(_ index: Int, _ names: NameReader) -> Bool {
    names.reader.kind(index) == .word && names.reader.shape(index) == .lower
      && names.has(index, in: OrganisationWords.connectors)
  }

  private func isArticle(_ index: Int, _ names: NameReader) -> Bool {
    names.reader.shape(index) == .lower && names.has(index, in: OrganisationWords.articles)
  }
}

extension NameReader {
  func has(_ index: Int, in table: WordTable<Bool>) -> Bool {
    guard reader.contains(index) else { return false }
    return table.entry(reader.bytes, Int(tokens[index].range.start), Int(tokens[index].range.end)) != nil
  }
}
