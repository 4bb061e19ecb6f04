import Exchange
import Testing

@Suite struct AnnotationChangesTests {
  /// `id:start-end:type:entity`.
  private static func document(_ annotations: String) -> StandoffDocument {
    var document = StandoffDocument(identifier: "a", text: Array("Ana met Bo in Riga and Old Riga now".utf8))
    for part in annotations.split(separator: " ") {
      let fields = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let places = fields[1].split(separator: "-").compactMap { Int($0) }
      var annotation = StandoffAnnotation(range: places[0]..<places[1], type: fields[2])
      annotation.id = fields[0]
      if fields.count > 3 { annotation.entity = fields[3] }
      document.annotations.append(annotation)
    }
    return document
  }

  private static func text(_ changes: AnnotationChanges) -> String {
    changes.changes.map { change in
      let parts = change.parts.isEmpty ? "" : "(" + change.parts.map(\.rawValue).joined(separator: " ") + ")"
      let (before, after) = (change.before.map(String.init) ?? "-", change.after.map(String.init) ?? "-")
      return "\(change.kind.rawValue)\(parts) \(before)>\(after)"
    }.joined(separator: ", ")
  }

  @Test(
    arguments: [
      ("m1:0-3:person m2:14-18:place", "m2:14-18:place m1:0-3:person", ""),
      ("m1:0-3:person", "", "removed 0>-"),
      ("", ":0-3:person", "added ->0"),
      ("m1:0-3:person", "m1:0-3:place", "changed(type) 0>0"),
      ("m1:0-3:person", "m1:8-10:person:p", "changed(span entity) 0>0"),
      // Without identifiers: by range and type, by range, by overlap of one type.
      (":0-3:person :0-3:role", ":0-3:role :0-3:person", ""),
      (":0-3:person", ":0-3:place", "changed(type) 0>0"),
      (":14-18:place", ":11-18:place", "changed(span) 0>0"),
      (":14-18:place", ":11-18:person", "added ->0, removed 0>-"),
      // The larger overlap is the same one.
      (":23-31:place", ":23-26:place :24-31:place", "changed(span) 0>1, added ->0"),
      // An identifier that is gone, and its words again without one.
      ("m1:0-3:person", ":0-3:person:p", "changed(entity) 0>0"),
      // An identifier goes before the place.
      ("m1:0-3:person m2:8-10:person", "m2:0-3:person", "removed 0>-, changed(span) 1>0"),
    ])
  func changesAreFound(before: String, after: String, expected: String) {
    let changes = AnnotationChanges(from: Self.document(before), to: Self.document(after))
    #expect(Self.text(changes) == expected)
  }

  @Test func identifiersThatStandOnSeveralAreAmbiguous() {
    let changes = AnnotationChanges(
      from: Self.document("m1:0-3:person"), to: Self.document("m1:0-3:person m1:8-10:person x:14-18:place"))
    #expect(changes.ambiguous == [0, 1])
    #expect(changes.unknown == [2])
    #expect(Self.text(changes) == "added ->2")
  }

  @Test func whatADuplicateIdentifierCoversStays() {
    let changes = AnnotationChanges(
      from: Self.document("m1:0-3:person m2:8-10:person"), to: Self.document("m1:0-3:person m1:8-10:person"))
    #expect(changes.ambiguous == [0, 1])
    #expect(changes.changes == [])
  }

  @Test func manyThatOverlapTakeBoundedTime() {
    var before = StandoffDocument(identifier: "a", text: Array(repeating: 0x61, count: 8_000))
    var after = before
    for index in 0..<2_000 {
      before.annotations.append(StandoffAnnotation(range: 0..<(4_000 + index), type: "a"))
      after.annotations.append(StandoffAnnotation(range: 1..<(4_000 + index), type: "a"))
    }
    #expect(AnnotationChanges(from: before, to: after).changes.count >= 2_000)
  }

  @Test func theFirstDifferenceOfTextsIsTold() {
    let difference = TextDifference(from: Array("Ana\nin Rīga now".utf8), to: Array("Ana\nin Rīgas now".utf8))
    #expect(difference?.line == 2)
    #expect(difference?.column == 8)
    #expect(difference?.expected == " now")
    #expect(difference?.found == "s now")
    #expect(TextDifference(from: [0x61], to: [0x61]) == nil)
    // Not in the middle of a character.
    #expect(TextDifference(from: Array("ā".utf8), to: Array("ē".utf8))?.expected == "ā")
  }
}
