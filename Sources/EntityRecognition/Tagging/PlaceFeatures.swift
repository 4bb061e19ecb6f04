import ArticleModel

/// What a token is where it stands, as small numbers: how it is written, which lists have a name there, and what the
/// recognisers that go by rules say of it.
package struct PlaceFeatures {
  /// How many features there are.
  package static let count = Int(ruled) + ruledKinds * 2 * 3

  private enum Form {
    static let startsSentence: UInt16 = 0
    static let glued: UInt16 = 1
    static let titleStyle: UInt16 = 2
    static let capitalsStyle: UInt16 = 3
    /// The article has the word in lower case, too.
    static let lowerElsewhere: UInt16 = 4
    /// The article has it with a capital within another sentence.
    static let nameElsewhere: UInt16 = 5
    static let startsRun: UInt16 = 6
    static let endsRun: UInt16 = 7
  }
  private static let listed: UInt16 = 8
  private static let ruled: UInt16 = listed + listedKinds * 2 * 4
  private static let ruledKinds = 6
  private static let listedKinds: UInt16 = 13

  private let input: RecognitionInput
  private let bytes: UnsafeBufferPointer<UInt8>
  private let gazetteer: CompiledGazetteer
  private let forms: WordForms
  /// What the rules found, in the order of the source, and how much of it lies before the tokens that were asked for.
  private let rules: [Mention]
  private var passed = 0

  /// - Parameter rules: What the recognisers found that go by rules, in the order of the source.
  package init(
    _ input: RecognitionInput, _ bytes: UnsafeBufferPointer<UInt8>, rules: [Mention], gazetteer: CompiledGazetteer
  ) {
    self.input = input
    self.bytes = bytes
    self.rules = rules
    self.gazetteer = gazetteer
    forms = WordForms(input.tokens, bytes)
  }

  /// Calls `add` with the index of a token and a feature of it, for all tokens of a run in no particular order.
  ///
  /// Runs are asked for in the order of the source.
  package mutating func forEach(in run: TokenizedRun, _ add: (Int, UInt16) -> Void) {
    let tokens = input.tokens
    let style = RunStyle(of: run.tokens, in: tokens)
    for index in run.tokens {
      let token = tokens[index]
      if index == run.tokens.lowerBound { add(index, Form.startsRun) }
      if index == run.tokens.upperBound - 1 { add(index, Form.endsRun) }
      if token.startsSentence { add(index, Form.startsSentence) }
      if !token.followsSpace { add(index, Form.glued) }
      if style == .title { add(index, Form.titleStyle) }
      if style == .capitals { add(index, Form.capitalsStyle) }
      guard token.kind == .word, token.shape != .lower, token.shape != .caseless else { continue }
      let form = forms.form(token.range, bytes)
      if form.isLower { add(index, Form.lowerElsewhere) }
      if token.startsSentence ? form.names > 0 : form.names > 1 { add(index, Form.nameElsewhere) }
    }
    addListed(run, add)
    addRuled(run, add)
  }

  private func addListed(_ run: TokenizedRun, _ add: (Int, UInt16) -> Void) {
    let tokens = input.tokens
    var index = run.tokens.lowerBound
    while index < run.tokens.upperBound {
      guard tokens[index].kind == .word || tokens[index].kind == .mixed, tokens[index].shape != .lower,
        let match = gazetteer.longestMatch(tokens: tokens, at: index, limit: run.tokens.upperBound, in: bytes)
      else {
        index += 1
        continue
      }
      var seen: UInt16?
      for entry in match.alternatives.prefix(2) {
        let isOpen =
          !entry.nameFlags.isDisjoint(with: [.ambiguous, .surname, .commonWord])
          || (entry.type == .settlement && !entry.flags.contains(.listed))
        let kind = Self.listedKind(entry.type) * 2 + (isOpen ? 1 : 0)
        guard kind != seen else { continue }
        seen = kind
        for place in index..<match.end {
          let position: UInt16 = match.end - index == 1 ? 0 : place == index ? 1 : place == match.end - 1 ? 3 : 2
          add(place, Self.listed + kind * 4 + position)
        }
      }
      index = match.end
    }
  }

  private mutating func addRuled(_ run: TokenizedRun, _ add: (Int, UInt16) -> Void) {
    let tokens = input.tokens
    while passed < rules.count, rules[passed].range.end <= run.range.start { passed += 1 }
    var token = run.tokens.lowerBound
    var next = passed
    while next < rules.count, rules[next].range.start < run.range.end {
      let mention = rules[next]
      next += 1
      guard let kind = Self.ruledKind(mention.type) else { continue }
      while token < run.tokens.upperBound, tokens[token].range.end <= mention.range.start { token += 1 }
      let certainty: UInt16 = mention.certainty >= 0.9 ? 2 : mention.certainty >= 0.7 ? 1 : 0
      var place = token
      while place < run.tokens.upperBound, tokens[place].range.start < mention.range.end {
        let isFirst = tokens[place].range.start <= mention.range.start
        add(place, Self.ruled + (kind * 2 + (isFirst ? 0 : 1)) * 3 + certainty)
        place += 1
      }
    }
  }

  /// Whether a feature speaks for a name, so that its token is worth looking at whatever its letters.
  static func speaksForName(_ feature: UInt16) -> Bool { feature >= listed }

  private static func listedKind(_ type: MentionType) -> UInt16 {
    switch type {
    case .country: 0
    case .settlement: 1
    case .region: 2
    case .geography: 3
    case .facility: 4
    case .organisation: 5
    case .demonym: 6
    case .person: 7
    case .event: 8
    case .product: 9
    case .programme: 10
    case .law, .work: 11
    default: 12
    }
  }

  private static func ruledKind(_ type: MentionType) -> UInt16? {
    switch type {
    case .person: 0
    case .organisation: 1
    case .country, .settlement, .region, .facility, .geography, .place: 2
    case .demonym: 3
    case .role: 4
    case .event, .product, .programme, .law, .work: 5
    default: nil
    }
  }
}

/// How each word of an article is written elsewhere in it: in lower case, and with a capital within a sentence.
private struct WordForms {
  struct Form {
    fileprivate var key: UInt64 = 0
    var isLower = false
    var names: UInt16 = 0
  }
  private var slots: [Form]
  private let mask: Int

  init(_ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) {
    var capacity = 64
    while capacity < tokens.count * 2 { capacity *= 2 }
    slots = Array(repeating: Form(), count: capacity)
    mask = capacity - 1
    for token in tokens where token.kind == .word && token.shape != .caseless {
      let slot = slot(token.range, bytes)
      if token.shape == .lower {
        slots[slot].isLower = true
      } else if !token.startsSentence, slots[slot].names < 9 {
        slots[slot].names += 1
      } else {
        continue
      }
      slots[slot].key = Self.key(token.range, bytes)
    }
  }

  @inline(__always)
  func form(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Form { slots[slot(range, bytes)] }

  @inline(__always)
  private func slot(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let key = Self.key(range, bytes)
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The word, whatever its case; never 0.
  @inline(__always)
  private static func key(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var lead: UInt8 = 0
    for byte in bytes[range.bytes] {
      let isUpper = byte &- 0x41 < 26 || (lead == 0xC3 && byte < 0x9F && byte != 0x97)
      hash = (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01B3
      lead = byte
    }
    return hash | 1
  }
}
