import ArticleModel
import StructureReading
import Testing

/// A structure as a few lines of text, for tables of tests.
///
///     title Harvest
///     p It rained.
///     ul
///       - [Coal] Coal: fell
///     table 2x2 "caption"
///       th A|B
///       td 1|2
enum StructureText {
  static func lines(_ text: String) -> [String] {
    let source = SourceText(name: "test.txt", text)
    return StructureReader().structure(of: source).blocks.flatMap { lines($0, source) }
  }

  private static func lines(_ block: Block, _ source: SourceText) -> [String] {
    func text(_ run: TextRun) -> String { source.string(run.range) }
    switch block {
    case .title(let run): return ["title \(text(run))"]
    case .byline(let run): return ["byline \(text(run))"]
    case .dateline(let run): return ["dateline \(text(run))"]
    case .heading(let run, let level): return ["h\(level) \(text(run))"]
    case .paragraph(let run): return ["p \(text(run))"]
    case .furniture(let run, let kind): return ["\(kind.rawValue) \(text(run))"]
    case .summary(let summary):
      return ["summary" + (summary.heading.map { " " + text($0) } ?? "")]
        + summary.blocks.flatMap { lines($0, source) }.map { "  " + $0 }
    case .figure(let figure):
      return figure.lines.map { line in
        switch line {
        case .caption(let run): "caption \(text(run))"
        case .credit(let run): "credit \(text(run))"
        }
      }
    case .list(let list): return lines(list, source)
    case .table(let table):
      let caption = table.caption.map { " \"\(text($0))\"" } ?? ""
      let rows = table.rows.map { row in
        let cells = row.cells.indices.map { index in
          let span = row.span(of: index)
          let size = span.rows > 1 || span.columns > 1 ? "<\(span.rows)x\(span.columns)>" : ""
          return text(row.cells[index]) + size
        }
        return "  \(row.role == .label ? "th" : "td") " + cells.joined(separator: "|")
      }
      let notes = table.notes.map { "  \($0.kind) \(text($0.text))" }
      return ["table \(table.rows.count)x\(table.columnCount)\(caption)"] + rows + notes
    }
  }

  private static func lines(_ list: ListBlock, _ source: SourceText) -> [String] {
    var lines = [list.style == .gloss ? "dl" : list.style == .bulleted ? "ul" : "ol"]
    for item in list.items {
      let label = item.label.map { "[\(source.string($0))] " } ?? ""
      if let term = item.term { lines.append("  = \(source.string(term.range))") }
      lines.append("  \(item.number ?? "-") \(label)\(source.string(item.text.range))")
      for sublist in item.sublists { lines += self.lines(sublist, source).map { "  " + $0 } }
    }
    return lines
  }
}

/// A source and the structure that it has.
struct StructureCase: Sendable, CustomTestStringConvertible {
  let name: String
  let source: String
  let expected: [String]

  init(_ name: String, _ source: String, _ expected: String...) {
    self.name = name
    self.source = source
    self.expected = expected
  }

  var testDescription: String { name }

  var found: [String] { StructureText.lines(source) }
}
