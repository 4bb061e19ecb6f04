/// What is kept of a document that was read once: enough to say which rules it may break.
public struct DocumentSummary: Sendable {
  /// The `xml:id`s, as hashes in ascending order.
  public var identifiers: [UInt64] = []
  /// The files that pointers lead to, by the path in the pointer, with the identifiers asked for there: a hash as written
  /// and, where it differs, one with its `%` escapes resolved.
  public var files: [String: [ExternalIdentifier]] = [:]
  /// The `href`s of inclusions without a fallback.
  public var inclusions: [String] = []
  /// Whether documents are taken in by XInclude.
  public var hasInclusions = false
  /// What is wrong in the document itself.
  public var suspects = Suspects()

  public init() {}
}

/// An identifier that a pointer asks for in another file.
public struct ExternalIdentifier: Hashable, Sendable {
  public var identifier: UInt64
  public var escaped: UInt64?

  package init(identifier: UInt64, escaped: UInt64?) {
    self.identifier = identifier
    self.escaped = escaped
  }
}

/// Which elements of a document are worth a second look: what breaks a rule is among them.
public struct Suspects: Sendable {
  /// Whether an element breaks a rule by what it says itself.
  public var hasElements = false
  /// Identifiers that the document gives to several elements.
  public var duplicates: Set<UInt64> = []
  /// Identifiers that another file of the run has, too.
  public var shared: Set<UInt64> = []
  /// Identifiers that pointers ask for and the document lacks.
  public var pointers: Set<UInt64> = []
  /// Prefixes of pointers, in lower case, that nobody declares.
  public var prefixes: Set<String> = []
  /// Files that pointers lead to, by the path in the pointer, and what they lack.
  public var files: [String: Lack] = [:]
  public var hasInclusions = false
  /// Whether our own encoder wrote the document.
  package var isOurs = false

  public init() {}

  public var isEmpty: Bool {
    !hasElements && duplicates.isEmpty && shared.isEmpty && pointers.isEmpty && prefixes.isEmpty && files.isEmpty
      && !hasInclusions
  }
}
