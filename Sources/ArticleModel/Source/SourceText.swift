/// The text of one article as it was read: valid UTF-8, checked once and never changed.
///
/// Every position in the stages after it is a UTF-8 byte offset into ``bytes``.
public struct SourceText: Sendable {
  /// What the article is called in messages and in its TEI: a file name, without folders.
  public let name: String
  /// The text, valid UTF-8, with its byte-order mark and line ends as they were.
  public let bytes: [UInt8]

  /// The size above which a source is refused: 1 GiB, well inside the range of an `Int32` offset.
  public static let maximumSize = 1 << 30

  /// Why bytes are not a source text.
  public enum Fault: Error, Hashable, Sendable {
    /// The first byte that does not belong to a UTF-8 sequence stands at `offset`.
    case notUTF8(offset: Int)
    /// The source has `size` bytes; at most `limit` are allowed.
    case tooLarge(size: Int, limit: Int)
  }

  /// Takes bytes as the text of an article.
  ///
  /// - Throws: ``Fault/notUTF8(offset:)`` or ``Fault/tooLarge(size:limit:)``.
  public init(name: String, bytes: [UInt8]) throws(Fault) {
    guard bytes.count <= Self.maximumSize else {
      throw .tooLarge(size: bytes.count, limit: Self.maximumSize)
    }
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) { throw .notUTF8(offset: offset) }
    self.name = name
    self.bytes = bytes
  }

  /// Takes a Swift string, which is valid by its nature.
  public init(name: String, _ text: String) {
    self.name = name
    self.bytes = Array(text.utf8)
    precondition(bytes.count <= Self.maximumSize, "a source text is at most 1 GiB long")
  }

  /// The text of a range.
  public func string(_ range: SourceRange) -> String { String(decoding: bytes[range.bytes], as: UTF8.self) }

  /// The line and column of a byte offset. Counts from the beginning: for messages, not for hot paths.
  public func position(at offset: Int) -> SourcePosition { SourcePosition(offset: offset, in: bytes) }
}

extension SourcePosition {
  /// The line and column of a byte offset in UTF-8 text; a line ends with LF, CR or CR LF.
  public init(offset: Int, in bytes: [UInt8]) {
    var line = 1
    var lineStart = 0
    var index = 0
    let end = min(offset, bytes.count)
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        line += 1
        lineStart = index
      }
    }
    var column = 1
    for byte in bytes[lineStart..<max(lineStart, end)] where byte & 0xC0 != 0x80 { column += 1 }
    self.init(line: line, column: column)
  }
}
