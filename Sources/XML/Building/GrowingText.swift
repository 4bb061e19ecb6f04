internal import CLibXML2

/// A text node that text is still appended to. Its memory grows by doubling: libxml2's own appending measures and
/// copies the whole text each time.
struct GrowingText {
  private var node: xmlNodePtr?
  private var count = 0
  private var capacity = 0

  init() {}

  init(node: xmlNodePtr, count: Int) {
    self.node = node
    self.count = count
    capacity = count + 1
  }

  /// Appends bytes; false where no text node is open.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let node, let source = bytes.baseAddress else { return false }
    if count + bytes.count + 1 > capacity {
      capacity = max(capacity * 2, count + bytes.count + 1)
      guard let grown = teikit_resize(node.pointee.content, capacity) else { preconditionFailure("no memory") }
      node.pointee.content = grown
    }
    node.pointee.content.advanced(by: count).update(from: source, count: bytes.count)
    count += bytes.count
    node.pointee.content[count] = 0
    return true
  }
}
