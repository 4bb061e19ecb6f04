import Testing

@testable import Evaluation

@Suite struct NameEvaluationTests {
  @Test func exactSpansAndTypesCountAndConventionsAreToldApart() {
    let text = "Minister Ana Ruiz left the EU for Rome."
    let document = NameDocument(
      id: "a", text: Array(text.utf8),
      names: [
        NameSpan(range: 0..<17, type: .person), NameSpan(range: 27..<29, type: .organisation),
        NameSpan(range: 34..<38, type: .location),
      ])
    var evaluation = NameEvaluation()
    evaluation.add(
      [
        NameSpan(range: 9..<17, type: .person), NameSpan(range: 27..<29, type: .organisation),
        NameSpan(range: 34..<38, type: .person),
      ], in: document)
    #expect(evaluation.total.right == 1)
    #expect(evaluation.normalized.right == 2)
    #expect(evaluation.byType[.person]?.found == 2)
    #expect(evaluation.byType[.location]?.recall == 0)
  }
}
