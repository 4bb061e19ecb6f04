internal import CLibXML2

/// Brings a document to UTF-8 piece by piece; ``InputEncoding`` says from what.
final class TextDecoder {
  /// How many bytes it takes to tell an encoding.
  static let headLength = 256
  /// The length of a byte-order mark of UTF-8, which is left out.
  let markLength: Int
  private let head: [UInt8]
  private let file: String
  /// nil for UTF-8.
  private let converter: Converter?

  private struct Converter {
    var encoding: String
    var handler: xmlCharEncodingHandlerPtr
    /// What is not converted yet, and what is not taken yet.
    var input: xmlBufferPtr
    var output: xmlBufferPtr
  }

  private var isAtStart = true

  var isUTF8: Bool { converter == nil }

  /// - Parameter head: The first ``headLength`` bytes, or all.
  init(head: [UInt8], file: String) throws(XMLError) {
    self.head = head
    self.file = file
    markLength = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard markLength == 0, let (encoding, handler) = try InputEncoding.handler(for: head, file: file) else {
      converter = nil
      return
    }
    guard let input = xmlBufferCreate(), let output = xmlBufferCreate() else {
      preconditionFailure("no memory for a decoder")
    }
    converter = Converter(encoding: encoding, handler: handler, input: input, output: output)
  }

  deinit {
    guard let converter else { return }
    xmlBufferFree(converter.input)
    xmlBufferFree(converter.output)
    xmlCharEncCloseFunc(converter.handler)
  }

  /// A decoder for the same document that begins anew.
  func fresh() throws(XMLError) -> TextDecoder { try TextDecoder(head: head, file: file) }

  /// Reads and converts some bytes; 0 at the end. `offset` is that in the source, and moves on.
  func decode(
    into room: UnsafeMutableBufferPointer<UInt8>, from source: any ByteSource, at offset: inout Int
  ) throws(XMLError) -> Int {
    guard let converter else {
      let count = try source.read(at: offset, into: UnsafeMutableRawBufferPointer(room))
      offset += count
      return count
    }
    while xmlBufferLength(converter.output) == 0 {
      guard try convert(converter, from: source, at: &offset) else { return 0 }
    }
    let count = min(room.count, Int(xmlBufferLength(converter.output)))
    room.baseAddress!.update(from: xmlBufferContent(converter.output), count: count)
    xmlBufferShrink(converter.output, UInt32(count))
    return count
  }

  /// Converts one piece; false at the end.
  private func convert(
    _ converter: Converter, from source: any ByteSource, at offset: inout Int
  ) throws(XMLError) -> Bool {
    let count = try withUnsafeTemporaryAllocation(byteCount: 1 << 13, alignment: 1) {
      (buffer) throws(XMLError) in
      let count = try source.read(at: offset, into: buffer)
      xmlBufferAdd(converter.input, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(count))
      return count
    }
    offset += count
    while xmlBufferLength(converter.input) > 0 {
      let before = xmlBufferLength(converter.input)
      let outcome = xmlCharEncInFunc(converter.handler, converter.output, converter.input)
      // A character may have its end in the next piece.
      if outcome >= 0, xmlBufferLength(converter.input) == before, count > 0, before < 16 { break }
      guard outcome >= 0, xmlBufferLength(converter.input) < before else {
        throw XMLError(.xmlEncoding, "the bytes are not text in encoding \"\(converter.encoding)\"", file: file)
      }
    }
    dropMark(converter)
    return count > 0
  }

  private func dropMark(_ converter: Converter) {
    guard isAtStart, xmlBufferLength(converter.output) >= 3 else { return }
    isAtStart = false
    let start = UnsafeBufferPointer(start: xmlBufferContent(converter.output), count: 3)
    if start.elementsEqual([0xEF, 0xBB, 0xBF]) { xmlBufferShrink(converter.output, 3) }
  }
}
