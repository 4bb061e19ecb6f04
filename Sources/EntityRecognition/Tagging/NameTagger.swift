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
  private var pass: NetworkPass
  /// Whether each token of the run may be part of a name.
  private var isWanted: [Bool] = []
  private(set) var names: [NameTagger.Name] = []

  init(
    _ input: RecognitionInput, _ bytes: UnsafeBufferPointer<UInt8>, _ network: TokenNetwork, _ memory: WordMemory
  ) {
    self.input = input
    self.bytes = bytes
    self.memory = memory
    pass = NetworkPass(network)
  }

  mutating func scan(_ run: TokenizedRun, _ places: inout PlaceFeatures) {
    let first = run.tokens.lowerBound
    let count = run.tokens.count
    pass.begin(count: count)
    if isWanted.count < count { isWanted = Array(repeating: false, count: count * 2) }
    for index in 0..<count {
      pass.setWord(memory.projection(input.tokens[first + index], bytes), at: index)
      isWanted[index] = false
    }
    for index in 0..<count where Self.mayBeName(input.tokens[first + index]) { want(index, count) }
    places.forEach(in: run) { index, feature in
      pass.add(place: feature, at: index - first)
      if PlaceFeatures.speaksForName(feature) { want(index - first, count) }
    }
    pass.score { isWanted[$0] }
    var start = 0
    while start < count {
      guard isWanted[start] else {
        start += 1
        continue
      }
      var end = start + 1
      while end < count, isWanted[end] { end += 1 }
      read(start..<end, from: first)
      start = end
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
  private mutating func want(_ index: Int, _ count: Int) {
    for other in max(0, index - 2)...min(count - 1, index + 2) { isWanted[other] = true }
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
