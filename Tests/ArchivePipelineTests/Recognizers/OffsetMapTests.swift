import ArticleModel
import Testing

@testable import ArchivePipeline

@Suite struct OffsetMapTests {
  /// One, two, three and four bytes; one and two UTF-16 code units.
  private static let characters = "aé€😀"

  @Test(arguments: [(OffsetUnit.codePoints, [0, 1, 2, 3, 4]), (.utf16, [0, 1, 2, 3, 5]), (.bytes, [0, 1, 3, 6, 10])])
  func countsInBothDirections(_ unit: OffsetUnit, _ offsets: [Int]) {
    let map = OffsetMap(SourceText(name: "a.txt", Self.characters), counting: unit)
    let bytes = [0, 1, 3, 6, 10]
    #expect(bytes.map(map.offset) == offsets)
    #expect(offsets.map(map.byte) == bytes)
    #expect(map.count == offsets.last)
    #expect(map.byte(ofOffset: -1) == nil && map.byte(ofOffset: map.count + 1) == nil)
  }

  @Test func noByteBeginsInsideACharacter() {
    let source = SourceText(name: "a.txt", Self.characters)
    #expect(OffsetMap(source, counting: .utf16).byte(ofOffset: 4) == nil)
    #expect(OffsetMap(source, counting: .bytes).byte(ofOffset: 2) == nil)
  }

  @Test(arguments: OffsetUnit.allCases) func longTextsAreTheSame(_ unit: OffsetUnit) {
    let source = SourceText(name: "a.txt", String(repeating: "a😀é, ", count: 5000))
    let map = OffsetMap(source, counting: unit)
    for (byte, value) in source.bytes.enumerated() where value & 0xC0 != 0x80 && byte % 7 == 0 {
      #expect(map.byte(ofOffset: map.offset(ofByte: byte)) == byte)
    }
    #expect(map.offset(ofByte: source.bytes.count) == map.count)
  }
}
