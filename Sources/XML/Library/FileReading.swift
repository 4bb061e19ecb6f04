#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reading of local files, for what must follow names found in documents.
enum LocalFile {
  /// The bytes of a file.
  static func bytes(at path: String) throws(XMLError) -> [UInt8] {
    do throws(XMLError) {
      let bytes = try contents(of: path)
      ObservedFiles.observer?.read(path, bytes)
      return bytes
    } catch {
      ObservedFiles.observer?.looked(at: path)
      throw error
    }
  }

  private static func contents(of path: String) throws(XMLError) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// A file descriptor for reading a file, to be closed by the caller.
  static func open(_ path: String) throws(XMLError) -> Int32 {
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, O_RDONLY | O_CLOEXEC)
    #else
      let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #endif
    guard descriptor >= 0 else { throw unreadable(path) }
    return descriptor
  }

  /// Closes what ``open(_:)`` opened.
  static func shut(_ descriptor: Int32) { close(descriptor) }

  /// The error for a file of which the system has just refused something.
  static func unreadable(_ path: String) -> XMLError {
    XMLError(.xmlUnreadable, "cannot be read: \(String(cString: strerror(errno)))", file: path)
  }
}
