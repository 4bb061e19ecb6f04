#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that arrive in pieces, taken out line by line.
struct LineBuffer {
  private var bytes: [UInt8] = []
  /// How far the bytes are taken, and how far they were searched.
  private var start = 0
  private var searched = 0

  /// How many bytes wait for the end of their line.
  var count: Int { bytes.count - start }

  mutating func append(_ piece: UnsafeRawBufferPointer) {
    if start > 1 << 16 {
      bytes.removeFirst(start)
      searched -= start
      start = 0
    }
    bytes.append(contentsOf: piece)
  }

  /// The next line without its end; nil where it is not whole.
  mutating func next() -> ArraySlice<UInt8>? {
    guard searched < bytes.count else { return nil }
    let found = bytes.withUnsafeBytes { buffer in
      memchr(buffer.baseAddress! + searched, 0x0A, buffer.count - searched).map {
        UnsafeRawPointer($0) - buffer.baseAddress!
      }
    }
    guard let end = found else {
      searched = bytes.count
      return nil
    }
    defer {
      start = end + 1
      searched = start
    }
    return bytes[start..<end]
  }

  /// What is left without the end of a line.
  mutating func rest() -> ArraySlice<UInt8>? {
    defer { start = bytes.count }
    return start < bytes.count ? bytes[start...] : nil
  }
}
