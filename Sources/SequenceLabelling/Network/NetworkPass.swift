import CNetworkKernel

/// One run of text on its way through a ``TokenNetwork``: the words and places of its tokens in, labels and their
/// certainty out. Its room is kept from run to run, so that a token costs no allocation.
public struct NetworkPass: ~Copyable {
  private let network: TokenNetwork
  /// What the first layer has of each token, at each place of its window.
  private var tokens: [Int16] = []
  /// The units of the first layer, with room for the window at both ends.
  private var first: [Int16] = []
  private var units: [Int16]
  private var sums: [Int32]
  /// By token, then label, sixteen a token.
  private var scores: [SIMD16<Float>] = []
  private var chain: LabelChain
  private(set) public var count = 0

  public init(_ network: TokenNetwork) {
    self.network = network
    chain = LabelChain(network)
    units = Array(repeating: 0, count: network.shape.hidden2 + network.shape.hidden)
    sums = Array(repeating: 0, count: max(16, network.shape.hidden2))
  }

  /// Begins a run.
  public mutating func begin(count: Int) {
    self.count = count
    let size = network.projectionSize
    if tokens.count < count * size {
      tokens = Array(repeating: 0, count: count * size * 2)
      first = Array(repeating: 0, count: (count * 2 + 2 * network.shape.radius2) * network.shape.hidden)
      scores = Array(repeating: .zero, count: count * 2)
    }
  }

  /// Sets what the network makes of the word of a token, from ``TokenNetwork/project(_:word:into:)``.
  public mutating func setWord(_ projection: UnsafePointer<Int16>, at token: Int) {
    let size = network.projectionSize
    tokens.withUnsafeMutableBufferPointer {
      $0.baseAddress!.advanced(by: token * size).update(from: projection, count: size)
    }
  }

  /// Adds a feature of the place of a token.
  public mutating func add(place: UInt16, at token: Int) {
    let size = network.projectionSize
    network.places.withUnsafeBufferPointer { places in
      tokens.withUnsafeMutableBufferPointer { tokens in
        Self.add(size, places.baseAddress! + Int(place) * size, tokens.baseAddress! + token * size)
      }
    }
  }

  /// Works out the scores of the tokens that are wanted.
  public mutating func score(_ isWanted: (Int) -> Bool) {
    guard count > 0 else { return }
    let shape = network.shape
    let (hidden, hidden2, radius1, radius2) = (shape.hidden, shape.hidden2, shape.radius1, shape.radius2)
    let size = network.projectionSize
    let count = count
    first.withUnsafeMutableBufferPointer { first in
      // Nothing stands before a run and behind it.
      for unit in 0..<(radius2 * hidden) {
        first[unit] = 0
        first[(radius2 + count) * hidden + unit] = 0
      }
      tokens.withUnsafeBufferPointer { tokens in
        network.bias1.withUnsafeBufferPointer { bias in
          for token in 0..<count {
            let out = first.baseAddress! + (radius2 + token) * hidden
            out.update(from: bias.baseAddress!, count: hidden)
            for place in max(-radius1, -token)...min(radius1, count - 1 - token) {
              Self.add(hidden, tokens.baseAddress! + (token + place) * size + (place + radius1) * hidden, out)
            }
            for unit in 0..<hidden { out[unit] = max(0, min(TokenNetwork.ceiling, out[unit])) }
          }
        }
      }
      let inputs = (2 * radius2 + 1) * hidden
      for token in 0..<count where isWanted(token) {
        teikit_products(first.baseAddress! + token * hidden, network.second, Int32(inputs), Int32(hidden2), &sums)
        for unit in 0..<hidden2 {
          let sum = max(0, sums[unit] &+ network.bias2[unit]) >> 10
          units[unit] = Int16(truncatingIfNeeded: min(Int32(TokenNetwork.ceiling), sum))
        }
        for unit in 0..<hidden { units[hidden2 + unit] = first[(radius2 + token) * hidden + unit] }
        teikit_products(units, network.output, Int32(hidden2 + hidden), Int32(TokenNetwork.outputs), &sums)
        var score = SIMD16<Float>(repeating: 0)
        for label in 0..<shape.labels {
          score[label] =
            Float(sums[label]) * (1 / (TokenNetwork.unit * TokenNetwork.weightUnit))
            + network.weights[network.layout.outputBias.lowerBound + label]
        }
        scores[token] = score
      }
    }
  }

  @inline(__always)
  private static func add(_ n: Int, _ x: UnsafePointer<Int16>, _ y: UnsafeMutablePointer<Int16>) {
    for index in 0..<n { y[index] = y[index] &+ x[index] }
  }

  /// The score of each label at a token that was wanted, to be read and changed before it is decoded.
  public subscript(token: Int) -> SIMD16<Float> {
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
