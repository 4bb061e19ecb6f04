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
}
