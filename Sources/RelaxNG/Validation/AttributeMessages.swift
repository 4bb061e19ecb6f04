internal import ArticleModel
internal import XML

/// What is said of attributes and values.
extension DocumentValidation {
  /// Elements that have an attribute: more of them do not tell where it belongs.
  private static let fewOwners = 4

  /// An attribute that is not allowed: where it is another one misspelt, that one counts as given.
  mutating func recover(fromAttribute name: XMLNameID, _ place: XMLEventPlace) {
    let frame = frames.count - 1
    if frames[frame].isStray || isOfOtherVocabulary { return }
    let state = frames[frame].state
    let (classes, required) = cache.automaton.inspect(state) { store, pattern in
      (store.attributes(pattern), store.required(pattern, .attribute))
    }
    let possible = elementNames(classes)
    let meant = nearestAttribute(to: name, among: possible)
    let (expected, reason) = advice(on: name, meant, possible, required: elementNames(required))
    tell(
      .attributeNotAllowed, found: documentNames.local(name), expected: Array(expected.prefix(Phrase.longestList)),
      "attribute \"\(prefixed(name))\" not allowed on element \"\(elementName)\"\(reason)", place,
      path: path + "/@" + prefixed(name))
    guard let meant, let step = cache.automaton.attribute(state, letter(of: meant)) else { return }
    frames[frame].state = cache.automaton.attributeEnd(step, matching: Array(step.rests.indices))
  }

  /// Whether the innermost element was taken for another of a different name: its attributes are other ones, too.
  private var isOfOtherVocabulary: Bool {
    schema.advice.meantElements[elementName] != nil
      && openingOfKnown(knownLetter(frames[frames.count - 1].name)) == nil
  }

  private func advice(
    on name: XMLNameID, _ meant: NameClassTable.Name?, _ possible: [NameClassTable.Name],
    required: [NameClassTable.Name]
  ) -> (expected: [String], reason: String) {
    if let meant { return ([prefixed(meant)], "; did you mean \"\(prefixed(meant))\"?") }
    let owners = schema.owners(ofAttribute: knownLetter(name))
    if 1...Self.fewOwners ~= owners.count {
      let list = Phrase.list(schema.advice.ranked(owners).map { "\"\($0)\"" })
      return ([], "; \"\(prefixed(name))\" belongs on \(list)")
    }
    let wanted = required.map(prefixed)
    let (common, particular) = possible.reduce(into: ([String](), [String]())) { parts, name in
      if required.contains(name) { return }
      if isEverywhere(name) { parts.0.append(prefixed(name)) } else { parts.1.append(prefixed(name)) }
    }
    let names = [wanted, particular, common].flatMap(schema.advice.rankedAttributes)
    return (names, names.isEmpty ? "; expected none" : "; expected \(Phrase.list(names.map { "\"\($0)\"" }))")
  }

  /// Whether most elements have an attribute: then it is not the one that somebody looks for.
  private func isEverywhere(_ attribute: NameClassTable.Name) -> Bool {
    schema.owners(ofAttribute: letter(of: attribute)).count * 2 > schema.elementCount
  }

  /// - Parameter open: The state before the end of the start tag.
  mutating func recoverFromMissingAttributes(_ open: StateID, _ place: XMLEventPlace) {
    let automaton = cache.automaton
    let (required, possible) = automaton.inspect(open) { store, pattern in
      (store.required(pattern, .attribute), store.attributes(pattern))
    }
    frames[frames.count - 1].state = automaton.closeForgiving(open)
    if frames[frames.count - 1].isStray || isOfOtherVocabulary { return }
    let missing = elementNames(required)
    for name in missing {
      let step = automaton.attribute(open, letter(of: name))
      let values = step.map { ValuePhrase.expected($0.matchers, found: "", schema.advice) } ?? []
      let closed = values.filter { $0.hasPrefix("\"") }
      let phrases = closed.isEmpty ? values.filter { $0 != "text" } : closed
      tell(
        .attributeMissing, found: "", expected: [prefixed(name)],
        "element \"\(elementName)\" has no attribute \"\(prefixed(name))\""
          + (phrases.isEmpty ? "" : "; expected \(Phrase.list(phrases))"), place)
    }
    if missing.isEmpty {
      let names = completing(elementNames(possible), from: open)
      tell(
        .attributeMissing, found: "", expected: Array(names.prefix(Phrase.longestList)),
        "element \"\(elementName)\" has no attribute that says enough; expected \(Phrase.list(names.map { "\"\($0)\"" }))",
        place)
    }
  }

  /// Those attributes of which one alone is enough; all where there is none.
  private func completing(_ names: [NameClassTable.Name], from open: StateID) -> [String] {
    let enough = names.filter { name in
      guard let step = cache.automaton.attribute(open, letter(of: name)) else { return false }
      return cache.automaton.close(cache.automaton.attributeEnd(step, matching: Array(step.rests.indices))) != 0
    }
    return schema.advice.rankedAttributes((enough.isEmpty ? names : enough).map(prefixed))
  }

  // MARK: Values

  mutating func tellContent(_ leaves: Automaton.TextLeaves, _ place: XMLEventPlace) {
    let text = contentText
    let (quoted, expected, reason) = text.withUnsafeBufferPointer { text in
      expectation(of: leaves.leaves.map(\.matcher), found: text, place)
    }
    tell(
      .contentValue, found: String(quoted.dropFirst().dropLast()), expected: expected,
      "content of element \"\(elementName)\" is \(quoted); \(reason)", place)
  }

  mutating func tellValue(
    _ value: Bytes, of name: XMLNameID, _ step: Automaton.AttributeStep, _ place: XMLEventPlace
  ) {
    let (quoted, expected, reason) = expectation(of: step.matchers, found: value, place)
    tell(
      .attributeValue, found: String(quoted.dropFirst().dropLast()), expected: expected,
      "attribute \"\(prefixed(name))\" of element \"\(elementName)\" is \(quoted); \(reason)", place,
      path: path + "/@" + prefixed(name))
  }

  private func expectation(
    of matchers: [ValueMatcher], found: Bytes, _ place: XMLEventPlace
  ) -> (quoted: String, expected: [String], reason: String) {
    let quoted = Phrase.quoted(found)
    let phrases = ValuePhrase.expected(matchers, found: String(quoted.dropFirst().dropLast()), schema.advice)
    let repaired = ValueRepair.repaired(found, wanted: ValuePhrase.kinds(matchers)) { candidate in
      matchers.contains { $0.matches(candidate) { place.namespace(ofPrefix: $0) } }
    }
    let meant = repaired.map { "; did you mean \"\($0)\"?" } ?? ""
    return (
      quoted, (repaired.map { ["\"\($0)\""] } ?? []) + phrases.prefix(Phrase.longestList),
      "expected \(Phrase.list(phrases))\(meant)"
    )
  }
}
