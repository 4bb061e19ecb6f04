internal import XML

/// The elements of a document by name, and by identifier: made once, when it is first asked for.
final class NodeIndex {
  private let table: XMLNodeTable
  /// The elements by name, those of one name together in document order; where each name begins.
  private let elements: [Int32]
  private let starts: [Int32]
  /// The first element with each `xml:id`.
  lazy var identified = identifiers()

  init(_ table: XMLNodeTable) {
    self.table = table
    var starts = Array(repeating: Int32(0), count: table.names.names.count + 1)
    for node in 0..<table.count where table.kinds[node] == .element { starts[Int(table.nodeNames[node]) + 1] += 1 }
    for name in 1..<max(1, starts.count) { starts[name] += starts[name - 1] }
    var next = starts
    var elements = Array(repeating: Int32(0), count: Int(starts.last ?? 0))
    for node in 0..<table.count where table.kinds[node] == .element {
      let name = Int(table.nodeNames[node])
      elements[Int(next[name])] = Int32(node)
      next[name] += 1
    }
    self.starts = starts
    self.elements = elements
  }

  /// The elements of a name among the nodes of a range, in document order.
  func elements(named name: Int32, in range: Range<Int32>) -> ArraySlice<Int32> {
    guard Int(name) + 1 < starts.count else { return [] }
    let all = elements[Int(starts[Int(name)])..<Int(starts[Int(name) + 1])]
    return all[first(in: all, from: range.lowerBound)..<first(in: all, from: range.upperBound)]
  }

  private func first(in nodes: ArraySlice<Int32>, from node: Int32) -> Int {
    var low = nodes.startIndex
    var high = nodes.endIndex
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func identifiers() -> [ExactString: Int32] {
    var found: [ExactString: Int32] = [:]
    for node in 0..<table.count where table.kinds[node] == .attribute {
      let name = table.nodeNames[node]
      guard table.names.local(of: name) == "id", table.names.namespace(of: name) == XMLNamespace.xml else { continue }
      let identifier = ExactString(Whitespace.collapsed(table.string(Int32(node))))
      if found[identifier] == nil { found[identifier] = table.parents[node] }
    }
    return found
  }
}

/// A string that equals another only if it has the same characters: Swift's own equality knows equivalent ones, too.
package struct ExactString: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  package static func == (left: Self, right: Self) -> Bool { left.text.isSame(as: right.text) }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// Whether both have the same characters.
  func isSame(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  /// Whether this comes first in the order of code points.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
