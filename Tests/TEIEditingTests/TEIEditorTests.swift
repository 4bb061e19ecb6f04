import TEIText
import Testing
import XML

@testable import TEIEditing

/// A file of which the text of an element is edited.
struct EditedFile {
  var bytes: [UInt8]
  var table: XMLNodeTable
  var markup: SourceMarkup

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    table = try XMLNodeTable(parsing: bytes, name: "a.xml", names: XMLNodeNames())
    markup = try SourceMarkup(bytes, table)
  }

  /// A document with such a body.
  init(body: String) throws {
    try self.init(Array("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>\(body)</body></text></TEI>".utf8))
  }

  /// The bytes of the table's character data at which words stand.
  func range(of words: String) -> Range<Int> {
    let text = DocumentText(table)
    let line = String(decoding: text.text, as: UTF8.self)
    guard let found = line.firstRange(of: words) else { return 0..<0 }
    let start = line.utf8.distance(from: line.startIndex, to: found.lowerBound)
    return text.sourceRange(of: start..<(start + words.utf8.count)) ?? 0..<0
  }

  func element(_ name: String) -> Int32 { table.allElements.first { $0.name == name }!.number }

  /// What stands between the tags of the body after changes.
  static func body(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "<body>"), let end = text.firstRange(of: "</body>") else { return text }
    return String(text[start.upperBound..<end.lowerBound])
  }
}

@Suite struct TEIEditorTests {
  /// Body, words, and the body with `<n>` around them; nil where they do not nest.
  @Test(
    arguments: [
      ("<p>In Riga now</p>", "Riga", "<p>In <n>Riga</n> now</p>"),
      ("<p>Riga</p>", "Riga", "<p><n>Riga</n></p>"),
      ("<p>In <hi>Riga</hi> now</p>", "Riga", "<p>In <n><hi>Riga</hi></n> now</p>"),
      ("<p>In <hi>Old Riga</hi> now</p>", "Riga", "<p>In <hi>Old <n>Riga</n></hi> now</p>"),
      ("<p>In <hi>Old</hi> Riga now</p>", "Old Riga", "<p>In <n><hi>Old</hi> Riga</n> now</p>"),
      ("<p>In <hi>the Old</hi> Riga now</p>", "Old Riga", nil),
      ("<p><hi><hi>A</hi> B</hi> C</p>", "A B C", "<p><n><hi><hi>A</hi> B</hi> C</n></p>"),
      ("<p>A&amp;B &#x41;</p>", "A&B", "<p><n>A&amp;B</n> &#x41;</p>"),
      ("<p>A&amp;B &#x41;</p>", "A&B A", "<p><n>A&amp;B &#x41;</n></p>"),
      ("<p><![CDATA[T & Co go]]></p>", "Co", "<p><![CDATA[T & ]]><n><![CDATA[Co]]></n><![CDATA[ go]]></p>"),
      ("<p><![CDATA[T & Co]]> go</p>", "T & Co", "<p><n><![CDATA[T & Co]]></n> go</p>"),
      ("<p>New\r\n  York</p>", "New York", "<p><n>New\r\n  York</n></p>"),
      ("<p>New<!-- x --> York<?y?> z</p>", "New York", "<p><n>New<!-- x --> York</n><?y?> z</p>"),
      ("<p>Ber<lb break='no'/>lin</p>", "Berlin", "<p><n>Ber<lb break='no'/>lin</n></p>"),
      ("<p><w>New</w> <w>York</w><pc>.</pc></p>", "New York", "<p><n><w>New</w> <w>York</w></n><pc>.</pc></p>"),
      ("<p><w>Rigas</w></p>", "Riga", nil),
      ("<p><w>Riga</w></p>", "Riga", "<p><n><w>Riga</w></n></p>"),
      ("<p><s>A</s> <s>B</s></p>", "A B", nil),
      ("<p><s>A</s></p>", "A", "<p><s><n>A</n></s></p>"),
      (
        "<p><choice><sic>Rgia</sic><corr>Riga</corr></choice> x</p>", "Riga",
        "<p><n><choice><sic>Rgia</sic><corr>Riga</corr></choice></n> x</p>"
      ),
      (
        "<p>in <choice><sic>old Rgia</sic><corr>old Riga</corr></choice> x</p>", "Riga",
        "<p>in <choice><sic>old Rgia</sic><corr>old <n>Riga</n></corr></choice> x</p>"
      ),
      (
        "<p>in <choice><corr>old Riga</corr><sic>Rgia</sic></choice> x</p>", "in old Riga x",
        "<p><n>in <choice><corr>old Riga</corr><sic>Rgia</sic></choice> x</n></p>"
      ),
      ("<p>Riga<note><p>N</p></note> now</p>", "Riga now", "<p><n>Riga<note><p>N</p></note> now</n></p>"),
      ("<p>A</p><p>B</p>", "A\nB", nil),
      // A dictionary: a name of a headword stands in it, and none goes over headword and translation.
      (
        "<entry><form><orth>Riga</orth></form></entry>", "Riga",
        "<entry><form><orth><n>Riga</n></orth></form></entry>"
      ),
      ("<entry><form><orth>Old</orth></form><sense><def>Riga</def></sense></entry>", "Old\nRiga", nil),
      (
        "<listPerson><person><birth>Riga</birth></person></listPerson>", "Riga",
        "<listPerson><person><birth><n>Riga</n></birth></person></listPerson>"
      ),
      ("<p >ā<hi\n rend = 'a>b' >ē</hi ></p>", "āē", "<p ><n>ā<hi\n rend = 'a>b' >ē</hi ></n></p>"),
    ] as [(String, String, String?)])
  func elementsArePutAroundText(body: String, words: String, expected: String?) throws {
    let file = try EditedFile(body: body)
    var editor = TEIEditor(file.markup)
    editor.insert(NewElement("n"), around: file.range(of: words))
    let (bytes, refused) = editor.write()
    #expect(refused.isEmpty == (expected != nil))
    #expect(EditedFile.body(bytes) == expected ?? body)
    let after = try XMLNodeTable(parsing: bytes, name: "b.xml", names: XMLNodeNames())
    #expect(after.text == file.table.text)
  }

  @Test func severalElementsNestOrTheLaterIsRefused() throws {
    let file = try EditedFile(body: "<p>A B C</p>")
    var editor = TEIEditor(file.markup)
    editor.insert(NewElement("x"), around: file.range(of: "A B"))
    editor.insert(NewElement("y"), around: file.range(of: "A B"))
    editor.insert(NewElement("z"), around: file.range(of: "B C"))
    editor.insert(NewElement("z"), around: file.range(of: "B"))
    editor.insert(NewElement("v"), around: file.range(of: "C"))
    let (bytes, refused) = editor.write()
    #expect(refused == [2])
    #expect(EditedFile.body(bytes) == "<p><x><y>A <z>B</z></y></x> <v>C</v></p>")
  }

  @Test func elementsAreTakenAwayChangedAndMoved() throws {
    let file = try EditedFile(
      body: "<p>In <name\n  type='a'  ref=\"#b\" >Old</name > <date when='2'>Riga</date> <x>y</x></p>")
    var editor = TEIEditor(file.markup)
    editor.move(file.element("name"), to: file.range(of: "Old Riga"))
    editor.set("ref", to: "\"<&\n", of: file.element("name"))
    editor.set("type", to: nil, of: file.element("name"))
    editor.set("cert", to: "1", of: file.element("name"))
    editor.rename(file.element("date"), to: "placeName")
    editor.set("when", to: nil, of: file.element("date"))
    editor.remove(file.element("x"))
    let (bytes, refused) = editor.write()
    #expect(refused.isEmpty)
    #expect(
      EditedFile.body(bytes)
        == "<p>In <name  ref=\"&quot;&lt;&amp;&#10;\" cert=\"1\" >Old <placeName>Riga</placeName></name > y</p>")
  }

  @Test func prefixesFollowTheFile() throws {
    let file = try EditedFile(
      Array(
        "<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'><t:text><t:body><t:p>Riga</t:p></t:body></t:text></t:TEI>".utf8))
    var editor = TEIEditor(file.markup)
    editor.insert(NewElement("placeName"), around: 0..<4)
    #expect(
      String(decoding: editor.write().bytes, as: UTF8.self).contains("<t:p><t:placeName>Riga</t:placeName></t:p>"))
  }

  @Test(
    arguments: [
      ("<?xml version='1.0' encoding='ISO-8859-1'?><a>\u{e9}</a>", "ISO-8859-1"),
      ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "entity \"b\""),
    ])
  func whatCannotBeEditedIsRefused(text: String, expected: String) throws {
    let bytes = text.contains("8859") ? text.unicodeScalars.map { UInt8($0.value) } : Array(text.utf8)
    let table = try XMLNodeTable(parsing: bytes, name: "a.xml", names: XMLNodeNames())
    do throws(TEIEditError) {
      _ = try SourceMarkup(bytes, table)
      Issue.record("expected an error")
    } catch {
      #expect(error.message.contains(expected))
    }
  }

  @Test func anotherFileIsNeverEdited() throws {
    let table = try XMLNodeTable(parsing: Array("<a>one</a>".utf8), name: "a.xml", names: XMLNodeNames())
    for other in ["<a>two</a>", "<b>one</b>", "<a>on</a>", "<a>one<b/></a>", "<a>one", ""] {
      #expect(throws: TEIEditError.self) { try SourceMarkup(Array(other.utf8), table) }
    }
  }

  @Test func documentTypesAndInstructionsAreSkipped() throws {
    let file = try EditedFile(
      Array(
        ("\u{FEFF}<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b '>]'><!-- ' ]> --><!ATTLIST a c CDATA #IMPLIED>]>"
          + "<?p <a>?>\n<a c='>'>x]]&gt;</a>\n<!-- <b> -->").utf8))
    #expect(file.markup.tags.count == 1)
  }

  @Test(arguments: ["<listPerson/>", "<listPerson></listPerson>", "\n  <listPerson />\n"])
  func allThatIsAppendedToAnEmptyListStays(list: String) throws {
    let file = try EditedFile(body: list)
    var editor = TEIEditor(file.markup)
    let parent = XMLNodeTable.Node(file.table, file.element("listPerson"))
    for number in 1...3 { editor.append(NewMarkup(name: "person", text: "\(number)"), to: parent) }
    let written = try EditedFile(editor.write().bytes)
    let people = XMLNodeTable.Node(written.table, written.element("listPerson")).children.map(\.string)
    #expect(people == ["1", "2", "3"])
  }

  /// A header of the Deutsches Textarchiv begins in the midst of a line, and nothing in it is indented.
  @Test(arguments: ["", " "])
  func newMarkupHasNoEmptyLines(indentation: String) throws {
    let line = "\n" + indentation
    let file = try EditedFile(body: "<list>\(line)<item>a</item></list>")
    var editor = TEIEditor(file.markup)
    let item = XMLNodeTable.Node(file.table, file.element("item"))
    editor.insert(NewMarkup(name: "item", children: [NewMarkup(name: "p", text: "b")]), beside: item)
    #expect(
      EditedFile.body(editor.write().bytes)
        == "<list>\(line)<item>a</item>\(line)<item>\(line)\(indentation)<p>b</p>\(line)</item></list>")
  }

  @Test func whatXMLHasNoPlaceForIsReplaced() {
    let text = "a\u{FFFE}b\u{FFFF}c\u{1}d"
    #expect(MarkupText.content(text) == Array("a\u{FFFD}b\u{FFFD}c\u{FFFD}d".utf8))
    #expect(MarkupText.attributeValue(text) == Array("a\u{FFFD}b\u{FFFD}c\u{FFFD}d".utf8))
  }

  @Test func whatWouldNestTooDeepIsRefused() throws {
    let words = (0..<3000).map { "w\($0)" }.joined(separator: " ")
    let file = try EditedFile(body: "<p>\(words)</p>")
    var editor = TEIEditor(file.markup)
    let whole = file.range(of: words)
    for number in 0..<3000 {
      editor.insert(NewElement("name", []), around: whole.lowerBound..<(whole.upperBound - number))
    }
    let (bytes, refused) = editor.write()
    #expect(refused.count == 2900)
    _ = try EditedFile(bytes)
  }
}
