import Exchange
import TEIText
import Testing
import XML

@testable import TEIEditing

/// A change to the annotations of a document, as an annotator would make it.
enum Correction: Sendable {
  case add(String, type: String, entity: String = "", value: String = "", note: String = "")
  case remove(String)
  case move(String, to: String)
  case retype(String, to: String)
  case refer(String, to: String)
  case value(String, String)
  case note(String, String)

  func apply(to document: inout StandoffDocument) {
    let text = String(decoding: document.text, as: UTF8.self)
    func range(_ words: String) -> Range<Int> {
      guard let found = text.firstRange(of: words) else { return 0..<0 }
      let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      return start..<(start + words.utf8.count)
    }
    func index(_ words: String) -> Int {
      document.annotations.firstIndex { document.text[$0.range].elementsEqual(words.utf8) }!
    }
    switch self {
    case .add(let words, let type, let entity, let value, let note):
      var annotation = StandoffAnnotation(range: range(words), type: type)
      (annotation.entity, annotation.value, annotation.note) = (entity, value, note)
      document.annotations.append(annotation)
    case .remove(let words): document.annotations.remove(at: index(words))
    case .move(let words, let other): document.annotations[index(words)].range = range(other)
    case .retype(let words, let type): document.annotations[index(words)].type = type
    case .refer(let words, let entity): document.annotations[index(words)].entity = entity
    case .value(let words, let value): document.annotations[index(words)].value = value
    case .note(let words, let note): document.annotations[index(words)].note = note
    }
  }
}

/// A TEI file after corrections.
struct CorrectedFile {
  var bytes: [UInt8]
  var outcome: AnnotationEditor.Outcome

  init(_ bytes: [UInt8], _ corrections: [Correction]) throws {
    let table = try XMLNodeTable(parsing: bytes, name: "a.xml", names: XMLNodeNames())
    let reader = StandoffReader(table)
    var after = reader.document
    for correction in corrections { correction.apply(to: &after) }
    let changes = AnnotationChanges(from: reader.document, to: after)
    var editor = AnnotationEditor(try SourceMarkup(bytes, table), responsible: "Ana Kovač", date: "2026-11-21")
    outcome = editor.apply(changes, to: reader, numbers: Array(reader.document.annotations.indices))
    self.bytes = editor.write()
    let written = try XMLNodeTable(parsing: self.bytes, name: "a.xml", names: XMLNodeNames())
    #expect(StandoffReader(written).text.text == reader.text.text)
  }

  /// The lines that differ, those before with `-`, those after with `+`.
  func difference(from before: [UInt8]) -> [String] {
    let old = String(decoding: before, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let new = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return new.difference(from: old).flatMap { change -> [String] in
      switch change {
      case .insert(_, let line, _): ["+" + line.trimmingSpaces]
      case .remove(_, let line, _): ["-" + line.trimmingSpaces]
      }
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { String(self.drop { $0 == " " }) }
}

@Suite struct AnnotationEditorTests {
  /// A document of somebody else: no identifiers of mentions, names by type, words in names, odd spacing.
  static let foreign = """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="debate">
     <teiHeader>
      <fileDesc>
       <titleStmt>
        <title>Debate</title>
       </titleStmt>
      </fileDesc>
      <encodingDesc><tagsDecl><namespace name="http://www.tei-c.org/ns/1.0">
       <tagUsage gi="name" occurs="3"/>
       <tagUsage gi="w" occurs="9"/>
      </namespace></tagsDecl></encodingDesc>
     </teiHeader>
     <text><body><div><u xml:id="u1"><seg xml:id="s1"><s xml:id="s1.1">
      <name type='PER' ><w>Ana</w> <w>Kov&#x10D;</w></name > <w>met</w> <name
        type="ORG" ref="#x.1"><w join="right">T</w><pc join="right">&amp;</pc><w>Co</w></name>
      <w>in</w> <w>New</w> <w>York</w><pc>.</pc></s></seg></u>
      <p>Das alte <persName key="b1">Ber<lb break="no"/>lin</persName> <![CDATA[& Bonn]]></p></div></body></text>
    </TEI>
    """

  private func body(_ corrections: [Correction]) throws -> (String, AnnotationEditor.Outcome) {
    let file = try CorrectedFile(Array(Self.foreign.utf8), corrections)
    return (EditedFile.body(file.bytes), file.outcome)
  }

  @Test func anUnchangedFileStaysAsItIs() throws {
    let file = try CorrectedFile(Array(Self.foreign.utf8), [])
    #expect(file.bytes == Array(Self.foreign.utf8))
  }

  @Test func newNamesFollowTheHabitOfTheDocument() throws {
    let (body, outcome) = try body([.add("New York", type: "LOC"), .add("Bonn", type: "PER")])
    #expect(body.contains("<name type=\"LOC\" resp=\"#debate.editor.ana-kovač\"><w>New</w> <w>York</w></name><pc>"))
    #expect(body.contains("<![CDATA[& ]]><name type=\"PER\" resp=\"#debate.editor.ana-kovač\"><![CDATA[Bonn]]></name>"))
    #expect(outcome.applied == [0, 1])
    #expect(outcome.conflicts.isEmpty)
  }

  @Test func namesAreTakenAwayWithTheirWordsKept() throws {
    let (body, _) = try body([.remove("Ana Kovč"), .remove("Berlin")])
    #expect(body.contains("<s xml:id=\"s1.1\">\n  <w>Ana</w> <w>Kov&#x10D;</w> <w>met</w>"))
    #expect(body.contains("<p>Das alte Ber<lb break=\"no\"/>lin <![CDATA"))
  }

  @Test func tagsAreChangedWhereTheyStand() throws {
    let (body, outcome) = try body([
      .retype("Ana Kovč", to: "MISC"), .refer("T&Co", to: "http://example.org/1"), .refer("Berlin", to: "b2"),
    ])
    #expect(body.contains("<name type=\"MISC\" resp=\"#debate.editor.ana-kovač\" ><w>Ana</w>"))
    #expect(
      body.contains("<name\n    type=\"ORG\" ref=\"http://example.org/1\" resp=\"#debate.editor.ana-kovač\"><w join"))
    #expect(body.contains("<persName key=\"b2\" resp="))
    #expect(outcome.conflicts.map(\.isWarning) == [true])
  }

  @Test func bordersMove() throws {
    let (body, _) = try body([.move("Berlin", to: "alte Berlin & Bonn")])
    #expect(
      body.contains(
        "<p>Das <persName key=\"b1\" resp=\"#debate.editor.ana-kovač\">alte Ber<lb break=\"no\"/>lin <![CDATA[& Bonn]]></persName></p>"
      ))
  }

  @Test func whatDoesNotNestStandsOff() throws {
    let file = try CorrectedFile(Array(Self.foreign.utf8), [.add("Kovč met", type: "MISC")])
    #expect(file.outcome.standOff == [0])
    let difference = file.difference(from: Array(Self.foreign.utf8))
    #expect(difference.contains { $0.hasPrefix("+<standOff>") })
    #expect(
      difference.contains {
        $0.hasPrefix("+<annotation xml:id=\"debate.m.") && $0.contains("target=\"#string-range(s1,4,8)\"")
      })
    #expect(difference.contains("+<note type=\"MISC\">Kovč met</note>"))
    // It is read back as it was added.
    let table = try XMLNodeTable(parsing: file.bytes, name: "a.xml", names: XMLNodeNames())
    let again = StandoffReader(table).document.annotations.first { $0.type == "MISC" }
    #expect(again?.range == 4..<13)
  }

  @Test func notesStandOffAndPointToTheMention() throws {
    let file = try CorrectedFile(Array(Self.foreign.utf8), [.note("Berlin", "which <one>?")])
    let body = EditedFile.body(file.bytes)
    #expect(body.contains("<persName key=\"b1\" xml:id=\"debate.m."))
    let table = try XMLNodeTable(parsing: file.bytes, name: "a.xml", names: XMLNodeNames())
    #expect(StandoffReader(table).document.annotations.contains { $0.note == "which <one>?" })
    let without = try CorrectedFile(file.bytes, [.note("Berlin", "")])
    #expect(!String(decoding: without.bytes, as: UTF8.self).contains("<standOff>"))
  }

  @Test func theHeaderSaysWhoDidWhat() throws {
    let bytes = Array(Self.foreign.utf8)
    let file = try CorrectedFile(bytes, [.remove("Berlin"), .add("New York", type: "LOC")])
    let header = file.difference(from: bytes).filter { !$0.contains("<w>") && !$0.contains("<p>") }
    #expect(
      Set(header) == [
        "+<respStmt>", "+<resp>annotations corrected</resp>",
        "+<name xml:id=\"debate.editor.ana-kovač\">Ana Kovač</name>", "+</respStmt>",
        "-<tagUsage gi=\"name\" occurs=\"3\"/>", "+<tagUsage gi=\"name\" occurs=\"4\"/>", "+<revisionDesc>",
        "+<change when=\"2026-11-21\" who=\"#debate.editor.ana-kovač\">annotations corrected: 1 added, 1 removed</change>",
        "+</revisionDesc>",
      ])
    // The same person is named once.
    let again = try CorrectedFile(file.bytes, [.remove("T&Co")])
    let text = String(decoding: again.bytes, as: UTF8.self)
    #expect(text.ranges(of: "<respStmt>").count == 1)
    #expect(text.ranges(of: "<change ").count == 2)
    #expect(
      text.firstRange(of: "1 removed</change>\n   <change")!.lowerBound < text.firstRange(of: "1 added")!.lowerBound)
  }

  @Test func lineEndsOfTheFileAreKept() throws {
    let bytes = Array(Self.foreign.replacing("\n", with: "\r\n").utf8)
    let file = try CorrectedFile(bytes, [.add("New York", type: "LOC"), .add("Kovč met", type: "MISC")])
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0D })
  }

  @Test func whatIsPointedToStays() throws {
    let text =
      "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p><name xml:id='a'>Ana</name> <ref target='#a'>she</ref></p></body></text></TEI>"
    let file = try CorrectedFile(Array(text.utf8), [.remove("Ana")])
    #expect(file.bytes == Array(text.utf8))
    #expect(file.outcome.conflicts.map(\.kind) == [.pointer])
  }

  @Test(
    arguments: [
      ("date", "2024-06-13", "when=2024-06-13"), ("date", "2024-06-13/2024-07", "from=2024-06-13 to=2024-07"),
      ("date", "../2024", "to=2024"), ("date", "13 June", nil), ("date", "2024-13", nil),
      ("time", "14:30:00", "when=14:30:00"),
      ("date", "--06-13", "when=--06-13"), ("date", "-0044", "when=-0044"), ("num", "1200.5", "value=1200.5"),
      ("num", "1,200", nil), ("measure", "12 km", "quantity=12 unit=km"), ("measure", "-3", "quantity=-3 unit=-"),
      ("persName", "x", nil), ("ref", "http://a.example/b", "target=http://a.example/b"), ("ref", "a b", nil),
    ] as [(String, String, String?)])
  func valuesBecomeAttributes(element: String, value: String, expected: String?) {
    let settings = MentionValueAttributes.settings(value, of: element) { _ in false }
    #expect(settings.map { $0.map { "\($0.name)=\($0.value ?? "-")" }.joined(separator: " ") } == expected)
  }
}
