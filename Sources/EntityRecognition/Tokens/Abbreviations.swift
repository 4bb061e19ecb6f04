import ArticleModel

/// Words after which a full stop does not end the sentence.
enum Abbreviations {
  private static let words = Set(
    words: """
      mr mrs ms dr prof gen col lt sgt capt maj cpt adm brig st sen rep gov hon rev pres no vs etc inc ltd co corp dept \
      approx est fig vol jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun al bzw ca usw \
      nr mme mlle sr sra jr
      """)

  /// Whether the word at `range`, whatever its case, is one.
  static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange) -> Bool {
    words.contains(bytes[range.bytes])
  }

  /// The short forms that names end with.
  private static let endings = Set<WordKey>(words: "corp inc co ltd bros pvt cie jr sr")

  /// The bytes of a name, with the full stop of a short form at its end: "Enron Corp.", "Martin Luther King Jr."
  static func nameRange(
    _ name: ClosedRange<Int>, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> SourceRange {
    let last = tokens[name.upperBound].range
    let hasStop =
      name.count > 1 && Int(last.end) < bytes.count && bytes[Int(last.end)] == 0x2E
      && endings.contains(bytes[last.bytes])
    return SourceRange(start: tokens[name.lowerBound].range.start, end: last.end + (hasStop ? 1 : 0))
  }
}
