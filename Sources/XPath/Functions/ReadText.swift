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
  }

  private static let roles: [String: Role] = {
    var roles: [String: Role] = ["note": .note, "choice": .choice, "app": .choice, "subst": .choice]
    for name in ["lb", "pb", "cb", "gb", "milestone"] { roles[name] = .lineBreak }
    for name in [
      "p", "ab", "item", "label", "list", "l", "lg", "head", "trailer", "row", "cell", "quote", "div", "table",
      "figure",
      "figDesc", "u", "sp", "speaker", "stage", "byline", "dateline", "opener", "closer", "salute", "signed",
    ] { roles[name] = .apart }
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
    // Where elements that stand apart end, and where reading goes on after a reading: no recursion.
    var open: [(end: Int32, next: Int32, isApart: Bool)] = []
    var current = node + 1
    let end = table.ends[Int(node)]
    while true {
      while let last = open.last, last.end <= current {
        open.removeLast()
        hasSpace = hasSpace || last.isApart
        current = max(current, last.next)
      }
      guard current < end else { break }
      switch table.kinds[Int(current)] {
      case .text:
        for byte in table.text[Int(table.starts[Int(current)])..<Int(table.stops[Int(current)])] {
          if byte.isXMLSpace {
            hasSpace = true
          } else {
            if hasSpace, !bytes.isEmpty { bytes.append(0x20) }
            hasSpace = false
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
          hasSpace = true
          open.append((next, next, true))
          current += 1
        case .lineBreak:
          if XMLNodeTable.Node(table, current)["break"] != "no" {
            hasSpace = true
          } else {
            hasSpace = false
          }
          current = next
        case .choice:
          guard let reading = reading(of: current, in: table) else {
            current = next
            continue
          }
          open.append((table.ends[Int(reading)], next, false))
          current = reading + 1
        }
      default: current = table.ends[Int(current)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func reading(of choice: Int32, in table: XMLNodeTable) -> Int32? {
    var first: Int32?
    for child in XMLNodeTable.Node(table, choice).children {
      if ["corr", "reg", "expan", "lem", "add"].contains(child.name) { return child.number }
      if first == nil { first = child.number }
    }
    return first
  }
}
