/// A file of an exchange format, in memory.
public struct ExchangeFile: Hashable, Sendable {
  /// Relative to the folder of the export.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What is wrong with a file of an exchange format.
public struct ExchangeError: Error, Hashable, Sendable {
  /// Lower case: what is wrong, with the thing in quotes, and what was expected.
  public var message: String
  public var file: String
  /// From 1; nil where it is not one line's fault.
  public var line: Int?

  public init(_ message: String, file: String, line: Int? = nil) {
    self.message = message
    self.file = file
    self.line = line
  }
}

/// A format that other tools read or write. One format a file; the list of all of them is ``ExchangeFormats``.
public protocol ExchangeFormat: Sendable {
  /// The name on the command line: `brat`, `webanno-tsv` …
  var name: String { get }
  /// One line for the help.
  var summary: String { get }
  /// What the files of a document end in, the one first that names the document, as `[".ann", ".txt"]`.
  var suffixes: [String] { get }

  /// Writes one document.
  func files(of document: StandoffDocument) -> [ExchangeFile]

  /// What is written once beside all documents, as configurations that a tool wants.
  func commonFiles(for inventory: ExchangeInventory) -> [ExchangeFile]

  /// Whether ``document(from:)`` reads what ``files(of:)`` writes; false for what goes one way only.
  var isReadable: Bool { get }

  /// Whether the files of several documents, one behind another, are a file of the format: lines of JSON are.
  var isConcatenable: Bool { get }

  /// Reads the files of one document, as tools leave them: other line ends, other orders, new identifiers.
  ///
  /// - Throws: ``ExchangeError``.
  func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument

  /// Reads the files of one document over the text that they were written from: what a way home wants.
  ///
  /// Formats made of tokens do not keep all white space (CoNLL-2003 none): their tokens are found again, in order, in the
  /// original's text, and ranges, text and blocks are those of the original. References to Wikidata become those of the
  /// original's entities that have them.
  ///
  /// - Parameter original: As ``StandoffReader`` reads it; nil where there is none.
  /// - Throws: ``ExchangeError`` with the line, what was found and what was expected where the tokens do not fit.
  func document(
    from files: [ExchangeFile], aligningWith original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument

  /// The format with other names of types, where it has a choice; else as it is. Its own name says so: `conllu:ours`.
  func naming(_ types: TypeNames) -> any ExchangeFormat
}

extension ExchangeFormat {
  public func commonFiles(for inventory: ExchangeInventory) -> [ExchangeFile] { [] }

  public var isReadable: Bool { true }

  public var isConcatenable: Bool { false }

  public func document(
    from files: [ExchangeFile], aligningWith original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    try document(from: files)
  }

  public func naming(_ types: TypeNames) -> any ExchangeFormat { self }
}

/// All exchange formats, by name.
public enum ExchangeFormats {
  public static let all: [any ExchangeFormat] = [
    CoNLLUFormat(),
    CoNLL2003Format(),
    HIPEFormat(),
    WebAnnoFormat(),
    CASJSONFormat(),
    StandoffJSONFormat(),
    BratFormat(),
    WebAnnotationFormat(),
    SpaCyFormat(),
    JSONLDFormat(),
    TurtleFormat(),
    ProdigyFormat(),
  ]

  /// The format with a name, as `conllu`, or with a name and those of its types, as `conllu:ours`.
  public static func named(_ name: String) -> (any ExchangeFormat)? {
    if let format = all.first(where: { $0.name == name }) { return format }
    guard let colon = name.firstIndex(of: ":"), let types = TypeNames(rawValue: String(name[colon...].dropFirst())),
      let format = all.first(where: { $0.name == name[..<colon] })?.naming(types)
    else { return nil }
    return format.name == name ? format : nil
  }
}
