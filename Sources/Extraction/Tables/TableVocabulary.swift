internal import XML

/// What an element is to a table and to the text of its cells.
enum TableElement: UInt8 {
  case other
  /// `table` of TEI (P5, chapter 14.1), of CALS (OASIS TR 9503) and of HTML.
  case table
  /// `tgroup` of CALS: a table of its own where there are several.
  case group
  case headSection, bodySection, footSection
  case row
  /// `cell` of TEI, `entry` and `entrytbl` of CALS, `td` and `th` of HTML: each has attributes of its own for spans.
  case cell, entry, dataCell, headerCell
  case columnSpecification, spanSpecification
  case caption, trailer, figure, figureDescription
  case note
  /// Several readings of which one counts.
  case choice, apparatus
  /// A reading that is better than its neighbours.
  case betterReading
  case item, label
  /// What stands apart from its neighbours, though no space may say so.
  case block
  /// A point between words, unless it says that it stands inside one.
  case lineBreak
  /// What is no text of the cell: what was deleted, page headers, gaps.
  case dropped
  case reference
  case number, measure, date
}

/// The names of one document, each with what it is to tables.
struct TableVocabulary {
  private let elements: [TableElement]
  /// Whether there is any table.
  let hasTables: Bool
  /// Where tables stand inside TEI; P4 has no namespace.
  private static let namespaces: Set<String> = [
    XMLNamespace.tei, "", "http://www.w3.org/1999/xhtml", "http://docs.oasis-open.org/ns/oasis-exchange/table",
    "http://docbook.org/ns/docbook",
  ]

  init(_ names: XMLNodeNames) {
    elements = names.names.indices.map { number in
      Self.namespaces.contains(names.namespace(of: Int32(number)))
        ? Self.named[names.local(of: Int32(number))] ?? .other : .other
    }
    hasTables = elements.contains(.table)
  }

  /// What a node is; ``TableElement/other`` for all but elements.
  func element(_ node: Int32, in table: XMLNodeTable) -> TableElement {
    guard table.kinds[Int(node)] == .element else { return .other }
    return elements[Int(table.nodeNames[Int(node)])]
  }

  private static let named: [String: TableElement] = {
    var named: [String: TableElement] = [
      "table": .table, "informaltable": .table, "tgroup": .group, "thead": .headSection, "tbody": .bodySection,
      "tfoot": .footSection, "row": .row, "tr": .row, "cell": .cell, "entry": .entry, "entrytbl": .entry,
      "td": .dataCell, "th": .headerCell, "colspec": .columnSpecification, "spanspec": .spanSpecification,
      "head": .caption, "caption": .caption, "title": .caption, "trailer": .trailer, "figure": .figure,
      "figDesc": .figureDescription, "note": .note, "choice": .choice, "app": .apparatus, "item": .item, "li": .item,
      "label": .label, "ref": .reference, "num": .number, "measure": .measure, "date": .date,
    ]
    for name in ["corr", "reg", "expan", "lem"] { named[name] = .betterReading }
    for name in ["p", "ab", "list", "ul", "ol", "l", "lg", "quote", "div", "space"] { named[name] = .block }
    for name in ["lb", "pb", "cb", "gb", "br"] { named[name] = .lineBreak }
    for name in ["del", "surplus", "fw", "gap", "script", "style"] { named[name] = .dropped }
    return named
  }()
}
