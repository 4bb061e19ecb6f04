/// An expression in which element names without prefix have got one, since XPath 1.0 knows no default namespace.
struct XPathRewriting {
  let text: String
  /// Whether the expression calls the function `id`.
  let usesIdentifiers: Bool
  /// Where in the original expression a prefix was put in.
  private let insertions: [Int]
  private let prefix: String

  /// Checks an expression and rewrites it; binds a prefix that it does not use to the default namespace.
  init(
    _ expression: String, bindings: inout [String: String], defaultNamespace: String?
  ) throws(XPathFault) {
    let grammar = try XPathGrammar(expression, prefixes: Set(bindings.keys))
    usesIdentifiers = grammar.usesIdentifiers
    guard let defaultNamespace else {
      (text, insertions, prefix) = (expression, [], "")
      return
    }
    var free = "default"
    while bindings[free] != nil { free += "_" }
    bindings[free] = defaultNamespace
    prefix = free + ":"
    insertions = grammar.unprefixedElementTests
    var rewritten: [UInt8] = []
    var next = insertions[...]
    for (offset, byte) in expression.utf8.enumerated() {
      if offset == next.first {
        rewritten += Array(prefix.utf8)
        next = next.dropFirst()
      }
      rewritten.append(byte)
    }
    text = String(decoding: rewritten, as: UTF8.self)
  }

  /// Where in the original an offset of the rewritten text is.
  func originalOffset(of offset: Int) -> Int {
    var shift = 0
    for insertion in insertions where insertion + shift < offset { shift += prefix.utf8.count }
    return max(0, offset - shift)
  }
}
