import Testing

@testable import Exchange

/// Files as tools leave them, and files that are broken.
@Suite struct ToleranceTests {
  private func read(
    _ name: String, _ text: String, over original: String? = nil
  ) throws -> (document: StandoffDocument, found: [String]) {
    let format = try #require(ExchangeFormats.named(name))
    let file = ExchangeFile(name: "x" + format.suffixes[0], bytes: Array(text.utf8))
    let original = original.map { StandoffDocument(identifier: "x", text: Array($0.utf8)) }
    let document = try format.document(from: [file], aligningWith: original)
    return (
      document,
      document.annotations.map {
        "\(String(decoding: document.text[$0.range], as: UTF8.self))=\($0.type)\($0.entity.isEmpty ? "" : "@\($0.entity)")"
      }
    )
  }

  private func text(_ document: StandoffDocument) -> String { String(decoding: document.text, as: UTF8.self) }

  // MARK: CoNLL-U

  @Test func conlluOfOtherTools() throws {
    let text = """
      \u{FEFF}# newdoc id = d\r
      # newpar id = p1\r
      # sent_id = 1\r
      1-2\tzum\t_\t_\t_\t_\t_\t_\t_\t_\r
      1\tzu\tzu\tADP\tAPPR\t_\t3\tcase\t_\tNER=O\r
      2\tdem\tder\tDET\tART\t_\t3\tdet\t_\tNER=O\r
      3\tRhein\tRhein\tPROPN\tNE\tCase=Dat\t0\troot\t_\tNER=I-LOC|SpaceAfter=No\r
      3.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\r
      4\t!\t!\tPUNCT\t$.\t_\t3\tpunct\t_\t_\r
      \r
      # newpar\r
      1\tDa\t_\t_\t_\t_\t_\t_\t_\tNER=S-PER|Wikidata=Q5\r
      """
    let (document, found) = try read("conllu", text)
    #expect(self.text(document) == "zum Rhein!\nDa")
    #expect(found == ["Rhein=LOC", "Da=PER@http://www.wikidata.org/entity/Q5"])
    #expect(document.identifier == "d")
    #expect(document.blocks.map(\.id) == ["p1", ""])
    #expect(document.tokens[0].lemma == "zu")
    #expect(document.sentences.count == 2)
  }

  @Test func conlluWithColumnsInAnotherOrder() throws {
    let text = "# global.columns = FORM ID MISC\nAnna\t1\tNER=B-PER|SpaceAfter=No\n.\t2\t_\n"
    #expect(try read("conllu", text).found == ["Anna=PER"])
  }

  @Test(arguments: [
    ("conllu", "1\tA\t_\n", 1, "row has 3 columns; expected 10, with tabs between them"),
    (
      "conllu", "\nx\tA\t_\t_\t_\t_\t_\t_\t_\t_\n", 2,
      "\"x\" is no identifier of a word; expected a whole number from 1"
    ),
    (
      "conllu", "1\tA\t_\t_\t_\t_\t_\t_\t_\tNER=PER\n", 1,
      "\"NER=PER\" is no tag of a named entity; expected \"O\", or \"B-\" or \"I-\" and a type"
    ),
    ("conll2003", "A\n", 1, "row has one column; expected a word and, last, \"O\", or \"B-\" or \"I-\" and a type"),
    (
      "conll2003", "A x y z\n", 1,
      "\"z\" is no tag of a named entity; expected a word and, last, \"O\", or \"B-\" or \"I-\" and a type"
    ),
    ("hipe", "TOKEN\tNE-COARSE-LIT\nAda\n", 2, "row has one column; expected 2, with tabs between them"),
    (
      "hipe", "TOKEN\tNE-COARSE-LIT\nAda\tpers\n", 2,
      "\"pers\" in NE-COARSE-LIT is no tag of a named entity; expected \"O\", or \"B-\" or \"I-\" and a type"
    ),
    (
      "webanno-tsv", "a\tb\n", 1, "\"a\tb\" is no header of WebAnno TSV 3; expected \"#FORMAT=WebAnno TSV 3.3\""
    ),
    (
      "webanno-tsv", "#FORMAT=WebAnno TSV 3.3\n\n#Text=Ada\n1-1\t0-9\tAda\n", 4,
      "token \"Ada\" stands at 0-9; expected 0-3, in UTF-16 code units"
    ),
    (
      "webanno-tsv", "#FORMAT=WebAnno TSV 3.3\n\n#Text=Ada\n1-1\t900000000-900000003\tAda\n", 4,
      "token \"Ada\" begins at 900000000; expected an offset from 0, in UTF-16 code units"
    ),
    (
      "webanno-tsv", "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.B|c|d\n\n1-1\t0-3\tAda\t_\n", 4,
      "row has 4 columns; expected 5, as the header has it"
    ),
    ("cas-json", "{}", 1, "there is no \"%FEATURE_STRUCTURES\"; expected UIMA CAS JSON 0.4"),
  ])
  func faultsAreTold(format: String, text: String, line: Int, message: String) throws {
    let error = #expect(throws: ExchangeError.self) { try read(format, text) }
    #expect(error?.message == message)
    #expect(error?.line == line)
  }

  @Test(arguments: ["conllu", "conll2003", "hipe", "webanno-tsv", "cas-json"])
  func brokenBytesAreRefused(name: String) throws {
    let format = try #require(ExchangeFormats.named(name))
    let file = ExchangeFile(name: "x", bytes: [0x41, 0xFF, 0x0A])
    #expect(throws: ExchangeError.self) { try format.document(from: [file]) }
    #expect(throws: ExchangeError.self) { try format.document(from: []) }
  }

  /// Files with bytes and lines taken out, doubled and swapped are read or refused: nothing traps.
  @Test(arguments: ["conllu", "conll2003", "hipe", "webanno-tsv", "cas-json"])
  func brokenFilesAreReadOrRefused(name: String) throws {
    let format = try #require(ExchangeFormats.named(name))
    for seed in 1...400 {
      var random = RandomDocuments(seed: UInt64(seed))
      let document = random.document(types: ["person", "country"])
      var file = try #require(format.files(of: document).first)
      for _ in 0...random.number(below: 4) where file.bytes.count > 4 {
        let place = random.number(below: file.bytes.count - 3)
        switch random.number(below: 5) {
        case 0: file.bytes.remove(at: place)
        case 1: file.bytes.insert(Array("\t\n|[]-0129_*\\\"#".utf8)[random.number(below: 15)], at: place)
        case 2: file.bytes.removeSubrange(place..<file.bytes.count)
        case 3: file.bytes.swapAt(place, random.number(below: file.bytes.count))
        default: file.bytes.insert(contentsOf: file.bytes[place...].prefix(40), at: random.number(below: place + 1))
        }
      }
      for original in [document, nil] {
        guard let read = try? format.document(from: [file], aligningWith: original) else { continue }
        for range in read.sentences + read.tokens.map(\.range) + read.annotations.map(\.range) {
          #expect(range.lowerBound >= 0 && range.upperBound <= read.text.count, "seed \(seed)")
        }
        _ = format.files(of: read)
      }
    }
  }

  // MARK: CoNLL-2003

  @Test func conll2003OfOtherTools() throws {
    // IOB1, tabs, brackets of the Penn Treebank, no blank line at the end.
    let text =
      "-DOCSTART- -X- -X- O\n \nJim\tNNP\tI-NP\tI-PER\nBo\tNNP\tI-NP\tB-PER\n-LRB-\t-X-\tO\tO\n\nOslo NNP I-NP I-LOC"
    let (document, found) = try read("conll2003", text, over: "Jim  Bo\u{A0}(\nOslo")
    #expect(found == ["Jim=PER", "Bo=PER", "Oslo=LOC"])
    #expect(document.sentences == [0..<10, 11..<15])
    #expect(self.text(try read("conll2003", text).document) == "Jim Bo -LRB-\nOslo")
  }

  @Test(arguments: [
    ("Jim x y O\nTo x y O\n", 2, "token \"To\" is not the document's next one; expected \"Bo.\""),
    ("Jim x y O\n", nil, "the tokens end before the document's text; expected \"Bo.\""),
    (
      "Jim x y O\nBo. x y O\n. x y O\n", 3,
      "token \".\" stands behind the end of the document's text; expected no more tokens"
    ),
  ])
  func tokensThatDoNotFitAreTold(text: String, line: Int?, message: String) throws {
    let error = #expect(throws: ExchangeError.self) { try read("conll2003", text, over: "Jim Bo.") }
    #expect(error?.message == message)
    #expect(error?.line == line)
  }

  // MARK: HIPE

  @Test func hipeOfOtherTools() throws {
    let text = """
      MISC\tTOKEN\tNE-COARSE-LIT\tNEL-LIT
      # hipe2022:document_id = one
      _\tx\tO\t_

      # hipe2022:document_id = x
      # hipe2022:language = de
      NoSpaceAfter|Partial-0:4\tBernstadt\tB-loc\tQ70
      EndOfSentence|EndOfLine\t.\tO\t_
      _\tAda\tB-pers\tNIL
      """
    let original = "Bernstadt. Ada"
    let (document, found) = try read("hipe", text, over: original)
    #expect(found == ["Bern=loc@http://www.wikidata.org/entity/Q70", "Ada=pers"])
    #expect(document.sentences.count == 2)
    let error = #expect(throws: ExchangeError.self) { try read("hipe", text) }
    #expect(error?.message.hasPrefix("the file holds 2 documents; expected one") == true)
  }

  // MARK: WebAnno TSV

  @Test func webAnnoOfINCEpTION() throws {
    let text = """
      #FORMAT=WebAnno TSV 3.3\r
      #T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\r
      #T_SP=webanno.custom.Mark|\r
      #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|note|value\r
      #T_RL=webanno.custom.Rel|kind|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity\r
      \r
      \r
      #Text=😀 Ada-Bell ran\r
      1-1\t0-2\t😀\tX\t*\t_\t_\t_\t_\t_\t\r
      1-2\t3-11\tAda-Bell\tNE\t_\thttp://www.wikidata.org/entity/Q7[1]|*[2]\tsee \\[1\\][1]|*[2]\tPER[1]|a\\|b[2]\tx\t1-1\t\r
      1-2.1\t3-6\tAda\t_\t_\t*[3]\t*[3]\tFIRST[3]\t_\t_\t\r
      1-3\t12-15\tran\t_\t_\t*[2]\t*[2]\ta\\|b[2]\t_\t_\t\r
      """
    let (document, found) = try read("webanno-tsv", text)
    #expect(self.text(document) == "😀 Ada-Bell ran")
    #expect(found == ["Ada-Bell ran=a|b", "Ada-Bell=PER@http://www.wikidata.org/entity/Q7", "Ada=FIRST"])
    #expect(document.annotations[1].note == "see [1]")
  }

  @Test func identifiersOfWikidataBecomeEntitiesOfTheDocument() throws {
    var original = StandoffDocument(identifier: "x", text: Array("Ada".utf8))
    original.entities = [StandoffEntity(id: "p1", type: "person", name: "Ada")]
    original.entities[0].identifiers = [.init(authority: "wikidata", value: "Q7")]
    original.annotations = [StandoffAnnotation(range: 0..<3, type: "person")]
    original.annotations[0].entity = "p1"
    for format in [WebAnnoFormat(), CASJSONFormat(), HIPEFormat(), CoNLLUFormat()] as [any ExchangeFormat] {
      let files = format.files(of: original)
      #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("Q7"))
      #expect(try format.document(from: files, aligningWith: original).annotations[0].entity == "p1")
    }
  }

  // MARK: UIMA CAS JSON

  @Test func casJSONOfOtherTools() throws {
    let text = #"""
      {"%TYPES": {}, "%FEATURE_STRUCTURES": {
        "4": {"%TYPE": "x.Custom", "@sofa": 1, "begin": 0, "end": 1},
        "3": {"%TYPE": "custom.NamedEntity", "@sofa": 1, "begin": 3, "end": 6, "value": "PER", "^anchor": 1},
        "2": {"%TYPE": "custom.NamedEntity", "@sofa": 9, "begin": 0, "end": 2, "value": "NO"},
        "1": {"%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "😀 Ada"}}, "%VIEWS": {}}
      """#
    #expect(try read("cas-json", text).found == ["Ada=PER"])
    // A text that is not the original's is for who compares them to refuse.
    #expect(self.text(try read("cas-json", text, over: "Ada").document) == "😀 Ada")
    let beyond = #expect(throws: ExchangeError.self) {
      try read("cas-json", text.replacing("\"begin\": 3", with: "\"begin\": 1"))
    }
    #expect(beyond?.message == "1-6 is no range of the text; expected offsets up to 6, in UTF-16 code units")
    #expect(beyond?.line == 3)
  }
}
