import ArticleModel

/// What is kept from run to run.
struct CacheContent: Sendable {
  var seed: UInt64
  var catalogs: [String: FileState] = [:]
  /// By the path as the caller names the file.
  var files: [String: CachedFile] = [:]
}

/// What is kept of a file.
struct CachedFile: Sendable {
  var digest: ContentDigest
  /// What else was looked at, by absolute path: schemas and what they include, files that it takes in.
  var dependencies: [String: FileState]
  /// Without its source.
  var file: ReadFile
  /// What the rules for links found, by a digest of all that it depends on beside the file.
  var links: (key: ContentDigest, found: [Diagnostic])?
  /// The number of the day when a run last asked for it.
  var day: Int32 = 0
}
