import XML

/// A name as one line of text.
enum NameText {
  /// The text of an element, white space normalised; parts of a name, as `forename` and `surname`, are parted by spaces
  /// though none may be written between them, in scripts that have spaces.
  static func of(_ element: XMLNodeTable.Node) -> String {
    let table = element.table
    var bytes: [UInt8] = []
    var hasSpace = false
    var isNextPart = false
    var part: Int32 = -1
    for node in element.number..<table.ends[Int(element.number)] where table.kinds[Int(node)] == .text {
      let parent = table.parents[Int(node)]
      if part >= 0, part != parent, part != element.number, parent != element.number { isNextPart = true }
      part = parent
      let text = table.text[Int(table.starts[Int(node)])..<Int(table.stops[Int(node)])]
      if isNextPart { hasSpace = hasSpace || PartSpacing.isDivided(bytes[...], text) }
      isNextPart = false
      for byte in text {
        if TextLayout.isSpace(byte) {
          hasSpace = true
        } else {
          if hasSpace, !bytes.isEmpty { bytes.append(0x20) }
          hasSpace = false
          bytes.append(byte)
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
