internal import XML

/// The text of a cell or a caption on one line, as a reader takes it for its value.
///
/// Whitespace is one space, none at the ends; no-break spaces stay. Of several readings the corrected, regular, expanded
/// one counts. Items of lists are parted by "; ", paragraphs and lines by a space. Notes, the signs that refer to them,
/// deletions and the tables inside are left out.
struct CellText {
  private let table: XMLNodeTable
  private let vocabulary: TableVocabulary
  private var bytes: [UInt8] = []
  private var hasSpace = false
  private var hasSeparator = false
  /// The notes that were left out.
  private(set) var notes: [Int32] = []
  /// Where elements that are open end, what follows there, and where reading goes on.
  private var open: [(end: Int32, isApart: Bool, next: Int32)] = []

  private init(_ table: XMLNodeTable, _ vocabulary: TableVocabulary) {
    self.table = table
    self.vocabulary = vocabulary
  }

  /// The text of an element, and the notes in it.
  static func of(
    _ element: Int32, in table: XMLNodeTable, _ vocabulary: TableVocabulary
  ) -> (text: String, notes: [Int32]) {
    var reading = Self(table, vocabulary)
    reading.read(element)
    return (String(decoding: reading.bytes, as: UTF8.self), reading.notes)
  }

  // No recursion: elements may nest two thousand deep.
  private mutating func read(_ element: Int32) {
    let end = table.ends[Int(element)]
    var node = element + 1
    while node < end {
      while let last = open.last, last.end <= node {
        open.removeLast()
        if last.isApart { hasSpace = true }
        node = max(node, last.next)
      }
      guard node < end else { break }
      node = step(node)
    }
  }

  /// Reads a node, and answers the one to go on with.
  private mutating func step(_ node: Int32) -> Int32 {
    let after = table.ends[Int(node)]
    switch table.kinds[Int(node)] {
    case .text:
      append(table.text[Int(table.starts[Int(node)])..<Int(table.stops[Int(node)])])
      return after
    case .element: break
    default: return after
    }
    switch vocabulary.element(node, in: table) {
    case .table, .columnSpecification, .spanSpecification:
      hasSpace = true
      return after
    case .dropped: return after
    case .note:
      // A note hangs on the word before it: "12<note>x</note>,5" is one.
      notes.append(node)
      return after
    case .lineBreak:
      if XMLNodeTable.Node(table, node)["break"] != "no" { hasSpace = true }
    case .reference where isNoteAnchor(node): return after
    case .choice, .apparatus:
      guard let reading = bestReading(of: node) else { return after }
      open.append((table.ends[Int(reading)], false, after))
      return reading + 1
    case .item, .label:
      if isFollower(node) { hasSeparator = true } else { hasSpace = true }
      open.append((after, true, after))
    case .block, .caption, .trailer, .row, .cell, .entry, .dataCell, .headerCell, .figureDescription:
      hasSpace = true
      open.append((after, true, after))
    default: break
    }
    return node + 1
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    for byte in text {
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        hasSpace = true
        continue
      }
      if !bytes.isEmpty {
        if hasSeparator { bytes.append(UInt8(ascii: ";")) }
        if hasSeparator || hasSpace { bytes.append(0x20) }
      }
      (hasSeparator, hasSpace) = (false, false)
      bytes.append(byte)
    }
  }

  /// Whether an item, or the label of one, comes behind another item: not where it begins a list or has its label before.
  private func isFollower(_ node: Int32) -> Bool {
    var before = table.previous[Int(node)]
    while before >= 0, table.kinds[Int(before)] != .element { before = table.previous[Int(before)] }
    return before >= 0 && vocabulary.element(before, in: table) == .item
  }

  private func bestReading(of node: Int32) -> Int32? {
    let readings = XMLNodeTable.Node(table, node).children.map(\.number)
    return readings.first { vocabulary.element($0, in: table) == .betterReading } ?? readings.first
  }

  /// The sign that a note hangs on would make another number of the one before it.
  private func isNoteAnchor(_ node: Int32) -> Bool {
    ["note", "noteAnchor", "foot", "footnote"].contains(XMLNodeTable.Node(table, node)["type"])
  }
}
