import ArticleModel

/// Says of the labels that rules give what decided for them.
enum RuleReasons {
  static func explanations(_ labels: [LineLabel], _ lines: [SourceLine], _ source: SourceText) -> [LineExplanation] {
    labels.enumerated().map { index, label in
      LineExplanation(
        number: index + 1, label: label,
        reasons: reason(label, lines[index], source).map { [LineExplanation.Reason($0)] } ?? [])
    }
  }

  private static func reason(_ label: LineLabel, _ line: SourceLine, _ source: SourceText) -> String? {
    switch label.kind {
    case .blank, .paragraph: nil
    case .title: label.text == line.text ? "the first short line that is no sentence" : "marked, at the head"
    case .byline: "a by-line's phrase, then names"
    case .dateline: "the words of a date and little else"
    case .heading where label.text != line.text: "marks of Markdown"
    case .heading: isNumbered(label, source) ? "a number beside others" : "its shape and what stands around it"
    case .continuation: "the line above is broken at a fixed width"
    case .item(let marker): item(marker, line, source)
    case .row(let dialect): row(dialect)
    case .delimiterRow: "dashes and pipes below the head of a table"
    case .caption(.above), .caption(.below): "stands by a table and names it"
    case .caption(.source): "stands below a table and says where it comes from"
    case .caption(.note): "stands below a table, a remark on it"
    case .summary: "says that it is one, or stands between title and by-line"
    case .figureCaption: "a phrase of captions, or a credit at its end"
    case .credit: "a phrase of credits, or who holds the rights"
    case .furniture(let kind): "a phrase of \(kind.rawValue)"
    case .mark: "nothing but marks"
    }
  }

  private static func isNumbered(_ label: LineLabel, _ source: SourceText) -> Bool {
    source.bytes.withUnsafeBufferPointer { HeadingNumber.read(label.text, $0) != nil }
  }

  private static func item(_ marker: ListMarker, _ line: SourceLine, _ source: SourceText) -> String {
    let indent = marker.indent > 0 ? ", \(marker.indent) columns in" : ""
    if let label = marker.label { return "“\(source.string(label))” beside lines that count on\(indent)" }
    if marker.style == .dashBelow { return "a lone dash on the line below" }
    if marker.style == .definition { return "a term and what it is, beside others\(indent)" }
    return "the bullet “\(Unicode.Scalar(line.first).map(String.init) ?? "")”\(indent)"
  }

  private static func row(_ dialect: TableDialect) -> String {
    switch dialect {
    case .pipes: "cells between pipes"
    case .cellAfterPipe: "a cell a line, the pipe before it"
    case .cellBeforePipe: "a cell a line, the pipe behind it"
    case .tabs: "as many tabs as its neighbours"
    case .commas: "as many commas as its neighbours"
    case .semicolons: "as many semicolons as its neighbours"
    case .spaces: "columns aligned by spaces"
    }
  }
}
