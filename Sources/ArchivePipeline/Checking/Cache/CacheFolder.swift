import TEIEncoding

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder in which `validate` keeps what it knows of files, in a file for each folder that it is called in and each set
/// of options.
public struct CacheFolder: Sendable {
  /// The folder itself.
  public let path: String
  private let use: ContentDigest

  /// No cache grows beyond it.
  private static let maximumSize = 256 << 20
  /// Caches that nobody has used for so long are removed.
  private static let maximumAge: Int64 = 30 * 86400
  private static let prefix = "validate-"
  private static let suffix = ".cache"

  /// - Parameters:
  ///   - path: The folder; made where it is not there.
  ///   - options: All that decides, beside the files, what is found.
  public init(path: String, options: [String]) {
    self.path = path
    var digesting = Digesting()
    digesting.update(Self.program)
    digesting.update(FileSystem.currentFolder)
    for option in options { digesting.update(option) }
    use = digesting.finish()
  }

  /// Where caches are kept if nobody says so: the XDG Base Directory Specification, 0.8; nil where there is no home.
  public static func standard(cacheHome: String?, home: String?) -> String? {
    // A relative path is to be ignored.
    if let cacheHome, cacheHome.hasPrefix("/") { return Path.join(cacheHome, "teikit") }
    return home.flatMap { $0.hasPrefix("/") ? Path.join($0, ".cache/teikit") : nil }
  }

  private var file: String { Path.join(path, Self.prefix + use.hexadecimal.prefix(16) + Self.suffix) }

  /// What is kept for these options; an empty cache where there is none that is whole and of this program.
  public func open(trustsStamps: Bool = false) -> ValidationCache {
    let content = (try? FileSystem.read(file, limit: Self.maximumSize * 2)).flatMap {
      CacheCoding.content(of: $0, use: use)
    }
    return content.map { ValidationCache($0, trustsStamps: trustsStamps) }
      ?? ValidationCache(trustsStamps: trustsStamps)
  }

  /// Keeps what a run has found.
  ///
  /// - Throws: ``FileFault`` where it cannot be written: then what was there stays.
  public func keep(_ cache: ValidationCache) throws(FileFault) {
    guard let content = cache.content(day: Int32(time(nil) / 86400)) else { return }
    try make()
    try FileSystem.write(CacheCoding.bytes(of: content, use: use, limit: Self.maximumSize), to: file, isShared: true)
    removeOldCaches()
  }

  /// Makes the folder, which neither backups nor version control are to take.
  private func make() throws(FileFault) {
    guard FileSystem.kind(of: path) == nil else { return }
    try FileSystem.makeFolder(path)
    let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# Cache of teikit (https://bford.info/cachedir/)\n"
    try FileSystem.write(Array(tag.utf8), to: Path.join(path, "CACHEDIR.TAG"), isShared: true)
    try FileSystem.write(Array("*\n".utf8), to: Path.join(path, ".gitignore"), isShared: true)
  }

  private func removeOldCaches() {
    for name in (try? FileSystem.names(in: path)) ?? [] {
      let isPart = name.hasPrefix("." + Self.prefix)
      guard isPart || name.hasPrefix(Self.prefix) && name.hasSuffix(Self.suffix) else { continue }
      let old = Path.join(path, name)
      guard let stamp = FileStamp(old) else { continue }
      let age = Int64(time(nil)) - stamp.modified / 1_000_000_000
      if age > Self.maximumAge || isPart && age > 86400 { unlink(old) }
    }
  }

  /// The program, by its version and its file: one that was built anew may find other faults.
  private static var program: String {
    #if canImport(Darwin)
      var size: UInt32 = 4096
      var name = [CChar](repeating: 0, count: Int(size))
      let path = _NSGetExecutablePath(&name, &size) == 0 ? String(cString: name) : CommandLine.arguments[0]
    #else
      let path = "/proc/self/exe"
    #endif
    return "\(Program.version) \(FileStamp(path)?.content ?? "")"
  }
}

extension FileStamp {
  /// Size and time of what a file holds, the same for its copies that keep the time.
  fileprivate var content: String { "\(size) \(modified)" }
}
