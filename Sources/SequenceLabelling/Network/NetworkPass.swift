import CNetworkKernel

/// One run of text on its way through a ``TokenNetwork``: the words and places of its tokens in, labels and their
/// certainty out. Its room is kept from run to run, so that a token costs no allocation.
public struct NetworkPass: ~Copyable {
  private let network: TokenNetwork
  /// The units of the first layer, with those of `margin` tokens before the run and behind it, which windows reach.
  private var first: [Int16] = []
  private let margin: Int
  private var units: [Int16]
  private var sums: [Int32]
  /// By token, then label, sixteen a token.
  private var scores: [SIMD16<Float>] = []
  private var chain: LabelChain
  private(set) public var count = 0

  public init(_ network: TokenNetwork) {
    self.network = network
    margin = max(network.shape.radius1, network.shape.radius2)
    chain = LabelChain(network)
    units = Array(repeating: 0, count: network.shape.hidden2 + network.shape.hidden)
    sums = Array(repeating: 0, count: max(TokenNetwork.outputs, network.shape.hidden2))
  }

  /// Begins a run.
  public mutating func begin(count: Int) {
    self.count = count
    let size = (count + 2 * margin) * network.shape.hidden
    if first.count < size { first = Array(repeating: 0, count: size * 2) }
    if scores.count < count { scores = Array(repeating: .zero, count: count * 2) }
    first.withUnsafeMutableBufferPointer { first in
      network.bias1.withUnsafeBufferPointer { bias in
        for start in stride(from: 0, to: size, by: bias.count) {
          (first.baseAddress! + start).update(from: bias.baseAddress!, count: bias.count)
        }
      }
    }
  }

  /// Adds what the network makes of the word of a token, from ``TokenNetwork/project(_:word:into:)``.
  public mutating func add(word projection: UnsafePointer<Int16>, at token: Int) {
    // The tokens that see this one lie side by side.
    let place = (margin - network.shape.radius1 + token) * network.shape.hidden
    first.withUnsafeMutableBufferPointer {
      teikit_add(projection, Int32(network.projectionSize), $0.baseAddress! + place)
    }
  }

  /// Adds a feature of the place of a token.
  public mutating func add(place: UInt16, at token: Int) {
    add(word: network.places.pointer + Int(place) * network.projectionSize, at: token)
  }

  /// Works out the scores of the tokens of some ranges.
  ///
  /// They depend on what was added for tokens up to ``TokenNetwork/reach`` away.
  public mutating func score(_ ranges: [Range<Int>]) {
    let shape = network.shape
    let (hidden, hidden2, radius2) = (shape.hidden, shape.hidden2, shape.radius2)
    let (count, margin) = (count, margin)
    first.withUnsafeMutableBufferPointer { first in
      for unit in margin * hidden..<(margin + count) * hidden {
        first[unit] = max(0, min(TokenNetwork.ceiling, first[unit]))
      }
      // Nothing stands before a run and behind it.
      for unit in 0..<(margin * hidden) {
        first[unit] = 0
        first[(margin + count) * hidden + unit] = 0
      }
      let inputs = Int32((2 * radius2 + 1) * hidden)
      for token in ranges.joined() {
        let own = first.baseAddress! + (margin + token) * hidden
        teikit_products(own - radius2 * hidden, network.second.pointer, inputs, Int32(hidden2), &sums)
        teikit_narrow(sums, network.bias2, Int32(hidden2), 0, TokenNetwork.ceiling, &units)
        units.withUnsafeMutableBufferPointer { ($0.baseAddress! + hidden2).update(from: own, count: hidden) }
        teikit_products(
          units, network.output.pointer, Int32(hidden2 + hidden), Int32(TokenNetwork.outputs), &sums)
        let products = sums.withUnsafeBytes { $0.loadUnaligned(as: SIMD16<Int32>.self) }
        scores[token] =
          SIMD16<Float>(products) * (1 / (TokenNetwork.unit * TokenNetwork.weightUnit)) + network.outputBias
      }
    }
  }

  /// The score of each label at a token of the ranges that were asked for.
  public internal(set) subscript(token: Int) -> SIMD16<Float> {
    get { scores[token] }
    set { scores[token] = newValue }
  }

  /// The labels of the tokens of a range that are the most probable together, label 0 to either side; then the
  /// probability of each label at each token.
  public mutating func decode(
    _ range: Range<Int>, _ body: (_ token: Int, _ label: Int, _ probabilities: SIMD16<Float>) -> Void
  ) {
    scores.withUnsafeBufferPointer { chain.decode(UnsafeBufferPointer(rebasing: $0[range])) }
    for (index, token) in range.enumerated() { body(token, Int(chain.labels[index]), chain.probabilities[index]) }
  }
}
