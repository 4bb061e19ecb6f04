import ArticleModel

/// A set of ASCII words in which a word of the source is found without copying it, whatever its case.
struct WordSet: Sendable {
  private var hashes: Set<UInt64>

  init(_ words: String) {
    hashes = Set(words.split(separator: " ").map { Self.hash($0.utf8) })
  }

  func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange) -> Bool {
    hashes.contains(Self.hash(bytes[range.bytes]))
  }

  /// FNV-1a over 64 bits: the chance that a word of a text meets one of a few dozen by accident is nil.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1 &- 0x41 < 26 ? $1 | 0x20 : $1)) &* 0x100_0000_01B3 }
  }
}

/// Words beside a name that tell what it is.
enum ContextWords {
  /// What stands before a place.
  static let locative = WordSet(
    "in at near outside around inside into across throughout northern southern eastern western central downtown "
      + "aus bei nahe nach dans vers desde")
  /// What may stand before a place and before much else.
  static let directional = WordSet("from to toward towards via through between of and en")
  /// Offices and ranks: "Romanian President", "Moscow Mayor".
  static let role = WordSet(
    "president minister ministers king queen prince princess emperor chancellor ambassador senator senators governor "
      + "mayor general gen chief secretary premier speaker pope tsar sultan emir colonel col major maj captain capt "
      + "lieutenant lt admiral commander congressman congresswoman representative rep sen leader envoy")
  /// What stands before a person's name.
  static let personTitle = WordSet(
    "mr mrs ms miss dr sir lord lady prof professor captain capt gen general col colonel sgt lt lieutenant maj admiral "
      + "sen rep president senator governor justice judge king queen prince princess pope saint dame rev father sister")
  /// First words of names that go on with the name of something else: "Fort Worth", "Lake Geneva".
  static let nameOpening = WordSet("fort mount lake port camp saint st san santa new old cape point el los las la")
  /// Parts of the compass and the like, which leave a place what it is: "Greater London".
  static let qualifier = WordSet(
    "northern southern eastern western central greater downtown upper lower inner outer north south east west modern "
      + "former nazi imperial metropolitan suburban mainland occupied")
}
