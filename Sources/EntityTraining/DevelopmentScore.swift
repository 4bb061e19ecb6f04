import EntityRecognition
import Foundation
import SequenceLabelling

/// What a network finds in texts that it was not trained on, by itself: `make evaluate` measures the whole program.
enum DevelopmentScore {
  private struct Score {
    var (right, found, gold) = (0, 0, 0)

    var text: String {
      let (precision, recall) = (Double(right) / Double(max(1, found)), Double(right) / Double(max(1, gold)))
      return String(
        format: "P %.3f  R %.3f  F1 %.3f", precision, recall, 2 * precision * recall / max(1e-9, precision + recall))
    }
  }

  static func print(_ bytes: [UInt8], _ sets: [(name: String, texts: [AnnotatedText])]) throws {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    defer { memory.deallocate() }
    memory.copyBytes(from: bytes)
    guard let network = TokenNetwork(borrowing: UnsafeRawBufferPointer(memory)) else {
      preconditionFailure("a network that was just made can be read")
    }
    let tagger = NameTagger(network: network)
    for (name, texts) in sets {
      var score = Score()
      for sample in texts.compactMap(Sample.init) {
        let tokens = sample.input.tokens
        let gold = Set(sample.names.filter { $0.kind != .other })
        let found = tagger.names(in: sample.input, rules: sample.rules).filter { $0.kind != .other }.map {
          AnnotatedText.Name(
            kind: $0.kind,
            bytes: Int(tokens[$0.tokens.lowerBound].range.start)..<Int(tokens[$0.tokens.upperBound - 1].range.end))
        }
        score.found += found.count
        score.gold += gold.count
        score.right += found.count(where: gold.contains)
      }
      Swift.print("\(name): \(score.text)")
    }
  }
}
