import FoundationEssentials
import Testing
import XML

@Suite final class XMLStreamReaderTests {
  let path = FileManager.default.temporaryDirectory.path + "/stream-\(UInt64.random(in: 0 ..< .max)).xml"

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func read(_ text: String) throws -> [String] {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let reader = try XMLStreamReader(path: path, element: "TEI")
    var found: [String] = []
    while let element = try reader.next() { found.append(String(decoding: element.serialized(), as: UTF8.self)) }
    return found
  }

  @Test func readsEachElementAsADocument() throws {
    let text = """
      <teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><TEI xml:id="a"><p>é</p></TEI>
      <teiCorpus><TEI n="2"><TEI/></TEI></teiCorpus><TEI xmlns=""/></teiCorpus>
      """
    #expect(
      try read(text) == [
        #"<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><p>é</p></TEI>"#,
        #"<TEI xmlns="http://www.tei-c.org/ns/1.0" n="2"><TEI/></TEI>"#,
      ])
    #expect(try read(#"<TEI xmlns="http://www.tei-c.org/ns/1.0"/>"#).count == 1)
  }

  @Test(arguments: [
    "", "<a>", "<a xmlns='http://www.tei-c.org/ns/1.0'><TEI></a>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>",
    "<a>&x;</a>",
    "<a xmlns='http://www.tei-c.org/ns/1.0'><TEI/></b>", String(repeating: "<a>", count: 100_000),
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'>" + String(repeating: "<a>", count: 50_000)
      + String(repeating: "</a>", count: 50_000) + "</TEI>",
  ])
  func refusesWhatIsNotWellFormed(text: String) {
    #expect(throws: XMLError.self) { try read(text) }
  }

  @Test func saysWhichFileCannotBeRead() {
    #expect { try XMLStreamReader(path: "/no/such.xml", element: "TEI") } throws: {
      String(describing: $0) == "/no/such.xml: error[xml-unreadable]: cannot be read: No such file or directory"
    }
  }
}
