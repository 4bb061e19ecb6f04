import ArticleModel
import FoundationEssentials
import TestSupport
import Testing

@testable import XML

/// Gives bytes a few at a time.
final class PieceBytes: ByteSource {
  private let bytes: [UInt8]
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    self.bytes = bytes
    self.size = size
  }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let piece = bytes[min(offset, bytes.count)...].prefix(min(size, buffer.count))
    buffer.copyBytes(from: piece)
    return piece.count
  }
}

@Suite struct XMLEventReaderTests {
  static func events(_ bytes: [UInt8], piece: Int? = nil, places: Bool = false) throws -> [String] {
    let reader = XMLEventReader()
    var recorder = EventRecorder(reader.names, places: places)
    if let piece {
      try reader.read(PieceBytes(bytes, size: piece), name: "a.xml", into: &recorder)
    } else {
      try reader.read(bytes, name: "a.xml", into: &recorder)
    }
    return recorder.lines
  }

  static func events(_ text: String, places: Bool = false) throws -> [String] {
    try events(Array(text.utf8), places: places)
  }

  static func error(_ bytes: [UInt8]) -> XMLError? {
    do throws(XMLError) {
      let reader = XMLEventReader()
      var recorder = EventRecorder(reader.names)
      try reader.read(bytes, name: "a.xml", into: &recorder)
      return nil
    } catch {
      return error
    }
  }

  static func error(_ text: String) -> XMLError? { error(Array(text.utf8)) }

  @Test func givesTheEventsOfADocument() throws {
    let text =
      "<?xml version='1.0'?><?m href=\"x\"?><t:TEI xmlns:t='u' xmlns='v' xml:id='d' t:n='1'>"
      + "<p when=\"1 &lt; 2\"> a<hi/><![CDATA[c]]>&#233;<!--d-->e<?e f?></p></t:TEI><?z?>"
    #expect(
      try Self.events(text) == [
        "?m href=\"x\"", "<{u}TEI {http://www.w3.org/XML/1998/namespace}id=d {u}n=1", "<{v}p when=1 < 2", "' a",
        "<{v}hi", ">{v}hi", "'céeecd".replacing("eecd", with: "e"), "?e f", ">{v}p", ">{u}TEI", "?z ",
      ])
  }

  @Test func tellsWhereEventsStand() throws {
    let text = "<a>\r\n<é/>\r <b\n x='>'\n>t</b>\n\n😀<c></c><?p i<j?></a>"
    #expect(
      try Self.events(text, places: true) == [
        "1:1 <a", "'\n", "2:1 <é", "2:1 >é", "'\n ", "3:2 <b x=>", "'t", "5:3 >b", "'\n\n😀", "7:2 <c", "7:5 >c",
        "7:9 ?p i<j", "7:18 >a",
      ])
  }

  @Test func tellsLinesBeyondTheThousands() throws {
    let text = "<a>" + String(repeating: "\n", count: 70_000) + " <b/></a>"
    #expect(try Self.events(text, places: true)[2] == "70001:2 <b")
    #expect(Self.error(text + "<")?.position == SourcePosition(line: 70001, column: 10))
  }

  @Test func addsWhatTheInternalSubsetDeclares() throws {
    let subset = "<!DOCTYPE a [<!ATTLIST a b CDATA 'c' d CDATA #FIXED 'e' f NMTOKENS #IMPLIED><!ELEMENT a ANY>]>"
    #expect(try Self.events(subset + "<a f='  x   y '/>") == ["<a f=x y b=c d=e", ">a"])
    #expect(try Self.events(subset + "<a b='1' d='e'/>") == ["<a b=1 d=e", ">a"])
  }

  @Test func readsEntitiesWhereTheyStand() throws {
    let subset =
      "<!DOCTYPE a [<!ENTITY d '—'><!ENTITY e '<b c=\"&d;\">&d;x</b>'><!ENTITY f '&e;&e;'><!ENTITY n ''>"
      + "<!ENTITY % p '<!ENTITY q \"r\">'>%p;]>"
    #expect(try Self.events(subset + "<a x='1&d;2&n;&#33;'>a&d;b&amp;&n;&q;</a>") == ["<a x=1—2!", "'a—b&r", ">a"])
    let twice = ["<b c=—", "'—x", ">b", "<b c=—", "'—x", ">b"]
    #expect(try Self.events(subset + "<a>&f;&f;</a>") == ["<a"] + twice + twice + [">a"])
    #expect(
      try Self.events(subset + "<a xmlns='u'>\n &e;</a>", places: true)
        == ["1:\(subset.count + 1) <{u}a", "'\n ", "2:2 <{u}b c=—", "'—x", "2:2 >{u}b", "2:5 >{u}a"])
  }

  @Test(arguments: [
    ("", "a.xml:1:1: error[xml-syntax]: the file is empty; expected an element"),
    ("<a>\n <b></a>", "a.xml:2:5: error[xml-syntax]: end tag \"a\" closes element \"b\" of line 2; expected \"</b>\""),
    ("<a", "xml-syntax"), ("<a/><b/>", "xml-syntax"), ("<a x='1' x='2'/>", "xml-syntax"),
    ("<a>&nbsp;</a>", "xml-syntax"), ("<a><b>", "xml-syntax"), ("<a/>\n<", "a.xml:2:"),
    ("<p:a/>", "xml-syntax"), ("text", "xml-syntax"), ("<a>\u{1}</a>", "xml-"), ("<a>\n\n<b>&x;", "a.xml:3:7"),
    ("<?xml version='1.0' encoding='no-such'?><a/>", "error[xml-encoding]: encoding \"no-such\" is not known"),
    ("<!DOCTYPE a [<!ENTITY x 'y</b>'>]>\n<a>&x;</a>", "a.xml:2:7: error[xml-"),
  ])
  func refusesWhatIsNotWellFormed(text: String, expected: String) throws {
    let error = try #require(Self.error(text))
    #expect(error.description.contains(expected), "\(error)")
    #expect(error.file == "a.xml")
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a b='&x;'/>",
    "<!DOCTYPE a SYSTEM 'no-such.dtd'><a>&mdash;</a>", "<!DOCTYPE a SYSTEM 'no-such.dtd'><a b='&mdash;'/>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><a/>",
    "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>",
  ])
  func refusesEntitiesOutsideTheFile(text: String) throws {
    let error = try #require(Self.error(text), "\(text)")
    #expect(error.code == .xmlEntity || text.contains("&y;"), "\(error)")
  }

  @Test func doesNotReadADTDElsewhere() throws {
    #expect(
      try Self.events("<!DOCTYPE a PUBLIC 'p' 'file:///etc/passwd' [<!ENTITY % p SYSTEM 'q'>]><a/>") == ["<a", ">a"])
  }

  @Test func takesSystemIdentifiersThatAreNoURIs() throws {
    #expect(try Self.events("<!DOCTYPE a [<!ENTITY e SYSTEM '|f'>]><a/>") == ["<a", ">a"])
  }

  @Test func boundsWhatEntitiesAdd() {
    let long = String(repeating: "x", count: 60_000)
    let uses = String(repeating: "&l;", count: 5000)
    let quadratic = "<!DOCTYPE a [<!ENTITY l '\(long)'>]>"
    var bomb = "<!DOCTYPE a [<!ENTITY b0 'ha'>"
    var silent = "<!DOCTYPE a [<!ENTITY b0 ''>"
    for level in 1..<30 {
      let ten = String(repeating: "&b\(level - 1);", count: 10)
      bomb += "<!ENTITY b\(level) '\(ten)'>"
      silent += "<!ENTITY b\(level) '\(ten)'>"
    }
    let elements = "<!DOCTYPE a [<!ATTLIST b c CDATA '\(long)'>]><a>" + String(repeating: "<b/>", count: 5000) + "</a>"
    let bombs = [
      quadratic + "<a>\(uses)</a>", quadratic + "<a b='\(uses)'/>", bomb + "]><a>&b29;</a>", bomb + "]><a b='&b29;'/>",
      silent + "]><a>&b29;</a>", silent + "]><a b='&b29;'/>", elements,
    ]
    for text in bombs {
      let duration = processorTime {
        let code = Self.error(text)?.code
        #expect(code == .xmlLimit || code == .xmlEntity, "\(text.prefix(80)): \(code as Any)")
      }
      #expect(duration < .seconds(5), "\(text.prefix(80))")
    }
  }

  @Test func boundsDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(Self.error(nested(2000)) == nil)
    #expect(Self.error(nested(10_000))?.code == .xmlLimit)
    #expect(Self.error(nested(1_000_000))?.code == .xmlLimit)
    // Half of the levels in an entity.
    let entity = "<!DOCTYPE a [<!ENTITY e '\(nested(150))'>]>" + String(repeating: "<a>", count: 150) + "&e;"
    #expect(Self.error(entity + String(repeating: "</a>", count: 150)) == nil)
  }

  @Test func boundsAttributesAndNamespaces() {
    func element(_ count: Int, _ prefix: String) -> String {
      "<a " + (0..<count).map { "\(prefix)\($0)='u'" }.joined(separator: " ") + "/>"
    }
    #expect(Self.error(element(5000, "b")) == nil)
    #expect(Self.error(element(5001, "b"))?.code == .xmlLimit)
    #expect(Self.error(element(4000, "xmlns:b")) == nil)
    #expect(Self.error(element(1_000_000, "b"))?.code == .xmlLimit)
    #expect(Self.error(element(1_000_000, "xmlns:b"))?.code == .xmlLimit)
  }

  @Test func boundsWhatADTDDeclares() {
    func names(_ count: Int) -> String { (0..<count).map { "n\($0)" }.joined(separator: "|") }
    func defaults(_ count: Int) -> String { (0..<count).map { "n\($0) CDATA ''" }.joined(separator: " ") }
    #expect(Self.error("<!DOCTYPE a [<!ATTLIST a b (\(names(1000))) #IMPLIED>]><a/>") == nil)
    #expect(Self.error("<!DOCTYPE a [<!ATTLIST a b (\(names(100_000))) #IMPLIED>]><a/>")?.code == .xmlLimit)
    #expect(
      Self.error("<!DOCTYPE a [<!ATTLIST a \(defaults(20))>]><a>" + String(repeating: "<a/>", count: 1000) + "</a>")
        == nil)
    #expect(
      Self.error("<!DOCTYPE a [<!ATTLIST a \(defaults(4000))>]><a>" + String(repeating: "<a/>", count: 1000) + "</a>")?
        .code
        == .xmlLimit)
    let declarations = String(repeating: "<!ELEMENT a ANY>", count: 300_000)
    #expect(Self.error("<!DOCTYPE a [\(declarations)]><a/>")?.code == .xmlLimit)
  }

  @Test(arguments: [true, false]) func refusesParameterEntitiesThatHoldOthers(asTree: Bool) {
    let bomb =
      "<!DOCTYPE a [<!ENTITY % p0 '<!-- x -->'>"
      + (1..<20).map { "<!ENTITY % p\($0) '\(String(repeating: "&#37;p\($0 - 1);", count: 10))'>" }.joined()
      + "%p19;]><a/>"
    let error = asTree ? ParsingTests.error(bomb) : Self.error(bomb)
    #expect(error?.code == .xmlEntity)
  }

  @Test func boundsNames() {
    let names = "<a>" + (0..<300_000).map { "<b\($0)/>" }.joined() + "</a>"
    #expect(Self.error(names)?.code == .xmlLimit)
  }

  @Test func boundsTokens() {
    let long = String(repeating: "x", count: 20 << 20)
    for text in ["<a><!--\(long)--></a>", "<a b='\(long)'/>", "<a><![CDATA[\(long)]]></a>", "<a><?b \(long)?></a>"] {
      #expect(Self.error(text)?.code == .xmlLimit)
    }
    #expect(Self.error("<a>\(long)</a>") == nil)
    #expect(Self.error("<a b='\(long.prefix(11 << 20))'/>") == nil)
  }

  @Test func endsWhereTheHandlerWantsNoMore() throws {
    let reader = XMLEventReader()
    var recorder = EventRecorder(reader.names)
    recorder.limit = 2
    try reader.read(Array("<a><b/><c/><d".utf8), name: "a.xml", into: &recorder)
    #expect(recorder.lines == ["<a", "<b", ">b"])
  }

  @Test func keepsNumbersOfNamesBetweenDocuments() throws {
    struct Numbers: XMLEventHandler {
      var found: [Int32] = []
      mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
        found.append(name.rawValue)
        for index in 0..<attributes.count { found.append(attributes.name(index).rawValue) }
      }
      mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {}
      mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {}
    }
    let names = XMLNameTable()
    let known = names.id(namespace: "u", local: "b")
    let reader = XMLEventReader(names: names)
    func read(_ text: String) throws -> [Int32] {
      var numbers = Numbers()
      try reader.read(Array(text.utf8), name: "a", into: &numbers)
      return numbers.found
    }
    #expect(try read("<a><p:b xmlns:p='u' a='' p:a=''/></a>") == [1, known.rawValue, 1, 2])
    #expect(throws: XMLError.self) { try read("<a><p:b xmlns:p='u'>") }
    #expect(try read("<q:a xmlns:q='u'><b/></q:a>") == [2, 3])
    // So many names that the parser begins with a new dictionary.
    #expect(try read("<a>" + (0..<60_000).map { "<n\($0)/>" }.joined() + "</a>").count == 60_001)
    #expect(try read("<a><b xmlns='u'/></a>") == [1, known.rawValue])
    #expect(names.local(XMLNameID(rawValue: 2)) == "a" && names.namespace(XMLNameID(rawValue: 2)) == "u")
  }

  @Test func tellsNamespacesInScope() throws {
    struct Prefixes: XMLEventHandler {
      var found: [String] = []
      mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
        take(place)
      }
      mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) { take(place) }
      mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) { take(place) }
      mutating func take(_ place: XMLEventPlace) {
        found.append(["", "p", "xml"].map { place.namespace(ofPrefix: $0)?.prefix(1).description ?? "-" }.joined())
      }
    }
    let reader = XMLEventReader()
    var prefixes = Prefixes()
    let text =
      "<!DOCTYPE a [<!ENTITY e '<b xmlns=\"z\"/>'>]>"
      + "<a xmlns:p='u'>&e;<b xmlns='v' xmlns:p='w'>x<c xmlns=''/></b></a>"
    try reader.read(Array(text.utf8), name: "a.xml", into: &prefixes)
    #expect(prefixes.found == ["-uh", "zuh", "zuh", "vwh", "vwh", "-wh", "-wh", "vwh", "-uh"])
  }
}
