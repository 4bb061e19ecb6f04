internal import XML

/// Element content as plain text on one line.
enum PlainText {
  /// Elements that stand apart from what comes before and after them, though no space may say so.
  private static let separated: Set<String> = [
    "p", "ab", "lb", "item", "label", "list", "l", "lg", "head", "trailer", "row", "cell", "quote", "div", "note", "pb",
    "cb",
  ]

  /// The text of an element with runs of whitespace made one space, without what stands in nested tables, and with one
  /// of several readings (`choice`): the corrected, regular or expanded one.
  static func of(_ element: XMLElement) -> String {
    var text = ""
    // A stack of our own: elements may nest two thousand deep.
    var pending = Array(element.nodes.reversed())
    while let node = pending.popLast() {
      switch node {
      case .text(let content): text += content
      case .comment, .processingInstruction: break
      case .element(let child):
        let name = child.name
        if name == "table" {
          text += " "
        } else if name == "choice" {
          let readings = Array(child.children)
          let best = readings.first { ["corr", "reg", "expan"].contains($0.name) } ?? readings.first
          if let best { pending.append(.element(best)) }
        } else if separated.contains(name) {
          text += " "
          pending.append(.text(" "))
          pending += child.nodes.reversed()
        } else {
          pending += child.nodes.reversed()
        }
      }
    }
    return normalized(text.utf8)
  }

  /// Text with each run of XML whitespace made one space, and none at the ends; no-break spaces stay.
  static func normalized(_ text: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isPending = false
    for byte in text {
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        isPending = !bytes.isEmpty
      } else {
        if isPending { bytes.append(0x20) }
        isPending = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
