import ArticleModel

/// Lets the names of an article that are written alike agree on what they name: a surname that stands alone is the
/// person's whose full name stands elsewhere.
struct NameAgreement {
  private let input: RecognitionInput
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ input: RecognitionInput, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.input = input
    self.bytes = bytes
  }

  /// A name as sure as this keeps its kind, whatever the others say.
  private static let firm: Float = 0.9

  /// The names, each with the kind for which most speaks.
  func agreed(_ names: [NameTagger.Name]) -> [NameTagger.Name] {
    guard names.contains(where: { $0.probability < Self.firm }) else { return names }
    var votes: [UInt64: SIMD4<Float>] = [:]
    for name in names {
      votes[key(name.tokens), default: .zero][name.kind.rawValue] += name.probability
      if name.kind == .person, name.tokens.count > 1 {
        votes[key(name.tokens.upperBound - 1..<name.tokens.upperBound), default: .zero][name.kind.rawValue] +=
          name.probability
      }
    }
    return names.map { name in
      guard name.probability < Self.firm, let votes = votes[key(name.tokens)] else { return name }
      var best = name.kind.rawValue
      for kind in 0..<4 where votes[kind] > votes[best] { best = kind }
      guard best != name.kind.rawValue else { return name }
      var agreed = name
      agreed.kind = NameTagger.Kind(rawValue: best)!
      return agreed
    }
  }

  /// A hash of the words of a name, spaces between them aside.
  private func key(_ tokens: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in tokens {
      for byte in bytes[input.tokens[index].range.bytes] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x20) &* 0x100_0000_01B3
    }
    return hash
  }
}
