import Testing

@testable import ArchivePipeline

@Suite struct RecognizerLineTests {
  private static func entities(_ text: String) throws -> [Result<ReportedEntity, RecognizerLine.Fault>] {
    guard case .answer("a", .entities(let entities)) = try RecognizerLine(Array(text.utf8)) else {
      throw RecognizerLine.Fault(message: "no entities")
    }
    return entities
  }

  private static func fault(_ text: String) -> String? {
    do {
      _ = try RecognizerLine(Array(text.utf8))
      return nil
    } catch { return error.message }
  }

  @Test func anAnswerHasEntities() throws {
    let text = #"""
      {"id":"a","entities":[{"start":0,"end":4,"type":"GPE"},
      {"start":1,"end":2,"type":"x","text":"y","certainty":0.5,"name":"N","identifiers":{"wikidata":"Q1"},
      "value":{"when":"2024"},"more":[1]}],"seconds":3}
      """#
    let entities = try Self.entities(text).map { try $0.get() }
    #expect(entities.map(\.start) == [0, 1])
    #expect(entities[1].identifiers == ["wikidata": "Q1"])
    #expect(entities[1].value == ["when": "2024"])
    #expect(try Self.entities(#"{"id":"a","entities":[]}"#).isEmpty)
  }

  @Test func aProgramMayIntroduceItselfOrGiveUpAnArticle() throws {
    guard case .introduction("mine 1") = try RecognizerLine(Array(#"{"name":"mine 1"}"#.utf8)),
      case .answer("a", .failure("too long")) = try RecognizerLine(Array(#"{"id":"a","error":"too long"}"#.utf8))
    else {
      Issue.record("other lines")
      return
    }
  }

  @Test(
    arguments: zip(
      [
        "Loading model", "[]", "{", #"{"id":7,"entities":[]}"#, #"{"id":"a"}"#, #"{"entities":[]}"#,
        #"{"id":"a","entities":3}"#,
      ],
      [
        #""Loading model" is no JSON object; expected {"id": …, "entities": […]}"#,
        #""[]" is no JSON object; expected {"id": …, "entities": […]}"#,
        #""{" is no JSON object; expected {"id": …, "entities": […]}"#, #""id" is not a string"#,
        #"answer has no "entities"; expected a list, empty where there are none"#,
        #"answer has no "id"; expected that of its article"#, #""entities" is not a list of objects"#,
      ]))
  func aFaultyLineSaysWhatWasExpected(_ line: String, _ message: String) {
    #expect(Self.fault(line) == message)
  }

  @Test(
    arguments: zip(
      [
        #"{"end":4,"type":"GPE"}"#, #"{"start":0,"end":4}"#, #"{"start":"0","end":4,"type":"GPE"}"#,
        #"{"start":0.5,"end":4,"type":"GPE"}"#, "7", "null",
        #"{"start":0,"end":4,"type":"GPE","identifiers":{"wikidata":1}}"#,
        #"{"start":99999999999999999999,"end":4,"type":"GPE"}"#,
      ],
      [
        #"entity has no "start"; expected a whole number"#, #"entity has no "type"; expected a string"#,
        #""start" of an entity is not a whole number"#,
        "entity cannot be read; expected whole numbers as start and end, and a type",
        "entity is no object; expected start, end and type", "entity is no object; expected start, end and type",
        #""identifiers" of an entity is not an object of strings"#,
        "entity cannot be read; expected whole numbers as start and end, and a type",
      ]))
  func aFaultyEntityIsLostAlone(_ entity: String, _ message: String) throws {
    let results = try Self.entities(#"{"id":"a","entities":[\#(entity),{"start":1,"end":2,"type":"ORG"}]}"#)
    #expect(results.count == 2)
    #expect(try results[1].get().type == "ORG")
    guard case .failure(let fault) = results[0] else {
      Issue.record("it was read")
      return
    }
    #expect(fault.message == message)
  }
}
