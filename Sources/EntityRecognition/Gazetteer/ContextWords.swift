import ArticleModel

extension Set<WordKey> {
  /// Whether a word of the source is in the list, whatever its case.
  func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange) -> Bool { contains(bytes[range.bytes]) }
}

/// Words beside a name that tell what it is.
enum ContextWords {
  /// What stands before a place.
  static let locative = Set<WordKey>(
    words: "in at near outside around inside into across throughout northern southern eastern western central downtown "
      + "aus bei nahe nach dans vers desde")
  /// What may stand before a place and before much else.
  static let directional = Set<WordKey>(words: "from to toward towards via through between of and en")
  /// Offices and ranks: "Romanian President", "Moscow Mayor".
  static let role = Set<WordKey>(
    words:
      "president minister ministers king queen prince princess emperor chancellor ambassador senator senators governor "
      + "mayor general gen chief secretary premier speaker pope tsar sultan emir colonel col major maj captain capt "
      + "lieutenant lt admiral commander congressman congresswoman representative rep sen leader envoy")
  /// What stands before a person's name.
  static let personTitle = Set<WordKey>(
    words:
      "mr mrs ms miss dr sir lord lady prof professor captain capt gen general col colonel sgt lt lieutenant maj admiral "
      + "sen rep president senator governor justice judge king queen prince princess pope saint dame rev father sister")
  /// First words of names that go on with the name of something else: "Fort Worth", "Lake Geneva".
  static let nameOpening = Set<WordKey>(
    words: "fort mount lake port camp saint st san santa new old cape point el los las la")
  /// Parts of the compass and the like, which leave a place what it is: "Greater London".
  static let qualifier = Set<WordKey>(
    words:
      "northern southern eastern western central greater downtown upper lower inner outer north south east west modern "
      + "former nazi imperial metropolitan suburban mainland occupied")
}
