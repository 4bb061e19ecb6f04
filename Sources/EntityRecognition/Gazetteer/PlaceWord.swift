import ArticleModel

/// Words of names of places that tell what kind of place it is: "Osaka Bay", "Herat province", "Fort Worth".
struct PlaceWord: Sendable {
  var type: MentionType
  /// Whether the name of a place goes on with the word, and names another place then.
  var extends: Extension

  enum Extension: Sendable {
    case never
    case withCapital
    /// "Herat province" is a name, too.
    case always
  }

  static func named(by word: Slice<UnsafeBufferPointer<UInt8>>) -> PlaceWord? {
    WordKey(word).flatMap { table[$0] }
  }

  private static let table: [WordKey: PlaceWord] = {
    var table: [WordKey: PlaceWord] = [:]
    func add(_ type: MentionType, _ extends: Extension, _ words: String) {
      for word in Set<WordKey>(words: words) { table[word] = PlaceWord(type: type, extends: extends) }
    }
    add(
      .geography, .withCapital,
      "bay river rivers valley mountains island islands lake falls strait sea coast canal desert delta basin")
    add(.geography, .always, "peninsula")
    add(
      .geography, .never,
      """
      lakes mount mountain ocean gulf cape isle isles creek canyon glacier volcano hills hill forest reef archipelago
      """)
    add(.region, .withCapital, "district canton municipality")
    add(.region, .always, "county province oblast region governorate prefecture voivodeship krai raion")
    add(.region, .never, "state states territory republic emirate sector zone")
    add(.facility, .withCapital, "harbour harbor bridge stadium")
    add(.facility, .always, "airport airfield airbase")
    add(
      .facility, .never,
      """
      base port arena square street avenue road park tower palace castle prison camp fort hotel hall house plaza station \
      terminal center centre cathedral mosque temple museum cemetery market mall theatre theater boulevard highway \
      tunnel dam
      """)
    return table
  }()
}
