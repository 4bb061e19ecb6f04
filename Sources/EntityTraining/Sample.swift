import ArticleModel
import EntityRecognition
import SequenceLabelling

/// In the order of ``NameTagger/Kind``.
let typeNames = ["PER", "LOC", "ORG", "MISC"]

let rules: [any EntityRecognizer] = [
  GazetteerRecognizer(), OrganisationPatternRecognizer(), PersonRecognizer(), AcronymRecognizer(), NamedThingRecognizer(),
]

/// A text as the network sees it.
struct Sample {
  var source: SourceText
  var input: RecognitionInput
  var gold: [AnnotatedText.Span]
  var certainty: [Float]
  var places: [[UInt16]] = []
  var found: [Mention] = []

  init?(_ text: AnnotatedText) {
    guard let source = try? SourceText(name: "text", bytes: text.bytes) else { return nil }
    self.source = source
    gold = text.spans.filter { typeNames.contains($0.type) }
    certainty = text.certainty
    var blocks: [Block] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
        var (from, to) = (start, index)
        while from < to, bytes[from] <= 0x20 { from += 1 }
        while to > from, bytes[to - 1] <= 0x20 { to -= 1 }
        if from < to { blocks.append(.paragraph(TextRun(SourceRange(start: Int32(from), end: Int32(to))))) }
        start = index + 1
      }
    }
    guard !blocks.isEmpty else { return nil }
    input = RecognitionInput(source: source, structure: ArticleStructure(blocks: blocks))
    let found = rules.flatMap { $0.mentions(in: input) }.sorted {
      ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end)
    }
    var places = [[UInt16]](repeating: [], count: input.tokens.count)
    source.bytes.withUnsafeBufferPointer {
      var scan = PlaceFeatures(input, $0, rules: found, gazetteer: .embedded)
      for run in input.runs { scan.forEach(in: run) { places[$0].append($1) } }
    }
    self.places = places
    self.found = found
  }
}

/// The types of words of all texts, numbered in the order in which they are first met, and the vocabulary.
struct TypeTable {
  /// Of each type its features: the word's own row first, -1 where it is not in the vocabulary.
  private(set) var features: [[Int32]] = []
  private(set) var words: [String] = []
  private(set) var counts: [Int] = []
  private(set) var wordKeys: [UInt32] = []
  private var numbers: [String: Int32] = [:]
  private let maker = WordFeatures()
  let rows: Int

  init(rows: Int) { self.rows = rows }

  mutating func number(_ token: Token, _ sample: Sample) -> Int32 {
    let word = sample.source.string(token.range)
    if let known = numbers[word] {
      counts[Int(known)] += 1
      return known
    }
    let number = Int32(features.count)
    numbers[word] = number
    words.append(word)
    counts.append(1)
    sample.source.bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: WordFeatures.maximum) { buffer in
        let (count, key) = maker.write(token, of: bytes, to: buffer)
        wordKeys.append(key)
        features.append([-1] + buffer[0..<count].map { Int32($0 & UInt32(rows - 1)) })
      }
    }
    return number
  }

  /// Gives each word that is in `listed` or occurs `minimum` times a row of its own, behind those of the other features.
  mutating func makeVocabulary(_ listed: [UInt32: Int32], minimum: Int) -> (keys: [UInt32], vectors: [Int32]) {
    var totals: [UInt32: Int] = [:]
    for (key, count) in zip(wordKeys, counts) { totals[key, default: 0] += count }
    var keys: [UInt32] = []
    var vectors: [Int32] = []
    var index: [UInt32: Int32] = [:]
    for type in features.indices {
      let key = wordKeys[type]
      if index[key] == nil {
        guard totals[key]! >= minimum || listed[key] != nil else { continue }
        index[key] = Int32(keys.count)
        keys.append(key)
        vectors.append(listed[key] ?? -1)
      }
      features[type][0] = Int32(rows) + index[key]!
    }
    // Words that no text has, for texts to come.
    for (key, vector) in listed.sorted(by: { $0.value < $1.value }) where index[key] == nil {
      index[key] = Int32(keys.count)
      keys.append(key)
      vectors.append(vector)
    }
    return (keys, vectors)
  }
}

extension Sample {
  /// The labels of the tokens as the corpus has them.
  func labels() -> (labels: [Int], misaligned: Int) {
    var labels = [Int](repeating: 0, count: input.tokens.count)
    var misaligned = 0
    var index = 0
    for span in gold.sorted(by: { $0.start < $1.start }) {
      while index < input.tokens.count, Int(input.tokens[index].range.end) <= span.start { index += 1 }
      var end = index
      while end < input.tokens.count, Int(input.tokens[end].range.start) < span.end { end += 1 }
      guard end > index else { misaligned += 1; continue }
      if Int(input.tokens[index].range.start) != span.start || Int(input.tokens[end - 1].range.end) != span.end { misaligned += 1 }
      let type = typeNames.firstIndex(of: span.type)!
      for place in index..<end { labels[place] = place == index ? NameTagger.Label.first(NameTagger.Kind(rawValue: type)!) : NameTagger.Label.next(NameTagger.Kind(rawValue: type)!) }
      index = end
    }
    return (labels, misaligned)
  }

  /// One example a run.
  func examples(_ table: inout TypeTable, minimum: Float, unknown: Set<Int> = [], weight: Float = 1) -> [NetworkTrainer.Example] {
    let (labels, _) = labels()
    return input.runs.map { run in
      var example = NetworkTrainer.Example()
      example.weight = weight
      for index in run.tokens {
        let token = input.tokens[index]
        example.types.append(table.number(token, self))
        example.places += places[index]
        example.starts.append(Int32(example.places.count))
        var right: UInt32 = 1 << UInt32(labels[index])
        if !certainty.isEmpty {
          let p = certainty[Int(token.range.start)]
          if p < minimum { right = (1 << UInt32(NameTagger.Label.count)) - 1 }
        }
        if labels[index] == 0, !unknown.isEmpty {
          for label in unknown { right |= 1 << UInt32(label) }
        }
        example.right.append(right)
      }
      return example
    }
  }
}
