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

  // MARK: Elements

  /// An element stands where others must stand before it.
  mutating func tellMissing(before name: XMLNameID, _ place: XMLEventPlace) {
    let parent = frames.count - 1
    // An element that was not allowed stood for the one that is missing.
    if frames[parent].strays > 0 {
      frames[parent].strays -= 1
      return
    }
    let local = documentNames.local(name)
    let (required, next) = cache.automaton.inspect(frames[parent].state) { store, pattern in
      let next = store.nextElements(pattern)
      return (store.required(pattern, .element).intersection(next), next)
    }
    var missing = elementNames(required).map(\.local)
    if missing.isEmpty { missing = elementNames(next).map(\.local) }
    missing.removeAll { $0 == local }
    frames[parent].strays += 1
    if required.count == 1, let only = elementNames(required).first {
      frames[parent].toldMissing = cache.automaton.names.letter(namespace: only.namespace, local: only.local)
    }
    tell(
      .contentIncomplete, found: local, expected: Array(missing.prefix(Phrase.longestList)),
      "content of element \"\(elementName)\" is not complete; expected \(Phrase.list(missing.map { "\"\($0)\"" })) before \"\(local)\"",
      place)
  }

  mutating func tellNotAllowed(
    _ name: XMLNameID, _ allowed: [NameClassTable.Name], ordinal: Int32, _ place: XMLEventPlace
  ) {
    let local = documentNames.local(name)
    let namespace = documentNames.namespace(name) ?? ""
    let isRoot = frames.count == 1
    var phrase = "element \"\(local)\""
    let isOfOtherNamespace = allowed.contains { $0.local == local && $0.namespace != namespace }
    if isOfOtherNamespace {
      let kind = isLexical ? "prefix" : "namespace"
      phrase +=
        namespace.isEmpty ? (isLexical ? " without prefix" : " of no namespace") : " of \(kind) \"\(namespace)\""
    }
    let parentPhrase = isRoot ? "as root" : "in \"\(elementName)\""
    let names = Array(Set(allowed.map(\.local))).sorted()
    let meant =
      cache.automaton.openAnywhere(letter(name)) == nil && !isOfOtherNamespace
      ? NearestName.to(local, among: names) : nil
    let parents = schema.parents(of: letter(name))
    let isAllowedElsewhere = !isRoot && parents.contains(elementName)
    // A parent that could stand here is the likeliest; what may stand nearly everywhere belongs nowhere in particular.
    let likely = parents.filter(names.contains)
    let owners = isRoot || isAllowedElsewhere ? [] : !likely.isEmpty ? likely : parents.count <= 8 ? parents : []
    let expected: [String]
    let reason: String
    if let meant {
      expected = [meant]
      reason = "; did you mean \"\(meant)\"?"
    } else if !owners.isEmpty {
      expected = Array(owners.prefix(Phrase.longestList))
      reason = "; \"\(local)\" belongs in \(Phrase.list(owners.map { "\"\($0)\"" }))"
    } else {
      let required = elementNames(
        cache.automaton.inspect(frames[frames.count - 1].state) { store, pattern in
          store.required(pattern, .element).intersection(store.nextElements(pattern))
        }
      ).map(\.local)
      let ordered = required + names.filter { !required.contains($0) }
      expected = Array(ordered.prefix(Phrase.longestList))
      reason = ordered.isEmpty ? "; expected no element" : "; expected \(Phrase.list(ordered.map { "\"\($0)\"" }))"
    }
    let here = isAllowedElsewhere ? " here" : ""
    var path = path + "/" + local
    if !isRoot { path += "[\(ordinal)]" }
    tell(
      .elementNotAllowed, found: local, expected: expected, "\(phrase) not allowed\(here) \(parentPhrase)\(reason)",
      place,
      path: path)
  }

  mutating func tellIncomplete(_ place: XMLEventPlace) {
    let frame = frames.count - 1
    // What is missing may be what was not allowed.
    if frames[frame].strays > 0 || frames[frame].isTextTold || frames[frame].isStray { return }
    let (required, next) = cache.automaton.inspect(frames[frame].state) { store, pattern in
      (store.required(pattern, .element), store.nextElements(pattern))
    }
    var missing = elementNames(required).map(\.local)
    if missing.isEmpty { missing = elementNames(next).map(\.local) }
    let text = cache.text(frames[frame].state)
    if missing.isEmpty, text <= TransitionCache.TextCode.matched { return tellContent(cache.leaves(text), place) }
    let phrase = missing.isEmpty ? "" : "; expected \(Phrase.list(missing.map { "\"\($0)\"" }))"
    tell(
      .contentIncomplete, found: "", expected: Array(missing.prefix(Phrase.longestList)),
      "content of element \"\(elementName)\" is not complete\(phrase)", place)
  }

  // MARK: Text and values

  mutating func tellText(_ text: Bytes, _ place: XMLEventPlace) {
    let frame = frames.count - 1
    guard !frames[frame].isTextTold, !frames[frame].isStray else { return }
    frames[frame].isTextTold = true
    let quoted = Phrase.quoted(text)
    let space = text.firstIndex { !$0.isXMLSpace } ?? 0
    tell(
      .textNotAllowed, found: String(quoted.dropFirst().dropLast()), expected: [],
      "text \(quoted) not allowed in element \"\(elementName)\"", place, path: path + "/text()",
      position: place.position(at: place.offset + space))
  }

  mutating func tellSpace(_ place: XMLEventPlace) {
    let frame = frames.count - 1
    guard !frames[frame].isTextTold, !frames[frame].isStray else { return }
    frames[frame].isTextTold = true
    tell(
      .textNotAllowed, found: "", expected: [],
      "white space not allowed in element \"\(elementName)\", which must be empty", place, path: path + "/text()")
  }

  mutating func tellContent(_ leaves: Automaton.TextLeaves, _ place: XMLEventPlace) {
    let text = contentText.withUnsafeBufferPointer { Phrase.quoted($0) }
    let found = String(text.dropFirst().dropLast())
    let expected = ValuePhrase.expected(leaves.leaves.map(\.matcher), found: found)
    tell(
      .contentValue, found: found, expected: Array(expected.prefix(Phrase.longestList)),
      "content of element \"\(elementName)\" is \(text); expected \(Phrase.list(expected))", place)
  }

  mutating func tellValue(
    _ value: Bytes, of name: XMLNameID, _ step: Automaton.AttributeStep, _ place: XMLEventPlace
  ) {
    let text = Phrase.quoted(value)
    let found = String(text.dropFirst().dropLast())
    let expected = ValuePhrase.expected(step.matchers, found: found)
    tell(
      .attributeValue, found: found, expected: Array(expected.prefix(Phrase.longestList)),
      "attribute \"\(prefixed(name))\" of element \"\(elementName)\" is \(text); expected \(Phrase.list(expected))",
      place,
      path: path + "/@" + prefixed(name))
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
      _ = value.allWords { word in
        if !identifiers.isGiven(word) {
          identifiers.refer(
            to: word.string, element: elementName, path: path + "/@" + prefixed(name), position: place.position)
        }
        return true
      }
    }
  }

  mutating func tellDanglingReferences(_ place: XMLEventPlace) {
    for fault in identifiers.dangling() where faults.count < maximumFaults { faults.append(fault) }
  }
}
