import TEIEncoding
import XML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is being written under another name, which becomes its own once it is whole.
struct PartialFile {
  /// Where to write.
  let descriptor: Int32
  private let path: String
  /// The name that it has meanwhile.
  let temporary: String

  /// Every partial file of the process, so that an interrupted run leaves none behind.
  nonisolated(unsafe) private static var open: Set<String> = []
  private static let lock = Lock()

  /// - Parameter isShared: Whether others may write the same file at the same time.
  /// - Throws: ``FileFault``; then there is no file.
  init(of path: String, isShared: Bool = false) throws(FileFault) {
    let temporary = Self.temporary(for: path) + (isShared ? ".\(UInt64.random(in: .min ... .max))" : "")
    let descriptor = Self.lock.withLock { () -> Int32 in
      let descriptor = Self.create(temporary)
      if descriptor >= 0 { Self.open.insert(temporary) }
      return descriptor
    }
    guard descriptor >= 0 else { throw FileFault("cannot write", path) }
    self.descriptor = descriptor
    self.path = path
    self.temporary = temporary
  }

  private static func create(_ path: String) -> Int32 {
    #if canImport(Darwin)
      Darwin.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    #else
      Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    #endif
  }

  /// One name for each file: what a killed run leaves, the next one overwrites. Names have at most 255 bytes (NAME_MAX).
  private static func temporary(for path: String) -> String {
    let name = Path.name(of: path)
    let kept = name.utf8.count <= 240 ? name : "\(name.prefix(50))-\(Digest.sha256(Array(name.utf8)).prefix(16))"
    return Path.join(Path.folder(of: path), ".\(kept).teikit-part")
  }

  /// Removes what was written.
  func discard() {
    close(descriptor)
    remove()
  }

  /// Gives the file its name.
  ///
  /// - Throws: ``FileFault``; then nothing of the file is left behind.
  func complete() throws(FileFault) {
    let isClosed = close(descriptor) == 0
    let isNamed =
      isClosed
      && Self.lock.withLock { () -> Bool in
        guard rename(temporary, path) == 0 else { return false }
        Self.open.remove(temporary)
        return true
      }
    guard isNamed else {
      let fault = FileFault("cannot write", path)
      remove()
      throw fault
    }
  }

  private func remove() {
    Self.lock.withLock {
      unlink(temporary)
      Self.open.remove(temporary)
    }
  }

  /// Removes every partial file and then calls `end`, which ends the process: no file is begun or completed meanwhile.
  static func discardAll(_ end: () -> Never) -> Never {
    lock.withLock {
      for temporary in open { unlink(temporary) }
      end()
    }
  }
}

extension FileSystem {
  /// Removes what is half-written and then calls `end`, which ends the process. What is whole stays.
  public static func discardPartialFiles(_ end: () -> Never) -> Never { PartialFile.discardAll(end) }
}
