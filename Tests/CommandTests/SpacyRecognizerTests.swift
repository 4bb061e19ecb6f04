import Foundation
import Testing

/// The adapter for spaCy, with pipelines that need no download: blank ones and an entity ruler.
@Suite(.enabled(if: Spacy.isThere, "spaCy is not in .build/spacy: .ci/install-dependencies --tests installs it"))
struct SpacyRecognizerTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "in/a.txt",
      "😀 Café Zorbl Opens in Riga\n\nThe Zorbl Council’s chair met the Zorbl Council on 3 May 2023.\n\n- Tea for Ana Mirax\n"
    )
    try folder.write("in/b.txt", "City of Ships\n\nRiga\n\nCity walls were built on two days.\n")
    try folder.write(
      "patterns.jsonl",
      """
      {"label": "ORG", "pattern": "The Zorbl Council's", "id": "Council of Zorbl"}
      {"label": "ORG", "pattern": "the Zorbl Council"}
      {"label": "FAC", "pattern": "Café Zorbl"}
      {"label": "GPE", "pattern": "Riga City"}
      {"label": "GPE", "pattern": "Riga"}
      {"label": "PERSON", "pattern": [{"LOWER": "ana"}, {"IS_TITLE": true}]}
      {"label": "DATE", "pattern": "two days"}
      {"label": "ORG", "pattern": "The Zorbl Council’s", "id": "Council of Zorbl"}

      """)
  }

  private func annotate(_ arguments: String, into output: String = "out") throws -> Command.Result {
    let adapter = Repository.path("Documentation/recognizers/spacy_recognizer.py")
    let command = "'\(Spacy.python)' '\(adapter)' \(arguments)"
    return try Command.run(["annotate", "in", "-o", output, "--recognizer", command], in: folder.path)
  }

  private func rows(_ output: String = "out") throws -> [String] {
    let result = try Command.run(
      [
        "query", "//*[contains(@ana, '.external')]", output, "--format", "tsv", "--column", "element=name()",
        "--column",
        "words=.", "--column", "cert=@cert",
      ], in: folder.path)
    return result.text.split(separator: "\n").dropFirst().map { String($0.replacing("\t", with: " ")) }
  }

  private static let expected = [
    "a placeName Café Zorbl 0.8", "a placeName Riga 0.8", "a orgName Zorbl Council 0.8", "a orgName Zorbl Council 0.8",
    "a persName Ana Mirax 0.8", "b placeName Riga 0.8",
  ]

  @Test func aBlankPipelineWithAnEntityRuler() throws {
    let result = try annotate("blank:en --patterns patterns.jsonl")
    #expect(result.status == 0 && result.error == "", "\(result.error)")
    #expect(try rows() == Self.expected)
    let a = String(decoding: folder.read("out/a.xml")!, as: UTF8.self)
    #expect(a.contains("<orgName>Council of Zorbl</orgName>"))
    #expect(
      a.firstMatch(of: /<name xml:id="a.recognizer-1" type="software">spaCy 3[.0-9]+, en_pipeline [.0-9]+</) != nil)
    #expect(a.contains("options: --recognizer spacy_recognizer.py;"))
    let check = try Command.run("validate", "out", in: folder.path)
    #expect(check.status == 0, "\(check.text)\(check.error)")
  }

  @Test func batchesChangeNothing() throws {
    #expect(try annotate("blank:en --patterns patterns.jsonl --batch-size 1", into: "one").status == 0)
    #expect(try annotate("blank:en --patterns patterns.jsonl --batch-size 1000", into: "many").status == 0)
    #expect(try Command.shell("diff -r one many", in: folder.path).text == "")
    #expect(try rows("one") == Self.expected)
  }

  @Test func aPipelineOfAFolderWithAnotherCertaintyAndValues() throws {
    let script = """
      import spacy
      nlp = spacy.blank("en")
      nlp.add_pipe("entity_ruler").from_disk("patterns.jsonl")
      nlp.to_disk("pipeline")
      """
    try folder.write("make.py", script)
    #expect(try Command.shell("'\(Spacy.python)' make.py", in: folder.path).status == 0)
    let result = try annotate("pipeline --certainty 0.9 --values")
    #expect(result.status == 0 && result.error == "", "\(result.error)")
    let expected = (Self.expected + ["b date two days 0.9"]).map { $0.replacing(" 0.8", with: " 0.9") }
    // Ours has a value for two days, and stands.
    #expect(try rows() == expected.filter { !$0.contains("two days") })
  }

  @Test func aPipelineThatIsNotThereEndsTheRun() throws {
    let result = try annotate("no_such_pipeline")
    #expect(result.status == 2)
    #expect(
      result.error.contains("no_such_pipeline") && result.error.contains("ended with status 1 after answers to 0"))
  }
}

/// The Python that `.ci/install-dependencies --tests` gives spaCy.
enum Spacy {
  static let python = Repository.path(".build/spacy/bin/python")
  static let isThere = (try? Command.shell("'\(python)' -c 'import spacy'", in: "/").status) == 0
}
