import StructureReading
import TEIKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Compares the labels of lines with readings of whole articles and with the labels of real pages.
struct StructureEvaluation {
  /// Scores by kind, and how many lines have the right one.
  struct Result {
    var kinds: [String: Score] = [:]
    var lines = 0
    var right = 0
    /// How many lines of each kind were taken for each: by the right kind, then the one found.
    var confusion: [String: [String: Int]] = [:]

    var accuracy: Double { lines == 0 ? 0 : Double(right) / Double(lines) }

    mutating func add(found: String, expected: String) {
      lines += 1
      if found == expected { right += 1 }
      confusion[expected, default: [:]][found, default: 0] += 1
      kinds[found, default: Score()].found += 1
      kinds[expected, default: Score()].expected += 1
      if found == expected { kinds[found, default: Score()].right += 1 }
    }
  }

  /// What each line of a source was taken for, in the terms of the gold; a continuation is what it goes on with.
  static func kinds(of source: SourceText) -> (labels: [LineLabel], kinds: [String]) {
    let lines = LineScan.lines(of: source)
    let labels = StructureReader().labeller.labels(of: lines, in: source)
    var kinds: [String] = []
    for label in labels {
      switch label.kind {
      case .blank: kinds.append("blank")
      case .title: kinds.append("title")
      case .byline: kinds.append("byline")
      case .dateline: kinds.append("dateline")
      case .heading: kinds.append("heading")
      case .paragraph: kinds.append("paragraph")
      case .continuation, .mark: kinds.append(kinds.last ?? "paragraph")
      case .item(let marker) where marker.style == .definition: kinds.append("definition")
      case .item: kinds.append("item")
      case .row: kinds.append("row")
      case .delimiterRow: kinds.append("separator")
      case .caption, .figureCaption: kinds.append("caption")
      case .summary: kinds.append("summary")
      case .credit: kinds.append("credit")
      case .furniture: kinds.append("furniture")
      }
    }
    return (labels, kinds)
  }

  /// The readings of `Benchmarks/gold/structure.tsv`, for the articles that lie in one of the folders.
  static func gold(_ path: String, folders: [String], listsErrors: Bool) throws -> [String: Result] {
    var expected: [String: [(line: Int, kind: String)]] = [:]
    for line in try Lines.read(path).dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 3, let number = Int(fields[1]) else { continue }
      expected[fields[0], default: []].append((number, fields[2]))
    }
    var results: [String: Result] = [:]
    for folder in folders {
      var result = Result()
      for (article, lines) in expected.sorted(by: { $0.key < $1.key }) {
        guard let bytes = try? FileSystem.read(Path.join(folder, article)) else { continue }
        let source = try SourceText(name: article, bytes: bytes)
        let found = kinds(of: source).kinds
        for (number, kind) in lines where kind != "blank" && number <= found.count {
          result.add(found: found[number - 1], expected: kind)
          if listsErrors, found[number - 1] != kind { print("  \(article):\(number): \(kind) as \(found[number - 1])") }
        }
      }
      results[folder] = result
    }
    return results
  }

  private struct PageLabel: Decodable {
    var line: Int
    var kind: String
    var level: Int?
  }

  /// What the real pages say of our reading.
  struct Pages {
    var all = Result()
    var keptBack = Result()
    /// Items, where those count that a reader found among the lines that the pages call paragraphs.
    var items = Score()
    var levels = HeadingLevelEvaluation()
  }

  /// The labels that came with the pages of ../shared/structure/pages: headings, paragraphs, items and rows. Of
  /// all of them, and of those that `make train-structure` leaves out: the pages whose number five divides.
  ///
  /// - Parameter items: The lines that are items though the labels say otherwise, "0446:3".
  static func pages(_ folder: String, items: Set<String>) throws -> Pages {
    var result = Pages()
    for name in try FileSystem.names(in: folder) where Path.fileExtension(of: name) == "txt" {
      let isKeptBack = Int(Path.stem(of: name)).map { $0 % 5 == 0 } ?? false
      let source = try SourceText(name: name, bytes: try FileSystem.read(Path.join(folder, name)))
      let (lineLabels, found) = kinds(of: source)
      let json = try FileSystem.read(Path.join(folder, Path.stem(of: name) + ".json"))
      let labels = try JSONDecoder().decode([PageLabel].self, from: Data(json)).filter { $0.line <= found.count }
      result.levels.add(lineLabels, expected: labels.compactMap { label in label.level.map { (label.line, $0) } })
      for label in labels {
        let kind = pageKind(found[label.line - 1])
        let isItem = label.kind == "item" || items.contains("\(Path.stem(of: name)):\(label.line)")
        result.items += Score(
          right: isItem && kind == "item" ? 1 : 0, found: kind == "item" ? 1 : 0, expected: isItem ? 1 : 0)
        result.all.add(found: kind, expected: label.kind)
        if isKeptBack { result.keptBack.add(found: kind, expected: label.kind) }
      }
    }
    return result
  }

  /// The pages know no title, furniture, front matter and definitions: a title is a heading to them, the rest paragraphs.
  private static func pageKind(_ kind: String) -> String {
    switch kind {
    case "heading", "title": "head"
    case "item", "row": kind
    case "separator": "sep"
    default: "p"
    }
  }
}
