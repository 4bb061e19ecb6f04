/// What messages may say beyond the schema: facts of a vocabulary that its schema does not tell. No verdict depends on it.
public struct SchemaAdvice: Sendable {
  /// How common the names of elements and attributes are: the lower, the more common.
  private let elementRanks: [String: Int]
  private let attributeRanks: [String: Int]
  let meantElements: [String: String]
  let meantAttributes: [String: String]
  let patternPhrases: [String: String]

  /// - Parameters:
  ///   - commonElements: Names of elements, the likeliest first. Where several are expected, they are told in this order.
  ///   - commonAttributes: The same for attributes, their names as messages have them (`xml:id`).
  ///   - meantElements: What people write for an element of the vocabulary; followed where the schema allows the latter.
  ///   - meantAttributes: The same for attributes.
  ///   - patternPhrases: What values that match a `pattern` are, in words, by its text in the schema.
  public init(
    commonElements: [String] = [], commonAttributes: [String] = [], meantElements: [String: String] = [:],
    meantAttributes: [String: String] = [:],
    patternPhrases: [String: String] = [:]
  ) {
    elementRanks = Dictionary(commonElements.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    attributeRanks = Dictionary(commonAttributes.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    self.meantElements = meantElements
    self.meantAttributes = meantAttributes
    self.patternPhrases = patternPhrases
  }

  /// Names of elements, common ones first, then by alphabet.
  func ranked(_ names: some Sequence<String>) -> [String] { Self.ranked(names, elementRanks) }

  /// Names of attributes, common ones first, then by alphabet.
  func rankedAttributes(_ names: some Sequence<String>) -> [String] { Self.ranked(names, attributeRanks) }

  private static func ranked(_ names: some Sequence<String>, _ ranks: [String: Int]) -> [String] {
    names.map { (ranks[$0] ?? Int.max, $0) }.sorted { $0 < $1 }.map(\.1)
  }
}
