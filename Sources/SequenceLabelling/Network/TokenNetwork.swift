import CNetworkKernel

/// A small network that labels the tokens of a text: features of words and of places in, scores of labels out.
///
/// A word is the sum of the vectors of its features, cut off below 0. Two layers follow, each of units that see some
/// tokens to either side (Collobert and others 2011); a chain over the labels decides. What the first layer makes of a
/// word depends on the word alone: ``project(_:word:into:)`` works it out once, and a text then adds up what is known of
/// each of its words. What is summed in a text is integers, in the same order on every machine.
public final class TokenNetwork: @unchecked Sendable {
  // Unchecked: the pointers lead into memory that is never written. A class, so that no other module knows its size: SwiftPM
  // does not build those anew that know it by way of a third.
  public let shape: NetworkShape
  let scale: Float
  let weights: [Float]
  let layout: NetworkLayout
  private let words: UnsafePointer<SIMD2<UInt32>>
  private let vectors: UnsafePointer<Int8>
  private let slots: Int
  private let rows: UnsafePointer<Int8>
  /// What the first layer makes of a feature of a place, as ``project(_:word:into:)`` writes it.
  let places: AlignedNumbers
  /// The weights of the layers, for `teikit_products`.
  private let window: AlignedNumbers
  private let wordBias: [Float]
  /// Half of what ``project(_:word:into:)`` drops, by unit.
  private let rounding: [Int32]
  let bias1: [Int16]
  /// From the units of the first layer at each place of the window.
  let second: AlignedNumbers
  let bias2: [Int32]
  /// From the units of the second layer, then those of the first.
  let output: AlignedNumbers
  let outputBias: SIMD16<Float>

  /// Room for the labels, as many as `teikit_products` works out at once.
  static let outputs = 16

  /// What 1 is in the numbers of the layers, and in the weights between them.
  static let unit: Float = 256
  static let weightUnit: Float = 1024
  /// The greatest number of a unit.
  static let ceiling: Int16 = 8191

  /// What ``project(_:word:into:)`` writes, in numbers.
  public var projectionSize: Int { (2 * shape.radius1 + 1) * shape.hidden }

  /// How many tokens away a token may stand that has a say in the labels of another.
  public var reach: Int { shape.radius1 + shape.radius2 }

  /// Opens what ``NetworkTrainer`` made; nil where the bytes are no network of this version.
  ///
  /// - Parameter bytes: Aligned to 8 bytes; they live as long as the network.
  public init?(borrowing bytes: UnsafeRawBufferPointer) {
    guard let file = NetworkFile(bytes) else { return nil }
    let (shape, weights) = (file.shape, file.weights)
    self.shape = shape
    scale = file.scale
    self.weights = weights
    (words, vectors, slots, rows) = (file.words, file.vectors, file.slots, file.rows)
    let layout = NetworkLayout(shape, vectorSize: 0)
    self.layout = layout
    let (hidden, hidden2, labels) = (shape.hidden, shape.hidden2, shape.labels)
    func small(_ value: Float, _ unit: Float) -> Int16 { Int16(max(-32_767, min(32_767, (value * unit).rounded()))) }
    // What a token says to the one before it stands before what it says to the one behind it: the order of the tokens
    // that hear it, which see it from the other side.
    let offsets = 2 * shape.radius1 + 1
    places = AlignedNumbers(count: shape.places * offsets * hidden) { index in
      let (place, unit) = (index / (offsets * hidden), index % hidden)
      let offset = offsets - 1 - index / hidden % offsets
      return small(weights[layout.places.lowerBound + (offset * shape.places + place) * hidden + unit], Self.unit)
    }
    window = Self.blocks(inputs: shape.width, outputs: offsets * hidden) { input, output in
      let (offset, unit) = (offsets - 1 - output / hidden, output % hidden)
      return small(weights[layout.window.lowerBound + (offset * shape.width + input) * hidden + unit], Self.weightUnit)
    }
    wordBias = Array(weights[layout.wordBias])
    rounding = Array(repeating: 512, count: offsets * hidden)
    bias1 = weights[layout.bias1].map { small($0, Self.unit) }
    let inputs = (2 * shape.radius2 + 1) * hidden
    second = Self.blocks(inputs: inputs, outputs: hidden2) { input, unit in
      small(weights[layout.second.lowerBound + input * hidden2 + unit], Self.weightUnit)
    }
    bias2 = weights[layout.bias2].map { Int32(($0 * Self.unit * Self.weightUnit).rounded()) }
    var outputBias = SIMD16<Float>.zero
    for label in 0..<labels { outputBias[label] = weights[layout.outputBias.lowerBound + label] }
    self.outputBias = outputBias
    output = Self.blocks(inputs: hidden2 + hidden, outputs: Self.outputs) { unit, label in
      guard label < labels else { return 0 }
      let weight =
        unit < hidden2
        ? layout.output.lowerBound + unit * labels + label
        : layout.skip.lowerBound + (unit - hidden2) * labels + label
      return small(weights[weight], Self.weightUnit)
    }
  }

  /// What the first layer makes of a word, for each token of its window.
  ///
  /// - Parameters:
  ///   - features: The word's features, at most 100, but for the word itself.
  ///   - word: The number of the word, which the vocabulary may have.
  ///   - projection: Room for ``projectionSize`` numbers.
  public func project(
    _ features: UnsafeBufferPointer<UInt32>, word: UInt32, into projection: UnsafeMutablePointer<Int16>
  ) {
    let width = shape.width
    withUnsafeTemporaryAllocation(of: Int16.self, capacity: width) { units in
      units.initialize(repeating: 0)
      let sums = units.baseAddress!
      teikit_add_rows(rows, UInt32(shape.rows - 1), features.baseAddress!, Int32(features.count), Int32(width), sums)
      if var vector = vector(of: word) { teikit_add_rows(vectors, .max, &vector, 1, Int32(width), sums) }
      for unit in 0..<width {
        let value = (Float(units[unit]) * scale + wordBias[unit]) * Self.unit
        units[unit] = Int16(max(0, min(Float(Self.ceiling), value)) + 0.5)
      }
      let size = Int32(projectionSize)
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: projectionSize) { products in
        teikit_products(sums, window.pointer, Int32(width), size, products.baseAddress!)
        teikit_narrow(products.baseAddress!, rounding, size, -32_767, 32_767, projection)
      }
    }
  }

  /// Weights in the order in which `teikit_products` wants them.
  private static func blocks(
    inputs: Int, outputs: Int, _ weight: (_ input: Int, _ output: Int) -> Int16
  ) -> AlignedNumbers {
    AlignedNumbers(count: inputs * outputs) { index in
      let (block, rest) = index.quotientAndRemainder(dividingBy: inputs * 16)
      let (pair, place) = rest.quotientAndRemainder(dividingBy: 32)
      return weight(pair * 2 + place % 2, block * 16 + place / 2)
    }
  }

  /// The row of a word of the vocabulary in `vectors`.
  private func vector(of word: UInt32) -> UInt32? {
    guard word != 0 else { return nil }
    var slot = Int(word) & (slots - 1)
    while words[slot].x != 0 {
      if words[slot].x == word { return words[slot].y }
      slot = (slot + 1) & (slots - 1)
    }
    return nil
  }
}

/// Numbers that begin where a vector may be read in one step, and that never change.
final class AlignedNumbers: @unchecked Sendable {
  // Unchecked: the memory is written once, in `init`.
  let pointer: UnsafePointer<Int16>

  init(count: Int, _ number: (_ index: Int) -> Int16) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count * 2, alignment: 64)
    let numbers = memory.bindMemory(to: Int16.self, capacity: count)
    for index in 0..<count { numbers[index] = number(index) }
    pointer = UnsafePointer(numbers)
  }

  deinit { pointer.deallocate() }
}
