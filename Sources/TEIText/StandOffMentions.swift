import XML

/// Annotations that point at text: `annotation/@target` as `#string-range(ID,OFFSET,LENGTH)` (TEI P5, chapter 16.2.4),
/// which counts code points of the string value of an element.
enum StandOffMentions {
  private struct Pointer {
    var annotation: Int32
    var id: String
    var offset: Int
    var length: Int
  }

  /// The annotations of a document that name text, each with the bytes of character data that it points at.
  static func places(in table: XMLNodeTable, of top: XMLNodeTable.Node) -> [(node: Int32, source: Range<Int>)] {
    let pointers = pointers(in: table, of: top)
    guard !pointers.isEmpty else { return [] }
    let targets = elements(Set(pointers.map(\.id)), in: table)
    return pointers.compactMap { pointer in
      guard let target = targets[pointer.id], let range = range(of: pointer, in: target, table) else { return nil }
      return (pointer.annotation, range)
    }
  }

  private static func pointers(in table: XMLNodeTable, of top: XMLNodeTable.Node) -> [Pointer] {
    var pointers: [Pointer] = []
    var pending = [top]
    while let element = pending.popLast() {
      if element.name == "standOff" {
        pointers += element.children.filter { $0.name == "listAnnotation" }.flatMap(\.descendants).compactMap(pointer)
      } else if element.isDocument || element.isCorpus {
        pending += element.children.filter { $0.name == "standOff" || $0.isDocument || $0.isCorpus }
      }
    }
    return pointers
  }

  private static func pointer(of annotation: XMLNodeTable.Node) -> Pointer? {
    guard annotation.name == "annotation", let target = annotation["target"], target.hasPrefix("#string-range("),
      target.hasSuffix(")")
    else { return nil }
    let parts = target.dropFirst("#string-range(".count).dropLast().split(separator: ",").map(trimmed)
    guard parts.count == 3, let offset = Int(parts[1]), let length = Int(parts[2]), offset >= 0, length > 0 else {
      return nil
    }
    return Pointer(annotation: annotation.number, id: String(parts[0]), offset: offset, length: length)
  }

  private static func elements(_ wanted: Set<String>, in table: XMLNodeTable) -> [String: Int32] {
    var found: [String: Int32] = [:]
    for element in table.allElements {
      if let id = element.identifier, wanted.contains(id), found[id] == nil { found[id] = element.number }
    }
    return found
  }

  private static func range(of pointer: Pointer, in element: Int32, _ table: XMLNodeTable) -> Range<Int>? {
    let stop = Int(table.stops[Int(element)])
    // A block that holds others may begin with white space that is layout: ours counts from its first word.
    var first = Int(table.starts[Int(element)])
    if hasOnlyLayout(element, table) { while first < stop, TextLayout.isSpace(table.text[first]) { first += 1 } }
    guard let start = advance(first, by: pointer.offset, stop, table),
      let end = advance(start, by: pointer.length, stop, table)
    else { return nil }
    return start..<end
  }

  private static func hasOnlyLayout(_ element: Int32, _ table: XMLNodeTable) -> Bool {
    let start = Int(table.starts[Int(element)])
    return start < Int(table.stops[Int(element)]) && table.text[start] == 0x0A
  }

  private static func advance(_ start: Int, by codePoints: Int, _ stop: Int, _ table: XMLNodeTable) -> Int? {
    var index = start
    var left = codePoints
    while left > 0, index < stop {
      index += 1
      while index < stop, table.text[index] & 0xC0 == 0x80 { index += 1 }
      left -= 1
    }
    return left == 0 ? index : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
