internal import ArticleModel
internal import XML

/// What is said of elements and text that have no place where they stand, and of those that are missing.
extension DocumentValidation {
  /// An element stands where others must stand before it.
  mutating func tellMissing(before name: XMLNameID, _ place: XMLEventPlace) {
    let parent = frames.count - 1
    // An element that was not allowed stood for the one that is missing.
    if frames[parent].strays > 0 {
      frames[parent].strays -= 1
      return
    }
    let local = documentNames.local(name)
    let (missing, areAllRequired) = missing(in: frames[parent].state, before: letter(name))
    if areAllRequired { frames[parent].toldMissing = letter(of: missing[0]) }
    // So did text, which stands in want of an element around it.
    if frames[parent].isTextTold, textHolders(in: frames[parent].state).contains(where: missing.contains) { return }
    frames[parent].strays += 1
    let names = areAllRequired ? missing.map(\.local) : ranked(missing).filter { $0 != local }
    tell(
      .contentIncomplete, found: local, expected: Array(names.prefix(Phrase.longestList)),
      "content of element \"\(elementName)\" is not complete; expected \(Phrase.list(names.map { "\"\($0)\"" }, areAllRequired ? "and" : "or")) before \"\(local)\"",
      place)
  }

  mutating func tellIncomplete(_ place: XMLEventPlace) {
    let frame = frames.count - 1
    // What is missing may be what was not allowed.
    if frames[frame].strays > 0 || frames[frame].isTextTold || frames[frame].isStray { return }
    let (missing, areAllRequired) = missing(in: frames[frame].state, before: nil)
    let text = cache.text(frames[frame].state)
    if missing.isEmpty, text <= TransitionCache.TextCode.matched { return tellContent(cache.leaves(text), place) }
    let names = areAllRequired ? missing.map(\.local) : ranked(missing)
    let list = Phrase.list(names.map { "\"\($0)\"" }, areAllRequired ? "and" : "or")
    tell(
      .contentIncomplete, found: "", expected: Array(names.prefix(Phrase.longestList)),
      "content of element \"\(elementName)\" is not complete\(names.isEmpty ? "" : "; expected \(list)")", place)
  }

  private func otherNamespace(_ local: String, _ found: String, _ meant: NameClassTable.Name) -> String {
    "element \"\(local)\" is in \(found.isEmpty ? "no namespace" : "namespace \"\(found)\""); expected "
      + (meant.namespace.isEmpty ? "none" : "xmlns=\"\(meant.namespace)\"")
  }

  private func otherPrefix(_ local: String, _ found: String, _ meant: NameClassTable.Name) -> String {
    "element \"\(local)\" has \(found.isEmpty ? "no prefix" : "prefix \"\(found)\""); expected "
      + (meant.namespace.isEmpty ? "none" : "\"\(meant.namespace):\(local)\"")
  }

  /// - Parameter misplacement: Why an element that the schema knows is not allowed; nil for one that it does not know.
  mutating func tellNotAllowed(
    _ name: XMLNameID, _ allowed: [NameClassTable.Name], _ misplacement: Misplacement?, ordinal: Int32,
    _ place: XMLEventPlace
  ) {
    let local = documentNames.local(name)
    let namespace = documentNames.namespace(name) ?? ""
    let isRoot = frames.count == 1
    let phrase: String
    var expected: [String] = []
    if let same = allowed.first(where: { $0.local == local && $0.namespace != namespace }) {
      expected = [local]
      phrase = isLexical ? otherPrefix(local, namespace, same) : otherNamespace(local, namespace, same)
    } else if let misplacement {
      let (here, reason) = reason(name, misplacement, &expected)
      if reason.isEmpty { expected = likelyNames(allowed) }
      let place = isRoot ? "as root" : "in \"\(elementName)\""
      phrase =
        "element \"\(local)\" not allowed \(here)\(place)" + (reason.isEmpty ? expectation(of: expected) : reason)
    } else {
      let isForeign = !namespace.isEmpty && allowed.allSatisfy { $0.namespace != namespace }
      let owner = isForeign ? " of \(isLexical ? "prefix" : "namespace") \"\(namespace)\"" : ""
      let meant = nearest(to: name, among: allowed)
      let hosts = isForeign ? schema.advice.ranked(schema.hosts(of: knownLetter(name))) : []
      expected = meant.map { [$0.local] } ?? (hosts.isEmpty ? likelyNames(allowed) : hosts)
      let reason =
        meant.map { "; did you mean \"\($0.local)\"?" }
        ?? (hosts.isEmpty ? expectation(of: expected) : "; it may stand in \(Phrase.list(hosts.map { "\"\($0)\"" }))")
      phrase = "unknown element \"\(local)\"\(owner) \(isRoot ? "as root" : "in \"\(elementName)\"")\(reason)"
    }
    tell(
      .elementNotAllowed, found: local, expected: Array(expected.prefix(Phrase.longestList)), phrase, place,
      path: path + "/" + local + (isRoot ? "" : "[\(ordinal)]"))
  }

  private func expectation(of names: [String]) -> String {
    names.isEmpty ? "; expected no element" : "; expected \(Phrase.list(names.map { "\"\($0)\"" }))"
  }

  /// What is required first, then what is common.
  private func likelyNames(_ allowed: [NameClassTable.Name]) -> [String] {
    let required = cache.automaton.inspect(frames[frames.count - 1].state) { store, pattern in
      store.required(pattern, .element).intersection(store.nextElements(pattern))
    }
    let first = ranked(elementNames(required))
    return first + ranked(allowed).filter { !first.contains($0) }
  }

  /// The words for a misplacement, and what was expected; an empty reason where the names that are allowed say more.
  private func reason(
    _ name: XMLNameID, _ misplacement: Misplacement, _ expected: inout [String]
  ) -> (here: String, reason: String) {
    let local = documentNames.local(name)
    func quoted(_ names: [String]) -> String { Phrase.list(names.map { "\"\($0)\"" }) }
    switch misplacement {
    case .late(let sibling): return ("here ", "; expected before \"\(sibling)\"")
    case .repeated: return ("here ", "; one stands there already")
    case .excluded(let sibling): return ("", " beside \"\(sibling)\"")
    case .unwrapped(let parents), .astray(let parents):
      expected = parents
      return ("", "; \"\(local)\" belongs in \(quoted(parents))")
    case .nested(let open, let parent):
      expected = [parent]
      return ("", "; expected in \"\(parent)\", behind the end of \"\(open)\"")
    case .unknown:
      return (schema.parents(of: knownLetter(name)).contains(elementName) ? "here " : "", "")
    }
  }

  // MARK: Text

  mutating func tellText(_ text: Bytes, _ place: XMLEventPlace) {
    let frame = frames.count - 1
    guard !frames[frame].isTextTold, !frames[frame].isStray, !textGoesOnInWrapper() else { return }
    frames[frame].isTextTold = true
    let quoted = Phrase.quoted(text)
    let space = text.firstIndex { !$0.isXMLSpace } ?? 0
    let holders = textHolders(in: frames[frame].state)
    let expected = Array(holders.map(\.local).prefix(Phrase.longestList))
    let isEmpty =
      holders.isEmpty && cache.automaton.inspect(frames[frame].state) { $0[$1].flags }.isDisjoint(with: .elements)
    let reason =
      isEmpty
      ? "; expected it to be empty"
      : expected.isEmpty ? "" : "; expected it in \(Phrase.list(expected.map { "\"\($0)\"" }))"
    tell(
      .textNotAllowed, found: String(quoted.dropFirst().dropLast()), expected: expected,
      "text \(quoted) not allowed in element \"\(elementName)\"\(reason)", place, path: path + "/text()",
      position: place.position(at: place.offset + space))
    supposeWrapper(aroundTextBy: holders)
  }

  mutating func tellSpace(_ place: XMLEventPlace) {
    let frame = frames.count - 1
    guard !frames[frame].isTextTold, !frames[frame].isStray else { return }
    frames[frame].isTextTold = true
    tell(
      .textNotAllowed, found: "", expected: [],
      "white space not allowed in element \"\(elementName)\", which must be empty", place, path: path + "/text()")
  }
}
