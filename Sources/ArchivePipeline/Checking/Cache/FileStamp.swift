#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// By what a change of a file shows without reading it: another file by this name, another size, another time.
struct FileStamp: Hashable, Sendable {
  private var device: UInt64
  private var number: UInt64
  private(set) var size: Int64
  /// When what it holds was written last, in nanoseconds since 1970.
  private(set) var modified: Int64
  /// When that, its name or its owner changed last.
  private var changed: Int64

  /// nil where nothing stands at the path.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      modified = Self.nanoseconds(status.st_mtimespec)
      changed = Self.nanoseconds(status.st_ctimespec)
    #else
      modified = Self.nanoseconds(status.st_mtim)
      changed = Self.nanoseconds(status.st_ctim)
    #endif
  }

  /// When anything about it changed last, also by a file of another name that took its place.
  var latest: Int64 { max(modified, changed) }

  /// The stamp of a file that was left alone for two seconds: then a change to come shows on every file system, even where
  /// times are counted in twos, as on FAT. To be asked for before the file is read; nil where it is too fresh.
  static func settled(_ path: String) -> FileStamp? {
    guard let stamp = FileStamp(path), stamp.latest < now - 2_000_000_000 else { return nil }
    return stamp
  }

  /// The time, as ``modified`` counts it.
  static var now: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return nanoseconds(now)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

extension FileSystem {
  /// The digest of a file, read piece by piece; nil for one that cannot be read.
  static func digest(of path: String) -> ContentDigest? {
    guard unobservedKind(of: path) == .file else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 17, alignment: 16) { buffer in
      var digesting = Digesting()
      while true {
        let count = read(descriptor, into: buffer, from: 0)
        if count < 0 { return nil }
        if count == 0 { return digesting.finish() }
        digesting.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }
}
