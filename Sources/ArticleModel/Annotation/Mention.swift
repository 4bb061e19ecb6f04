/// A place in the source where something is named, as one recogniser sees it.
///
/// Mentions stand off: they may overlap and disagree until the encoder decides. A mention lies inside one
/// ``TextRun`` and holds the name alone: no leading "the", no possessive ’s, no title before a person's name.
///
/// An article has one for every thirty bytes, and they are sorted and copied from stage to stage: what few have in full
/// stands behind a reference, so that a mention takes 32 bytes.
public struct Mention: Hashable, Sendable {
  public var range: SourceRange
  public var type: MentionType
  public var method: RecognitionMethod
  /// Which of ``AnnotatedArticle/recognizers`` found it, from 1; 0 for the program itself.
  public var recognizer: UInt8 = 0
  /// What the name stands for, where that is not what it names.
  public var sense: MentionSense?
  /// How sure the recogniser is, above 0 and at most 1.
  public var certainty: Float
  /// The value that the words stand for, where they stand for one.
  public var value: MentionValue {
    get { ownValue?.value ?? .none }
    set { ownValue = newValue == .none ? nil : Shared(newValue) }
  }
  private var ownValue: Shared<MentionValue>?
  /// What is known of the thing named; nil where only the words are known.
  public var identity: EntityIdentity? {
    get { knownIdentity?.value }
    set { knownIdentity = newValue.map(Shared.init) }
  }
  private var knownIdentity: Shared<EntityIdentity>?

  public init(
    _ range: SourceRange, _ type: MentionType, method: RecognitionMethod, certainty: Float,
    value: MentionValue = .none, identity: EntityIdentity? = nil
  ) {
    self.range = range
    self.type = type
    self.method = method
    self.certainty = certainty
    ownValue = value == .none ? nil : Shared(value)
    knownIdentity = identity.map(Shared.init)
  }
}

/// The thing that a mention names, as a list or the article itself knows it.
public struct EntityIdentity: Hashable, Sendable {
  /// The name under which the thing is registered: "North Atlantic Treaty Organization" for "NATO".
  public var name: String
  /// Identifiers by authority, in the order in which they are written.
  public var identifiers: [AuthorityIdentifier]
  /// The country it lies in or belongs to, by ISO 3166-1 alpha-2 code, where known.
  public var country: String?

  public init(name: String, identifiers: [AuthorityIdentifier] = [], country: String? = nil) {
    self.name = name
    self.identifiers = identifiers
    self.country = country
  }
}

/// What an authority calls a thing.
public struct AuthorityIdentifier: Hashable, Sendable {
  /// The authority, in lower case: `wikidata`, `geonames`, `iso3166-1`, `iso3166-2`, `cik`.
  public var authority: String
  public var value: String

  public init(authority: String, value: String) {
    self.authority = authority
    self.value = value
  }
}

/// A value that its copies share, never changed.
private final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }

  static func == (left: Shared, right: Shared) -> Bool { left === right || left.value == right.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
