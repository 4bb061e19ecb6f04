/// What messages may say beyond the schema: facts of a vocabulary that its schema does not tell. No verdict depends on it.
public struct SchemaAdvice: Sendable {
  /// How common a name is: the lower, the more common.
  private let ranks: [String: Int]
  let meantElements: [String: String]
  let meantAttributes: [String: String]
  let patternPhrases: [String: String]

  /// - Parameters:
  ///   - commonNames: Names of elements and attributes, those that documents use most first. Where several are
  ///     expected, they are told in this order.
  ///   - meantElements: What people write for an element of the vocabulary; followed where the schema allows the latter.
  ///   - meantAttributes: The same for attributes, their names as messages have them (`xml:id`).
  ///   - patternPhrases: What values that match a `pattern` are, in words, by its text in the schema.
  public init(
    commonNames: [String] = [], meantElements: [String: String] = [:], meantAttributes: [String: String] = [:],
    patternPhrases: [String: String] = [:]
  ) {
    ranks = Dictionary(commonNames.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    self.meantElements = meantElements
    self.meantAttributes = meantAttributes
    self.patternPhrases = patternPhrases
  }

  /// Common names first, then by alphabet.
  func ranked(_ names: some Sequence<String>) -> [String] {
    names.map { (ranks[$0] ?? Int.max, $0) }.sorted { $0 < $1 }.map(\.1)
  }
}
