import ArticleModel

/// Finds facilities, events, programmes and laws by the shape of their names: "Mihail Kogalniceanu airbase", "Operation
/// …", "Exercise …", "Joint Strike Fighter program", "Treaty of …", "Directive 2012/34/EU".
public struct NamedThingRecognizer: EntityRecognizer {
  private let gazetteer: CompiledGazetteer

  public init(gazetteer: CompiledGazetteer = .embedded) { self.gazetteer = gazetteer }

  public func mentions(in input: RecognitionInput) -> [Mention] {
    var mentions: [Mention] = []
    input.forEachNamedRun(gazetteer) { run, names in
      guard !names.isTitleCase else { return }
      for index in run.tokens where names.reader.kind(index) == .word {
        let range = names.tokens[index].range
        guard let word = Self.words.entry(names.reader.bytes, Int(range.start), Int(range.end)),
          let mention = mention(word, at: index, names)
        else { continue }
        mentions.append(mention)
      }
    }
    return mentions
  }

  /// How a word makes a name.
  private enum Word: Sendable {
    /// It ends the name, capitalised or not: "airbase", "program".
    case ending(MentionType, Float)
    /// It ends the name and is capitalised itself: "Act", "Bridge", "Summit".
    case properEnding(MentionType, Float)
    /// It begins the name: "Operation", "Exercise", "Storm".
    case beginning(MentionType, Float)
    /// It begins the name and "of" or "on" follows: "Treaty of", "Battle of".
    case beginningOf(MentionType, Float)
    /// A number follows: "Directive 2012/34/EU".
    case numbered(MentionType, Float)
  }

  private static let words: WordTable<[Word]> = {
    var table: [String: [Word]] = [:]
    func add(_ words: String, _ word: Word) {
      for text in words.split(separator: " ") { table[String(text), default: []].append(word) }
    }
    add("airbase airfield airport", .ending(.facility, 0.85))
    add(
      "base bridge tunnel station stadium harbour port prison palace cathedral dam reactor",
      .properEnding(.facility, 0.8))
    add("camp fort", .beginning(.facility, 0.75))
    add("program programme initiative", .ending(.programme, 0.75))
    add("fund plan policy facility project scheme", .properEnding(.programme, 0.65))
    add(
      "summit olympics championship championships festival conference forum referendum war uprising contest",
      .properEnding(.event, 0.75))
    add("operation exercise hurricane storm cyclone typhoon", .beginning(.event, 0.85))
    add("battle siege", .beginningOf(.event, 0.85))
    add("act treaty convention accord accords protocol pact agreement", .properEnding(.law, 0.8))
    add("treaty convention", .beginningOf(.law, 0.85))
    add("directive regulation resolution", .numbered(.law, 0.85))
    return WordTable(table.map { (word: $0.key, entry: $0.value) })
  }()

  private func mention(_ words: [Word], at index: Int, _ names: NameReader) -> Mention? {
    for word in words {
      switch word {
      case .ending(let type, let certainty):
        if let first = nameBefore(index, names) { return mention(first, index, type, certainty, names) }
      case .properEnding(let type, let certainty):
        guard names.reader.isCapitalised(index), names.afterGluedHyphen(index + 1) == nil,
          let first = nameBefore(index, names)
        else { continue }
        return mention(first, rightEnd(index, names), type, certainty, names)
      case .beginning(let type, let certainty):
        guard names.reader.isCapitalised(index), names.isNameWord(index + 1), !names.reader.isGlued(index + 1) else {
          continue
        }
        return mention(index, capitalsEnd(index + 1, names), type, certainty, names)
      case .beginningOf(let type, let certainty):
        guard names.reader.isCapitalised(index),
          names.reader.matches(index + 1, "of") || names.reader.matches(index + 1, "on")
        else { continue }
        let next = names.reader.matches(index + 2, "the") ? index + 3 : index + 2
        guard names.isNameWord(next) else { continue }
        return mention(index, rightEnd(capitalsEnd(next, names), names), type, certainty, names)
      case .numbered(let type, let certainty):
        guard names.reader.isCapitalised(index), let last = numberEnd(index + 1, names) else { continue }
        return mention(index, last, type, certainty, names)
      }
    }
    return nil
  }

  private func mention(_ first: Int, _ last: Int, _ type: MentionType, _ certainty: Float, _ names: NameReader)
    -> Mention
  {
    Mention(names.range(first, last), type, method: .pattern, certainty: certainty)
  }

  /// The first of the capitalised words right before a token, at least one that is no nationality or listed body.
  private func nameBefore(_ index: Int, _ names: NameReader) -> Int? {
    guard !names.reader.isGlued(index) else { return nil }
    var first = index
    while index - first < 6, names.isNameWord(first - 1), first == index || !names.reader.isGlued(first) {
      first = names.beforeGluedHyphens(first - 1)
    }
    guard first < index else { return nil }
    // "NATO base", "European program": the listed name stands for itself.
    if let listed = names.listedType(first, through: index - 1),
      listed == .demonym || listed == .organisation || listed == .country
    {
      return nil
    }
    // One word that is written small as well makes no name: "Federal Program", "Regional Conference".
    if first == index - 1, names.flags(first).contains(.isCommonWord) { return nil }
    return first
  }

  private func capitalsEnd(_ index: Int, _ names: NameReader) -> Int {
    var last = index
    while names.isNameWord(last + 1), !names.reader.isGlued(last + 1) { last += 1 }
    return last
  }

  /// "… Convention on Night Trains": what "on", "for" or "of" adds to the name.
  private func rightEnd(_ last: Int, _ names: NameReader) -> Int {
    guard
      names.reader.matches(last + 1, "on") || names.reader.matches(last + 1, "for")
        || names.reader.matches(last + 1, "of"),
      names.isNameWord(last + 2), !names.beginsListedName(last + 2)
    else { return last }
    return capitalsEnd(last + 2, names)
  }

  /// The end of "2012/34/EU", "(EU) No 1026/2012", "1325".
  private func numberEnd(_ start: Int, _ names: NameReader) -> Int? {
    var index = start
    if names.reader.punctuation(index) == 0x28, names.reader.shape(index + 1) == .upper,
      names.reader.punctuation(index + 2) == 0x29
    {
      index += 3
    }
    if names.reader.matches(index, "no") { index += names.reader.punctuation(index + 1) == 0x2E ? 2 : 1 }
    guard names.reader.integer(index) != nil else { return nil }
    while names.reader.punctuation(index + 1) == 0x2F, names.reader.isGlued(index + 1),
      names.reader.isWordLike(index + 2),
      names.reader.isGlued(index + 2)
    {
      index += 2
    }
    return index
  }
}
