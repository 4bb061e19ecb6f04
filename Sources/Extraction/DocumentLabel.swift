internal import XML

/// What a text is called in the `document` column.
enum DocumentLabel {
  /// The xml:id of the nearest `TEI` or `teiCorpus` around an element that has one, else the document's name without
  /// folders and extension.
  static func of(_ element: XMLElement) -> String {
    var current: XMLElement? = element
    while let ancestor = current {
      if ancestor.parent == nil || ancestor.isNamed("TEI") || ancestor.isNamed("teiCorpus"),
        let identifier = ancestor["xml:id"]
      {
        return identifier
      }
      current = ancestor.parent
    }
    let file = element.document.name.split(separator: "/").last.map(String.init) ?? element.document.name
    return file.hasSuffix(".xml") ? String(file.dropLast(4)) : file
  }
}
