public import XML

/// The documents of a table: its root, or each `TEI` of a corpus.
public enum TEIDocuments {
  /// The outermost `TEI` elements that no table before this one had; the root where it is neither that nor a corpus.
  public static func of(_ table: XMLNodeTable) -> [XMLNodeTable.Node] {
    guard table.root.isCorpus else { return [table.root] }
    var found: [XMLNodeTable.Node] = []
    var pending = [table.root]
    // Corpora nest, so a stack; it is taken from its end.
    while let element = pending.popLast() {
      if element.isDocument {
        if element.number >= table.firstNode { found.append(element) }
      } else {
        pending += element.children.filter { $0.isDocument || $0.isCorpus }.reversed()
      }
    }
    return found
  }
}
