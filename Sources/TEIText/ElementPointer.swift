import XML

/// An element as the pointers of annotations name it (TEI P5, section 17.2.4): by its `xml:id`, or, where it has none, by
/// an XPath as ``StandoffBlock/path``, whose brackets are escaped since no URI has them.
package enum ElementPointer {
  package static func escaped(_ path: String) -> String {
    path.reduce(into: "") { $0 += $1 == "[" ? "%5B" : $1 == "]" ? "%5D" : String($1) }
  }

  /// The element at the end of steps from the root, each a name and its place among its like.
  static func element(at path: some StringProtocol, in table: XMLNodeTable) -> XMLNodeTable.Node? {
    guard path.hasPrefix("/") else { return nil }
    var element: XMLNodeTable.Node?
    for step in path.split(separator: "/") {
      guard let (name, number) = parts(of: step) else { return nil }
      guard let parent = element else {
        guard table.qualifiedName(table.root.number) == name else { return nil }
        element = table.root
        continue
      }
      var same = parent.children.lazy.filter { table.qualifiedName($0.number) == name }.dropFirst(number - 1)
        .makeIterator()
      guard let next = same.next() else { return nil }
      element = next
    }
    return element
  }

  /// `p`, `p[2]` or `p%5B2%5D`.
  private static func parts(of step: some StringProtocol) -> (name: String, number: Int)? {
    guard let open = step.firstIndex(where: { $0 == "[" || $0 == "%" }) else { return (String(step), 1) }
    let start = step[open] == "[" ? step[open...].dropFirst() : step[open...].dropFirst(3)
    guard let number = Int(String(start.prefix { $0.isNumber })), number > 0 else { return nil }
    return (String(step[..<open]), number)
  }
}
