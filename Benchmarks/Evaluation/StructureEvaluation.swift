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
    var confusion: [String: Int] = [:]

    var accuracy: Double { lines == 0 ? 0 : Double(right) / Double(lines) }

    mutating func add(found: String, expected: String) {
      lines += 1
      if found == expected { right += 1 } else { confusion["\(expected) as \(found)", default: 0] += 1 }
      kinds[found, default: Score()].found += 1
      kinds[expected, default: Score()].expected += 1
      if found == expected { kinds[found, default: Score()].right += 1 }
    }
  }

  /// What each line of a source was taken for, in the terms of the gold; a continuation is what it goes on with.
  static func kinds(of source: SourceText) -> (lines: [SourceLine], kinds: [String]) {
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
      case .item: kinds.append("item")
      case .row: kinds.append("row")
      case .delimiterRow: kinds.append("separator")
      case .caption, .figureCaption: kinds.append("caption")
      case .summary: kinds.append("summary")
      case .credit: kinds.append("credit")
      case .furniture: kinds.append("furniture")
      }
    }
    return (lines, kinds)
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
  }

  /// The labels that came with the pages of ../shared/structure/pages: headings, paragraphs, items and rows. Of
  /// all of them, and of those that `make train-structure` leaves out: the pages whose number five divides.
  static func pages(_ folder: String) throws -> (all: Result, keptBack: Result) {
    var result = (all: Result(), keptBack: Result())
    for name in try FileSystem.names(in: folder) where Path.fileExtension(of: name) == "txt" {
      let isKeptBack = Int(Path.stem(of: name)).map { $0 % 5 == 0 } ?? false
      let source = try SourceText(name: name, bytes: try FileSystem.read(Path.join(folder, name)))
      let found = kinds(of: source).kinds
      let labels = try FileSystem.read(Path.join(folder, Path.stem(of: name) + ".json"))
      for label in try JSONDecoder().decode([PageLabel].self, from: Data(labels)) where label.line <= found.count {
        let kind = pageKind(found[label.line - 1])
        result.all.add(found: kind, expected: label.kind)
        if isKeptBack { result.keptBack.add(found: kind, expected: label.kind) }
      }
    }
    return result
  }

  /// The pages know no title, furniture and front matter: a title is a heading to them, the rest paragraphs.
  private static func pageKind(_ kind: String) -> String {
    switch kind {
    case "heading", "title": "head"
    case "item", "row": kind
    case "separator": "sep"
    default: "p"
    }
  }
}
