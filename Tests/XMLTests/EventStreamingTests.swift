import ArticleModel
import FoundationEssentials
import Testing

@testable import XML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Documents that come piece by piece, in other encodings, and from files too large to hold.
@Suite struct EventStreamingTests {
  private static let text =
    "<!DOCTYPE t:a [<!ENTITY e 'é<b>\r\n</b>'><!ENTITY e1 '1'><!ATTLIST c d CDATA '&e1;'>]>"
    + "<t:a xmlns:t='u'\n xml:id=' ü '>\r\n😀&e;<![CDATA[]]]><c/>&#x10FFFF;]]&gt;<c\r/>\r<?p \r\n q?><!-- - --></t:a>\n"

  @Test func givesTheSameEventsForAnyPieces() throws {
    let bytes = Array(("<?xml version=\"1.0\"?>\r\n" + Self.text).utf8)
    let whole = try XMLEventReaderTests.events(bytes, places: true)
    for size in 1..<bytes.count {
      #expect(try XMLEventReaderTests.events(bytes, piece: size, places: true) == whole)
    }
  }

  @Test func givesTheSameEventsWhereverThePartsMeet() throws {
    // Each byte of the document comes to stand where libxml2 asks for more, and where the window moves on.
    let bytes = Array(Self.text.utf8)
    let plain = try XMLEventReaderTests.events(bytes)
    for edge in [4000, 1 << 15, 1 << 16] {
      for before in 0..<bytes.count {
        let comment = "<!--" + String(repeating: "x", count: edge - before - 7) + "-->"
        #expect(try XMLEventReaderTests.events(Array(comment.utf8) + bytes) == plain)
      }
    }
  }

  @Test(arguments: ["UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252", "UTF-8"])
  func readsEncodingsInPieces(encoding: String) throws {
    let line = "<p n='é'>ü\r\n</p>\n"
    let text = "<?xml version='1.0' encoding='\(encoding)'?>\n<a>" + String(repeating: line, count: 3000) + "</a>"
    let bytes = Self.encoded(text, encoding)
    let expected = try XMLEventReaderTests.events(text.replacing(encoding, with: "UTF-8"), places: true)
    for size in [1, 3, 4096, Int.max] {
      #expect(try XMLEventReaderTests.events(bytes, piece: size, places: true).elementsEqual(expected))
    }
  }

  static func encoded(_ text: String, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "UTF-16": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "UTF-16LE": text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "UTF-16BE": text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "UTF-8": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    default: text.unicodeScalars.map { UInt8($0.value) }
    }
  }

  @Test func refusesWrongEncodings() {
    let utf8 = Array("<a>\n ".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(XMLEventReaderTests.error(utf8)?.code == .xmlEncoding)
    #expect(XMLEventReaderTests.error(utf8)?.position == SourcePosition(line: 2, column: 2))
    let half = Self.encoded("<a>é</a>", "UTF-16").dropLast(1)
    #expect(XMLEventReaderTests.error(Array(half))?.code == .xmlEncoding)
    #expect(
      XMLEventReaderTests.error("<?xml version='1.0' encoding='us-ascii'?><a>é</a>")?.code == .xmlEncoding)
  }

  /// Asks at the end where each element began.
  private struct LatePlaces: XMLEventHandler {
    var offsets: [Int] = []
    var found: [SourcePosition] = []
    mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
      offsets.append(place.offset)
    }
    mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {
      if offsets.count > found.count, place.offset > 3_000_000 { found = offsets.map { place.position(at: $0) } }
    }
    mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {}
  }

  @Test(arguments: ["UTF-8", "ISO-8859-1"]) func tellsPlacesThatHaveGoneBy(encoding: String) throws {
    let filler = String(repeating: "é\n", count: 500_000)
    let text = "<?xml version='1.0' encoding='\(encoding)'?><a> <b/>\(filler) <b/>\(filler)<b/>\(filler)</a>"
    let reader = XMLEventReader()
    var places = LatePlaces()
    try reader.read(PieceBytes(Self.encoded(text, encoding), size: 5000), name: "a", into: &places)
    let start = text.prefix { $0 != ">" }.count + 2
    #expect(
      places.found == [
        SourcePosition(line: 1, column: start), SourcePosition(line: 1, column: start + 4),
        SourcePosition(line: 500_001, column: 2), SourcePosition(line: 1_000_001, column: 1),
      ])
  }

  private struct Counter: XMLEventHandler {
    var tags = 0
    var largestWindow = 0
    mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
      tags += 1
      largestWindow = max(largestWindow, place.parser.text.capacity)
    }
    mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {}
    mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {}
  }

  @Test func readsAFileOfAnySizeInBoundedMemory() throws {
    let path = FileManager.default.temporaryDirectory.path + "/events-\(UInt64.random(in: 0 ..< .max)).xml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let megabyte = Array(String(repeating: "<p n='1'>text</p>\n", count: 1 << 16).utf8)
    try Data("<a>".utf8).write(to: URL(filePath: path))
    let file = try #require(FileHandleForTests(path: path))
    for _ in 0..<64 { file.append(megabyte) }
    file.append(Array("</a>".utf8))
    let reader = XMLEventReader()
    var counter = Counter()
    try reader.read(file: path, into: &counter)
    #expect(counter.tags == (64 << 16) + 1)
    #expect(counter.largestWindow <= 1 << 17)
    #expect(throws: XMLError.self) { try reader.read(file: "/no/such.xml", into: &counter) }
  }

  /// Documents changed at random: no crash, the tree parser's verdict, and the same whatever the pieces.
  @Test func agreesWithTheTreeParserOnBrokenDocuments() throws {
    var random = SplitMix(state: 7)
    let seeds = [
      "<?xml version='1.0'?><a xmlns:p='u' p:x='1'><b>é &amp; &#65;</b><![CDATA[x]]><!-- y --><?z w?><p:c d=\"e\"/></a>",
      "<!DOCTYPE a [<!ENTITY d 'x'><!ATTLIST b c CDATA 'f'>]><a><b/>&d;<b c='&d;'/></a>",
    ].map { Array($0.utf8) }
    for round in 0..<6000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(Array("<>&;'\"/=!?[] a:x\u{0}\u{7F}".utf8).randomElement(using: &random)!, at: place)
        case 2: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 5))
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let error = XMLEventReaderTests.error(bytes)
      let tree = Result { () throws(XMLError) in try XMLDocument(parsing: bytes, name: "a.xml") }
      switch (tree, error) {
      case (.success, nil): break
      case (.success, let error?): Issue.record("only events fail: \(error) for \(text)")
      case (.failure(let fault), nil):
        // The tree refuses entities that hold markup or entities; events read them.
        #expect(fault.code == .xmlEntity, "only the tree fails: \(fault) for \(text)")
      case (.failure(let fault), let error?):
        // It gives places in the text of an entity, too.
        if !text.contains("<!ENTITY") { #expect(error == fault, "\(text)") }
      }
      let pieces = Result { try XMLEventReaderTests.events(bytes, piece: 1) }
      let whole = Result { try XMLEventReaderTests.events(bytes) }
      switch (pieces, whole) {
      case (.success(let left), .success(let right)): #expect(left == right)
      case (.failure(let left), .failure(let right)): #expect(left as? XMLError == right as? XMLError)
      default: Issue.record("pieces differ for \(text)")
      }
    }
  }
}

/// Numbers that are the same in each run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Writes a file larger than one would hold.
private final class FileHandleForTests {
  private let file: UnsafeMutablePointer<FILE>

  init?(path: String) {
    guard let file = fopen(path, "a") else { return nil }
    self.file = file
  }

  func append(_ bytes: [UInt8]) {
    fwrite(bytes, 1, bytes.count, file)
    fflush(file)
  }

  deinit { fclose(file) }
}
