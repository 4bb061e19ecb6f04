import ArticleModel
import EntityRecognition
import Testing

/// Capitals that stand for governments, and those that are places.
@Suite struct GovernmentMetonymyTests {
  @Test(arguments: [
    ("Moscow said it would leave.", "Moscow"),
    ("Washington and Beijing agreed on tariffs.", "Washington, Beijing"),
    ("Paris, Berlin and Warsaw have repeatedly warned of it.", "Paris, Berlin, Warsaw"),
    ("The envoy said that Kyiv had rejected the offer.", "Kyiv"),
    ("The deal failed, but Tokyo insists on it.", "Tokyo"),
    ("Talks between Washington and Tehran began.", "Washington, Tehran"),
    ("The alliance accused Moscow of sabotage.", "Moscow"),
    ("He urged Beijing to act.", "Beijing"),
    ("Moskau warnte die Nachbarn.", "Moskau"),
    ("Moscou a annoncé son retrait.", "Moscou"),
    ("Madrid rechazó la propuesta.", "Madrid"),
    // Places.
    ("A court in Moscow said it would hear the case.", ""),
    ("Officials in Kyiv and Moscow said so.", ""),
    ("The mayor of Paris announced a plan.", ""),
    ("Trains between Paris and Berlin are late.", ""),
    ("Moscow’s mayor said no.", ""),
    ("Munich said goodbye to its trams.", ""),
    ("Moscow-backed troops fled.", ""),
    ("She flew to Tokyo. It said so.", ""),
    ("Police in London warned drivers.", ""),
  ])
  func marks(text: String, expected: String) {
    let source = SourceText(name: "a.txt", text)
    let structure = ArticleStructure(blocks: [.paragraph(TextRun(SourceRange(0..<source.bytes.count)))])
    let input = RecognitionInput(source: source, structure: structure)
    var mentions = GazetteerRecognizer().mentions(in: input)
    GovernmentMetonymy().mark(&mentions, in: input)
    let marked = mentions.filter { $0.sense == .metonymyGovernment }.map { source.string($0.range) }
    #expect(marked.joined(separator: ", ") == expected)
  }

  @Test func aMentionIsNoLargerForIt() { #expect(MemoryLayout<Mention>.size <= 32) }
}
