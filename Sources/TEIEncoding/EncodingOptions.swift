import ArticleModel

/// What an encoding depends on beside the article.
public struct EncodingOptions: Hashable, Sendable {
  /// The options that the run was given, as they are to stand in the header: never a path or a time.
  public var runOptions: String
  /// A digest of the gazetteers and models that the recognisers used.
  public var modelDigest: String
  /// Where the document refers for its schema, relative to the document.
  public var schema: String
  /// How the bytes were decoded where the source was not UTF-8: the name of its encoding.
  public var sourceEncoding: String?
  /// The bytes of the file as it lay there, where they are not those of the source text.
  public var originalBytes: [UInt8]?

  public init(
    runOptions: String = "", modelDigest: String = "",
    schema: String = "schemas/teikit.rng", sourceEncoding: String? = nil, originalBytes: [UInt8]? = nil
  ) {
    self.runOptions = runOptions
    self.modelDigest = modelDigest
    self.schema = schema
    self.sourceEncoding = sourceEncoding
    self.originalBytes = originalBytes
  }
}

/// What an encoding of an article holds, for summaries.
public struct EncodingSummary: Hashable, Sendable {
  public var tables = 0
  public var sections = 0
  public var lists = 0
  /// Mentions inline and stand-off, by type.
  public var mentions: [MentionType: Int] = [:]
  public var entities = 0

  public init() {}
}

/// The program, as it names itself in what it writes.
public enum Program {
  public static let name = "teikit"
  public static let version = "0.1.0"
}
