import XML

/// Walks a document once and writes its text, a block a line.
///
/// A stack of its own: elements may nest two thousand deep.
struct TextLayout {
  var text: [UInt8] = []
  var blocks: [TextBlock] = []
  /// The language of each block, by its number in ``languages``.
  var blockLanguages: [Int32] = []
  var languages: [String]
  /// Elements inside blocks that were asked for, in the order in which they end.
  var elements: [TextElement] = []
  var pieces: [TextPiece] = []

  let table: XMLNodeTable
  var names: TextNames
  var open: [OpenElement] = []
  /// What stands apart and waits for the end of the block around it.
  private var waiting: [Int32] = []
  /// What stood apart and is being laid out, and where to go on then.
  private var excursions: [Excursion] = []
  var divisions = 0
  /// How many of the open elements are blocks, words, and entries of bibliographies.
  var blockDepth = 0
  var wordDepth = 0
  private var bibliographyDepth = 0
  var isInBlock = false
  /// Whether white space has been seen since the last visible character, and the next is not joined to it.
  var hasSpace = false
  var isJoined = false
  var hyphen = LineEndHyphen()
  /// Where a part of a word has ended, as a length of the text; -1 where none has.
  var partEnd = -1
  /// The node behind the last part of a name that was closed; -1 before there is one.
  private var namePartEnd: Int32 = -1
  /// Whether the next visible character begins another part of a name.
  var isNextNamePart = false
  var language: Int32 = 0
  var choice = ChosenReading()

  struct OpenElement {
    var node: Int32
    var end: Int32
    var role: TextRole
    var feature = TextFeature.none
    var isDivision = false
    var isWanted = false
    var isField = false
    var isPart = false
    var joinsRight = false
    /// Whether it is a part of a word that another goes on with (`@part`).
    var goesOn = false
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
      case .part:
        guard tag.feature == .word else { break }
        let isMiddle = value(next, is: "M")
        element.goesOn = isMiddle || value(next, is: "I")
        // Words between the parts of one stand apart from both.
        if partEnd == text.count, isMiddle || value(next, is: "F") { joinsLeft = true }
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
      if tag.isPart, node == namePartEnd { isNextNamePart = true }
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
    if element.goesOn { partEnd = text.count }
    if element.isField { hasSpace = true }
    if element.isPart { namePartEnd = element.end }
    language = element.language
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
