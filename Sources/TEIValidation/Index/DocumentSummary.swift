package import RelaxNG

/// What is kept of a document that was read once: enough to say which rules it may break.
///
/// Hashes, here and in ``Suspects``, hold for one seed (``IdentifierHash``), and the whole for one ``RuleSelection``: what is
/// kept from run to run is kept by both. What a file may have wrong beside others is not in it: `shared`, `files`,
/// `hasInclusions` of ``Suspects``, and what its corpus takes from `pointers`, `prefixes` and `languages`.
public struct DocumentSummary: Sendable {
  /// The `xml:id`s, as hashes.
  package var identifiers = FingerprintList.few([])
  /// The files that pointers lead to, by the path in the pointer, with the identifiers asked for there: a hash as written
  /// and, where it differs, one with its `%` escapes resolved.
  public var files: [String: [ExternalIdentifier]] = [:]
  /// What is included by XInclude.
  public var inclusions: [InclusionReference] = []
  /// Whether files are taken in by XInclude.
  public var hasInclusions = false
  /// The prefixes of pointers that are declared.
  public var prefixDefinitions: [PrefixDefinition] = []
  /// The languages that are declared, in lower case.
  public var languages: Set<String> = []
  /// What is wrong in the document itself.
  public var suspects = Suspects()

  public init() {}
}

/// An `include` of XInclude, as far as the rules look at it.
public struct InclusionReference: Hashable, Sendable {
  public var href: String
  /// The identifier of the element that is asked for, as a hash; nil for all of the file.
  public var target: UInt64?
  /// Whether the file is taken in as XML.
  public var isXML: Bool
  public var hasFallback: Bool

  package init(href: String, target: UInt64?, isXML: Bool, hasFallback: Bool) {
    self.href = href
    self.target = target
    self.isXML = isXML
    self.hasFallback = hasFallback
  }
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
  /// Languages that are used and not declared, in lower case, where any are.
  public var languages: Set<String> = []
  /// Whether our own encoder wrote the document.
  package var isOurs = false
  /// The prefixes that the document declares.
  package var prefixDefinitions: [PrefixDefinition] = []

  public init() {}

  /// Drops what is not asked for.
  public mutating func restrict(to rules: RuleSelection) {
    if !rules.contains("id-duplicate") { duplicates = [] }
    if !rules.contains("id-shared") { shared = [] }
    if !rules.contains("pointer-dangling") { pointers = [] }
    if !rules.contains("pointer-prefix") { prefixes = [] }
    if !rules.containsAny(of: "pointer-dangling", "pointer-file") { files = [:] }
    if !rules.contains("language-undeclared") { languages = [] }
    if !rules.containsAny(of: "xinclude-missing", "xinclude-target", "xinclude-cycle") { hasInclusions = false }
  }

  /// Drops what is covered by languages that are declared elsewhere.
  package mutating func clearLanguages(_ declared: Set<String>) {
    languages = languages.filter { !LanguageTag.isCovered($0, by: declared) }
  }

  public var isEmpty: Bool {
    !hasElements && duplicates.isEmpty && shared.isEmpty && pointers.isEmpty && prefixes.isEmpty && files.isEmpty
      && !hasInclusions && languages.isEmpty
  }
}
