internal import XML

/// The elements `idno` that are open, and whether anything stands in them.
struct OpenNumbers<Element> {
  private var open: [(element: Element, depth: Int, isEmpty: Bool)] = []

  @inline(__always) var isEmpty: Bool { open.isEmpty }

  mutating func start(_ element: Element, depth: Int) { open.append((element, depth, true)) }

  /// An element begins within.
  mutating func takeElement() { open[open.count - 1].isEmpty = false }

  mutating func take(_ text: Span<UInt8>) {
    guard open[open.count - 1].isEmpty else { return }
    for index in text.indices where !text[index].isXMLSpace {
      open[open.count - 1].isEmpty = false
      return
    }
  }

  /// Ends the element of a depth; gives it if it is an `idno` without content.
  mutating func end(depth: Int) -> Element? {
    guard let last = open.last, last.depth == depth else { return nil }
    open.removeLast()
    return last.isEmpty ? last.element : nil
  }
}
