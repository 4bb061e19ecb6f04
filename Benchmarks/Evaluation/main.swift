// Measures quality and compares it with the floors: swift run -c release Evaluation [PART...] [--errors] [shared folder]
//
// PART is structure, entities, sentences, names or dates: with any, those alone. --set NAME takes one of the sets of names, and
// with it --predictions FILE measures what another program found in its texts (Documentation/ENTITIES-evaluation.md).

import TEIKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
  import Glibc
#else
  import Foundation
#endif

let request = EvaluationRequest(CommandLine.arguments.dropFirst())
let listsErrors = request.listsErrors
let shared = request.shared
let articles = Path.join(shared, "articles")
let hasShared = FileSystem.kind(of: articles) == .folder
var figures = Figures()

@MainActor func printStructure(_ title: String, _ key: String, _ result: StructureEvaluation.Result) {
  guard result.lines > 0 else { return }
  print("\nStructure, \(title): \(result.lines) lines, accuracy \(result.accuracy.fixed)")
  for (kind, score) in result.kinds.sorted(by: { $0.key < $1.key }) {
    print("  \(kind.padded(12))\(score.row)")
    figures.add("structure/\(key)/\(kind)", score.f1)
  }
  figures.add("structure/\(key)/accuracy", result.accuracy)
  print("  " + ConfusionTable(result.confusion).lines.joined(separator: "\n  "))
}

@MainActor func printEntities(_ title: String, _ key: String, _ scores: (byType: [String: Score], total: Score)) {
  print("\nEntities, \(title)")
  for (type, score) in scores.byType.sorted(by: { $0.key < $1.key }) { print("  \(type.padded(14))\(score.row)") }
  print("  \("all".padded(14))\(scores.total.row)")
  figures.add("entities/\(key)/all", scores.total.f1)
}

@MainActor func measureStructure() throws {
  let structures = try StructureEvaluation.gold(
    "Benchmarks/gold/structure.tsv", folders: ["corpus", articles], listsErrors: listsErrors)
  printStructure("our corpus", "corpus", structures["corpus"] ?? .init())
  guard hasShared else { return }
  printStructure("the five articles", "articles", structures[articles] ?? .init())
  let pages = try StructureEvaluation.pages(
    Path.join(shared, "structure/pages"),
    items: Set(
      try Lines.read("Benchmarks/gold/pages-items.tsv").dropFirst().map {
        $0.split(separator: "\t").joined(separator: ":")
      }))
  printStructure("real pages, most of which the model was trained on", "pages", pages.all)
  printStructure("real pages kept back from training", "kept-back", pages.keptBack)
  print("\nItems on all pages, as a reader sees them: \(pages.items.row)")
  figures.add("structure/pages/item-read", pages.items.f1)
  print(
    "Levels of neighbouring headings on all pages: \(pages.levels.share.fixed) right of \(pages.levels.pairs), "
      + "\(pages.levels.flatShare.fixed) if all were of one level")
  figures.add("structure/pages/levels", pages.levels.share)
}

@MainActor func measureEntities() throws {
  printEntities(
    "our corpus", "corpus",
    try EntityEvaluation.run(gold: "Benchmarks/gold/corpus-entities.tsv", folder: "corpus", listsErrors: listsErrors))
  guard hasShared else { return }
  printEntities(
    "the five articles", "articles",
    try EntityEvaluation.run(gold: "Benchmarks/gold/articles-entities.tsv", folder: articles, listsErrors: listsErrors))
}

@MainActor func measureSentences() throws {
  print("\nSentences, boundaries inside paragraphs")
  for (title, name) in [("edited text of many kinds", "gum_perm"), ("unedited text of the web", "uner_ewt")] {
    let score = try SentenceEvaluation.run(folder: Path.join(shared, "ner/dev"), name: name, listsErrors: listsErrors)
    print("  \(title.padded(28))\(score.row)")
    figures.add("sentences/\(name)/boundaries", score.f1)
  }
}

@MainActor func measureNames() throws {
  var report = NameReport(
    folder: Path.join(shared, "ner/dev"), set: request.set, predictions: request.predictions, listsErrors: listsErrors)
  for (name, value) in try report.run() { figures.add(name, value) }
}

@MainActor func measureDates() throws {
  print("\nDates, edited text of many kinds")
  let dates = try DateEvaluation.run(Path.join(shared, "ner/dev/gum_date.jsonl"), listsErrors: listsErrors)
  print("  exact spans         \(dates.spans.row)")
  print("  @when right         \(dates.when.row)")
  print("  all values right    \(dates.values.row)")
  figures.add("dates/gum_date/spans", dates.spans.f1)
  figures.add("dates/gum_date/when", dates.when.value)
  figures.add("dates/gum_date/values", dates.values.value)
  let reliability = try DateReliability.run(Path.join(shared, "ner/dev/gum_date.jsonl"))
  reliability.print("dates, by their spans")
  figures.add("certainty/dates", 1 - reliability.calibrationError)
}

if request.parts.contains(.structure) { try measureStructure() }
if request.parts.contains(.entities) { try measureEntities() }
if hasShared {
  if request.parts.contains(.sentences) { try measureSentences() }
  if request.parts.contains(.names) { try measureNames() }
  if request.parts.contains(.dates) { try measureDates() }
} else {
  print("\n\(shared) is not there: the five articles, the real pages, sentences and names are not measured.")
}

var floors: [String: Double] = [:]
for line in try Lines.read("Benchmarks/floors.tsv") where !line.hasPrefix("#") {
  let fields = line.split(separator: "\t")
  guard fields.count == 2, let floor = Double(fields[1]) else { fatalError("floors.tsv: \(line)") }
  if request.holds(fields[0]), hasShared || fields[0].contains("/corpus/") { floors[String(fields[0])] = floor }
}
let below = figures.below(floors)
if !below.isEmpty {
  print("\nBelow the floor:\n  " + below.joined(separator: "\n  "))
  exit(1)
}
if !floors.isEmpty { print("\nAll \(floors.count) floors are kept.") }
