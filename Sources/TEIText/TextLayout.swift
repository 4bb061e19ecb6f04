import XML

/// Walks a document once and writes its text, a block a line.
///
/// A stack of its own: elements may nest two thousand deep.
struct TextLayout {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [TextBlock] = []
  /// The language of each block, by its number in ``languages``.
  private(set) var blockLanguages: [Int32] = []
  private(set) var languages: [String]
  /// Elements inside blocks that were asked for, in the order in which they end.
  private(set) var elements: [TextElement] = []
  private(set) var pieces: [TextPiece] = []

  private let table: XMLNodeTable
  private var names: TextNames
  private var open: [OpenElement] = []
  /// What stands apart and waits for the end of the block around it.
  private var waiting: [Int32] = []
  /// What stood apart and is being laid out, and where to go on then.
  private var excursions: [Excursion] = []
  private var divisions = 0
  /// How many of the open elements are blocks, words, and entries of bibliographies.
  private var blockDepth = 0
  private var wordDepth = 0
  private var bibliographyDepth = 0
  private var isInBlock = false
  /// Whether white space has been seen since the last visible character, and the next is not joined to it.
  private var hasSpace = false
  private var isJoined = false
  private var hyphen = LineEndHyphen()
  /// The node behind the last part of a name that was closed; -1 before there is one.
  private var partEnd: Int32 = -1
  /// Whether the next visible character begins another part.
  private var isNextPart = false
  private var language: Int32 = 0
  private var choice = ChosenReading()

  private struct OpenElement {
    var node: Int32
    var end: Int32
    var role: TextRole
    var feature = TextFeature.none
    var isDivision = false
    var isWanted = false
    var isField = false
    var isPart = false
    var joinsRight = false
    /// The first visible byte inside; -1 before there is one.
    var start = -1
    /// How much waited when it began.
    var waiting = 0
    /// The language around it.
    var language: Int32 = 0
  }

  private struct Excursion {
    var notes: [Int32]
    var next = 0
    var node: Int32
    var limit: Int32
  }

  init(_ table: XMLNodeTable, names: TextNames, language: String) {
    self.table = table
    self.names = names
    languages = [language]
  }

  /// Lays out one element with all that is in it.
  mutating func add(_ top: Int32) {
    var node = top
    var limit = table.ends[Int(top)]
    while true {
      if let notes = closeElements(before: node) {
        excursions.append(Excursion(notes: notes, node: node, limit: limit))
        limit = node
      }
      if node < limit {
        node = visit(node)
        continue
      }
      guard let excursion = excursions.last else { break }
      if excursion.next < excursion.notes.count {
        // What is open around the note stays open: the note lies before its end.
        let note = excursion.notes[excursion.next]
        excursions[excursions.count - 1].next += 1
        limit = table.ends[Int(note)]
        node = enter(note, names[table.nodeNames[Int(note)]], as: .block)
      } else {
        excursions.removeLast()
        (node, limit) = (excursion.node, excursion.limit)
      }
    }
    endBlock()
  }

  /// Closes what ends before a node, up to a block with notes, which come next.
  private mutating func closeElements(before node: Int32) -> [Int32]? {
    while let last = open.last, last.end <= node {
      close()
      if last.role == .block, waiting.count > last.waiting {
        defer { waiting.removeSubrange(last.waiting...) }
        return Array(waiting[last.waiting...])
      }
    }
    return nil
  }

  /// Takes a node in, and answers the next one to visit.
  private mutating func visit(_ node: Int32) -> Int32 {
    switch table.kinds[Int(node)] {
    case .text: append(Int(table.starts[Int(node)])..<Int(table.stops[Int(node)]))
    case .element:
      let tag = names[table.nodeNames[Int(node)]]
      let role = role(of: node, tag)
      if role == .hidden { return table.ends[Int(node)] }
      guard role == .apart else { return enter(node, tag, as: role) }
      if bibliographyDepth > 0 { return enter(node, tag, as: .inline) }
      if blockDepth == 0 { return enter(node, tag, as: .block) }
      waiting.append(node)
      return table.ends[Int(node)]
    case .document, .attribute, .comment, .processingInstruction: break
    }
    return node + 1
  }

  private mutating func role(of node: Int32, _ tag: TextTag) -> TextRole {
    if let parent = open.last {
      if parent.feature == .readings { return choice.isChosen(node, table, &names) ? inlineRole(tag) : .hidden }
      if tag.feature == .description, parent.feature == .described { return .hidden }
      if tag.dependsOnPlace {
        if parent.feature == .utterance || parent.feature == .list { return .block }
        return blockDepth > 0 ? inlineRole(tag) : .block
      }
    }
    switch tag.feature {
    // A word that was erased is read all the same; one that was struck out is not.
    case .deletion: return attribute(.rend, of: node) == "erasure" ? .inline : .hidden
    case .utterance: return hasSegments(node) ? .container : .block
    // Of a dictionary; that of a table of CALS is a cell.
    case .entry: if open.last?.feature != .row { return .container }
    default: break
    }
    // A picture in a sentence does not part it.
    if blockDepth > 0, tag.role == .container || tag.role == .block, isBlank(node) { return .inline }
    return tag.role
  }

  /// The role inside a line of what may be a block too.
  private func inlineRole(_ tag: TextTag) -> TextRole { tag.role == .block ? .inline : tag.role }

  private func isBlank(_ node: Int32) -> Bool {
    var index = Int(table.starts[Int(node)])
    let stop = Int(table.stops[Int(node)])
    while index < stop, Self.isSpace(table.text[index]) { index += 1 }
    return index == stop
  }

  private mutating func hasSegments(_ node: Int32) -> Bool {
    var child = node + 1
    while child < table.ends[Int(node)] {
      if table.kinds[Int(child)] == .element, names[table.nodeNames[Int(child)]].feature == .segment { return true }
      child = table.kinds[Int(child)] == .attribute ? child + 1 : table.ends[Int(child)]
    }
    return false
  }

  /// The value of an attribute, for what is rare.
  private mutating func attribute(_ kind: TextTag.Attribute, of node: Int32) -> String? {
    var next = node + 1
    while next < table.ends[Int(node)], table.kinds[Int(next)] == .attribute {
      if names[table.nodeNames[Int(next)]].attribute == kind { return table.string(next) }
      next += 1
    }
    return nil
  }

  // MARK: Opening and closing

  /// Opens an element, and answers the node behind its attributes.
  private mutating func enter(_ node: Int32, _ tag: TextTag, as role: TextRole) -> Int32 {
    let end = table.ends[Int(node)]
    var element = OpenElement(
      node: node, end: end, role: role, feature: tag.feature, isWanted: tag.isWanted, language: language)
    var joinsLeft = false
    var isUnbroken = false
    var next = node + 1
    while next < end, table.kinds[Int(next)] == .attribute {
      switch names[table.nodeNames[Int(next)]].attribute {
      case .join:
        joinsLeft = value(next, is: "left") || value(next, is: "both")
        element.joinsRight = value(next, is: "right") || value(next, is: "both")
      case .breaks: isUnbroken = isUnbroken || value(next, is: "no")
      case .type: isUnbroken = isUnbroken || value(next, is: "inWord")
      case .target: if tag.feature == .reference { element.isWanted = true }
      case .language: setLanguage(next)
      case .rend, .other: break
      }
      next += 1
    }
    switch role {
    case .block, .container:
      endBlock()
      element.isDivision = tag.isDivision
      if tag.isDivision { divisions += 1 }
    case .milestone:
      breakWord(isUnbroken)
      if !element.isWanted {
        language = element.language
        return next
      }
    case .inline, .apart, .hidden:
      element.isField = (tag.isField && bibliographyDepth > 0) || tag.feature == .addressLine
      element.isPart = tag.isPart
      if tag.isPart, node == partEnd { isNextPart = true }
      if element.isField { hasSpace = true }
    }
    if joinsLeft { isJoined = true }
    element.waiting = waiting.count
    if role == .block { blockDepth += 1 }
    if tag.feature == .word { wordDepth += 1 }
    if tag.feature == .bibliography { bibliographyDepth += 1 }
    open.append(element)
    return next
  }

  private mutating func close() {
    let element = open.removeLast()
    if element.role == .block || element.role == .container { endBlock() }
    if element.role == .block { blockDepth -= 1 }
    if element.isDivision { divisions -= 1 }
    if element.feature == .word { wordDepth -= 1 }
    if element.feature == .bibliography { bibliographyDepth -= 1 }
    if element.isWanted {
      let start = element.start < 0 ? text.count : element.start
      elements.append(TextElement(node: element.node, range: start..<text.count))
    }
    if element.joinsRight { isJoined = true }
    if element.isField { hasSpace = true }
    if element.isPart { partEnd = element.end }
    language = element.language
  }

  private func value(_ attribute: Int32, is expected: StaticString) -> Bool {
    let (start, stop) = (Int(table.starts[Int(attribute)]), Int(table.stops[Int(attribute)]))
    guard stop - start == expected.utf8CodeUnitCount else { return false }
    for index in start..<stop where table.values[index] != expected.utf8Start[index - start] { return false }
    return true
  }

  private mutating func setLanguage(_ attribute: Int32) {
    let range = Int(table.starts[Int(attribute)])..<Int(table.stops[Int(attribute)])
    guard !range.isEmpty, !table.values[range].elementsEqual(languages[Int(language)].utf8) else { return }
    let value = String(decoding: table.values[range], as: UTF8.self)
    if let known = languages.firstIndex(of: value) {
      language = Int32(known)
    } else if languages.count < Self.maximumLanguages {
      language = Int32(languages.count)
      languages.append(value)
    }
  }

  private static let maximumLanguages = 200

  // MARK: Writing

  private mutating func endBlock() {
    if isInBlock { blocks[blocks.count - 1].range = blocks[blocks.count - 1].range.lowerBound..<text.count }
    isInBlock = false
    hasSpace = false
    isJoined = false
    hyphen = LineEndHyphen()
  }

  /// A line, column or page begins.
  private mutating func breakWord(_ isUnbroken: Bool) {
    if isInBlock, hyphen.length == 0 {
      hyphen = LineEndHyphen(endOf: text, from: blocks[blocks.count - 1].range.lowerBound)
    }
    if isUnbroken || wordDepth > 0 { isJoined = true } else { hasSpace = true }
  }

  /// Adds character data: runs of white space become one space, none stands at the ends of a block.
  private mutating func append(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if Self.isSpace(table.text[index]) {
        hasSpace = true
        index += 1
        continue
      }
      let start = index
      repeat { index += 1 } while index < range.upperBound && !Self.isSpace(table.text[index])
      if hyphen.length > 0 { join(to: start..<index) }
      if isNextPart { divideParts(before: table.text[start..<index]) }
      begin()
      pieces.append(
        TextPiece(text: Int32(text.count), source: Int32(start), count: Int32(index - start)), joining: table)
      text.append(contentsOf: table.text[start..<index])
    }
  }

  /// Puts a space between parts of a name that have none.
  private mutating func divideParts(before next: ArraySlice<UInt8>) {
    isNextPart = false
    if isInBlock, PartSpacing.isDivided(text[...], next) { hasSpace = true }
  }

  /// Joins a word that was divided at the end of a line.
  private mutating func join(to rest: Range<Int>) {
    let decision = hyphen.decision(before: table.text[rest])
    let length = hyphen.length
    hyphen = LineEndHyphen()
    guard decision != .apart || isJoined else { return }
    isJoined = true
    guard decision == .joinedWithout, let last = pieces.last, Int(last.count) > length else { return }
    text.removeLast(length)
    pieces[pieces.count - 1].count -= Int32(length)
    var index = elements.count - 1
    while index >= 0, elements[index].range.upperBound > text.count {
      let start = min(elements[index].range.lowerBound, text.count)
      elements[index].range = start..<text.count
      index -= 1
    }
    index = open.count - 1
    while index >= 0, open[index].start > text.count || open[index].start < 0 {
      if open[index].start > text.count { open[index].start = -1 }
      index -= 1
    }
  }

  /// Makes ready for a visible character.
  private mutating func begin() {
    if isInBlock {
      if hasSpace && !isJoined { text.append(0x20) }
    } else {
      if !text.isEmpty { text.append(0x0A) }
      let holder = open.last { $0.role == .block } ?? open.last { $0.role == .container }
      let node = holder?.node ?? 0
      blocks.append(
        TextBlock(
          node: node, kind: TextBlock.kind(of: XMLNodeTable.Node(table, node)), range: text.count..<text.count,
          depth: divisions))
      blockLanguages.append(language)
      isInBlock = true
    }
    hasSpace = false
    isJoined = false
    var index = open.count - 1
    while index >= 0, open[index].start < 0 {
      open[index].start = text.count
      index -= 1
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
