public import XML

/// What a text is called in rows and in the names of files.
public enum DocumentLabel {
  /// The xml:id of the nearest `TEI` or `teiCorpus` around an element that has one, else the document's name without
  /// folders and extension.
  public static func of(_ element: XMLNodeTable.Node) -> String {
    var current: XMLNodeTable.Node? = element
    while let ancestor = current {
      if ancestor.parent == nil || ancestor.isDocument || ancestor.isCorpus,
        let identifier = ancestor.identifier
      {
        return identifier
      }
      current = ancestor.parent
    }
    let file = element.table.name.split(separator: "/").last.map(String.init) ?? element.table.name
    return file.hasSuffix(".xml") ? String(file.dropLast(4)) : file
  }
}
