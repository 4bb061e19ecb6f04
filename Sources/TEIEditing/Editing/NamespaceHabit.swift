import XML

/// How a TEI element is named at a place of a file.
struct NamespaceHabit {
  /// With its colon; empty for none.
  var prefix = ""
  /// The namespace to declare where the default one is another there.
  var declaration: String?

  init(of parent: Int32, in markup: SourceMarkup) {
    let element = XMLNodeTable.Node(markup.table, parent)
    let isForeign = element.namespace != XMLNamespace.tei && !element.namespace.isEmpty
    var current: XMLNodeTable.Node? = element
    while let node = current, isForeign, node.namespace != XMLNamespace.tei { current = node.parent }
    let qualified = markup.table.qualifiedName((current ?? element).number)
    if let colon = qualified.firstIndex(of: ":") {
      prefix = String(qualified[...colon])
    } else if isForeign, !markup.table.qualifiedName(parent).contains(":") {
      declaration = XMLNamespace.tei
    }
  }
}
