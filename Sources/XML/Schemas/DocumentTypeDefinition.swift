/// What a DTD declares: elements with their content and attributes (XML 1.0, section 3).
///
/// A DTD knows nothing of namespaces: names are as they are written, with their prefix.
public struct DocumentTypeDefinition: Sendable {
  /// An element type declaration, with all its attributes.
  public struct Element: Sendable {
    public var name: String
    public var content: Content
    public var attributes: [Attribute]
  }

  /// What an element may hold.
  public enum Content: Sendable {
    case empty
    case any
    /// Text, and elements of these names.
    case mixed([String])
    case children(Particle)
  }

  /// A part of a content model. Such parts nest at most 128 levels deep.
  public indirect enum Particle: Sendable {
    case element(String, Occurrence)
    case sequence([Particle], Occurrence)
    case choice([Particle], Occurrence)
  }

  public enum Occurrence: Sendable { case once, optional, zeroOrMore, oneOrMore }

  public struct Attribute: Sendable {
    public var name: String
    public var type: AttributeType
    public var isRequired: Bool
    /// The only value that it may have.
    public var fixedValue: String?
  }

  public enum AttributeType: Hashable, Sendable {
    case text, id, idref, idrefs, entity, entities, nmtoken, nmtokens
    /// One of these tokens, or of these notations.
    case tokens([String])
  }

  /// In the order of their declaration.
  public var elements: [Element]
}
