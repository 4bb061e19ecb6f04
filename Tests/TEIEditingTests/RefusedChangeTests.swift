import Exchange
import TEIText
import Testing
import XML

@testable import TEIEditing

/// A change that is refused leaves nothing of itself in the file.
@Suite struct RefusedChangeTests {
  private static let file = """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt>\
    </fileDesc></teiHeader><standOff><listAnnotation><annotation xml:id="a1" motivation="identifying" \
    target="#string-range(p1,0,8)"><note type="PER">Ana left</note></annotation></listAnnotation></standOff>\
    <text><body><p xml:id="p1">Ana left on <date type="DAY">Monday</date>.</p><p>Bo</p></body></text></TEI>
    """

  @Test func noEntityIsDeclaredForAValueThatIsRefused() throws {
    let bytes = Array(Self.file.utf8)
    let table = try XMLNodeTable(parsing: bytes, name: "a.xml", names: XMLNodeNames())
    let reader = StandoffReader(table)
    var after = reader.document
    after.entities.append(StandoffEntity(id: "x", type: "place", name: "Xanadu"))
    for correction in [
      Correction.retype("Monday", to: "date"), .refer("Monday", to: "x"), .value("Monday", "someday"),
      .add("Bo", type: "PER"),
    ] { correction.apply(to: &after) }
    var editor = AnnotationEditor(try SourceMarkup(bytes, table), responsible: "Ana", date: nil)
    let changes = AnnotationChanges(from: reader.document, to: after)
    let outcome = editor.apply(changes, to: reader, numbers: Array(reader.document.annotations.indices))
    #expect(outcome.applied.count == 1)
    #expect(!String(decoding: editor.write(), as: UTF8.self).contains("Xanadu"))
  }

  /// A note on the words of a mention that stands off has its type only where the change is made.
  @Test func noTypeIsWrittenForAReferenceThatIsRefused() throws {
    let bytes = Array(Self.file.utf8)
    let table = try XMLNodeTable(parsing: bytes, name: "a.xml", names: XMLNodeNames())
    let reader = StandoffReader(table)
    var after = reader.document
    let index = try #require(after.annotations.firstIndex { $0.id == "a1" })
    after.annotations[index].type = "ORG"
    after.annotations[index].entity = "no one"
    var editor = AnnotationEditor(try SourceMarkup(bytes, table), responsible: "Ana", date: nil)
    let changes = AnnotationChanges(from: reader.document, to: after)
    let outcome = editor.apply(changes, to: reader, numbers: Array(reader.document.annotations.indices))
    #expect(outcome.applied == [])
    #expect(outcome.conflicts.contains { $0.kind == .entity && !$0.isWarning })
    #expect(editor.write() == bytes)
  }
}
