internal import XML

/// The text of an element as readers take it: white space made one space, none at the ends, of several readings the corrected,
/// regular or expanded one, and no notes.
struct ReadText {
  /// What an element means for the text around it.
  enum Role: UInt8 {
    case other
    /// It stands apart from what comes before and after it.
    case apart
    case note
    case choice
    /// Breaks a word only if it does not say that it joins it.
    case lineBreak
    /// May be joined to its neighbours, or be a part of a word.
    case word
  }

  private static let roles: [String: Role] = {
    var roles: [String: Role] = ["note": .note, "choice": .choice, "app": .choice, "subst": .choice]
    for name in ["lb", "pb", "cb", "gb", "milestone"] { roles[name] = .lineBreak }
    for name in [
      "p", "ab", "item", "label", "list", "l", "lg", "head", "trailer", "row", "cell", "quote", "div", "table",
      "figure",
      "figDesc", "u", "sp", "speaker", "stage", "byline", "dateline", "opener", "closer", "salute", "signed",
    ] { roles[name] = .apart }
    (roles["w"], roles["pc"]) = (.word, .word)
    return roles
  }()

  /// The roles of the names of a table, by number.
  static func roles(of names: XMLNodeNames) -> [Role] {
    names.names.map { roles[names.strings[Int($0.local)]] ?? .other }
  }

  static func of(_ node: Int32, in document: XPathDocument) -> String {
    let table = document.table
    switch table.kinds[Int(node)] {
    case .element, .document: break
    default: return Whitespace.collapsed(table.string(node))
    }
    let roles = document.textRoles
    var bytes: [UInt8] = []
    var hasSpace = false
    // Whether the next character belongs to the word before, and where a part of a word has ended.
    var isJoined = false
    var partEnd = -1
    // Whether an element that stands apart has begun or ended.
    var isParted = false
    // Where elements that stand apart end, and where reading goes on after a reading: no recursion.
    var open: [(end: Int32, next: Int32, close: Close)] = []
    var current = node + 1
    let end = table.ends[Int(node)]
    while true {
      while let last = open.last, last.end <= current {
        open.removeLast()
        switch last.close {
        case .apart: isParted = true
        case .joined: isJoined = true
        case .part: partEnd = bytes.count
        case .nothing: break
        }
        current = max(current, last.next)
      }
      guard current < end else { break }
      switch table.kinds[Int(current)] {
      case .text:
        for byte in table.text[Int(table.starts[Int(current)])..<Int(table.stops[Int(current)])] {
          if byte.isXMLSpace {
            hasSpace = true
          } else {
            if isParted || (hasSpace && !isJoined), !bytes.isEmpty { bytes.append(0x20) }
            (hasSpace, isJoined, isParted) = (false, false, false)
            bytes.append(byte)
          }
        }
        current += 1
      case .element:
        let next = table.ends[Int(current)]
        switch roles[Int(table.nodeNames[Int(current)])] {
        case .other: current += 1
        case .note: current = next
        case .apart:
          isParted = true
          open.append((next, next, .apart))
          current += 1
        case .word:
          let word = XMLNodeTable.Node(table, current)
          let (join, part) = (word["join"], word["part"])
          if join == "left" || join == "both" { isJoined = true }
          if part == "M" || part == "F", partEnd == bytes.count { isJoined = true }
          if join == "right" || join == "both" {
            open.append((next, current + 1, .joined))
          } else if part == "I" || part == "M" {
            open.append((next, current + 1, .part))
          }
          current += 1
        case .lineBreak:
          if XMLNodeTable.Node(table, current)["break"] == "no" { isJoined = true } else { hasSpace = true }
          current = next
        case .choice:
          guard let reading = reading(of: current, in: table) else {
            current = next
            continue
          }
          open.append((table.ends[Int(reading)], next, .nothing))
          current = reading + 1
        }
      default: current = table.ends[Int(current)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is to be done where an element ends.
  private enum Close { case nothing, apart, joined, part }

  private static func reading(of choice: Int32, in table: XMLNodeTable) -> Int32? {
    var first: Int32?
    for child in XMLNodeTable.Node(table, choice).children {
      if ["corr", "reg", "expan", "lem", "add"].contains(child.name) { return child.number }
      if first == nil { first = child.number }
    }
    return first
  }
}
