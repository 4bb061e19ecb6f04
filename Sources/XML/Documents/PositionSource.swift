public import ArticleModel
internal import CLibXML2

/// The UTF-8 text that a parsed element stands in, for telling its line and column.
final class PositionSource: @unchecked Sendable {
  let name: String
  let bytes: [UInt8]
  private let lock = Lock()
  /// Computed when the first position is asked for.
  private var index: LineIndex?

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The line and column of a byte offset, the column in code points. A line ends with LF, CR or CR LF.
  func position(at offset: Int) -> SourcePosition {
    let index = lock.withLock {
      let index = self.index ?? LineIndex(bytes)
      self.index = index
      return index
    }
    return index.position(at: min(offset, bytes.count), in: bytes)
  }
}

/// Where lines begin, and how many code points stand before each block of bytes: some XML is one line of a gigabyte.
private struct LineIndex {
  private var lineStarts = [0]
  private var codePointsBefore: [Int] = []
  private static let blockSize = 1024

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var codePoints = 0
      for index in buffer.indices {
        if index % Self.blockSize == 0 { codePointsBefore.append(codePoints) }
        let byte = buffer[index]
        if byte & 0xC0 != 0x80 { codePoints += 1 }
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, index + 1 < buffer.count, buffer[index + 1] == 0x0A { continue }
        lineStarts.append(index + 1)
      }
      codePointsBefore.append(codePoints)
    }
  }

  func position(at offset: Int, in bytes: [UInt8]) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = codePoints(before: offset, in: bytes) - codePoints(before: lineStarts[low], in: bytes) + 1
    return SourcePosition(line: low + 1, column: column)
  }

  private func codePoints(before offset: Int, in bytes: [UInt8]) -> Int {
    let block = offset / Self.blockSize
    return bytes[(block * Self.blockSize)..<offset].reduce(codePointsBefore[block]) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

/// Where an element begins: which source of its document, and the offset of its `<`. Kept in the node itself.
struct NodeOrigin {
  var source: Int
  var offset: Int

  private static let offsetBits = 32

  /// The origin kept in a node, or nil for a node that was not parsed.
  init?(of node: xmlNodePtr) {
    let bits = UInt(bitPattern: node.pointee._private)
    guard bits != 0 else { return nil }
    source = Int(bits >> Self.offsetBits)
    offset = Int(bits & 0xFFFF_FFFF) - 1
  }

  init(source: Int, offset: Int) {
    self.source = source
    self.offset = offset
  }

  func store(in node: xmlNodePtr) {
    node.pointee._private = UnsafeMutableRawPointer(bitPattern: UInt(source) << Self.offsetBits | UInt(offset + 1))
  }
}

extension XMLDocument {
  /// Where an element's start tag begins: the exact line and column of its `<`, both from 1, the column in Unicode
  /// code points. For an element that was built rather than parsed, its line as far as it is known, and column 1.
  public func position(of element: XMLElement) -> SourcePosition {
    guard let origin = NodeOrigin(of: element.node), sources.indices.contains(origin.source) else {
      return SourcePosition(line: max(1, xmlGetLineNo(element.node)), column: 1)
    }
    return sources[origin.source].position(at: origin.offset)
  }

  /// The name of the file in which an element stands: the document's, or after XInclude that of the included file.
  public func fileName(of element: XMLElement) -> String {
    guard let origin = NodeOrigin(of: element.node), sources.indices.contains(origin.source) else { return name }
    return sources[origin.source].name
  }
}
