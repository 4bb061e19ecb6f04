import ArticleModel
import Testing

@testable import Exchange

@Suite struct ComparisonTests {
  /// The versions, and of each scheme what is found of the reference and right of the response.
  @Test(arguments: [
    // reference, response, (strict, exact, partial, type), differences
    ("[Ada|p] met [Bo|p]", "[Ada|p] met [Bo|p]", [2.0, 2, 2, 2], ""),
    ("[Ada|p] met Bo", "[Ada|o] met Bo", [0, 1, 1, 0], "changed:type"),
    ("[Ada Byron|p] met Bo", "[Ada|p] Byron met Bo", [0, 0, 0.5, 1], "changed:span"),
    ("[Ada Byron|p] met Bo", "[Ada|o] Byron met Bo", [0, 0, 0.5, 0], "changed:span type"),
    ("[Ada|p] met Bo", "Ada met [Bo|p]", [0, 0, 0, 0], "removed added"),
    // One span of two is the same; the other lacks.
    ("[[Ada|f] Byron|p]", "[Ada Byron|p]", [1, 1, 1, 1], "removed"),
    // Same span before longer overlap; the type decides between overlaps.
    ("[Ada Byron|p] met", "[[Ada|p] Byron|o] met", [0, 1, 1, 0], "changed:type added"),
    ("[Ada of Rome|p]", "[Ada|p] of [Rome|l]", [0, 0, 0.5, 1], "changed:span added"),
    // Twice the same annotation is two.
    ("[[Rome|l]|l] is", "[Rome|l] is", [1, 1, 1, 1], "removed"),
  ])
  func schemes(reference: String, response: String, found: [Double], differences: String) {
    let comparison = MarkedDocument.compare(reference, response)
    let overall = comparison.tally.overall
    for scheme in MatchScheme.allCases {
      #expect(overall.found(scheme) == found[scheme.rawValue], "\(scheme)")
      #expect(overall.right[scheme.rawValue] == found[scheme.rawValue], "\(scheme)")
    }
    let told = comparison.differences.map { difference in
      let fields = difference.fields.map(\.rawValue).joined(separator: " ")
      return fields.isEmpty ? difference.kind.rawValue : "\(difference.kind.rawValue):\(fields)"
    }
    #expect(told.joined(separator: " ") == differences)
    // The other way round precision is recall.
    let swapped = MarkedDocument.compare(response, reference).tally.overall
    for scheme in MatchScheme.allCases {
      #expect(swapped.precision(scheme) == overall.recall(scheme))
      #expect(swapped.recall(scheme) == overall.precision(scheme))
      #expect(swapped.f1(scheme) == overall.f1(scheme))
    }
  }

  /// Three persons and a place against two persons, one of them new, and the place as an organisation.
  @Test func scoresByType() {
    let tally = MarkedDocument.compare(
      "[A|person] [B|person] [C|person] [D|place] E", "[A|person] B C [D|organisation] [E|person]"
    ).tally
    let person = tally.types["person"]!
    #expect(person.reference == 3 && person.response == 2 && person.found(.strict) == 1)
    #expect(person.precision(.strict) == 0.5 && person.recall(.strict) == 1.0 / 3 && person.f1(.strict) == 0.4)
    #expect(tally.types["place"]!.precision(.strict) == nil && tally.types["place"]!.f1(.strict) == 0)
    #expect(tally.types["organisation"]!.recall(.strict) == nil)
    #expect(tally.overall.precision(.strict) == 1.0 / 3 && tally.overall.recall(.strict) == 0.25)
    #expect(tally.macro(.strict).f1 == 0.4 / 3)
    #expect(tally.types["place"]!.found(.exact) == 1 && tally.types["organisation"]!.precision(.exact) == 1)
    #expect(tally.confusion[.init(reference: "place", response: "organisation")] == 1)
    #expect(tally.confusion[.init(reference: "person", response: "")] == 2)
    #expect(tally.confusion[.init(reference: "", response: "person")] == 1)
    #expect((tally.added, tally.removed, tally.changed) == (1, 2, 1))
  }

  @Test(arguments: ["", "No names.", "[A|p] and [[B|q] C|p]", "[All of it|p]"])
  func anythingIsTheSameAsItself(text: String) {
    let comparison = MarkedDocument.compare(text, text)
    #expect(comparison.differences.isEmpty && comparison.tally.isSame)
    let overall = comparison.tally.overall
    #expect(overall.f1(.strict) == (overall.reference > 0 ? 1 : nil))
    #expect(comparison.tally.units.alpha ?? 1 == 1 && comparison.tally.tokens.kappa ?? 1 == 1)
  }

  /// Where chance decides nothing there is no value, and never one that is no number.
  @Test func degenerateVersions() {
    let none = MarkedDocument.compare("Riga is", "Riga is").tally
    #expect(none.tokens.kappa == nil && none.units.alpha == nil && none.overall.f1(.strict) == nil)
    #expect(none.macro(.strict).f1 == nil && none.linking.accuracy == nil)
    let one = MarkedDocument.compare("[Riga|l] is", "Riga is").tally
    #expect(one.overall.f1(.strict) == 0 && one.overall.precision(.strict) == nil && one.tokens.kappa == 0)
    let all = MarkedDocument.compare("[Riga|l]", "[Riga|l]").tally
    #expect(all.units.alpha == nil && all.tokens.kappa == nil && all.overall.f1(.strict) == 1)
  }

  @Test func typesAndFields() {
    let options = ComparisonOptions(types: ["place"], ignored: [.type])
    let tally = MarkedDocument.compare("[A|person] [B|place]", "A [B|place]", options).tally
    #expect(tally.isSame && tally.types.keys.sorted() == ["place"])
    #expect(MarkedDocument.compare("[A|p]", "[A|q]", ComparisonOptions(ignored: [.type])).tally.isSame)
  }

  // MARK: Entities

  private func entity(_ id: String, _ name: String, _ identifiers: [(String, String)] = []) -> StandoffEntity {
    var entity = StandoffEntity(id: id, type: "place", name: name)
    entity.identifiers = identifiers.map { AuthorityIdentifier(authority: $0.0, value: $0.1) }
    return entity
  }

  /// Two versions with other identifiers of their own; only what authorities and names say counts.
  @Test func entitiesAreComparedByWhatTheyAre() {
    let left = MarkedDocument.document(
      "[A|l|p1] [B|l|p2] [C|l|p3] [D|l|p4] [E|l|p5]",
      entities: [
        entity("p1", "Riga", [("wikidata", "Q1773")]), entity("p2", "Cairo", [("wikidata", "Q85")]),
        entity("p3", "Ada"), entity("p4", "Bo"), entity("p5", "Oslo", [("wikidata", "Q585")]),
      ])
    let right = MarkedDocument.document(
      "[A|l|x9] [B|l|x8] [C|l|x7] [D|l|p4] [E|l|http://www.wikidata.org/entity/Q585]",
      entities: [
        entity("x9", "Rīga", [("geonames", "1"), ("wikidata", "Q1773")]),
        entity("x8", "Cairo", [("wikidata", "Q575918")]), entity("x7", "ada"), entity("p4", "Someone else"),
      ])
    let comparison = DocumentComparison(ComparedVersion(left), ComparedVersion(right))
    #expect(comparison.differences.map(\.fields) == [[.entity], [.entity]])
    #expect(comparison.differences.compactMap { $0.reference?.text } == ["B", "D"])
    #expect(comparison.tally.linking == LinkingScores(spans: 5, linkedByBoth: 5, same: 3))
  }

  @Test func unlinkedSpans() {
    let linking = MarkedDocument.compare("[A|l|x] [B|l] [C|l]", "[A|l] [B|l|y] [C|l]").tally.linking
    #expect(linking == LinkingScores(spans: 2, linkedByBoth: 0, same: 0) && linking.accuracy == 0)
  }
}
