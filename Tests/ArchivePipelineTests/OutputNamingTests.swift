import ArchivePipeline
import Testing

@Suite struct OutputNamingTests {
  private func names(_ paths: [String]) -> [String] {
    OutputNaming.names(for: paths.map { InputFile(path: $0, relativePath: $0) }).names.map(\.stem)
  }

  static let cases: [(inputs: [String], stems: [String])] = [
    (["a.txt", "b.txt"], ["a", "b"]),
    (["one/a.txt", "two/a.txt"], ["a", "a-2"]),
    (["A.txt", "a.txt"], ["A", "a-2"]),
    (["a b.txt", "a_b.txt"], ["a b", "a_b-2"]),
    (["corpus.txt"], ["corpus-2"]),
    (["Corpus.txt"], ["Corpus-2"]),
    (["one/a.txt", "two/a-2.txt", "two/a.txt"], ["a", "a-2", "a-3"]),
    (["e\u{301}.txt", "\u{E9}.txt"], ["e\u{301}", "\u{E9}-2"]),
    (["a.b.txt", "a.txt"], ["a.b", "a"]),
    (["a.b.txt", "a_b.txt"], ["a.b", "a_b-2"]),
    ([".txt", "_.txt"], [".txt", "_"]),
    (["1.txt", "_1.txt"], ["1", "_1-2"]),
  ]

  @Test(arguments: cases) func collisionsAreNumbered(_ inputs: [String], _ stems: [String]) {
    #expect(names(inputs) == stems)
  }

  @Test func renamingIsSaid() {
    let inputs = ["one/a.txt", "two/a.txt"].map { InputFile(path: $0, relativePath: $0) }
    let notes = OutputNaming.names(for: inputs).diagnostics
    #expect(
      notes.map(\.description) == [
        "two/a.txt: note[name-taken]: \"a.xml\" is the name of another file; written as \"a-2.xml\""
      ])
  }

  @Test func identifiersAreAllDifferent() {
    let paths = [
      "a.txt", "a-2.txt", "x/a.txt", "A.txt", "a b.txt", "a_b.txt", "a\tb.txt", "corpus.txt", "1.txt", "_1.txt",
    ]
    let inputs = paths.map { InputFile(path: $0, relativePath: $0) }
    let identifiers = OutputNaming.names(for: inputs).names.map { $0.identifier.lowercased() } + ["corpus"]
    #expect(Set(identifiers).count == identifiers.count)
  }
}
