internal import ArticleModel
internal import XML

/// The messages: what was found, in quotes, where, and what was expected.
extension DocumentValidation {
  /// The name of the innermost element.
  var elementName: String {
    guard let frame = frames.last, frame.name.rawValue >= 0 else { return "" }
    return documentNames.local(frame.name)
  }

  /// An XPath to the innermost element.
  var path: String { path(to: frames.count) }

  private func path(to depth: Int) -> String {
    var path = ""
    for frame in frames[1..<max(depth, 1)] {
      path += "/" + documentNames.local(frame.name)
      if path.dropFirst().contains("/") { path += "[\(frame.ordinal)]" }
    }
    return path
  }

  func prefixed(_ name: XMLNameID) -> String {
    prefixed(NameClassTable.Name(namespace: documentNames.namespace(name) ?? "", local: documentNames.local(name)))
  }

  func prefixed(_ name: NameClassTable.Name) -> String {
    switch name.namespace {
    case XMLNamespace.xml: "xml:" + name.local
    case LexicalNames.declarations where name.local != "xmlns": "xmlns:" + name.local
    default: name.local
    }
  }

  mutating func tell(
    _ kind: ValidationFault.Kind, found: String, expected: [String], _ message: String, _ place: XMLEventPlace,
    path: String? = nil, position: SourcePosition? = nil
  ) {
    guard faults.count < maximumFaults else { return }
    // Beyond its limits the automaton allows nothing, which is no fault of the document.
    guard !cache.automaton.isExhausted else {
      cache.isSpoiled = true
      return
    }
    faults.append(
      ValidationFault(
        kind: kind, element: elementName, found: found, expected: expected, message: message,
        position: position ?? place.position, path: path ?? self.path))
  }

  mutating func tellLimit() {
    faults.append(
      ValidationFault(
        kind: .limit, element: "", found: "", expected: [],
        message: "the document is not checked to its end: what the schema allows in it grows beyond all limits",
        position: SourcePosition(line: 1, column: 1), path: "/"))
  }

  // MARK: Identifiers

  mutating func checkIdentifier(
    _ value: Bytes, _ kind: IdentifierKind, _ name: XMLNameID, _ place: XMLEventPlace
  ) {
    switch kind {
    case .id:
      let identifier = value.trimmed
      guard !identifier.isEmpty, !identifiers.give(identifier) else { return }
      tell(
        .identifierDuplicate, found: identifier.string, expected: [],
        "\(prefixed(name)) \(Phrase.quoted(identifier)) stands twice in the document", place,
        path: path + "/@" + prefixed(name))
    case .reference, .references:
      var here: IdentifierCheck.Place?
      _ = value.allWords { word in
        guard !identifiers.isGiven(word) else { return true }
        let place =
          here
          ?? IdentifierCheck.Place(
            element: elementName, path: path + "/@" + prefixed(name), position: place.position)
        here = place
        identifiers.refer(to: word, at: place)
        return true
      }
    }
  }

  mutating func tellDanglingReferences(_ place: XMLEventPlace) {
    for fault in identifiers.dangling() where faults.count < maximumFaults { faults.append(fault) }
  }
}
