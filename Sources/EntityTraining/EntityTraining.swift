import EntityRecognition
import Foundation
import SequenceLabelling

/// Trains the network that finds names, on the sets that Documentation/DATA.md names.
///
///     swift run -c release EntityTraining ../shared/ner .build-training/vectors Sources/EmbeddedData/names.model
///
/// The vectors of words come from word_vectors.py beside this file. The same data give the same network.
@main
enum EntityTraining {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 3 else {
      print("usage: EntityTraining NER-FOLDER VECTORS-FOLDER OUTPUT")
      exit(2)
    }
    let folder = URL(fileURLWithPath: arguments[0])
    let bytes = try network(folder, WordVectors(URL(fileURLWithPath: arguments[1])))
    try Data(bytes).write(to: URL(fileURLWithPath: arguments[2]))
    print("\(arguments[2]): \(bytes.count) bytes")
    try DevelopmentScore.print(bytes, developmentTexts(folder))
  }

  /// Trains on the sets of a folder.
  private static func network(_ folder: URL, _ vectors: WordVectors) throws -> [UInt8] {
    var table = TypeTable(rows: 1 << 16)
    let examples = try examples(folder, &table)
    let vocabulary = table.makeVocabulary(vectors.index, minimum: 2)
    print("\(table.features.count) words, \(vocabulary.keys.count) in the vocabulary")
    var shape = NetworkShape(
      labels: NameTagger.Label.count, rows: table.rows, places: PlaceFeatures.count,
      forbidden: NameTagger.Label.forbidden)
    shape.hidden = 128
    let trainer = NetworkTrainer(
      shape, types: table.features, vocabulary: vocabulary.vectors, vectors: vectors.numbers,
      vectorSize: vectors.size)
    let begin = Date()
    let tokens = examples.reduce(0) { $0 + $1.types.count }
    trainer.train(examples) { round, loss in
      let seconds = Date().timeIntervalSince(begin)
      print(String(format: "round %d, %.0f s, loss a token %.4f", round, seconds, loss / Float(tokens)))
    }
    return trainer.serialized(keys: vocabulary.keys)
  }

  private static func examples(_ folder: URL, _ table: inout TypeTable) throws -> [NetworkTrainer.Example] {
    var examples: [NetworkTrainer.Example] = []
    for (name, texts) in try trainingTexts(folder) {
      let samples = texts.compactMap(Sample.init)
      for sample in samples { examples += sample.examples(&table) }
      let tokens = samples.reduce(0) { $0 + $1.input.tokens.count }
      let names = samples.reduce(0) { $0 + $1.names.count }
      let cut = samples.reduce(0) { $0 + $1.misalignedNames }
      print("\(name): \(tokens) tokens, \(names) names, \(cut) of them not at the borders of tokens")
    }
    return examples
  }

  private static func trainingTexts(_ folder: URL) throws -> [(name: String, texts: [AnnotatedText])] {
    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }
    var texts: [(String, [AnnotatedText])] = []
    for name in ["uner_ewt", "gum_perm"] {
      texts.append((name, try CorpusReader.articles(file("train/\(name).jsonl"))))
    }
    for name in ["wikigold", "redocred", "crossner_politics"] {
      texts.append((name, try CorpusReader.tokens(file("train/\(name).tsv"))))
    }
    for name in ["re3d", "grobidner"] {
      texts.append((name, try CorpusReader.articles(file("train/\(name).jsonl"))))
    }
    texts.append(("silver", try CorpusReader.silver(file("silver.tsv"), text: file("unlabelled.txt"))))
    return texts
  }

  private static func developmentTexts(_ folder: URL) throws -> [(name: String, texts: [AnnotatedText])] {
    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }
    return try ["uner_ewt", "gum_perm", "re3d", "grobidner"].map {
      ($0, try CorpusReader.articles(file("dev/\($0).jsonl")))
    } + ["wikigold", "crossner_politics"].map { ($0, try CorpusReader.tokens(file("dev/\($0).tsv"))) }
  }
}
