#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks into files without having them in memory.
enum LocalText {
  /// Whether a file has a text in it, as bytes; false for one that cannot be read.
  static func contains(_ text: String, inFile path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    // What is read of a pipe is gone.
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let wanted = Array(text.utf8)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var kept = 0
    while true {
      let count = buffer.withUnsafeMutableBytes { FileSystem.read(descriptor, into: $0, from: kept) }
      guard count > 0 else { return false }
      let length = kept + count
      if contains(wanted, in: buffer, length) { return true }
      // The text may begin in this piece and end in the next.
      kept = min(length, wanted.count - 1)
      buffer.replaceSubrange(0..<kept, with: Array(buffer[(length - kept)..<length]))
    }
  }

  private static func contains(_ wanted: [UInt8], in buffer: [UInt8], _ length: Int) -> Bool {
    buffer.withUnsafeBytes { bytes in
      var start = 0
      while start + wanted.count <= length,
        let found = memchr(bytes.baseAddress! + start, Int32(wanted[0]), length - wanted.count + 1 - start)
      {
        if memcmp(found, wanted, wanted.count) == 0 { return true }
        start = UnsafeRawPointer(found) - bytes.baseAddress! + 1
      }
      return false
    }
  }
}
