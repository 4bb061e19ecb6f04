internal import ArticleModel

/// The text of a document as UTF-8, piece by piece, with as much of it at hand as the parser may still ask about.
///
/// Offsets are those of the text without byte-order mark.
final class StreamedText {
  let name: String
  private let source: any ByteSource
  private let decoder: TextDecoder
  /// How many bytes of the source have been decoded.
  private var sourceOffset: Int
  private var window: UnsafeMutableBufferPointer<UInt8>
  /// The offsets of the bytes in the window.
  private(set) var range = 0..<0
  /// The place where the window begins, and the last that was asked for.
  private var windowPlace = LineCount()
  private var lastPlace = LineCount()
  /// A place for each mebibyte that has gone by.
  private var marks: [LineCount] = [LineCount()]
  private static let markDistance = 1 << 20
  /// How much has been given to the parser.
  private(set) var given = 0
  /// What stands before this offset is no longer wanted at hand.
  var keptFrom = 0
  /// Why nothing more is to be had.
  private(set) var fault: XMLError?

  init(_ source: any ByteSource, name: String) throws(XMLError) {
    self.source = source
    self.name = name
    window = .allocate(capacity: 1 << 16)
    do throws(XMLError) {
      let count = try Self.fill(UnsafeMutableRawBufferPointer(window), from: source, at: 0)
      let head = Array(window[..<count])
      decoder = try TextDecoder(head: head, file: name)
      sourceOffset = decoder.markLength
    } catch {
      window.deallocate()
      throw error
    }
  }

  deinit { window.deallocate() }

  /// How many bytes are held at most.
  var capacity: Int { window.count }

  var isEmpty: Bool { given == 0 && range.isEmpty }

  /// Gives the next bytes, fewer than wanted only at the end: the parser takes what it gets for all there is to look at.
  func take(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    while count < buffer.count {
      if given == range.upperBound {
        guard refill() else { break }
      }
      let piece = min(buffer.count - count, range.upperBound - given)
      (buffer.baseAddress! + count).update(from: window.baseAddress! + (given - range.lowerBound), count: piece)
      given += piece
      count += piece
    }
    return count
  }

  /// Reads on; false at the end and after a fault.
  private func refill() -> Bool {
    guard fault == nil else { return false }
    makeRoom()
    let room = UnsafeMutableBufferPointer(rebasing: window[range.count...])
    do throws(XMLError) {
      let count = try decoder.decode(into: room, from: source, at: &sourceOffset)
      range = range.lowerBound..<range.upperBound + count
      return count > 0
    } catch {
      fault = error
      return false
    }
  }

  /// Gives up what is no longer wanted, or makes the window larger.
  private func makeRoom() {
    let unwanted = max(0, min(keptFrom, given) - range.lowerBound)
    if unwanted >= window.count / 2 {
      windowPlace.advance(over: bytes(range.lowerBound..<range.lowerBound + unwanted))
      if windowPlace.offset - marks[marks.count - 1].offset >= Self.markDistance { marks.append(windowPlace) }
      if lastPlace.offset < windowPlace.offset { lastPlace = windowPlace }
      let rest = range.count - unwanted
      window.baseAddress!.update(from: window.baseAddress! + unwanted, count: rest)
      range = range.lowerBound + unwanted..<range.upperBound
    } else if range.count > window.count - (1 << 14) {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: window.count * 2)
      _ = larger.update(fromContentsOf: bytes(range))
      window.deallocate()
      window = larger
    }
  }

  private func bytes(_ part: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      rebasing: window[part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound])
  }

  /// The nearest `<` before an offset that is at hand.
  func lastTag(before offset: Int) -> Int? {
    let end = min(offset, range.upperBound)
    guard end > range.lowerBound else { return nil }
    return bytes(range.lowerBound..<end).lastIndex(of: UInt8(ascii: "<")).map { range.lowerBound + $0 }
  }

  /// The last bytes that were given, as far as they are at hand.
  func last(_ count: Int) -> UnsafeBufferPointer<UInt8> { bytes(max(range.lowerBound, given - count)..<given) }

  /// The line and column of an offset.
  func position(at offset: Int) -> SourcePosition {
    guard offset >= range.lowerBound else { return positionGoneBy(at: offset) }
    let end = min(offset, range.upperBound)
    if lastPlace.offset > end || lastPlace.offset < range.lowerBound { lastPlace = windowPlace }
    lastPlace.advance(over: bytes(lastPlace.offset..<end))
    return lastPlace.position(before: end < range.upperBound ? bytes(end..<end + 1)[0] : nil)
  }

  /// The line and column of what is no longer at hand: read again from the last mark before it.
  private func positionGoneBy(at offset: Int) -> SourcePosition {
    var place = decoder.isUTF8 ? marks.last { $0.offset <= offset }! : LineCount()
    var next: UInt8?
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { buffer.deallocate() }
    var from = decoder.markLength + (decoder.isUTF8 ? place.offset : 0)
    guard let decoder = try? decoder.fresh() else { return place.position(before: nil) }
    while true {
      guard let count = try? decoder.decode(into: buffer, from: source, at: &from), count > 0 else { break }
      let wanted = min(count, offset - place.offset)
      place.advance(over: UnsafeBufferPointer(rebasing: buffer[..<wanted]))
      next = wanted < count ? buffer[wanted] : nil
      if wanted < count { break }
    }
    return place.position(before: next)
  }

  /// Reads until there is no room or no more.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from source: any ByteSource, at offset: Int
  ) throws(XMLError) -> Int {
    let limit = min(buffer.count, TextDecoder.headLength)
    var count = 0
    while count < limit {
      let piece = try source.read(
        at: offset + count, into: UnsafeMutableRawBufferPointer(rebasing: buffer[count..<limit]))
      if piece == 0 { break }
      count += piece
    }
    return count
  }
}
