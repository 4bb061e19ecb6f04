import ArticleModel
public import XML

/// The text of a TEI document, run by run, and the source that it was made from.
///
/// Of TEI that records no layout there is no source; `ReadingText` of the module `TEIText` knows what others' TEI has in it.
public struct DecodedArticle: Sendable {
  public let document: XMLDocument
  private let decoded: DecodedText<XMLElement>

  /// The text of one block-like element.
  public struct Run: Sendable {
    public var element: XMLElement
    /// UTF-8, without white space at its ends.
    public var text: [UInt8]
  }

  public init(_ document: XMLDocument) {
    self.document = document
    decoded = DecodedText(root: document.root)
  }

  public var runs: [Run] { decoded.runs.map { Run(element: $0.element, text: $0.text) } }

  public var layout: SourceLayout? { decoded.layout }

  /// The text of the source, UTF-8, byte for byte; nil where no layout is recorded.
  public func sourceText() -> [UInt8]? { decoded.placement()?.bytes }

  /// The text for reading: blocks a blank line apart, an item or a row a line, cells between pipes; within them as the
  /// source was written. UTF-8.
  public func plainText() -> [UInt8] { decoded.plainPlacement().bytes }

  /// The range of a mention's words in the text of the source, or in ``plainText()`` where no layout is recorded.
  ///
  /// Finds many at once: a pass over the document.
  public func offsets(of isMention: (String) -> Bool) -> [OffsetEntry] {
    decoded.offsets { isMention($0.name) }.map { OffsetEntry(element: $0.element, range: $0.range, run: $0.run) }
  }

  /// An element and where its text stands.
  public struct OffsetEntry: Sendable {
    public var element: XMLElement
    /// UTF-8 bytes.
    public var range: Range<Int>
    /// An index into ``runs``.
    public var run: Int
  }
}

/// The same for a document whose elements are those of a tree or of a table of nodes.
struct DecodedText<Element: DecodableElement>: Sendable {
  /// The text of one block-like element.
  struct Run: Sendable {
    var element: Element
    /// UTF-8, without white space at its ends.
    var text: [UInt8]
    var context: LeafContext
    /// The identifier under which the layout knows it.
    var key: String
    /// The number of a numbered item.
    var number: String?
    /// How many bytes of pretty-printing stand before ``text`` in the element.
    var leading: Int
  }

  let runs: [Run]
  let layout: SourceLayout?

  /// - Parameter root: The `TEI`.
  init(root: Element) {
    var reader = RunReader<Element>(identifier: root["xml:id"] ?? "")
    if let text = root.child("text") { reader.read(text) }
    runs = reader.runs
    // A long layout is parted among several elements.
    let header = root.child("teiHeader")
    let parts = header?.children.filter { $0.name == "xenoData" && $0["type"] == "source-layout" } ?? []
    layout = parts.isEmpty ? nil : SourceLayout(json: parts.flatMap { $0.walkedText { _ in true } })
  }
}

/// Finds the runs of a TEI text in document order.
private struct RunReader<Element: DecodableElement> {
  let identifier: String
  var runs: [DecodedText<Element>.Run] = []

  init(identifier: String) { self.identifier = identifier }

  mutating func read(_ element: Element) {
    for child in element.children { visit(child, in: element, sections: 0, lists: 0) }
  }

  private mutating func visit(_ element: Element, in parent: Element, sections: Int, lists: Int) {
    switch element.name {
    case "div": children(of: element, sections: sections + 1, lists: lists)
    case "list":
      for child in element.children { visit(child, in: element, sections: sections, lists: lists + 1) }
    case "item":
      let rend = parent["rend"] ?? ""
      add(element, .item(rend: rend, depth: lists), number: element["n"])
      for child in element.children where child.name == "list" {
        visit(child, in: element, sections: sections, lists: lists)
      }
    case "table": table(element)
    case "head" where parent.name == "table" || parent.name == "figure": add(element, .caption)
    case "head" where parent.name == "div": add(element, .heading(depth: sections))
    case "head": add(element, .title)
    case "trailer" where parent.name == "table", "note" where parent.name == "table":
      add(element, .other(element.name))
    case "p": add(element, .paragraph)
    case "ab": add(element, .furniture)
    case "label" where parent.name == "list": add(element, .label)
    case "byline": add(element, .byline)
    case "dateline": add(element, .dateline)
    // Words of speech are elements (TEI P5, chapter 18): a line is what holds them.
    case "u" where element.children.contains { $0.name == "seg" }:
      children(of: element, sections: sections, lists: lists)
    case "l", "cell", "u", "seg", "s", "speaker", "bibl": add(element, .other(element.name))
    default:
      if element.hasOwnText {
        add(element, .other(element.name))
      } else {
        children(of: element, sections: sections, lists: lists)
      }
    }
  }

  private mutating func children(of element: Element, sections: Int, lists: Int) {
    for child in element.children { visit(child, in: element, sections: sections, lists: lists) }
  }

  private mutating func table(_ table: Element) {
    let columns = table["cols"].flatMap { Int($0) } ?? 0
    var rowNumber = 0
    for child in table.children {
      guard child.name == "row" else {
        visit(child, in: table, sections: 0, lists: 0)
        continue
      }
      rowNumber += 1
      var cellNumber = 0
      for cell in child.children where cell.name == "cell" && cell["rend"] != "padding" {
        cellNumber += 1
        let run = run(cell, key: "\(local(table))/\(rowNumber).\(cellNumber)")
        let context = LeafContext.cell(
          isLabel: child["role"] == "label", isFirst: cellNumber == 1, columns: columns, isEmpty: run.text.isEmpty)
        runs.append(run.with(context))
      }
    }
  }

  private func local(_ element: Element) -> String {
    let id = element["xml:id"] ?? ""
    return id.hasPrefix(identifier + ".") ? String(id.dropFirst(identifier.count + 1)) : id
  }

  private mutating func add(_ element: Element, _ context: LeafContext, number: String? = nil) {
    var run = run(element, key: local(element)).with(context)
    run.number = number
    runs.append(run)
  }

  /// The text of an element without the lists inside it.
  private func run(_ element: Element, key: String) -> DecodedText<Element>.Run {
    let text = element.walkedText { $0.name != "list" }
    let leading = text.prefix { Characters.isASCIISpace($0) }.count
    let trailing = text.reversed().prefix { Characters.isASCIISpace($0) }.count
    let trimmed = leading == text.count ? [] : Array(text[leading..<(text.count - trailing)])
    return DecodedText<Element>.Run(element: element, text: trimmed, context: .start, key: key, leading: leading)
  }
}

extension DecodedText.Run {
  fileprivate func with(_ context: LeafContext) -> Self {
    var run = self
    run.context = context
    return run
  }
}
