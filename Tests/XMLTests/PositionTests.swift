import ArticleModel
import Testing
import XML

@Suite struct PositionTests {
  static func positions(_ bytes: [UInt8]) throws -> [String] {
    let document = try XMLDocument(parsing: bytes, name: "a.xml")
    return ([document.root] + Array(document.root.descendants)).map { element in
      let position = document.position(of: element)
      return "\(element.name) \(position.line):\(position.column)"
    }
  }

  @Test(arguments: [
    ("<a><b/></a>", ["a 1:1", "b 1:4"]),
    ("<a>\n  <b\n   x='1'\n   y='>'\n  ><c/></b></a>", ["a 1:1", "b 2:3", "c 5:4"]),
    ("<a>\r\n<b/>\r\n <c/></a>", ["a 1:1", "b 2:1", "c 3:2"]),
    ("<a>\r<b/>\r <c/></a>", ["a 1:1", "b 2:1", "c 3:2"]),
    ("<a>é–😀<b/></a>", ["a 1:1", "b 1:7"]),
    ("\u{FEFF}<a><b/></a>", ["a 1:1", "b 1:4"]),
    ("<?xml version='1.0'?>\n<!-- < -->\n<a><![CDATA[<]]><b t=\"&lt;\"/></a>", ["a 3:1", "b 3:17"]),
    ("<!DOCTYPE a [<!ENTITY e '—'>]>\n<a>&e;<b/>&e;<c x='&e;'/></a>", ["a 2:1", "b 2:7", "c 2:14"]),
  ])
  func tellsLineAndColumn(text: String, expected: [String]) throws {
    #expect(try Self.positions(Array(text.utf8)) == expected)
  }

  @Test func tellsThemBeyondLine65535AndOnLongLines() throws {
    let many = String(repeating: "\n", count: 200_000)
    #expect(try Self.positions(Array("<a>\(many) <b/></a>".utf8)) == ["a 1:1", "b 200001:2"])
    let long = String(repeating: "é", count: 300_000)
    let filled = String(repeating: "<c/>", count: 10_000)
    let found = try Self.positions(Array("<a>\(long)<b/>\(filled)</a>".utf8))
    #expect(found[1] == "b 1:300004")
    #expect(found.last == "c 1:\(300_008 + 9_999 * 4)")
  }

  @Test func tellsThemInOtherEncodings() throws {
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?>\n<a>".utf8) + [0xE9, 0xE9] + Array("<b/></a>".utf8)
    #expect(try Self.positions(latin) == ["a 2:1", "b 2:6"])
    let text = "<?xml version='1.0' encoding='UTF-16'?>\n<a>é😀<b/></a>"
    let little: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try Self.positions(little) == ["a 2:1", "b 2:6"])
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(try Self.positions(big) == ["a 2:1", "b 2:6"])
    #expect(try XMLDocument(parsing: latin, name: "l").root.text == "éé")
    let windows = Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>".utf8) + [0x93] + Array("<b/></a>".utf8)
    #expect(try Self.positions(windows) == ["a 1:46", "b 1:50"])
  }

  @Test func tellsAPlaceForABuiltElement() {
    let builder = XMLTreeBuilder(root: "TEI", namespace: XMLNamespace.tei)
    builder.close()
    let document = builder.finish()
    #expect(document.position(of: document.root) == SourcePosition(line: 1, column: 1))
  }
}
