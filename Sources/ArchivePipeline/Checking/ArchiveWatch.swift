/// Says when files of an archive have changed: added, removed, written again or replaced by another of their name.
///
/// By looking at sizes and times again and again, which is the same on all systems and file systems (also those of networks
/// and containers, where notifications get lost), and takes some ten milliseconds for ten thousand files. It takes no more
/// than a twentieth of one core.
public struct ArchiveWatch: Sendable {
  private let paths: [String]
  private let extensions: Set<String>
  private var known: [String: FileStamp?] = [:]
  private var dependencies: Set<String> = []
  private var began: Int64 = 0

  /// How long to wait between two looks, at least.
  private static let period = Duration.milliseconds(250)
  /// How long files are to be left alone before they are read: an editor may write in several steps.
  private static let quiet = Duration.milliseconds(60)
  /// How often at most to wait for that.
  private static let maximumPatience = 50

  /// - Parameter paths: Files, folders and patterns, as ``InputFinder`` takes them.
  public init(paths: [String], extensions: Set<String>) {
    self.paths = paths
    self.extensions = extensions
  }

  /// Takes what stands there now for known; to be called before files are read.
  public mutating func begin() {
    began = FileStamp.now
    known = stamps()
  }

  /// Waits for a change since ``begin()`` of the files, or of others that what was found depends on, and until it is over.
  ///
  /// - Parameter dependencies: Absolute paths, of what may be missing, too.
  /// - Throws: `CancellationError`.
  public mutating func change(of dependencies: Set<String>) async throws {
    self.dependencies = dependencies
    for path in dependencies where known[path] == nil {
      let stamp = FileStamp(path)
      // What was changed while it was read is looked at again.
      if (stamp?.latest ?? 0) < began { known[path] = .some(stamp) }
    }
    let clock = ContinuousClock()
    while true {
      let start = clock.now
      var now = stamps()
      let cost = clock.now - start
      if now != known {
        for _ in 0..<Self.maximumPatience {
          try await Task.sleep(for: Self.quiet)
          let next = stamps()
          if next == now { return }
          now = next
        }
        return
      }
      try await Task.sleep(for: max(Self.period, cost * 20))
    }
  }

  private func stamps() -> [String: FileStamp?] {
    let (files, diagnostics) = InputFinder.files(at: paths, extensions: extensions)
    var stamps: [String: FileStamp?] = [:]
    stamps.reserveCapacity(files.count + dependencies.count)
    for file in files { stamps[file.path] = .some(FileStamp(file.path)) }
    // A folder that cannot be read any more is a change, too.
    for fault in diagnostics { stamps[fault.description] = .some(nil) }
    for path in dependencies { stamps[path] = .some(FileStamp(path)) }
    return stamps
  }
}
