import ArticleModel

/// Finds acronyms that a long form introduces: "International Olive Council (IOC)", and each later "IOC".
///
/// The initials of the long form spell the acronym, or the long form is an organisation's name by its shape.
///
/// A long form in small letters ("unmanned aerial vehicles (UAVs)") names no single thing and is none.
public struct AcronymRecognizer: EntityRecognizer {
  private let gazetteer: CompiledGazetteer
  private let organisations: OrganisationPatternRecognizer

  public init(gazetteer: CompiledGazetteer = .embedded) {
    self.gazetteer = gazetteer
    organisations = OrganisationPatternRecognizer(gazetteer: gazetteer)
  }

  private struct Introduction {
    var type: MentionType
    var identity: EntityIdentity
  }

  public func mentions(in input: RecognitionInput) -> [Mention] {
    var introductions: [String: Introduction] = [:]
    var mentions: [Mention] = []
    input.forEachNamedRun(gazetteer) { run, names in
      for index in run.tokens where names.reader.punctuation(index) == 0x28 {
        guard let acronym = acronym(at: index + 1, names), names.reader.punctuation(index + 2) == 0x29,
          let longForm = longForm(of: acronym, before: index, names) ?? organisation(before: index, names)
        else { continue }
        let text = input.source.string(names.range(longForm.lowerBound, longForm.upperBound - 1))
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let introduction = introduction(text, longForm, names)
        introductions[acronym] = introduction
        mentions.append(
          mention(names.range(longForm.lowerBound, longForm.upperBound - 1), introduction, certainty: 0.9))
      }
    }
    guard !introductions.isEmpty else { return [] }
    input.forEachNamedRun(gazetteer) { run, names in
      for index in run.tokens where names.tokens[index].kind == .word && names.tokens[index].shape != .lower {
        guard let introduction = introductions[input.source.string(names.tokens[index].range)] else { continue }
        mentions.append(mention(names.tokens[index].range, introduction, certainty: 0.93))
      }
    }
    return mentions
  }

  private func mention(_ range: SourceRange, _ introduction: Introduction, certainty: Float) -> Mention {
    Mention(range, introduction.type, method: .acronym, certainty: certainty, identity: introduction.identity)
  }

  /// The organisation right before the bracket, whose acronym may be that of another language: "International Union of
  /// Railways (UIC)".
  private func organisation(before bracket: Int, _ names: NameReader) -> Range<Int>? {
    let first = max(names.reader.start, bracket - 12)
    for start in first..<bracket where names.isNameWord(start) && bracket - start >= 2 {
      if names.listedEnd(start) == bracket, names.listedType(start, through: bracket - 1) == .organisation {
        return start..<bracket
      }
    }
    return organisations.name(endingBefore: bracket, names)
  }

  /// Two to ten letters, most of them capitals.
  private func acronym(at index: Int, _ names: NameReader) -> String? {
    guard names.reader.kind(index) == .word, names.tokens[index].shape == .upper || names.tokens[index].shape == .mixed
    else { return nil }
    let range = names.tokens[index].range
    guard (2...10).contains(range.count) else { return nil }
    let text = String(decoding: names.reader.bytes[range.bytes], as: UTF8.self)
    return text.filter(\.isUppercase).count * 2 > text.count ? text : nil
  }

  /// The capitalised words before the bracket whose initials spell the acronym.
  private func longForm(of acronym: String, before bracket: Int, _ names: NameReader) -> Range<Int>? {
    let letters = Array(acronym.lowercased().utf8).filter { $0 &- 0x61 < 26 }
    var remaining = letters.count
    var index = bracket - 1
    var first: Int?
    // From right to left: each capitalised word spends a letter, small words ("for", "the") may or may not.
    while index >= names.reader.start, bracket - index <= letters.count * 3 + 2, remaining > 0 {
      guard names.reader.isWordLike(index) || names.reader.isDash(index) || names.reader.punctuation(index) == 0x26
      else {
        return nil
      }
      if names.reader.isWordLike(index) {
        let initial = names.reader.bytes[Int(names.tokens[index].range.start)] | 0x20
        if initial == letters[remaining - 1] {
          remaining -= 1
          first = index
        } else if names.reader.isCapitalised(index) {
          // A word that adds no letter may stand within: "United Nations Children's Fund" is UNICEF by two at once.
          guard remaining < letters.count else { return nil }
        }
      }
      index -= 1
    }
    guard remaining == 0, let first, names.reader.isCapitalised(first) else { return nil }
    let range = first..<bracket
    let words = range.filter { names.reader.kind($0) == .word && names.tokens[$0].range.count > 3 }
    guard words.filter(names.reader.isCapitalised).count * 3 >= words.count * 2 else { return nil }
    return range
  }

  private static let types: [(String, MentionType)] = [
    ("programme", .programme), ("program", .programme), ("initiative", .programme), ("project", .programme),
    ("facility", .programme), ("plan", .programme), ("policy", .programme), ("act", .law), ("treaty", .law),
    ("convention", .law), ("agreement", .law), ("regulation", .law), ("directive", .law), ("protocol", .law),
  ]

  private func introduction(_ text: String, _ range: Range<Int>, _ names: NameReader) -> Introduction {
    if let match = gazetteer.longestMatch(
      tokens: names.tokens, at: range.lowerBound, limit: range.upperBound, in: names.reader.bytes),
      match.end == range.upperBound
    {
      return Introduction(type: match.alternatives[0].type, identity: match.alternatives[0].identity)
    }
    let lastWord = text.split(separator: " ").last?.lowercased() ?? ""
    let type = Self.types.first { $0.0 == lastWord }?.1 ?? .organisation
    return Introduction(type: type, identity: EntityIdentity(name: text))
  }
}
