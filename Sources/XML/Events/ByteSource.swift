#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where the bytes of a document come from.
protocol ByteSource: AnyObject {
  /// Copies bytes from `offset` on; 0 at the end. It may give fewer than there is room for.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(XMLError) -> Int
}

/// A document in memory.
final class MemoryBytes: ByteSource {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - offset)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
    return count
  }
}

/// A document in a file, or in a pipe, of which nothing but the beginning can be read twice.
final class FileBytes: ByteSource {
  private let path: String
  private let descriptor: Int32
  /// How much was read of a pipe; nil for a file.
  private var pipeOffset: Int?
  /// The beginning of a pipe.
  private var head: [UInt8] = []

  init(path: String) throws(XMLError) {
    self.path = path
    descriptor = try LocalFile.open(path)
    if lseek(descriptor, 0, SEEK_CUR) < 0 { pipeOffset = 0 }
  }

  deinit { LocalFile.shut(descriptor) }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(XMLError) -> Int {
    guard let pipeOffset else {
      return try retrying { pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)) }
    }
    if offset < head.count {
      let piece = head[offset...].prefix(buffer.count)
      buffer.copyBytes(from: piece)
      return piece.count
    }
    guard offset == pipeOffset else { return 0 }
    let count = try retrying { systemRead(descriptor, buffer) }
    if pipeOffset < TextDecoder.headLength { head += buffer[..<count] }
    self.pipeOffset = pipeOffset + count
    return count
  }

  private func retrying(_ call: () -> Int) throws(XMLError) -> Int {
    while true {
      let count = call()
      if count >= 0 { return count }
      guard errno == EINTR else { throw LocalFile.unreadable(path) }
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
