import CNetworkKernel

/// A small network that labels the tokens of a text: features of words and of places in, scores of labels out.
///
/// A word is the sum of the vectors of its features, cut off below 0. Two layers follow, each of units that see some
/// tokens to either side (Collobert and others 2011); a chain over the labels decides. What the first layer makes of a
/// word depends on the word alone: ``project(_:word:into:)`` works it out once, and a text then adds up what is known of
/// each of its words. What is summed in a text is integers, in the same order on every machine.
public struct TokenNetwork: @unchecked Sendable {
  // Unchecked: the pointers lead into memory that is never written.
  public let shape: NetworkShape
  let scale: Float
  let weights: [Float]
  let layout: NetworkLayout
  private let words: UnsafePointer<SIMD2<UInt32>>
  private let vectors: UnsafePointer<Int8>
  private let slots: Int
  private let rows: UnsafePointer<Int8>
  /// What the first layer makes of a feature of a place, as ``project(_:word:into:)`` writes it.
  let places: [Int16]
  /// By place of the window and unit, then input.
  private let window: [Int16]
  private let wordBias: [Float]
  let bias1: [Int16]
  /// By output, then place of the window, then input.
  let second: [Int16]
  let bias2: [Int32]
  /// By label, then input: first the units of the second layer, then those of the first.
  let output: [Int16]

  /// What 1 is in the numbers of the layers, and in the weights between them.
  static let unit: Float = 256
  static let weightUnit: Float = 1024
  /// The greatest number of a unit.
  static let ceiling: Int16 = 8191

  /// What ``project(_:word:into:)`` writes, in numbers.
  public var projectionSize: Int { (2 * shape.radius1 + 1) * shape.hidden }

  /// Opens what ``NetworkTrainer`` made; nil where the bytes are no network of this version.
  ///
  /// - Parameter bytes: Aligned to 8 bytes; they live as long as the network.
  public init?(borrowing bytes: UnsafeRawBufferPointer) {
    guard let file = NetworkFile(bytes) else { return nil }
    shape = file.shape
    scale = file.scale
    weights = file.weights
    (words, vectors, slots, rows) = (file.words, file.vectors, file.slots, file.rows)
    layout = NetworkLayout(shape, vectorSize: 0)
    let (hidden, hidden2, labels) = (shape.hidden, shape.hidden2, shape.labels)
    func small(_ value: Float, _ unit: Float) -> Int16 { Int16(max(-32_767, min(32_767, (value * unit).rounded()))) }
    let places = weights[layout.places]
    var byPlace = [Int16](repeating: 0, count: places.count)
    for offset in 0..<(2 * shape.radius1 + 1) {
      for place in 0..<shape.places {
        for unit in 0..<hidden {
          byPlace[(place * (2 * shape.radius1 + 1) + offset) * hidden + unit] = small(
            places[places.startIndex + (offset * shape.places + place) * hidden + unit], Self.unit)
        }
      }
    }
    self.places = byPlace
    let offsets = 2 * shape.radius1 + 1
    var window = [Int16](repeating: 0, count: offsets * hidden * shape.width)
    for offset in 0..<offsets {
      for input in 0..<shape.width {
        for unit in 0..<hidden {
          window[(offset * hidden + unit) * shape.width + input] = small(
            weights[layout.window.lowerBound + (offset * shape.width + input) * hidden + unit], Self.weightUnit)
        }
      }
    }
    self.window = window
    wordBias = Array(weights[layout.wordBias])
    bias1 = weights[layout.bias1].map { small($0, Self.unit) }
    let inputs = (2 * shape.radius2 + 1) * hidden
    var second = [Int16](repeating: 0, count: inputs * hidden2)
    for input in 0..<inputs {
      for unit in 0..<hidden2 {
        second[unit * inputs + input] = small(
          weights[layout.second.lowerBound + input * hidden2 + unit], Self.weightUnit)
      }
    }
    self.second = second
    bias2 = weights[layout.bias2].map { Int32(($0 * Self.unit * Self.weightUnit).rounded()) }
    var output = [Int16](repeating: 0, count: (hidden + hidden2) * labels)
    for label in 0..<labels {
      for unit in 0..<hidden2 {
        output[label * (hidden + hidden2) + unit] = small(
          weights[layout.output.lowerBound + unit * labels + label], Self.weightUnit)
      }
      for unit in 0..<hidden {
        output[label * (hidden + hidden2) + hidden2 + unit] = small(
          weights[layout.skip.lowerBound + unit * labels + label], Self.weightUnit)
      }
    }
    self.output = output
  }

  /// What the first layer makes of a word.
  ///
  /// - Parameters:
  ///   - features: The word's features, but for the word itself.
  ///   - word: The number of the word, which the vocabulary may have.
  ///   - projection: Room for ``projectionSize`` numbers.
  public func project(
    _ features: UnsafeBufferPointer<UInt32>, word: UInt32, into projection: UnsafeMutablePointer<Int16>
  ) {
    let (width, hidden) = (shape.width, shape.hidden)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: width + (2 * shape.radius1 + 1) * hidden) { buffer in
      let sums = UnsafeMutableBufferPointer(rebasing: buffer[0..<width])
      let units = UnsafeMutableBufferPointer(rebasing: buffer[width...])
      sums.initialize(repeating: 0)
      let mask = UInt32(shape.rows - 1)
      for feature in features { Self.add(rows + Int(feature & mask) * width, to: sums) }
      if let vector = vector(of: word) { Self.add(vector, to: sums) }
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: width) { inputs in
        for input in 0..<width {
          let value = (Float(sums[input]) * scale + wordBias[input]) * Self.unit
          inputs[input] = Int16(max(0, min(Float(Self.ceiling), value)) + 0.5)
        }
        teikit_products(inputs.baseAddress!, window, Int32(width), Int32(units.count), units.baseAddress!)
        for unit in units.indices {
          projection[unit] = Int16(truncatingIfNeeded: max(-32_767, min(32_767, (units[unit] &+ 512) >> 10)))
        }
      }
    }
  }

  private static func add(_ row: UnsafePointer<Int8>, to sums: UnsafeMutableBufferPointer<Int32>) {
    for index in 0..<sums.count { sums[index] &+= Int32(row[index]) }
  }

  private func vector(of word: UInt32) -> UnsafePointer<Int8>? {
    guard word != 0 else { return nil }
    var slot = Int(word) & (slots - 1)
    while words[slot].x != 0 {
      if words[slot].x == word { return vectors + Int(words[slot].y) * shape.width }
      slot = (slot + 1) & (slots - 1)
    }
    return nil
  }
}
