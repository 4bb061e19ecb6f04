public import XML

extension XMLDocument {
  /// The `xml:id`s of a document, for a ``ValidationContext``.
  public var identifiers: Set<String> {
    var found: Set<String> = []
    if let own = root["xml:id"] { found.insert(own) }
    for element in root.descendants {
      if let identifier = element["xml:id"] { found.insert(identifier) }
    }
    return found
  }
}
