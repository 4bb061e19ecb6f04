@testable import SequenceLabelling

/// A network by its definition, worked out from its bytes in floating point: what the quick ways are held against.
struct ReferenceNetwork {
  private let file: NetworkFile
  private let layout: NetworkLayout
  private let shape: NetworkShape

  /// - Parameter bytes: They live as long as the network.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let file = NetworkFile(bytes) else { return nil }
    self.file = file
    shape = file.shape
    layout = NetworkLayout(shape, vectorSize: 0)
  }

  /// The scores of each label at each token of an example of the ``Toy``.
  func scores(_ example: NetworkTrainer.Example) -> [[Float]] {
    let words = example.types.map { word(Toy.features[Int($0)], number: Toy.word(Int($0))) }
    let first = words.indices.map { token in
      var sums = Array(file.weights[layout.bias1])
      for offset in 0...(2 * shape.radius1) where words.indices.contains(token + offset - shape.radius1) {
        let neighbour = token + offset - shape.radius1
        add(words[neighbour], layout.window, offset, to: &sums)
        for feature in example.places(of: neighbour) {
          for unit in sums.indices {
            let row = offset * shape.places + Int(feature)
            sums[unit] += file.weights[layout.places.lowerBound + row * shape.hidden + unit]
          }
        }
      }
      return sums.map { max(0, $0) }
    }
    let second = words.indices.map { token in
      var sums = Array(file.weights[layout.bias2])
      for offset in 0...(2 * shape.radius2) where words.indices.contains(token + offset - shape.radius2) {
        add(first[token + offset - shape.radius2], layout.second, offset, to: &sums)
      }
      return sums.map { max(0, $0) }
    }
    return words.indices.map { token in
      var sums = Array(file.weights[layout.outputBias])
      add(second[token], layout.output, 0, to: &sums)
      add(first[token], layout.skip, 0, to: &sums)
      return sums
    }
  }

  private func word(_ features: [UInt32], number: UInt32) -> [Float] {
    var rows = features.map { file.rows + Int($0) * shape.width }
    for slot in 0..<file.slots where number != 0 && file.words[slot].x == number {
      rows.append(file.vectors + Int(file.words[slot].y) * shape.width)
    }
    return (0..<shape.width).map { index in
      max(0, rows.reduce(file.weights[layout.wordBias][index]) { $0 + Float($1[index]) * file.scale })
    }
  }

  private func add(_ inputs: [Float], _ part: Range<Int>, _ offset: Int, to sums: inout [Float]) {
    for input in inputs.indices {
      let row = part.lowerBound + (offset * inputs.count + input) * sums.count
      for unit in sums.indices { sums[unit] += inputs[input] * file.weights[row + unit] }
    }
  }
}
