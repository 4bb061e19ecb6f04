import ArticleModel
import EmbeddedData

/// Names and what they name, looked up in place: nothing is parsed or copied when it is opened, and nothing is allocated
/// by a lookup.
///
/// A name is found by its longest form: each token extends the key, and the table says of each key whether it is a name
/// and whether a longer one begins with it. Keys are compared byte by byte, so there are no false hits.
/// ``GazetteerFormat`` has the layout.
public struct CompiledGazetteer: @unchecked Sendable {
  // Unchecked: the pointers lead into `memory`, which is never written.
  /// The gazetteer that the program carries.
  public static let embedded = CompiledGazetteer(
    memory: GazetteerMemory(
      borrowing: UnsafeRawBufferPointer(start: teikit_gazetteer_bytes(), count: teikit_gazetteer_count())))

  private let memory: GazetteerMemory
  private let phraseSlots: UnsafeRawPointer
  private let phrases: UnsafeRawPointer
  private let phraseMask: Int
  private let wordSlots: UnsafeRawPointer
  private let words: UnsafeRawPointer
  private let wordMask: Int
  private let entities: UnsafeRawPointer
  private let strings: UnsafeRawPointer

  /// Opens what ``GazetteerBuilder`` made.
  package init(memory: GazetteerMemory) {
    let base = memory.bytes.baseAddress!
    precondition(
      memory.bytes.count >= GazetteerFormat.headerSize && base.word(0) == GazetteerFormat.magic
        && base.word(4) == GazetteerFormat.version, "the gazetteer was compiled by another version of this program")
    func section(_ section: GazetteerFormat.Section) -> (start: UnsafeRawPointer, size: Int) {
      let entry = 8 + section.rawValue * 8
      return (base + Int(base.word(entry)), Int(base.word(entry + 4)))
    }
    self.memory = memory
    phraseSlots = section(.phraseSlots).start
    phraseMask = section(.phraseSlots).size / 4 - 1
    phrases = section(.phrases).start
    wordSlots = section(.wordSlots).start
    wordMask = section(.wordSlots).size / 4 - 1
    words = section(.words).start
    entities = section(.entities).start
    strings = section(.strings).start
  }

  /// The longest name that begins with the token at `start` and ends before the token at `limit`.
  ///
  /// - Parameters:
  ///   - tokens: the tokens of the article
  ///   - start: the index of the first token of the name
  ///   - limit: the index after the last token that the name may have
  ///   - bytes: the text that the tokens lie in
  public func longestMatch(
    tokens: [Token], at start: Int, limit: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> GazetteerMatch? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: PhraseKey.maximumLength) { buffer in
      var key = PhraseKey(buffer: buffer.baseAddress!)
      var match: GazetteerMatch?
      var index = start
      while index < limit, key.append(tokens[index], of: bytes), let record = phrase(key) {
        index += 1
        if phrases.byte(record + 2) > 0 {
          match = GazetteerMatch(end: index, gazetteer: self, record: record)
        }
        if phrases.byte(record + 1) == 0 { break }
      }
      return match
    }
  }

  /// The whole gazetteer as it was compiled, for a digest.
  public var data: [UInt8] { Array(memory.bytes) }

  /// What is known of a word, however it is capitalised.
  public func wordFlags(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange) -> WordFlags {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: PhraseKey.maximumLength) { buffer in
      var key = PhraseKey(buffer: buffer.baseAddress!)
      guard key.appendLowercased(range, of: bytes) else { return [] }
      let record = find(key, in: wordSlots, wordMask) { record in
        Int(words.byte(record + 1)) == key.count
          && equal(words + record + GazetteerFormat.wordHeaderSize, key)
      }
      return record.map { WordFlags(rawValue: words.byte($0)) } ?? []
    }
  }

  /// The record of a key in `phrases`.
  @inline(__always)
  private func phrase(_ key: PhraseKey) -> Int? {
    find(key, in: phraseSlots, phraseMask) { record in
      guard Int(phrases.byte(record)) == key.count else { return false }
      let alternatives = Int(phrases.byte(record + 2)) * GazetteerFormat.alternativeSize
      return equal(phrases + record + GazetteerFormat.phraseHeaderSize + alternatives, key)
    }
  }

  @inline(__always)
  private func find(
    _ key: PhraseKey, in slots: UnsafeRawPointer, _ mask: Int, _ isRecord: (Int) -> Bool
  ) -> Int? {
    let fingerprint = GazetteerFormat.fingerprint(of: key.hash)
    var slot = GazetteerFormat.slot(of: key.hash, mask: mask)
    while true {
      let value = slots.word(slot * 4)
      if value == 0 { return nil }
      if value >> 24 == fingerprint, isRecord(Int(value & 0xFF_FFFF)) { return Int(value & 0xFF_FFFF) }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func equal(_ stored: UnsafeRawPointer, _ key: PhraseKey) -> Bool {
    for index in 0..<key.count where stored.byte(index) != key.bytes[index] { return false }
    return true
  }
}

extension CompiledGazetteer {
  func alternativeCount(_ record: Int) -> Int { Int(phrases.byte(record + 2)) }

  func entry(_ record: Int, _ position: Int) -> GazetteerEntry {
    let offset = record + GazetteerFormat.phraseHeaderSize + position * GazetteerFormat.alternativeSize
    let entity =
      Int(phrases.byte(offset)) | Int(phrases.byte(offset + 1)) << 8 | Int(phrases.byte(offset + 2)) << 16
    return GazetteerEntry(
      gazetteer: self, entity: entity, nameFlags: NameFlags(rawValue: phrases.byte(offset + 3)),
      percent: phrases.byte(offset + 4))
  }

  @inline(__always)
  func field(_ field: Int, of entity: Int) -> UInt32 {
    entities.word(entity * GazetteerFormat.entitySize + field)
  }

  @inline(__always)
  func shortField(_ field: Int, of entity: Int) -> UInt8 {
    entities.byte(entity * GazetteerFormat.entitySize + field)
  }

  /// A string of the gazetteer: two bytes of length, then the text.
  func string(at offset: UInt32) -> String {
    let start = strings + Int(offset)
    let count = Int(start.byte(0)) | Int(start.byte(1)) << 8
    return String(decoding: UnsafeRawBufferPointer(start: start + 2, count: count), as: UTF8.self)
  }
}

/// The bytes of a gazetteer: part of the program, or owned.
package final class GazetteerMemory: @unchecked Sendable {
  // Unchecked: the bytes are never written after `init`.
  fileprivate let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  /// Bytes that live as long as the program.
  init(borrowing bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    isOwned = false
  }

  /// A copy of `bytes`.
  package init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    copy.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
    isOwned = true
  }

  deinit {
    if isOwned { bytes.deallocate() }
  }
}

extension UnsafeRawPointer {
  @inline(__always)
  fileprivate func word(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inline(__always)
  fileprivate func byte(_ offset: Int) -> UInt8 { load(fromByteOffset: offset, as: UInt8.self) }
}
