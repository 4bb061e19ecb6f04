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

/// The names of elements that are something to tables, by number.
struct TableVocabulary: Sendable {
  private var elements: [TableElement] = []
  /// Where tables stand inside TEI; P4 has no namespace.
  private static let namespaces = [
    XMLNamespace.tei, "", "http://www.w3.org/1999/xhtml", "http://docs.oasis-open.org/ns/oasis-exchange/table",
    "http://docbook.org/ns/docbook",
  ]

  /// - Parameter names: Those that documents are laid out with: gets the names that are looked for.
  init(_ names: inout XMLNodeNames) {
    for namespace in Self.namespaces {
      for (local, element) in Self.named {
        let number = Int(names.name(namespace: namespace, local: local))
        while elements.count <= number { elements.append(.other) }
        elements[number] = element
      }
    }
  }

  /// What a node is; ``TableElement/other`` for all but elements.
  func element(_ node: Int32, in table: XMLNodeTable) -> TableElement {
    let name = Int(table.nodeNames[Int(node)])
    guard table.kinds[Int(node)] == .element, name < elements.count else { return .other }
    return elements[name]
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
