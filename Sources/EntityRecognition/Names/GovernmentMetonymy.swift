import ArticleModel

/// Tells where a capital stands for the government that sits there: "Moscow said", "Washington and Beijing agreed",
/// "talks between Kyiv and Brussels", "accused Moscow of".
///
/// A verb of saying or deciding behind the name shows it, unless the words before it make it a place ("a court in
/// Moscow said"). All else stays a place.
public struct GovernmentMetonymy: Sendable {
  private let gazetteer: CompiledGazetteer

  public init(gazetteer: CompiledGazetteer = .embedded) { self.gazetteer = gazetteer }

  /// Marks the mentions that stand for a government.
  public func mark(_ mentions: inout [Mention], in input: RecognitionInput) {
    guard mentions.contains(where: { $0.type == .settlement }) else { return }
    let places = PlaceEnds(mentions)
    input.source.bytes.withUnsafeBufferPointer { bytes in
      let scan = MetonymyScan(input: input, bytes: bytes, places: places)
      for index in mentions.indices where mentions[index].type == .settlement {
        guard let tokens = scan.tokens(of: mentions[index].range), scan.standsForGovernment(tokens),
          isCapital(mentions[index], tokens, input, bytes)
        else { continue }
        mentions[index].sense = .metonymyGovernment
      }
    }
  }

  private func isCapital(
    _ mention: Mention, _ tokens: Range<Int>, _ input: RecognitionInput, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard
      let match = gazetteer.longestMatch(
        tokens: input.tokens, at: tokens.lowerBound, limit: tokens.upperBound, in: bytes),
      match.end == tokens.upperBound
    else { return false }
    return match.alternatives.contains { entry in
      entry.type == .settlement && entry.flags.contains(.capital)
        && mention.identity.map { $0.country == nil || $0.country == entry.country?.description } ?? true
    }
  }
}

/// Where mentions of cities and countries begin and end; gathered when the first is asked for, which in most articles is
/// never.
private final class PlaceEnds {
  private let mentions: [Mention]
  private lazy var ends = Dictionary(ranges.map { ($0.start, $0.end) }, uniquingKeysWith: max)
  private lazy var starts = Dictionary(ranges.map { ($0.end, $0.start) }, uniquingKeysWith: min)

  init(_ mentions: [Mention]) { self.mentions = mentions }

  private var ranges: [SourceRange] {
    mentions.filter { $0.type == .settlement || $0.type == .country }.map(\.range)
  }

  func end(from start: Int32) -> Int32? { ends[start] }
  func start(to end: Int32) -> Int32? { starts[end] }
}

private struct MetonymyScan {
  let input: RecognitionInput
  let bytes: UnsafeBufferPointer<UInt8>
  let places: PlaceEnds

  /// The tokens of a range, found by halving; nil where it does not begin with a token.
  func tokens(of range: SourceRange) -> Range<Int>? {
    var low = 0
    var high = input.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if input.tokens[middle].range.start < range.start { low = middle + 1 } else { high = middle }
    }
    guard low < input.tokens.count, input.tokens[low].range.start == range.start else { return nil }
    var end = low
    while end < input.tokens.count, input.tokens[end].range.end <= range.end { end += 1 }
    return low < end ? low..<end : nil
  }

  func standsForGovernment(_ tokens: Range<Int>) -> Bool {
    let (first, last) = (start(of: tokens.lowerBound), end(of: tokens.upperBound))
    if isAddressed(tokens) { return true }
    if first > 1, `is`(first - 1, MetonymyWords.between), `is`(first - 2, MetonymyWords.dealings),
      last - first > tokens.count
    {
      return true
    }
    return mayOpenClause(first) && saysOrDecides(last)
  }

  /// "accused Moscow of", "urged Washington to".
  private func isAddressed(_ tokens: Range<Int>) -> Bool {
    tokens.lowerBound > 0 && !input.tokens[tokens.lowerBound].startsSentence
      && `is`(tokens.lowerBound - 1, MetonymyWords.address) && `is`(tokens.upperBound, MetonymyWords.complement)
  }

  /// The first token of "Washington, London and" before a token.
  private func start(of first: Int) -> Int {
    var first = first
    var steps = 0
    while steps < 4, first > 1, isJoint(first - 1), let start = places.start(to: input.tokens[first - 2].range.end),
      let tokens = tokens(of: SourceRange(start: start, end: input.tokens[first - 2].range.end))
    {
      first = tokens.lowerBound
      steps += 1
    }
    return first
  }

  /// The token behind ", London and Paris".
  private func end(of last: Int) -> Int {
    var last = last
    var steps = 0
    while steps < 4, last + 1 < input.tokens.count, isJoint(last),
      let end = places.end(from: input.tokens[last + 1].range.start),
      let tokens = tokens(of: SourceRange(start: input.tokens[last + 1].range.start, end: end))
    {
      last = tokens.upperBound
      steps += 1
    }
    return last
  }

  private func isJoint(_ index: Int) -> Bool {
    let token = input.tokens[index]
    if token.kind == .punctuation { return bytes[Int(token.range.start)] == 0x2C }
    return `is`(index, MetonymyWords.and)
  }

  private func mayOpenClause(_ first: Int) -> Bool {
    let token = input.tokens[first]
    guard !token.startsSentence, first > 0 else { return true }
    let before = input.tokens[first - 1]
    if before.kind == .punctuation {
      // Behind a comma a place may follow a place: "in Kazan, Moscow said" is rare, "Paris, Texas" not.
      let mark = bytes[Int(before.range.start)]
      return mark == 0x3A || mark == 0x3B || mark == 0x22 || mark >= 0x80 || mark == 0x2C
    }
    return `is`(first - 1, MetonymyWords.opening)
  }

  private func saysOrDecides(_ index: Int) -> Bool {
    if `is`(index, MetonymyWords.verbs) { return input.tokens[index].shape == .lower }
    // "has agreed", "a annoncé", "hat erklärt" only with their verb behind them.
    return `is`(index, MetonymyWords.auxiliaries)
      && (`is`(index + 1, MetonymyWords.verbs)
        || (`is`(index + 1, MetonymyWords.adverbs) && `is`(index + 2, MetonymyWords.verbs)))
  }

  private func `is`(_ index: Int, _ words: Set<WordKey>) -> Bool {
    guard input.tokens.indices.contains(index), input.tokens[index].kind == .word,
      input.tokens[index].range.count <= 16
    else { return false }
    return words.contains(bytes[input.tokens[index].range.bytes])
  }
}

/// The words that show it, in English and, where they are as sure, in German, French and Spanish.
private enum MetonymyWords {
  static let and = Set<WordKey>(words: "and und et y")
  static let between = Set<WordKey>(words: "between")
  static let dealings = Set<WordKey>(
    words: "talks tensions relations ties agreement deal rivalry cooperation dispute negotiations alliance accord pact "
      + "row rift diplomacy rapprochement")
  static let address = Set<WordKey>(
    words: "accuse accused accuses accusing urge urged urges urging warn warned warns warning pressed pressured blamed "
      + "blames told asked assured")
  static let complement = Set<WordKey>(words: "of to for that not against")
  static let opening = Set<WordKey>(
    words: "that as but while and because if when whether since although though unless until which what says said dass "
      + "weil que mais pero aber")
  static let auxiliaries = Set<WordKey>(words: "has had have will would may might could hat haben a ont ha han")
  static let adverbs = Set<WordKey>(
    words: "also repeatedly already now since not never long later often again previously recently formally officially "
      + "always consistently firmly publicly")
  static let verbs = Set<WordKey>(
    words: "said says agreed agrees announced announces denied denies accused accuses warned warns condemned condemns "
      + "insisted insists insist rejected rejects reject claimed claims vowed vows threatened threatens imposed imposes "
      + "refused refuses demanded demands wants fears hopes believes considers backs "
      + "retaliated responded reacted accepted expelled summoned pledged promised urged "
      + "urges argued argues denounced protested ratified vetoed negotiated negotiates signalled signaled "
      + "say agree announce deny accuse warn condemn claim vow threaten refuse demand want fear hope believe pledge "
      + "blames blamed "
      + "sagte erklärte warnte forderte drohte reagierte erklärt gewarnt angekündigt bestätigte kritisierte "
      + "affirme annonce dénonce accuse exige refuse annoncé déclaré affirmé dénoncé accusé exigé refusé condamné "
      + "dijo anunció acusó rechazó exigió advirtió afirmó condenó anunciado rechazado acusado exigido")
}
