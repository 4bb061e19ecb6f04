import ArticleModel
import EntityRecognition
import Foundation
import SequenceLabelling

setvbuf(stdout, nil, _IOLBF, 0)
let environment = ProcessInfo.processInfo.environment
func option(_ name: String, _ value: Double) -> Double { environment[name].flatMap(Double.init) ?? value }

let root = URL(fileURLWithPath: CommandLine.arguments[1])
func file(_ name: String) -> URL { root.appendingPathComponent(name) }

struct Source { var name: String; var texts: [AnnotatedText]; var unknown: Set<Int> = []; var weight: Float = 1 }
var sources: [Source] = [
  Source(name: "uner_ewt", texts: try CorpusReader.articles(file("train/uner_ewt.jsonl"))),
  Source(name: "gum_perm", texts: try CorpusReader.articles(file("train/gum_perm.jsonl"))),
  Source(name: "wikigold", texts: try CorpusReader.tokens(file("train/wikigold.tsv"))),
  Source(name: "redocred", texts: try CorpusReader.tokens(file("train/redocred.tsv"))),
  Source(name: "crossner", texts: try CorpusReader.tokens(file("train/crossner_politics.tsv"))),
  Source(name: "re3d", texts: try CorpusReader.articles(file("train/re3d.jsonl"))),
  Source(name: "grobidner", texts: try CorpusReader.articles(file("train/grobidner.jsonl"))),
  Source(name: "silver", texts: try CorpusReader.silver(file("silver.tsv"), text: file("unlabelled.txt"))),
]
if let only = environment["ONLY"] { let names = only.split(separator: ",").map(String.init); sources = sources.filter { names.contains($0.name) } }
if option("AUGMENT", 0) > 0 {
  let gold = sources.filter { $0.name != "silver" }
  var replacement = try NameReplacement(
    gold.flatMap(\.texts), gazetteers: root.deletingLastPathComponent().appendingPathComponent("gazetteers"),
    lists: URL(fileURLWithPath: "/work/main/Sources/EmbeddedData/lists"), seed: 7)
  for source in gold where source.name != "gum_perm" || true {
    sources.append(Source(name: source.name + "+", texts: source.texts.map { replacement.replaced($0) }))
  }
}
let development: [(String, [AnnotatedText])] = [
  ("uner_ewt", try CorpusReader.articles(file("dev/uner_ewt.jsonl"))),
  ("gum_perm", try CorpusReader.articles(file("dev/gum_perm.jsonl"))),
  ("gum_news", try CorpusReader.articles(file("dev/gum_perm.jsonl")) { ["news", "interview"].contains($0) }),
  ("wikigold", try CorpusReader.tokens(file("dev/wikigold.tsv"))),
  ("crossner", try CorpusReader.tokens(file("dev/crossner_politics.tsv"))),
  ("re3d", try CorpusReader.articles(file("dev/re3d.jsonl"))),
  ("grobid", try CorpusReader.articles(file("dev/grobidner.jsonl"))),
]
let rows = 1 << Int(option("BITS", 16))
var table = TypeTable(rows: rows)
var examples: [NetworkTrainer.Example] = []
for source in sources {
  var misaligned = 0, spans = 0, tokens = 0
  var number = 0
  for text in source.texts {
    guard let sample = Sample(text) else { continue }
    misaligned += sample.labels().misaligned
    spans += sample.gold.count
    tokens += sample.input.tokens.count
    number += 1
    examples += sample.examples(&table, minimum: Float(option("MINP", 0.6)), unknown: source.unknown, weight: source.name == "silver" ? Float(option("SILVER", 1)) : source.weight)
  }
  print(source.name, "tokens", tokens, "spans", spans, "misaligned", misaligned)
}
let developed = development.map { ($0.0, $0.1.compactMap(Sample.init)) }
var developmentExamples: [(String, [(Sample, [NetworkTrainer.Example])])] = []
for (name, samples) in developed {
  developmentExamples.append((name, samples.map { ($0, $0.examples(&table, minimum: 0)) }))
}
var vectors: [Float] = []
var vectorSize = 0
var listed: [UInt32: Int32] = [:]
if let path = environment["VECTORS"] {
  // A file of a word a line; beside it the numbers, Float32.
  let words = try String(contentsOfFile: path + ".txt", encoding: .utf8).split(separator: "\n").map(String.init)
  for (number, word) in words.enumerated() {
    let key = WordFeatures.number(of: word)
    if listed[key] == nil { listed[key] = Int32(number) }
  }
  let data = try Data(contentsOf: URL(fileURLWithPath: path + ".f32"))
  vectorSize = data.count / 4 / words.count
  vectors = data.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
}
let vocabulary = table.makeVocabulary(listed, minimum: Int(option("MINC", 2)))
print("types", table.features.count, "features a type", table.features.reduce(0) { $0 + $1.count } / table.features.count, "examples", examples.count, "vocabulary", vocabulary.keys.count, "vectors", listed.count)

var shape = NetworkShape(labels: NameTagger.Label.count, rows: rows, places: PlaceFeatures.count, forbidden: NameTagger.Label.forbidden)
shape.width = Int(option("WIDTH", 64))
shape.hidden = Int(option("HIDDEN", 64))
shape.hidden2 = Int(option("HIDDEN2", 64))
shape.radius1 = Int(option("R1", 2))
shape.radius2 = Int(option("R2", 1))
var settings = NetworkTrainer.Settings()
settings.rounds = Int(option("ROUNDS", 10))
settings.batch = Int(option("BATCH", 16))
settings.rate = Float(option("RATE", 0.002))
settings.featureDropout = Float(option("FDROP", 0.1))
settings.wordDropout = Float(option("WDROP", 0.2))
settings.layerDropout = Float(option("LDROP", 0.2))
settings.ownDropout = Float(option("ODROP", 0.25))
settings.vectorDropout = Float(option("VDROP", 0.1))
settings.seed = UInt64(option("SEED", 1))
if let model = environment["MODEL"] {
  load(Array(try Data(contentsOf: URL(fileURLWithPath: model))))
  exit(0)
}
let trainer = NetworkTrainer(shape, types: table.features, vocabulary: vocabulary.vectors, vectors: vectors, vectorSize: vectorSize, settings: settings)

struct Score { var right = 0, found = 0, gold = 0
  var f: Double { 200 * Double(right) / Double(max(1, found + gold)) }
  var text: String { String(format: "%.1f (P %.1f R %.1f)", f, 100 * Double(right) / Double(max(1, found)), 100 * Double(right) / Double(max(1, gold))) }
}
func finalNames(_ tagger: NameTagger, _ sample: Sample) -> Set<[Int]> {
  Set(tagger.names(in: sample.input, rules: sample.found).filter { $0.kind != .other }.map {
    [Int(sample.input.tokens[$0.tokens.lowerBound].range.start), Int(sample.input.tokens[$0.tokens.upperBound - 1].range.end), $0.kind.rawValue]
  })
}
func kind(_ type: MentionType) -> Int? { type == .person ? 0 : type.isPlace ? 1 : type == .organisation ? 2 : nil }
/// What the whole of recognition finds: the longer of two names goes first, as the encoder has it.
func reviewedNames(_ review: NameReview?, _ sample: Sample) -> Set<[Int]> {
  var mentions = (review?.review(sample.found, in: sample.input) ?? sample.found)
  mentions.sort { $0.range.count != $1.range.count ? $0.range.count > $1.range.count : $0.certainty > $1.certainty }
  var taken: [SourceRange] = []
  var result: Set<[Int]> = []
  for mention in mentions where !taken.contains(where: { $0.overlaps(mention.range) }) {
    taken.append(mention.range)
    if let kind = kind(mention.type) { result.insert([Int(mention.range.start), Int(mention.range.end), kind]) }
  }
  return result
}
func evaluate(details: Bool, tagger: NameTagger? = nil, review: NameReview?? = nil) -> String {
  var line = ""
  var sum = 0.0
  for (name, samples) in developmentExamples {
    var byType = [Score](repeating: Score(), count: 3)
    for (sample, examples) in samples {
      var found: Set<[Int]> = []
      if let review { found = reviewedNames(review, sample) } else if let tagger { found = finalNames(tagger, sample) } else { for (run, example) in zip(sample.input.runs, examples) {
        let labels = trainer.labels(example)
        var index = 0
        while index < labels.count {
          guard labels[index] != 0 else { index += 1; continue }
          let type = (labels[index] - 1) / 2
          var end = index + 1
          while end < labels.count, labels[end] == (2 + 2 * type) { end += 1 }
          let tokens = sample.input.tokens
          if type < 3 { found.insert([Int(tokens[run.tokens.lowerBound + index].range.start), Int(tokens[run.tokens.lowerBound + end - 1].range.end), type]) }
          index = end
        }
      } }
      for span in found { byType[span[2]].found += 1 }
      for span in sample.gold where span.type != "MISC" {
        let type = typeNames.firstIndex(of: span.type)!
        byType[type].gold += 1
        if found.contains([span.start, span.end, type]) { byType[type].right += 1 }
      }
    }
    let all = byType.reduce(Score()) { Score(right: $0.right + $1.right, found: $0.found + $1.found, gold: $0.gold + $1.gold) }
    sum += all.f
    if details {
      line += "\n  \(name): \(all.text)  PER \(byType[0].text) LOC \(byType[1].text) ORG \(byType[2].text)"
    } else {
      line += " \(name) \(String(format: "%.1f", all.f))"
    }
  }
  return line + String(format: "  mean %.2f", sum / Double(developmentExamples.count))
}
let begin = Date()
let total = examples.reduce(0) { $0 + $1.types.count }
trainer.train(examples) { round, loss in
  print(round, String(format: "%.0fs loss %.4f", Date().timeIntervalSince(begin), loss / Float(total)), round % 2 == 0 || round == settings.rounds ? evaluate(details: false) : "")
}
print(evaluate(details: true))

if let output = environment["OUTPUT"] {
  let bytes = trainer.serialized(keys: vocabulary.keys)
  try Data(bytes).write(to: URL(fileURLWithPath: output))
  print(output, bytes.count)
  load(bytes)
}
func load(_ bytes: [UInt8]) {
  let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
  memory.copyBytes(from: bytes)
  guard let network = TokenNetwork(borrowing: UnsafeRawBufferPointer(memory)) else { print("no network"); return }
  let tagger = NameTagger(network: network)
  print("as it is used:", evaluate(details: true, tagger: tagger))
  print("rules alone:", evaluate(details: true, review: .some(nil)))
  for trusted: Float in [0.85, 0.93, 0.97, 1.01] { print("reviewed", trusted, evaluate(details: trusted == 0.93, review: NameReview(tagger: tagger, trusted: trusted))) }
}
