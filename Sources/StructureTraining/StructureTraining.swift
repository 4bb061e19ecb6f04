import ArticleModel
import Foundation
import SequenceLabelling
import StructureReading

/// Trains the labeller of lines on pages whose lines are labelled.
///
///     swift run -c release StructureTraining ../shared/structure/pages Sources/EmbeddedData/structure.model
///     swift run -c release StructureTraining ../shared/structure/pages
///
/// Without an output it cross-validates: five times, each fifth of the pages is labelled by a model of the others.
@main
enum StructureTraining {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard (1...2).contains(arguments.count) else {
      print("usage: StructureTraining PAGES [OUTPUT]")
      exit(2)
    }
    let pages = try Page.pages(in: URL(fileURLWithPath: arguments[0]))
    if arguments.count == 2 {
      let model = trainer.train(pages.filter { !$0.isKeptBack }.map(\.example))
      let bytes = model.serialized()
      try Data(bytes).write(to: URL(fileURLWithPath: arguments[1]))
      print("\(arguments[1]): \(bytes.count) bytes, of \(pages.count { !$0.isKeptBack }) pages")
    } else {
      crossValidate(pages)
    }
  }

  private static let trainer = LinearChainTrainer(
    labelCount: TrainedLineLabeller.Label.allCases.count, hashBits: 16, rounds: 40, rate: 0.03, penalty: 0.001,
    dropout: 0.8, runs: 8)

  private static func crossValidate(_ pages: [Page]) {
    var score = HeadingScore()
    let folds = 5
    for fold in 0..<folds {
      let trained = pages.indices.filter { $0 % folds != fold }.map { pages[$0].example }
      let labeller = TrainedLineLabeller(model: trainer.train(trained))
      for index in pages.indices where index % folds == fold { score.add(pages[index], labeller) }
    }
    print("headings, each fifth by a model of the others: \(score)")
    var ruled = HeadingScore()
    for page in pages { ruled.add(page, RuleLineLabeller()) }
    print("headings, by the rules, whose weights were set on these pages: \(ruled)")
  }
}

/// A page and the kinds of its lines.
struct Page {
  let source: SourceText
  /// `head`, `p`, `item`, `row` or `sep` by the index of the line.
  let kinds: [Int: String]
  /// Whether it is kept for judging and never trained on: a page whose number five divides, as `make evaluate` knows.
  let isKeptBack: Bool

  private struct Label: Decodable {
    var line: Int
    var kind: String
  }

  static func pages(in folder: URL) throws -> [Page] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    return try files.map { file in
      let labels = try JSONDecoder().decode(
        [Label].self, from: Data(contentsOf: file.deletingPathExtension().appendingPathExtension("json")))
      return Page(
        source: try SourceText(name: file.lastPathComponent, bytes: Array(Data(contentsOf: file))),
        kinds: Dictionary(labels.map { ($0.line - 1, $0.kind) }, uniquingKeysWith: { $1 }),
        isKeptBack: Int(file.deletingPathExtension().lastPathComponent).map { $0 % 5 == 0 } ?? false)
    }
  }

  var example: LinearChainTrainer.Example {
    TrainedLineLabeller.example(source) { line in kinds[line].map { $0 == "head" } }
  }
}

/// How many headings are found, of the lines that are labelled.
struct HeadingScore: CustomStringConvertible {
  private var (right, found, expected) = (0, 0, 0)

  mutating func add(_ page: Page, _ labeller: some LineLabeller) {
    let labels = labeller.labels(of: LineScan.lines(of: page.source), in: page.source)
    for (line, kind) in page.kinds where line < labels.count {
      let isFound =
        switch labels[line].kind {
        case .heading, .title: true
        default: false
        }
      if isFound { found += 1 }
      if kind == "head" { expected += 1 }
      if isFound, kind == "head" { right += 1 }
    }
  }

  var description: String {
    let (precision, recall) = (Double(right) / Double(max(1, found)), Double(right) / Double(max(1, expected)))
    let f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return String(format: "P %.3f  R %.3f  F1 %.3f", precision, recall, f1)
  }
}
