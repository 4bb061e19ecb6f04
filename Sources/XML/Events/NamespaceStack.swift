/// The declarations of namespaces that are in scope, innermost last.
///
/// libxml2 has them, too, but has changed how it keeps them. The texts are its dictionary's, and stay.
struct NamespaceStack {
  private struct Declaration {
    /// How many elements are open around the one that has the declaration.
    var depth: Int
    var prefix: UnsafePointer<UInt8>?
    var namespace: UnsafePointer<UInt8>?
  }

  private var declarations: [Declaration] = []

  var count: Int { declarations.count }

  mutating func removeAll() { declarations.removeAll(keepingCapacity: true) }

  /// Takes the declarations of a start tag: pairs of prefix and namespace.
  mutating func enter(
    _ pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>, count: Int, depth: Int
  ) {
    for index in 0..<count {
      declarations.append(Declaration(depth: depth, prefix: pairs[index * 2], namespace: pairs[index * 2 + 1]))
    }
  }

  /// Hands over the declarations of the innermost start tag: prefix and namespace of each.
  func forEachOwn(
    depth: Int, _ body: (_ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?) -> Void
  ) {
    guard let last = declarations.last, last.depth == depth else { return }
    let first = declarations.lastIndex { $0.depth != depth }.map { $0 + 1 } ?? 0
    for declaration in declarations[first...] { body(declaration.prefix, declaration.namespace) }
  }

  /// Drops the declarations of an element that ends.
  mutating func leave(depth: Int) {
    while let last = declarations.last, last.depth >= depth { declarations.removeLast() }
  }

  /// nil where a prefix is not declared, and for the empty one where there is no default namespace.
  func namespace(ofPrefix prefix: String) -> String? {
    let declaration = declarations.last { ($0.prefix.map { String(cString: $0) } ?? "") == prefix }
    let namespace = declaration?.namespace.map { String(cString: $0) } ?? ""
    return namespace.isEmpty ? nil : namespace
  }
}
