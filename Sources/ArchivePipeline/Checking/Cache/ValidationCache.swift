import ArticleModel
import TEIValidation
import XML

/// What is known of files that were checked before: a file whose bytes are the same, as are those of the schemas and other
/// files that were looked at for it, is not read as XML again.
///
/// What a file is for the others (its identifiers, where its pointers lead) is kept with what is wrong with it by itself, so
/// that pointers between files and shared identifiers are judged anew in every run.
public final class ValidationCache: @unchecked Sendable {
  // Unchecked: what changes is only touched under the lock.
  private let lock = Lock()
  /// Of the numbers in the summaries.
  let seed: UInt64
  private var files: [String: CachedFile]
  /// What was found where catalogs were looked for. All files depend on it: catalogs are asked in turn.
  private var catalogs: [String: FileState]
  /// Which files the cache was asked for.
  private var asked: Set<String> = []
  /// Which files of this run had to be read.
  package private(set) var missed: Set<String> = []
  /// What stands at paths that files depend on; looked at once a run.
  private var states: [String: FileState] = [:]
  /// Digests of files that have been left alone since; only for runs that follow each other in one process.
  private var digests: [String: (stamp: FileStamp, digest: ContentDigest)] = [:]
  private let trustsStamps: Bool
  private var hasChanged = false
  /// Notes what is read while catalogs are looked for in this run.
  private(set) var catalogFiles = FileDependencies()
  /// Notes which files outside of the run pointers and inclusions lead to.
  private(set) var targets = FileDependencies()

  var hash: IdentifierHash { IdentifierHash(seed: seed) }

  /// An empty cache.
  ///
  /// - Parameter trustsStamps: Whether a file is taken for unchanged as long as its size and times are: for runs that
  ///   follow each other in one process.
  public convenience init(trustsStamps: Bool = false) {
    self.init(CacheContent(seed: .random(in: .min ... .max)), trustsStamps: trustsStamps)
  }

  init(_ content: CacheContent, trustsStamps: Bool) {
    seed = content.seed
    files = content.files
    catalogs = content.catalogs
    self.trustsStamps = trustsStamps
  }

  /// Begins a run: what stands in files may have changed since the last.
  public func begin() {
    lock.withLock {
      states = [:]
      asked = []
      missed = []
      catalogFiles = FileDependencies()
      targets = FileDependencies()
      guard catalogs.contains(where: { FileState.now(at: $0, like: $1) != $1 }) else { return }
      catalogs = [:]
      files = [:]
      hasChanged = true
    }
  }

  var isEmpty: Bool { lock.withLock { files.isEmpty } }

  /// What is known of a file, if that is still true.
  func known(_ input: InputFile) -> ReadFile? {
    let cached = lock.withLock { () -> CachedFile? in
      asked.insert(input.path)
      return files[input.path]
    }
    guard let cached, !cached.file.dependsOnTime,
      digest(of: input.path) == cached.digest,
      cached.dependencies.allSatisfy({ state(at: $0, like: $1) == $1 })
    else { return nil }
    var file = cached.file
    file.source = .file(input.path)
    return file
  }

  /// Reads a file by `body`, and keeps what that brings.
  func read(_ input: InputFile, _ body: (DocumentSource) -> ReadFile) -> ReadFile {
    let path = input.path
    lock.withLock {
      asked.insert(path)
      missed.insert(path)
      // What is known of other bytes is not to be mixed with what is found now.
      files[path] = nil
    }
    let stamp = trustsStamps ? FileStamp.settled(path) : nil
    var before: ContentDigest?
    var (file, dependencies) = FileDependencies.of { () -> ReadFile in
      if let bytes = try? FileSystem.read(path, limit: Self.maximumBytes) { return body(.bytes(bytes)) }
      before = FileSystem.digest(of: path)
      return body(.file(path))
    }
    if file.source != nil { file.source = .file(path) }
    var states = dependencies.states
    let own = states.removeValue(forKey: Path.absolute(path))
    var read: ContentDigest?
    if case .content(let digest) = own { read = digest }
    if let before {
      // It was read piece by piece, and may have changed meanwhile.
      guard read ?? before == before, FileSystem.digest(of: path) == before else { return file }
      read = before
    }
    guard let digest = read, !dependencies.areUncertain else { return file }
    var kept = file
    kept.source = nil
    lock.withLock {
      files[path] = CachedFile(digest: digest, dependencies: states, file: kept)
      if let stamp { digests[path] = (stamp, digest) }
      hasChanged = true
    }
    return file
  }

  /// Files up to this size are read at once: what is checked and what is digested is the same then.
  private static let maximumBytes = 8 << 20

  /// What was found last of a file's links beside the others, if that is still true.
  func links(of path: String, _ key: ContentDigest) -> [Diagnostic]? {
    lock.withLock { files[path]?.links.flatMap { $0.key == key ? $0.found : nil } }
  }

  func keep(_ found: [Diagnostic], of path: String, _ key: ContentDigest) {
    // The file was read again for them: it may have changed meanwhile.
    let digest = FileSystem.digest(of: path)
    lock.withLock {
      guard let digest, files[path]?.digest == digest else { return }
      files[path]!.links = (key, found)
      hasChanged = true
    }
  }

  /// What tells the content of a file from another.
  public struct Content: Hashable, Sendable {
    fileprivate var digest: ContentDigest
  }

  /// What a file of the last run held; nil for one that cannot be read.
  public func content(of path: String) -> Content? {
    lock.withLock { asked.contains(path) ? files[path].map { Content(digest: $0.digest) } : nil }
  }

  /// All that the outcome of the last run depends on, beside the files that it was about: absolute paths.
  public var dependencies: Set<String> {
    lock.withLock {
      var paths = Set(catalogs.keys).union(catalogFiles.states.keys).union(targets.states.keys)
      for path in asked { paths.formUnion(files[path]?.dependencies.keys ?? [:].keys) }
      return paths
    }
  }

  // MARK: States

  private func state(at path: String, like old: FileState) -> FileState {
    if let known = lock.withLock({ states[path] }), known.isAsMuch(as: old) { return known }
    let state = FileState.now(at: path, like: old)
    lock.withLock { states[path] = state }
    return state
  }

  private func digest(of path: String) -> ContentDigest? {
    guard trustsStamps else { return FileSystem.digest(of: path) }
    let stamp = FileStamp.settled(path)
    if let stamp, let known = lock.withLock({ digests[path] }), known.stamp == stamp { return known.digest }
    let digest = FileSystem.digest(of: path)
    if let stamp, let digest { lock.withLock { digests[path] = (stamp, digest) } }
    return digest
  }

  // MARK: Keeping

  /// What is to be kept of the run for the next; nil where it is what was there before.
  ///
  /// - Parameter day: The number of the day, for files that no run asks for any more.
  func content(day: Int32) -> CacheContent? {
    lock.withLock {
      guard !catalogFiles.areUncertain else { return nil }
      let before = catalogs.count
      catalogs.merge(catalogFiles.states) { $1 }
      for path in asked where files[path] != nil && files[path]!.day != day {
        files[path]!.day = day
        hasChanged = true
      }
      guard hasChanged || catalogs.count != before else { return nil }
      hasChanged = false
      let kept = files.filter { path, file in
        if file.file.dependsOnTime { return false }
        return asked.contains(path) || day - file.day <= Self.maximumAge && FileSystem.unobservedKind(of: path) == .file
      }
      return CacheContent(seed: seed, catalogs: catalogs, files: kept)
    }
  }

  /// For so many days a file is kept that no run has asked for.
  private static let maximumAge: Int32 = 30
}
