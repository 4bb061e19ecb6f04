import ArticleModel
import EmbeddedData
package import SequenceLabelling

/// Finds the names of persons, places, organisations and other things by a trained network, from the words around them,
/// the lists that have them and what the recognisers say that go by rules.
package struct NameTagger: Sendable {
  /// What the network tells apart.
  package enum Kind: Int, CaseIterable, Sendable { case person, place, organisation, other }

  /// A name as the network sees it.
  package struct Name: Hashable, Sendable {
    package var kind: Kind
    /// Indices of the tokens.
    package var tokens: Range<Int>
    /// How probable it is that these tokens are the name, no more and no fewer, and that it is of this kind.
    package var probability: Float
  }

  /// The labels: none, then of each kind the first token of a name and the others.
  package enum Label {
    package static let none = 0
    package static let count = 1 + 2 * Kind.allCases.count
    package static func first(_ kind: Kind) -> Int { 1 + 2 * kind.rawValue }
    package static func next(_ kind: Kind) -> Int { 2 + 2 * kind.rawValue }
    static func kind(_ label: Int) -> Kind { Kind(rawValue: (label - 1) / 2)! }
    /// Of each label those that may not follow it, a bit each: a name goes on only where it began.
    package static let forbidden: [UInt32] = (0..<count).map { label in
      Kind.allCases.filter { label != first($0) && label != next($0) }.reduce(0) { $0 | 1 << UInt32(next($1)) }
    }
  }

  /// With the network that the program carries.
  package static let embedded = NameTagger(network: embeddedNetwork)

  private static var embeddedMemory: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: teikit_name_model_bytes(), count: teikit_name_model_count())
  }
  package static let embeddedNetwork: TokenNetwork = {
    guard let network = TokenNetwork(borrowing: embeddedMemory) else {
      preconditionFailure("the embedded network of names was made by another version of this program")
    }
    return network
  }()

  /// The network that the program carries, for a digest.
  package static var embeddedBytes: [UInt8] { Array(embeddedMemory) }

  private let network: TokenNetwork
  private let gazetteer: CompiledGazetteer
  private let memories: WordMemories

  package init(network: TokenNetwork, gazetteer: CompiledGazetteer = .embedded) {
    precondition(
      network.shape.labels == Label.count && network.shape.places == PlaceFeatures.count,
      "the network was trained for another version of this program")
    self.network = network
    self.gazetteer = gazetteer
    memories = WordMemories { WordMemory(network, WordFeatures(gazetteer: gazetteer)) }
  }

  /// The names of an article in the order of the source, disjoint.
  ///
  /// - Parameter rules: What the other recognisers found, in the order of the source.
  package func names(in input: RecognitionInput, rules: [Mention]) -> [Name] {
    memories.with { memory in
      input.source.bytes.withUnsafeBufferPointer { bytes in
        var scan = NameScan(input, bytes, network, memory)
        var places = PlaceFeatures(input, bytes, rules: rules, gazetteer: gazetteer)
        for run in input.runs where run.context != .furniture {
          for part in Self.parts(of: run) { scan.scan(part, &places) }
        }
        return scan.names
      }
    }
  }

  /// A run of many thousand tokens is taken in parts, so that the room it needs is bounded.
  private static func parts(of run: TokenizedRun) -> [TokenizedRun] {
    let longest = 4096
    guard run.tokens.count > longest else { return [run] }
    return stride(from: run.tokens.lowerBound, to: run.tokens.upperBound, by: longest).map { start in
      var part = run
      part.tokens = start..<min(start + longest, run.tokens.upperBound)
      return part
    }
  }
}

/// Reads the names of one run after the other.
private struct NameScan: ~Copyable {
  private let input: RecognitionInput
  private let bytes: UnsafeBufferPointer<UInt8>
  private let memory: WordMemory
  private let reach: Int
  private var pass: NetworkPass
  /// The features of the places of a run.
  private var features: [(token: Int, feature: UInt16)] = []
  /// Whether each token speaks for a name by itself.
  private var speaks: [Bool] = []
  /// Where names may stand, and whether each token has a say in the labels there.
  private var candidates: [Range<Int>] = []
  private var isHeard: [Bool] = []
  private(set) var names: [NameTagger.Name] = []

  init(
    _ input: RecognitionInput, _ bytes: UnsafeBufferPointer<UInt8>, _ network: TokenNetwork, _ memory: WordMemory
  ) {
    self.input = input
    self.bytes = bytes
    self.memory = memory
    reach = network.reach
    pass = NetworkPass(network)
  }

  mutating func scan(_ run: TokenizedRun, _ places: inout PlaceFeatures) {
    findFeatures(of: run, &places)
    findCandidates(count: run.tokens.count)
    guard !candidates.isEmpty else { return }
    let first = run.tokens.lowerBound
    pass.begin(count: run.tokens.count)
    for token in 0..<run.tokens.count where isHeard[token] {
      pass.add(word: memory.projection(input.tokens[first + token], bytes), at: token)
    }
    for (token, feature) in features where isHeard[token] { pass.add(place: feature, at: token) }
    pass.score(candidates)
    for range in candidates { read(range, from: first) }
  }

  private mutating func findFeatures(of run: TokenizedRun, _ places: inout PlaceFeatures) {
    let first = run.tokens.lowerBound
    if speaks.count < run.tokens.count {
      speaks = Array(repeating: false, count: run.tokens.count * 2)
      isHeard = speaks
    }
    for index in run.tokens { speaks[index - first] = Self.mayBeName(input.tokens[index]) }
    features.removeAll(keepingCapacity: true)
    places.forEach(in: run) { index, feature in
      features.append((index - first, feature))
      if PlaceFeatures.speaksForName(feature) { speaks[index - first] = true }
    }
  }

  /// A capital, or a letter of a script that has none.
  private static func mayBeName(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .mixed: token.shape != .lower
    case .number, .clitic, .address, .punctuation: false
    }
  }

  /// What stands up to two tokens beside a name may belong to it: "of the", "-", "'s".
  private mutating func findCandidates(count: Int) {
    candidates.removeAll(keepingCapacity: true)
    for token in 0..<count where speaks[token] {
      let (start, end) = (max(0, token - 2), min(count, token + 3))
      if let last = candidates.last, start <= last.upperBound {
        candidates[candidates.count - 1] = last.lowerBound..<end
      } else {
        candidates.append(start..<end)
      }
    }
    for token in 0..<count { isHeard[token] = false }
    for range in candidates {
      for token in max(0, range.lowerBound - reach)..<min(count, range.upperBound + reach) { isHeard[token] = true }
    }
  }

  /// Reads the names in a range of tokens of the run that begins at token `first`.
  private mutating func read(_ range: Range<Int>, from first: Int) {
    var open: NameTagger.Name?
    var found: [NameTagger.Name] = []
    pass.decode(range) { token, label, probabilities in
      if let name = open, label != NameTagger.Label.next(name.kind) {
        // The name ends here: how probable that is counts, too.
        var ended = name
        ended.probability = min(name.probability, 1 - probabilities[NameTagger.Label.next(name.kind)])
        found.append(ended)
        open = nil
      }
      guard label != NameTagger.Label.none else { return }
      if var name = open {
        name.tokens = name.tokens.lowerBound..<(first + token + 1)
        name.probability = min(name.probability, probabilities[label])
        open = name
      } else {
        open = NameTagger.Name(
          kind: NameTagger.Label.kind(label), tokens: (first + token)..<(first + token + 1),
          probability: probabilities[label])
      }
    }
    if let open { found.append(open) }
    names += found
  }
}
