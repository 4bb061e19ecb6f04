/// What is known of a word from lists of names and from how often it occurs in lower case.
@frozen
public struct WordFlags: OptionSet, Hashable, Sendable {
  public var rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let isGivenName = WordFlags(rawValue: 1)
  public static let isSurname = WordFlags(rawValue: 2)
  /// It is written in lower case, too, so that a capital alone does not make it a name.
  public static let isCommonWord = WordFlags(rawValue: 4)
}

/// What makes a name more or less telling.
@frozen
public struct NameFlags: OptionSet, Hashable, Sendable {
  public var rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// It means other things as well; the context has to speak for it.
  public static let ambiguous = NameFlags(rawValue: 1)
  public static let givenName = NameFlags(rawValue: 2)
  public static let surname = NameFlags(rawValue: 4)
  public static let commonWord = NameFlags(rawValue: 8)
  /// The name in capitals, as headings have it.
  public static let allCapitals = NameFlags(rawValue: 16)
  /// A name of another language that is another word in English: "Island" for Iceland.
  public static let foreign = NameFlags(rawValue: 32)
  /// Several places bear it.
  public static let shared = NameFlags(rawValue: 64)
  /// It counts only behind a place and a comma: "CA" in "San Rafael, CA".
  public static let afterComma = NameFlags(rawValue: 128)
}

/// What is special about a thing in the gazetteer.
@frozen
public struct EntityFlags: OptionSet, Hashable, Sendable {
  public var rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The capital of a country.
  public static let capital = EntityFlags(rawValue: 1)
  /// It stands in a list of our own, not only in a register.
  public static let listed = EntityFlags(rawValue: 2)
}
