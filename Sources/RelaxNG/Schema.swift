internal import XML

/// A RELAX NG schema, ready to validate documents with from any number of threads.
///
///     let schema = try CompiledSchema(SchemaSource(name: "tei_all.rng", bytes: bytes))
///     var validator = DocumentValidator(schema, names: reader.names)
///     try reader.read(document, name: "a.xml", into: &validator)
///     for fault in validator.finish() { print(fault.message) }
public final class CompiledSchema: @unchecked Sendable {
  private let base: PatternStore
  private let names: NameClassTable
  private let start: PatternID
  private let anywhere: PatternID
  let identifiers: IdentifierTable
  private let lock = Lock()
  private var shared: Automaton
  private var knownParents: [Int32: [String]] = [:]
  private var knownOwners: [Int32: [String]] = [:]
  let advice: SchemaAdvice

  /// Reads, simplifies and checks a schema in RELAX NG's XML syntax or, where the file is called `.rnc` or does not begin as
  /// XML does, its compact syntax.
  ///
  /// - Parameters:
  ///   - source: The schema's file.
  ///   - checksIdentifiers: Whether the types `ID`, `IDREF` and `IDREFS` mean what they mean in a DTD (RELAX NG DTD
  ///     Compatibility, section 5): a schema that is ambiguous about them is refused, and identifiers are checked.
  ///   - advice: What messages may say beyond the schema.
  ///   - loader: Gives the files that the schema refers to; without one it must be whole.
  /// - Throws: ``SchemaError`` with the place of the first fault.
  public convenience init(
    _ source: SchemaSource, checksIdentifiers: Bool = true, advice: SchemaAdvice = SchemaAdvice(),
    loader: SchemaLoader? = nil
  ) throws(SchemaError) {
    try self.init(SchemaFiles(loader: loader).read(source), checksIdentifiers: checksIdentifiers, advice: advice)
  }

  init(_ syntax: SyntaxPattern, checksIdentifiers: Bool, advice: SchemaAdvice) throws(SchemaError) {
    self.advice = advice
    let result = try Simplifier.simplify(syntax) { (simple) throws(SchemaError) in
      let elements = try Restrictions.check(simple)
      let identifiers = checksIdentifiers ? try IdentifierTable(elements) : IdentifierTable()
      return (identifiers, PatternInterning.intern(simple))
    }
    identifiers = result.0
    var (store, names, start) = result.1
    let alternatives = zip(store.elementNames, store.elementContents.indices).map { name, number in
      store.intern(.element, name, Int32(number), .elements)
    }
    anywhere = store.choice(alternatives)
    if store.isExhausted {
      throw SchemaError(
        .limit,
        "the schema is too large: it has more than \(PatternStore.maximumPatterns) patterns, or a list of thousands",
        at: syntax.place)
    }
    base = store
    self.names = names
    self.start = start
    shared = Automaton(store, names, start: start, anywhere: anywhere)
  }

  /// The automaton; a new one where a hostile document has filled the last one.
  func automaton() -> Automaton {
    lock.withLock {
      if shared.isExhausted { shared = Automaton(base, names, start: start, anywhere: anywhere) }
      return shared
    }
  }

  /// How large the automaton has grown, for measuring.
  public var size: (patterns: Int, states: Int) { automaton().size }

  /// The local names of the elements that may hold an element, sorted.
  func parents(of letter: Int32) -> [String] {
    lock.withLock {
      if let known = knownParents[letter] { return known }
      let found = elements(with: letter) { base.nextElements($0, isSkipping: true) }
      knownParents[letter] = found
      return found
    }
  }

  /// The local names of the elements that may hold an element by a wildcard, whatever its name, sorted.
  func hosts(of letter: Int32) -> [String] {
    lock.withLock { elements(with: letter, byWildcard: true) { base.nextElements($0, isSkipping: true) } }
  }

  /// How many element patterns there are.
  var elementCount: Int { base.elementContents.count }

  /// The local names of the elements that may have an attribute, sorted.
  func owners(ofAttribute letter: Int32) -> [String] {
    lock.withLock {
      if let known = knownOwners[letter] { return known }
      let found = elements(with: letter) { base.attributes($0) }
      knownOwners[letter] = found
      return found
    }
  }

  private func elements(
    with letter: Int32, byWildcard: Bool = false, among classes: (PatternID) -> Set<Int32>
  ) -> [String] {
    var found: Set<String> = []
    for (number, content) in base.elementContents.enumerated() {
      let holds = classes(content).contains { nameClass in
        // A wildcard says nothing about where a name belongs.
        names.listed(nameClass).hasWildcard == byWildcard && names.contains(nameClass, letter)
      }
      if holds { found.formUnion(names.listed(base.elementNames[number]).names.map(\.local)) }
    }
    return found.sorted()
  }
}
