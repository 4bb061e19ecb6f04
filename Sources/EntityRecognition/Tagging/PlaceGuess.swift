import ArticleModel

/// What kind of place a name is that no list has.
enum PlaceGuess {
  /// Behind these a name with no article is a town's, or is taken for one.
  private static let locative = Set<WordKey>(words: "in at near from to between town city village")

  /// The kind that the name's words tell, or the one before it; a place of no known kind where neither does.
  static func type(of name: Range<Int>, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) -> MentionType {
    for index in [name.upperBound - 1, name.lowerBound] where name.count > 1 {
      if let word = PlaceWord.named(by: bytes[tokens[index].range.bytes]) { return word.type }
    }
    guard name.lowerBound > 0 else { return .place }
    let before = tokens[name.lowerBound - 1]
    return before.shape == .lower && locative.contains(bytes, before.range) ? .settlement : .place
  }
}
