import ArticleModel

/// Tells from the words of a place's name what kind of place it is.
enum PlaceWords {
  private static let geography = Set<WordKey>(
    words: """
      river rivers lake lakes mount mountain mountains sea ocean bay gulf strait cape island islands isle isles peninsula \
      valley desert canal creek falls coast delta basin canyon glacier volcano hills hill forest reef archipelago
      """)
  private static let region = Set<WordKey>(
    words: """
      county province oblast region district governorate prefecture voivodeship krai raion canton state states territory \
      republic emirate sector zone
      """)
  private static let facility = Set<WordKey>(
    words: """
      airport airfield airbase base harbour harbor port bridge stadium arena square street avenue road park tower palace \
      castle prison camp fort hotel hall house plaza station terminal center centre cathedral mosque temple museum \
      cemetery market mall theatre theater boulevard highway tunnel dam
      """)

  /// Behind these a name with no article is a town's, or is taken for one.
  private static let locative = Set<WordKey>(words: "in at near from to between town city village")

  /// The kind of place that a name names; a place of no known kind where neither its words nor the one before it tell.
  static func type(of name: Range<Int>, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) -> MentionType {
    for index in [name.upperBound - 1, name.lowerBound] where name.count > 1 {
      let word = bytes[tokens[index].range.bytes]
      if geography.contains(word) { return .geography }
      if region.contains(word) { return .region }
      if facility.contains(word) { return .facility }
    }
    guard name.lowerBound > 0 else { return .place }
    let before = tokens[name.lowerBound - 1]
    return before.shape == .lower && locative.contains(bytes[before.range.bytes]) ? .settlement : .place
  }
}
