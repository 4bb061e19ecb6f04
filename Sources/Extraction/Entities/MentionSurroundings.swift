import TEIText
internal import XML

/// What stands around mentions: blocks, sentences, headings, words. Kept for the mentions that follow.
struct MentionSurroundings {
  private let text: DocumentText
  private var paths: XMLNodePaths
  private var blocks: [Int32: String] = [:]
  private var sections: [Int32: Section] = [:]
  /// The `head` of divisions, and the words of headings: a division may have any number of blocks.
  private var heads: [Int32: XMLNodeTable.Node?] = [:]
  private var headingTexts: [Int32: String] = [:]
  /// Headings that are blocks beside the blocks they head, as trafilatura has them: `ab type="header"`, in order.
  private let headings: [Int32]

  struct Section {
    var node: Int32
    var heading: String
  }

  /// The elements that are blocks of text.
  private static let blockNames: Set<String> = [
    "p", "head", "trailer", "item", "cell", "ab", "byline", "dateline", "l", "quote", "note", "u", "seg", "speaker",
    "bibl",
  ]

  init(_ text: DocumentText) {
    self.text = text
    paths = XMLNodePaths(text.table)
    headings = text.blocks.lazy.filter { $0.kind == .heading }.map(\.node).filter {
      XMLNodeTable.Node(text.table, $0).name == "ab"
    }.sorted()
  }

  mutating func path(of node: Int32) -> String { paths.path(of: node) ?? "" }

  // MARK: Blocks and sections

  /// The node from which what is around a mention is looked for: its own, or the block at which it points.
  func anchor(of mention: TextElement) -> XMLNodeTable.Node? {
    guard mention.standsOff else { return XMLNodeTable.Node(text.table, mention.node).parent }
    return text.block(at: mention.range.lowerBound).map { XMLNodeTable.Node(text.table, $0.node) }
  }

  /// The xml:id of the nearest block around, of a cell that of its table; its XPath where there is none.
  mutating func block(around anchor: XMLNodeTable.Node?) -> String {
    guard let anchor else { return "" }
    if let known = blocks[anchor.number] { return known }
    let namespace = text.table.teiNamespace
    var current: XMLNodeTable.Node? = anchor
    while let element = current, !(Self.blockNames.contains(element.name) && element.namespace == namespace) {
      current = element.parent
    }
    var found = ""
    if var block = current {
      if block.name == "cell", let table = block.parent?.parent, table.name == "table" { block = table }
      found = block.identifier ?? path(of: block.number)
    }
    blocks[anchor.number] = found
    return found
  }

  /// The nearest division around that has a heading, or whose part after a heading it is; else the nearest division.
  mutating func section(around anchor: XMLNodeTable.Node?) -> Section? {
    guard let anchor else { return nil }
    if let known = sections[anchor.number] { return known }
    var nearest: Section?
    var current: XMLNodeTable.Node? = anchor
    while let element = current, element.name != "text" {
      if element.name.hasPrefix("div") {
        if let heading = head(of: element) {
          nearest = Section(node: element.number, heading: headingText(heading))
          break
        }
        if let heading = heading(in: element, before: anchor) {
          nearest = Section(node: heading.number, heading: headingText(heading))
          break
        }
        nearest = nearest ?? Section(node: element.number, heading: "")
      }
      current = element.parent
    }
    let section = nearest ?? Section(node: 0, heading: "")
    sections[anchor.number] = section
    return section
  }

  private mutating func head(of division: XMLNodeTable.Node) -> XMLNodeTable.Node? {
    if let known = heads[division.number] { return known }
    let head = division.child("head")
    heads.updateValue(head, forKey: division.number)
    return head
  }

  /// The last heading before a place that is a child of an element.
  private func heading(in element: XMLNodeTable.Node, before anchor: XMLNodeTable.Node) -> XMLNodeTable.Node? {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle] <= anchor.number { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let heading = XMLNodeTable.Node(text.table, headings[low - 1])
    return heading.parent?.number == element.number ? heading : nil
  }

  private mutating func headingText(_ head: XMLNodeTable.Node) -> String {
    if let known = headingTexts[head.number] { return known }
    let heading = DocumentText(text.table, of: head)
    let words = heading.blocks.first.map { String(decoding: heading.text[$0.range], as: UTF8.self) } ?? ""
    headingTexts[head.number] = words
    return words
  }

  // MARK: Sentences and words

  /// The number of the sentence in which a byte of the text stands, or of the last one before it; -1 for none.
  func sentenceNumber(at offset: Int) -> Int {
    var (low, high) = (0, text.sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if text.sentences[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The number of the block in which a byte of the text stands; -1 for none.
  func blockNumber(at offset: Int) -> Int { text.blockNumber(at: offset) ?? -1 }

  /// How many bytes of a sentence are shown on either side of a mention: some hundred words. Text without full stops may be
  /// of any length, and each of its mentions has it.
  private static let reach = 1_000

  /// The sentence around a range, of a long one what is near, with "…" where it goes on; it never ends inside the range.
  func sentence(around range: Range<Int>) -> String {
    let first = sentenceNumber(at: range.lowerBound)
    guard first >= 0 else { return "" }
    let last = range.isEmpty ? first : sentenceNumber(at: range.upperBound - 1)
    let sentence = text.sentences[first].lowerBound..<max(text.sentences[last].upperBound, range.upperBound)
    var (start, end) = (sentence.lowerBound, sentence.upperBound)
    if range.lowerBound - start > Self.reach {
      let least = range.lowerBound - Self.reach
      start = text.text[least..<range.lowerBound].firstIndex(where: Self.isSpace) ?? least
      while Self.isContinued(text.text[start]) { start += 1 }
    }
    if end - range.upperBound > Self.reach {
      let most = range.upperBound + Self.reach
      end = text.text[range.upperBound..<most].lastIndex(where: Self.isSpace) ?? most
      while Self.isContinued(text.text[end]) { end -= 1 }
    }
    return (start > sentence.lowerBound ? "…" : "") + line(start..<end) + (end < sentence.upperBound ? "…" : "")
  }

  /// Whether a byte is in the middle of a character.
  private static func isContinued(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  /// A part of the text on one line.
  func line(_ range: Range<Int>) -> String {
    let bytes = text.text[range]
    guard bytes.contains(0x0A) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// So many words before and after a range, of its own line.
  func context(of range: Range<Int>, words: Int) -> (left: String, right: String) {
    guard words > 0, let block = text.block(at: range.lowerBound) else { return ("", "") }
    var start = range.lowerBound
    var left = words
    while start > block.range.lowerBound {
      if text.text[start - 1] == 0x20, start < range.lowerBound {
        left -= 1
        if left == 0 { break }
      }
      start -= 1
    }
    var end = range.upperBound
    let limit = max(end, text.block(at: end)?.range.upperBound ?? end)
    var right = words
    while end < limit {
      if text.text[end] == 0x20, end > range.upperBound {
        right -= 1
        if right == 0 { break }
      }
      end += 1
    }
    return (trimmed(start..<range.lowerBound), trimmed(range.upperBound..<end))
  }

  private func trimmed(_ range: Range<Int>) -> String {
    var range = range
    if let first = range.first, text.text[first] == 0x20 { range = (first + 1)..<range.upperBound }
    if let last = range.last, text.text[last] == 0x20 { range = range.lowerBound..<last }
    return String(decoding: text.text[range], as: UTF8.self)
  }
}
