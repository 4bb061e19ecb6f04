import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Recognisers of the user, as they should be and as they should not.
@Suite(.enabled(if: Python.isThere, "python3 is not there"))
struct RecognizerCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("in/a.txt", "The Café in Riga\n\nIt rained in Riga on 3 May 2023. Zorbl came.\n")
    try folder.write("in/b.txt", "Another Day\n\nZorbl was in Riga.\n\n- Tea for Zorbl\n- Coal\n")
    try folder.write("in/c.txt", "No Names\n\nNobody was there.\n")
  }

  /// A program that answers with what `body` makes of `article`, a dictionary, in `entities`, a list.
  private func program(_ body: String, before: String = "", after: String = "") throws -> String {
    try folder.write(
      "ner.py",
      """
      import json, re, sys, time
      def find(article, words, label, **more):
          return [dict(start=m.start(), end=m.end(), type=label, **more) for m in re.finditer(words, article["text"])]
      def answer(article, entities):
          print(json.dumps({"id": article["id"], "entities": entities}))
      \(before)
      for number, line in enumerate(sys.stdin):
          article = json.loads(line)
          entities = []
      \(body.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
          answer(article, entities)
      \(after)

      """)
    return "python3 ner.py"
  }

  private func annotate(_ command: String..., options: String...) throws -> Command.Result {
    let recognizers = command.flatMap { ["--recognizer", $0] }
    return try Command.run(["annotate", "in", "-o", "out"] + recognizers + options, in: folder.path)
  }

  private func rows(_ columns: [String]) throws -> [String] {
    let arguments = ["query", "//*[contains(@ana, '.external')]", "out", "--format", "tsv"]
    let result = try Command.run(arguments + columns.flatMap { ["--column", "\($0)=\($0)"] }, in: folder.path)
    return result.text.split(separator: "\n").dropFirst().map { String($0.replacing("\t", with: " ")) }
  }

  private func tei(_ name: String) -> String { String(decoding: folder.read("out/\(name).xml") ?? [], as: UTF8.self) }

  private func expectValid() throws {
    let check = try Command.run("validate", "out", in: folder.path)
    #expect(check.status == 0, "\(check.text)\(check.error)")
  }

  // MARK: As they should be

  @Test func whatAProgramFindsIsInTheTEI() throws {
    let result = try annotate(program("entities += find(article, 'Zorbl', 'PERSON', certainty=0.66)"))
    #expect(result.status == 0 && result.error == "")
    #expect(
      try rows(["name()", ".", "@cert"]) == ["a persName Zorbl 0.66"]
        + [String](repeating: "b persName Zorbl 0.66", count: 2))
    let a = tei("a")
    #expect(a.contains(#"<persName xml:id="a.m."#))
    #expect(a.contains(##"resp="#a.recognizer-1" ana="#a.person #a.external">Zorbl</persName>"##))
    #expect(a.contains(#"<name xml:id="a.recognizer-1" type="software">ner.py</name>"#))
    #expect(a.contains("options: --recognizer ner.py;"))
    #expect(a.contains("Riga</placeName>"))
    try expectValid()
  }

  @Test func aProgramMaySayWhoItIs() throws {
    let command = try program("", before: "print(json.dumps({'name': 'zorbl 1.2 <3'}))")
    #expect(try annotate(command).status == 0)
    #expect(tei("c").contains(#"<name xml:id="c.recognizer-1" type="software">zorbl 1.2 &lt;3</name>"#))
    try expectValid()
  }

  @Test func answersMayComeInAnyOrderAndLate() throws {
    for number in 0..<300 {
      try folder.write("in/n\(number).txt", "Day \(number) Passed\n\nZorbl was in Riga on day \(number).\n")
    }
    let body = "entities += find(article, 'Zorbl|Riga', 'ORG')"
    let orderly = try program(body)
    #expect(try Command.run(["annotate", "in", "-o", "orderly", "--recognizer", orderly], in: folder.path).status == 0)
    // Everything at the end, the last article first: nothing is answered before all is read.
    let late = try program(
      body + "\nanswers.append((article, entities)); continue", before: "answers = []",
      after: "for article, entities in reversed(answers): answer(article, entities)")
    for jobs in ["1", "4"] {
      let result = try Command.run(
        ["annotate", "in", "-o", "late\(jobs)", "--jobs", jobs, "--recognizer", late], in: folder.path)
      #expect(result.status == 0 && result.error == "")
      #expect(try Command.shell("diff -r orderly late\(jobs)", in: folder.path).text == "")
    }
  }

  @Test func standardInputAndBadArticlesAreNoHindrance() throws {
    let command = try program("entities += find(article, 'Zorbl', 'PERSON')")
    let result = try Command.run(
      "annotate", "-", "--recognizer", command, input: Array("A Title\n\nZorbl came.\n".utf8), in: folder.path)
    #expect(result.status == 0)
    #expect(result.text.contains("Zorbl</persName>"))
    try folder.write("in/bad.txt", [0x41, 0xFF])
    try folder.write("in/empty.txt", "")
    let mixed = try annotate(command)
    #expect(mixed.status == 1)
    #expect(mixed.error.split(separator: "\n").count == 2)
    #expect(mixed.error.contains("in/bad.txt:1:2: error[source-not-utf8]"))
    #expect(mixed.error.contains("in/empty.txt: error[source-empty]"))
    #expect(mixed.text.hasPrefix("5 articles: 3 written to out, 0 unchanged, 2 failed\n"))
  }

  @Test func programsGoBeforeEachOtherInTheirOrder() throws {
    try folder.write("first.py", try script("entities += find(article, 'Zorbl', 'PERSON')"))
    try folder.write("second.py", try script("entities += find(article, 'Zorbl|Tea', 'ORG')"))
    #expect(try annotate("python3 first.py", "python3 second.py").status == 0)
    #expect(
      try rows(["name()", ".", "@resp"]) == [
        "a persName Zorbl #a.recognizer-1", "b persName Zorbl #b.recognizer-1", "b orgName Tea #b.recognizer-2",
        "b persName Zorbl #b.recognizer-1",
      ])
    try expectValid()
  }

  private func script(_ body: String) throws -> [UInt8] {
    _ = try program(body)
    return folder.read("ner.py")!
  }

  @Test func namesOfOursCanBeSwitchedOff() throws {
    let result = try annotate(
      program("entities += find(article, 'Zorbl', 'MISC') + find(article, 'Coal', 'LANGUAGE')"),
      options: "--recognizer-only", "--recognizer-type", "misc=product")
    #expect(result.status == 0)
    #expect(
      result.error == """
        note[recognizer-label]: label "LANGUAGE" is no type of teikit; 1 mention left out (--recognizer-type \
        LANGUAGE=TYPE takes them, =none leaves them out in silence)

        """)
    #expect(!tei("a").contains("</placeName>"))
    #expect(tei("a").contains("</date>"))
    #expect(tei("a").contains(#"<name xml:id="#) && tei("a").contains(#"type="product""#))
    #expect(tei("a").contains("options: --recognizer ner.py --recognizer-only --recognizer-type misc=product;"))
    try expectValid()
  }

  @Test(arguments: ["utf16", "bytes"]) func offsetsMayCountOtherThings(_ unit: String) throws {
    let encoding = unit == "bytes" ? "'utf-8'" : "'utf-16-le'"
    let width = unit == "bytes" ? 1 : 2
    let body = """
      data = article['text'].encode(\(encoding))
      start = data.find('Riga'.encode(\(encoding))) // \(width)
      last = article['blocks'][-1]['end']
      assert len(article['text'].rstrip().encode(\(encoding))) // \(width) == last
      if start >= 0: entities.append(dict(start=start, end=start + 4, type='ORG', text='Riga'))
      """
    try folder.write("in/a.txt", "Café 😀 Opens\n\nIt is in Riga.\n")
    let result = try annotate(program(body), options: "--recognizer-offsets", unit)
    #expect(result.status == 0 && result.error == "")
    #expect(tei("a").contains("Riga</orgName>"))
  }

  // MARK: As they should not be

  @Test func aBadSpanIsLostAlone() throws {
    let body = """
      if article['id'] == 'a': entities += [dict(start=5, end=30, type='ORG'), dict(start=12, end=16, type='ORG', text='iga ')]
      entities += find(article, 'Zorbl', 'PERSON')
      """
    let result = try annotate(program(body))
    #expect(result.status == 1)
    #expect(
      result.error == """
        in/a.txt:1:6: error[recognizer-span]: recogniser "python3 ner.py", line 1: span 5 to 30 crosses the border of a \
        block; expected a span inside one
        in/a.txt:1:13: error[recognizer-span]: recogniser "python3 ner.py", line 1: span 12 to 16 holds "Riga", not "iga "; \
        expected offsets in Unicode code points

        """)
    #expect(try rows(["."]).count == 3)
    #expect(result.text.hasPrefix("3 articles: 3 written"))
    try expectValid()
  }

  @Test func manyBadSpansAreCounted() throws {
    let result = try annotate(program("entities += [dict(start=n, end=n, type='ORG') for n in range(50)]"))
    #expect(result.status == 1)
    #expect(result.error.split(separator: "\n").count == 12)
    #expect(result.error.contains("line 1: 47 more entities could not be used"))
  }

  @Test func chatterIsSaidAndLeftOut() throws {
    let command = try program(
      "print('Working …'); print(json.dumps({'id': 'zzz', 'entities': []})); answer(article, [])",
      before: "print('Loading', file=sys.stderr)\nprint()")
    let result = try annotate(command)
    #expect(result.status == 1)
    #expect(result.error.hasPrefix("Loading\n"))
    let prefix = "error[recognizer-answer]: recogniser \"python3 ner.py\", line"
    #expect(
      result.error.contains(
        "\(prefix) 2: \"Working …\" is no JSON object; expected {\"id\": …, \"entities\": […]}\n"))
    #expect(result.error.contains("\(prefix) 3: no article has the id \"zzz\"; expected one that was sent\n"))
    #expect(result.error.contains("\(prefix) 5: article \"a\" is answered already; expected one answer\n"))
    #expect(result.text.hasPrefix("3 articles: 3 written"))
  }

  @Test func anArticleThatAProgramGivesUpFailsAlone() throws {
    let result = try annotate(
      program("if number == 1: print(json.dumps({'id': article['id'], 'error': 'too long'})); continue"))
    #expect(result.status == 1)
    #expect(
      result.error
        == "in/b.txt: error[recognizer-article]: recogniser \"python3 ner.py\", line 2: it could not read the article: too long\n"
    )
    #expect(result.text.hasPrefix("3 articles: 2 written to out, 0 unchanged, 1 failed\n"))
  }

  /// Programs that end the run, and what is said of them.
  static let broken: [(command: String, message: String)] = [
    (
      "no-such-program 2>/dev/null",
      "ended with status 127 (the shell found no such command) after answers to 0 of 3 articles; expected status 0"
    ),
    ("true", "ended after answers to 0 of 3 articles; none for \"a\"; expected an answer to each"),
    ("cat > /dev/null", "ended after answers to 0 of 3 articles; none for \"a\"; expected an answer to each"),
    ("exec 1>&-; sleep 60", "closed its output and did not end in 1 seconds, after answers to 0 of 3 articles"),
    ("sleep 60", "took and gave nothing for 1 seconds (--recognizer-timeout), after answers to 0 of 3 articles"),
    ("sleep 60 | cat", "took and gave nothing for 1 seconds (--recognizer-timeout), after answers to 0 of 3 articles"),
    ("kill -9 $$", "was ended by signal 9 after answers to 0 of 3 articles"),
    ("cat /dev/zero", "gave a line of more than 256 MiB, after answers to 0 of 3 articles"),
    ("yes", "gave 1001 answers that could not be used, after answers to 0 of 3 articles"),
    (
      "head -n 1 | sed 's/,.*/,\"entities\":[]}/'; exit 3",
      "ended with status 3 after answers to 1 of 3 articles; expected status 0"
    ),
    (
      "head -n 1 | sed 's/,.*/,\"entities\":[]}/'",
      "ended after answers to 1 of 3 articles; none for \"b\"; expected an answer to each"
    ),
    (
      "sed 's/,.*/,\"entities\":[]}/'; exit 3",
      "ended with status 3 after answers to 3 of 3 articles; expected status 0"
    ),
  ]

  @Test(arguments: broken.indices) func aBrokenProgramEndsTheRun(_ index: Int) throws {
    let (command, message) = Self.broken[index]
    let result = try annotate(command, options: "--recognizer-timeout", "1")
    #expect(result.status == 2)
    #expect(
      result.error.hasSuffix("error[recognizer-failed]: recogniser \"\(command)\" \(message)\n"), "\(result.error)")
    #expect(result.seconds < 50)
    // What is there is whole.
    if try folder.names(in: "out").contains("corpus.xml") { try expectValid() }
    #expect(try folder.names(in: "out").allSatisfy { !$0.hasPrefix(".") })
  }

  @Test func oneBrokenProgramEndsTheOthers() throws {
    let fine = try program("entities += find(article, 'Zorbl', 'PERSON')")
    for commands in [[fine, "false"], ["false", fine]] {
      let result = try annotate(commands[0], commands[1])
      #expect(result.status == 2)
      #expect(result.error.contains("recogniser \"false\" ended with status 1 after answers to 0 of 3 articles"))
    }
  }

  /// More than a pipe holds, in every direction at once.
  @Test func aTalkativeProgramBlocksNothing() throws {
    let text = [String](repeating: "Zorbl was in Riga. ", count: 5000).joined()
    for number in 0..<4 { try folder.write("in/long\(number).txt", "A Long Day\n\n\(text)\n") }
    let command = try program(
      "sys.stderr.write('x' * 300000); entities += find(article, 'Zorbl', 'PERSON')")
    let result = try annotate(command + " 2> noise", options: "--no-validate")
    #expect(result.status == 0 && result.error == "")
    #expect(result.text.contains("20003 person"))
  }

  @Test func anInterruptedRunEndsItsPrograms() throws {
    let process = Command.process(
      ["annotate", "in", "-o", "out", "--recognizer", "echo $$ > pid; sleep 60 | cat"], in: folder.path)
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    var pid: Int32?
    while pid == nil {
      usleep(10_000)
      pid = folder.read("pid").flatMap { Int32(String(decoding: $0.dropLast(), as: UTF8.self)) }
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
    // Its whole group is gone, once whoever takes in orphans has done so.
    for _ in 0..<500 where kill(-pid!, 0) == 0 { usleep(10_000) }
    #expect(kill(-pid!, 0) != 0)
  }

  /// It knows its answers beforehand. Whether all articles went into the pipe before it closed is chance.
  @Test func aProgramThatStopsReadingMayStillAnswer() throws {
    let answers = ["a", "b", "c"].map { "{\"id\":\"\($0)\",\"entities\":[]}" }.joined(separator: "\n")
    try folder.write("answers", answers)
    let result = try annotate("exec 0<&-; sleep 1; cat answers")
    #expect(result.status == 2 || result.status == 0)
    #expect(result.status == 0 || result.error.contains("was not sent yet; expected one that was"))
  }

  @Test(
    arguments: zip(
      [
        ["--recognizer-only"], ["--recognizer", " "], ["--recognizer", "x", "--recognizer-timeout=-1"],
        ["--recognizer", "x", "--recognizer-type", "MISC"], ["--recognizer", "x", "--recognizer-type", "MISC=thing"],
        ["--recognizer", "x", "--recognizer-offsets", "chars"],
      ],
      [
        "'--recognizer-only' goes with '--recognizer'.",
        "'--recognizer' has no command; expected a line for the shell.",
        "'--recognizer-timeout' is -1; expected 0 or more seconds.",
        "'--recognizer-type' is 'MISC'; expected LABEL= and one of person, role,",
        "'--recognizer-type' is 'MISC=thing'; expected LABEL= and one of person, role,",
        "The value 'chars' is invalid for '--recognizer-offsets <unit>'",
      ])) func wrongUsageIsStatusTwo(_ options: [String], _ message: String) throws
  {
    let result = try Command.run(["annotate", "in", "-o", "out"] + options, in: folder.path)
    #expect(result.status == 2)
    #expect(result.error.contains(message), "\(result.error)")
  }

  /// Whatever a program says, the TEI is valid, the source comes back, and no article fails.
  @Test func nonsenseIsEncodedOrRefused() throws {
    let body = """
      random.seed(article['id'])
      for _ in range(60):
          block = random.choice(article['blocks'])
          start = random.randrange(block['start'] - 2, block['end'])
          ids = {random.choice(['a', 'wikidata', 'b-2']): random.choice(texts)} if random.random() < .3 else {}
          value = {random.choice(keys): random.choice(values)} if random.random() < .3 else {}
          entities.append(dict(start=start, end=start + random.choice([1, 3, 9, 40]), type=random.choice(types),
              certainty=random.choice([0.001, 0.5, 1]), name=random.choice(texts), identifiers=ids, value=value))
      """
    let command = try program(
      body,
      before: #"""
        import random
        types = ("person role organisation country settlement region facility geography demonym date time number "
                 "percentage money measure event product programme law reference GPE MISC").split()
        texts = ["", "Q42", "x", "a\x00b", "\ufffe", "<&>", " \n ", "é" * 300, "😀", "a:b", "-", "\x7f\x85", "2024"]
        keys = "when from to notBefore notAfter quantity atLeast atMost unit target dur".split()
        values = ["2024", "2024-13", "--05", "1", "-1.5", "EUR", "a b", "", "12:30:00", "http://a.b/c", "http://a b", "\x01"]
        """#)
    let corpus = Repository.path("corpus")
    let result = try Command.run(["annotate", corpus, "-o", "out", "--recognizer", command], in: folder.path)
    #expect(result.status == 1)
    let codes = Set(result.error.matches(of: /\[([a-z]+-[a-z]+)\]/).map { String($0.output.1) })
    #expect(!result.error.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
    #expect(codes == ["recognizer-span", "recognizer-label"], "\(result.error)")
    #expect(result.text.contains(" 0 unchanged, 0 failed"))
    try expectValid()
    #expect(try rows(["name()"]).count > 300)
  }

  // MARK: Certainty

  @Test func whatIsLessCertainLeavesNoTrace() throws {
    try folder.write("in/b.txt", "Another Day\n\nZorbl Mirax came. Mirax left with Quixo.\n")
    let body = """
      entities += find(article, 'Zorbl Mirax', 'PERSON', certainty=0.9, name='Mirax, Zorbl')
      entities += find(article, '(?<!Zorbl )Mirax', 'PERSON', certainty=0.4, name='Mirax, Zorbl')
      entities += find(article, 'Quixo', 'ORG', certainty=0.49)
      """
    #expect(try annotate(program(body), options: "--min-cert", "0.5").status == 0)
    let b = tei("b")
    #expect(b.contains("<persName>Mirax, Zorbl</persName>"))
    #expect(b.contains(">Zorbl Mirax</persName>"))
    #expect(!b.contains(">Mirax</persName>"))
    #expect(!b.contains(">Quixo</orgName>") && !b.contains("listOrg"))
    #expect(b.contains("--min-cert 0.5"))
    try expectValid()
    let rows = try Command.run(
      ["extract", "entities", "out", "--min-cert", "0.95", "--format", "tsv"], in: folder.path)
    let column = rows.text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)[13]
    }
    #expect(!column.isEmpty && column.allSatisfy { Double($0)! >= 0.95 })
  }
}

/// The Python that runs recognisers of the tests.
enum Python {
  static let isThere = (try? Command.shell("command -v python3", in: "/").status) == 0
}
