public import ArticleModel
internal import XML

/// What the rules see of a document: the elements of TEI, or those alone that may break a rule, with their places.
///
/// It is filled by the events of one reading.
public struct IndexedDocument: Sendable {
  /// The file as the caller names it.
  public let file: String
  /// The elements of TEI, in the order of their start tags, tables in that of their end tags.
  public internal(set) var elements: [IndexedElement] = []
  /// The root element, if it is of TEI.
  public internal(set) var root: IndexedElement?
  /// The inclusions that are not carried out yet.
  public internal(set) var inclusions: [IndexedInclusion] = []
  /// The first element with each identifier.
  public internal(set) var identified: [String: IdentifiedElement] = [:]
  /// The prefixes that the document declares.
  var prefixes = PrefixResolver()
  /// The languages that the document declares, in lower case.
  var languages: Set<String> = []
  /// Whether our own encoder wrote it: then departures from our encoding are errors.
  public internal(set) var isOurs = false
  /// Identifiers that are known to be missing; nil where ``identified`` holds all that there are.
  var missing: Set<UInt64>?

  /// Prefixes and languages, in lower case, that are known not to be declared; nil where the document itself says it.
  var missingPrefixes: Set<String>?
  var missingLanguages: Set<String>?

  private let hash: IdentifierHash

  init(file: String, hash: IdentifierHash) {
    self.file = file
    self.hash = hash
  }

  /// Whether an element has an identifier.
  public func declares(_ identifier: String) -> Bool {
    missing.map { !$0.contains(hash.of(identifier)) } ?? (identified[identifier] != nil)
  }
}

extension IndexedDocument {
  /// Whether languages are declared, and this one is not.
  func lacksLanguage(_ tag: String) -> Bool {
    let tag = tag.lowercased()
    if let missingLanguages { return missingLanguages.contains(tag) }
    return !languages.isEmpty && !LanguageTag.isCovered(tag, by: languages)
  }
}

/// An element with its name and attributes read.
public struct IndexedElement: Sendable {
  /// The local name.
  public let name: String
  public internal(set) var attributes: [(name: String, value: String)]
  /// Where its start tag begins.
  public let position: SourcePosition
  /// As `XMLElement.path` says it; nil for an element deeper than `ElementPaths.maximumDepth`.
  public let xpath: String?
  /// How many elements begin before it.
  public let number: Int
  /// Whether relative references in it start from an `xml:base`, and not from the file.
  var hasBase = false
  /// Its rows and columns, where it is a table.
  var table: IndexedTable?
  /// Whether it stands for an `idno` without content.
  var isEmptyNumber = false

  public subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}

/// How large a table is, and how large it says it is.
struct IndexedTable: Sendable {
  var claimedRows: Int?
  var claimedColumns: Int?
  var height: Int
  var width: Int
  /// The rows that do not reach over as many columns as the table says it has, with how many they do.
  var uneven: [(row: IndexedElement, width: Int)]
  /// The rows with cells that lie on others.
  var overlaps: [IndexedElement]
  /// How many rows below the last one cells reach down to.
  var excess: Int
}

/// The first element with an identifier.
public struct IdentifiedElement: Sendable {
  public let name: String
  public let line: Int
  public let number: Int
}

/// An element `include` of XInclude.
public struct IndexedInclusion: Sendable {
  public let element: IndexedElement
  public internal(set) var hasFallback = false
}
