import ArticleModel
import EntityRecognition
import SequenceLabelling

/// A text as the network sees it: each line a run of its own.
struct Sample {
  let source: SourceText
  let input: RecognitionInput
  let names: [AnnotatedText.Name]
  /// What the recognisers find that go by rules, in the order of the source.
  let rules: [Mention]
  private let certainty: [Float]
  /// The features of the place of each token.
  private let places: [[UInt16]]
  /// The label of each token.
  private let labels: [Int]
  /// How many names begin or end within a token.
  let misalignedNames: Int

  private static let recognizers: [any EntityRecognizer] = [
    GazetteerRecognizer(), OrganisationPatternRecognizer(), PersonRecognizer(), AcronymRecognizer(),
    NamedThingRecognizer(),
  ]

  /// Below this a teacher's word is not taken: the token may be anything.
  private static let leastCertainty: Float = 0.6

  /// nil where there is no text.
  init?(_ text: AnnotatedText) {
    guard let source = try? SourceText(name: "text", bytes: text.bytes) else { return nil }
    let blocks = Self.lines(of: source).map { Block.paragraph(TextRun($0)) }
    guard !blocks.isEmpty else { return nil }
    self.source = source
    names = text.names
    certainty = text.certainty
    let input = RecognitionInput(source: source, structure: ArticleStructure(blocks: blocks))
    self.input = input
    let rules = Self.recognizers.flatMap { $0.mentions(in: input) }.sorted {
      ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end)
    }
    self.rules = rules
    var places = [[UInt16]](repeating: [], count: input.tokens.count)
    source.bytes.withUnsafeBufferPointer { bytes in
      var scan = PlaceFeatures(input, bytes, rules: rules, gazetteer: .embedded)
      for run in input.runs { scan.forEach(in: run) { places[$0].append($1) } }
    }
    self.places = places
    (labels, misalignedNames) = Self.labels(names, input.tokens)
  }

  private static func lines(of source: SourceText) -> [SourceRange] {
    source.bytes.split(separator: 0x0A).compactMap { line in
      guard let first = line.firstIndex(where: { $0 > 0x20 }), let last = line.lastIndex(where: { $0 > 0x20 }) else {
        return nil
      }
      return SourceRange(start: Int32(first), end: Int32(last + 1))
    }
  }

  private static func labels(_ names: [AnnotatedText.Name], _ tokens: [Token]) -> ([Int], Int) {
    var labels = [Int](repeating: NameTagger.Label.none, count: tokens.count)
    var misaligned = 0
    var first = 0
    for name in names.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      while first < tokens.count, Int(tokens[first].range.end) <= name.bytes.lowerBound { first += 1 }
      var end = first
      while end < tokens.count, Int(tokens[end].range.start) < name.bytes.upperBound { end += 1 }
      guard end > first else {
        misaligned += 1
        continue
      }
      if Int(tokens[first].range.start) != name.bytes.lowerBound
        || Int(tokens[end - 1].range.end) != name.bytes.upperBound
      {
        misaligned += 1
      }
      for place in first..<end {
        labels[place] = place == first ? NameTagger.Label.first(name.kind) : NameTagger.Label.next(name.kind)
      }
      first = end
    }
    return (labels, misaligned)
  }

  /// One example a run.
  func examples(_ table: inout TypeTable) -> [NetworkTrainer.Example] {
    input.runs.map { run in
      var example = NetworkTrainer.Example()
      for index in run.tokens {
        let token = input.tokens[index]
        example.types.append(table.number(token, source))
        example.places += places[index]
        example.starts.append(Int32(example.places.count))
        let isOpen = !certainty.isEmpty && certainty[Int(token.range.start)] < Self.leastCertainty
        example.right.append(isOpen ? 1 << UInt32(NameTagger.Label.count) - 1 : 1 << UInt32(labels[index]))
      }
      return example
    }
  }
}
