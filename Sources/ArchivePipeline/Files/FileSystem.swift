import ArticleModel
import XML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What went wrong with a file, in the words of the system.
public struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  /// What was tried, as "cannot read".
  public var action: String
  public var reason: String

  init(_ action: String, _ path: String, error: Int32 = errno) {
    self.path = path
    self.action = action
    reason = String(cString: strerror(error)).lowercasedFirst
  }

  init(_ action: String, _ path: String, reason: String) {
    self.path = path
    self.action = action
    self.reason = reason
  }

  public var description: String { "\(action) \"\(path)\": \(reason)" }
}

extension String {
  fileprivate var lowercasedFirst: String { isEmpty ? self : first!.lowercased() + dropFirst() }
}

/// The few calls of POSIX that the pipeline needs: files are read whole and written atomically.
public enum FileSystem {
  public enum Kind: Sendable { case file, folder, other }

  /// What stands at a path; nil where nothing does.
  public static func kind(of path: String) -> Kind? {
    ObservedFiles.observer?.looked(at: path)
    return unobservedKind(of: path)
  }

  static func unobservedKind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The folder that relative paths begin at.
  static var currentFolder: String {
    guard let folder = getcwd(nil, 0) else { return "/" }
    defer { free(folder) }
    return String(cString: folder)
  }

  /// What tells a file or folder from every other, however it is named.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  /// The identity of what stands at a path; nil where nothing does.
  static func identity(of path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt64(bitPattern: Int64(status.st_dev)), number: UInt64(status.st_ino))
  }

  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Parameter limit: A file of more bytes is not read.
  /// - Throws: ``FileFault``.
  public static func read(_ path: String, limit: Int = .max) throws(FileFault) -> [UInt8] {
    do throws(FileFault) {
      let bytes = try contents(of: path, limit: limit)
      ObservedFiles.observer?.read(path, bytes)
      return bytes
    } catch {
      ObservedFiles.observer?.looked(at: path)
      throw error
    }
  }

  /// The first bytes of a file, as many as there are up to a limit.
  ///
  /// - Throws: ``FileFault``.
  static func start(of path: String, limit: Int) throws(FileFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault("cannot read", path) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
      let got = bytes.withUnsafeMutableBytes { Self.read(descriptor, into: $0, from: count) }
      if got < 0 { throw FileFault("cannot read", path) }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(limit - count)
    return bytes
  }

  private static func contents(of path: String, limit: Int) throws(FileFault) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault("cannot read", path) }
    defer { if descriptor != 0 { close(descriptor) } }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    if isFile, status.st_size > limit { throw tooLarge(path, Int(status.st_size), limit) }
    var bytes = [UInt8](repeating: 0, count: isFile ? Int(status.st_size) + 1 : 1 << 16)
    var count = 0
    while true {
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(1 << 16, count))) }
      let got = bytes.withUnsafeMutableBytes { Self.read(descriptor, into: $0, from: count) }
      if got < 0 { throw FileFault("cannot read", path) }
      if got == 0 { break }
      count += got
      if count > limit { throw tooLarge(path, count, limit) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, from offset: Int) -> Int {
    while true {
      #if canImport(Darwin)
        let got = Darwin.read(descriptor, buffer.baseAddress! + offset, min(buffer.count - offset, 1 << 30))
      #else
        let got = Glibc.read(descriptor, buffer.baseAddress! + offset, min(buffer.count - offset, 1 << 30))
      #endif
      if got < 0, errno == EINTR { continue }
      return got
    }
  }

  private static func tooLarge(_ path: String, _ size: Int, _ limit: Int) -> FileFault {
    FileFault("cannot read", path, reason: "it has \(size) bytes or more; at most \(limit) are read (--max-size)")
  }

  /// How many bytes a file has; nil for what is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The names in a folder, sorted by their bytes; those that are not UTF-8 are left out.
  ///
  /// - Throws: ``FileFault``.
  public static func names(in folder: String) throws(FileFault) -> [String] { try listing(of: folder).names }

  /// The names in a folder, sorted by their bytes, and with U+FFFD those that are not UTF-8, by which nothing can be opened.
  ///
  /// - Throws: ``FileFault``.
  static func listing(of folder: String) throws(FileFault) -> (names: [String], unnameable: [String]) {
    guard let stream = opendir(folder) else { throw FileFault("cannot list", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    var unnameable: [String] = []
    while let entry = readdir(stream) {
      withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          if let name = String(validatingCString: name) {
            if name != ".", name != ".." { names.append(name) }
          } else {
            unnameable.append(String(cString: name))
          }
        }
      }
    }
    return (names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, unnameable.sorted())
  }

  /// Makes a folder and those above it.
  ///
  /// - Throws: ``FileFault``.
  public static func makeFolder(_ path: String) throws(FileFault) {
    if kind(of: path) == .folder || path.isEmpty { return }
    let parent = Path.folder(of: path)
    if parent != path, !parent.isEmpty { try makeFolder(parent) }
    if mkdir(path, 0o777) != 0, errno != EEXIST || kind(of: path) != .folder {
      throw FileFault("cannot make the folder", path)
    }
  }

  /// Writes a file so that it is there whole or not at all: to a file beside it, which then takes its name.
  ///
  /// Not flushed to the disk: what a crash of the machine leaves is the file system's to say, and a thousand flushes take
  /// longer than a thousand articles.
  ///
  /// - Parameters:
  ///   - isShared: Whether others may write the same file at the same time: the last one stays.
  ///   - isInPlace: Whether it is a file of the user's, which keeps its mode and, where the system lets it, its owner; a
  ///     symbolic link to it stays one.
  /// - Throws: ``FileFault``; then nothing of the file is left behind.
  public static func write(
    _ bytes: [UInt8], to path: String, isShared: Bool = false, isInPlace: Bool = false
  ) throws(FileFault) {
    if path == "-" {
      try writeAll(bytes, to: 1, path: "standard output")
      return
    }
    let path = isInPlace ? target(of: path) : path
    let part = try PartialFile(of: path, isShared: isShared)
    if isInPlace { keepOwner(of: path, in: part.descriptor) }
    do throws(FileFault) {
      try writeAll(bytes, to: part.descriptor, path: path)
    } catch {
      part.discard()
      throw error
    }
    try part.complete()
  }

  /// The file that a symbolic link leads to, else the path.
  private static func target(of path: String) -> String {
    guard let target = realpath(path, nil) else { return path }
    defer { free(target) }
    return String(validatingCString: target) ?? path
  }

  /// Gives an open file the owner and the mode of another. Who may not give files away keeps them.
  private static func keepOwner(of path: String, in descriptor: Int32) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    let isOwned = fchown(descriptor, status.st_uid, status.st_gid) == 0
    // Set-user-ID of somebody else's program is not ours to give.
    fchmod(descriptor, status.st_mode & (isOwned ? 0o7777 : 0o777))
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileFault) {
    guard writeAll(bytes, to: descriptor) else { throw FileFault("cannot write", path) }
  }

  /// Writes all bytes to an open file, however often the system takes only a part of them.
  ///
  /// - Returns: false where it refuses; `errno` says why.
  public static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
        #else
          Glibc.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
        #endif
      }
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      offset += written
    }
    return true
  }
}
