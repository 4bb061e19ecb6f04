import Testing

@testable import Evaluation

@Suite struct EvaluationRequestTests {
  @Test func withoutPartsAllFloorsHold() {
    let request = EvaluationRequest(["shared"])
    #expect(request.shared == "shared")
    #expect(["structure/pages/head", "certainty/names", "entities/corpus/all"].allSatisfy { request.holds($0[...]) })
  }

  @Test func onlyTheFloorsOfThePartsHold() {
    let request = EvaluationRequest(["names", "--errors"])
    #expect(request.listsErrors)
    #expect(request.holds("names/uner_ewt/all") && request.holds("certainty/names"))
    #expect(!request.holds("structure/pages/head") && !request.holds("certainty/dates"))
  }

  @Test func whatOthersFoundIsHeldAgainstNoFloor() {
    let request = EvaluationRequest(["names", "--set", "re3d", "--predictions", "found.jsonl"])
    #expect(request.set == "re3d" && request.predictions == "found.jsonl")
    #expect(!request.holds("names/re3d/all"))
  }
}
