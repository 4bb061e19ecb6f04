import ArticleModel
import XML

/// Nothing is lost and nothing invented, checked without the encoder's and the decoder's own notion of it.
enum VisibleText {
  /// What is wrong with the runs of an article: out of order, or with words between them.
  static func fault(in article: AnnotatedArticle) -> String? {
    let bytes = article.source.bytes
    var position = 0
    // Cells may stand between commas, semicolons and quotation marks.
    let separators = Set(",;\"".utf8)
    var isAfterCell = false
    for run in NumberedRun.runs(of: article.structure) {
      let range = Int(run.range.start)..<Int(run.range.end)
      guard range.lowerBound >= position, range.upperBound <= bytes.count else {
        return "runs out of order at \(range)"
      }
      let gap = bytes[position..<range.lowerBound].filter { !isAfterCell && !run.isCell || !separators.contains($0) }
      if let fault = gapFault(gap[...], number: run.number) { return fault }
      isAfterCell = run.isCell
      if let first = bytes[range].first, isASCIISpace(first) || isASCIISpace(bytes[range].last!) {
        return "a run begins or ends with white space at \(range)"
      }
      position = range.upperBound
    }
    return gapFault(bytes[position...].filter { !isAfterCell || !separators.contains($0) }[...], number: nil)
  }

  /// What is wrong with the text of a document: it is not that of the article's runs, white space aside.
  static func fault(in document: XMLDocument, of article: AnnotatedArticle) -> String? {
    guard let text = document.root.child("text") else { return "no text" }
    let found = text.textBytes.filter { !isASCIISpace($0) }
    var expected: [UInt8] = []
    article.structure.forEachBlockRun { run, isCell in
      var written = String.UnicodeScalarView()
      var text = article.source.string(run.range)
      if isCell, article.source.isQuoted(run.range) {
        text = text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
      }
      for scalar in text.unicodeScalars {
        if isCell, scalar == "|", written.last == "\\" { written.removeLast() }
        written.append(isAdmissible(scalar) ? scalar : "\u{FFFD}")
      }
      // Vertical tab and form feed lay text out, and XML does not admit them.
      expected += String(written).utf8.filter { !isASCIISpace($0) }
    }
    guard found != expected else { return nil }
    let place = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    return
      "the text of the TEI is not that of the source from visible byte \(place ?? min(found.count, expected.count)) on"
  }

  private static func isAdmissible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private static func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Between runs stand white space, marks of lists, tables and headings, and right before an item its number.
  private static func gapFault(_ gap: ArraySlice<UInt8>, number: String?) -> String? {
    guard !gap.isEmpty else { return nil }
    var scalars = Array(String(decoding: gap, as: UTF8.self).unicodeScalars)
    if let number {
      // A zero-width space is seen by nobody either.
      while let last = scalars.last, last.properties.isWhitespace || last == "\u{200B}" { scalars.removeLast() }
      // "1.2" and "③" have none.
      while let last = scalars.last, ".)-．）、".unicodeScalars.contains(last) { scalars.removeLast() }
      let label = Array(number.unicodeScalars)
      guard Array(scalars.suffix(label.count)) == label else { return "an item with another number: \(gap)" }
      scalars.removeLast(label.count)
      if scalars.last == "(" || scalars.last == "（" { scalars.removeLast() }
    }
    guard let lost = scalars.first(where: { !isMarkup($0) }) else { return nil }
    return "\"\(lost.escaped(asASCII: true))\" is lost between runs"
  }

  private static let marks = Set(
    "|-=*_+#:•‣➢▸►›◦○▪■▫□❑●·∙・–—✓✔▶➡→⇒➜➞➤❯◆◇♦❖✦✧★☆⭐✨👉🔸🔹🔶🔷🔴🔵🟠🟡🟢🟣🟤⚫⚪📌📍\u{FE0F}\u{200B}\u{FEFF}".unicodeScalars)

  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || marks.contains(scalar)
  }
}

/// A run and the number of the item that it is, if it is one.
private struct NumberedRun {
  var range: SourceRange
  var number: String?
  var isCell = false

  static func runs(of structure: ArticleStructure) -> [NumberedRun] { structure.blocks.flatMap(runs(of:)) }

  private static func runs(of block: Block) -> [NumberedRun] {
    switch block {
    case .list(let list): runs(of: list)
    case .table(let table):
      (table.caption.map { [NumberedRun(range: $0.range)] } ?? [])
        + table.rows.flatMap { $0.cells.map { NumberedRun(range: $0.range, isCell: true) } }
        + table.notes.map { NumberedRun(range: $0.text.range) }
    case .summary(let summary):
      (summary.heading.map { [NumberedRun(range: $0.range)] } ?? []) + summary.blocks.flatMap(runs(of:))
    default:
      ArticleStructure(blocks: [block]).runs.map { NumberedRun(range: $0.range) }
    }
  }

  private static func runs(of list: ListBlock) -> [NumberedRun] {
    list.items.flatMap { item in
      (item.term.map { [NumberedRun(range: $0.range)] } ?? [])
        + [NumberedRun(range: item.text.range, number: item.number)] + item.sublists.flatMap(runs(of:))
    }
  }
}

extension ArticleStructure {
  /// Calls `body` with every run and whether it is a cell of a table.
  fileprivate func forEachBlockRun(_ body: (_ run: TextRun, _ isCell: Bool) -> Void) {
    for block in blocks {
      if case .table(let table) = block {
        if let caption = table.caption { body(caption, false) }
        for row in table.rows { row.cells.forEach { body($0, true) } }
        for note in table.notes { body(note.text, false) }
      } else {
        block.forEachRun { body($0, false) }
      }
    }
  }
}

extension SourceText {
  /// Whether a cell stands alone between quotation marks, themselves between separators, blanks or the ends of the line.
  fileprivate func isQuoted(_ range: SourceRange) -> Bool {
    let before = bytes[..<Int(range.start)].reversed().drop { $0 == 0x20 }
    let after = bytes[Int(range.end)...].drop { $0 == 0x20 }
    let outside = Set(",; \t\r\n".utf8)
    return before.first == 0x22 && after.first == 0x22 && before.dropFirst().first.map(outside.contains) != false
      && after.dropFirst().first.map(outside.contains) != false
  }
}
