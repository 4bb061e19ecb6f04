import EntityRecognition
import Foundation

/// What word_vectors.py makes of each word: `words.txt` has a word a line, `vectors.f32` the numbers, little-endian.
struct WordVectors {
  let numbers: [Float]
  /// How many numbers a word has.
  let size: Int
  /// The row of each word.
  private(set) var index: [UInt32: Int32] = [:]

  init(_ folder: URL) throws {
    let words = try String(contentsOf: folder.appendingPathComponent("words.txt"), encoding: .utf8).split(
      separator: "\n")
    let data = try Data(contentsOf: folder.appendingPathComponent("vectors.f32"))
    size = data.count / 4 / words.count
    numbers = data.withUnsafeBytes { bytes in
      (0..<(data.count / 4)).map {
        Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
      }
    }
    for (row, word) in words.enumerated() {
      let number = WordFeatures.number(of: String(word))
      if index[number] == nil { index[number] = Int32(row) }
    }
  }
}
