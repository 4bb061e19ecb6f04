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

  /// Reads, simplifies and checks a schema in RELAX NG's XML syntax or, where the file is called `.rnc` or does not begin as
  /// XML does, its compact syntax.
  ///
  /// - Parameters:
  ///   - source: The schema's file.
  ///   - checksIdentifiers: Whether the types `ID`, `IDREF` and `IDREFS` mean what they mean in a DTD (RELAX NG DTD
  ///     Compatibility, section 5): a schema that is ambiguous about them is refused, and identifiers are checked.
  ///   - loader: Gives the files that the schema refers to; without one it must be whole.
  /// - Throws: ``SchemaError`` with the place of the first fault.
  public convenience init(
    _ source: SchemaSource, checksIdentifiers: Bool = true, loader: SchemaLoader? = nil
  ) throws(SchemaError) {
    try self.init(SchemaFiles(loader: loader).read(source), checksIdentifiers: checksIdentifiers)
  }

  init(_ syntax: SyntaxPattern, checksIdentifiers: Bool) throws(SchemaError) {
    let simple = try Simplifier.simplify(syntax)
    let elements = try Restrictions.check(simple)
    identifiers = checksIdentifiers ? try IdentifierTable(elements) : IdentifierTable()
    var (store, names, start) = PatternInterning.intern(simple)
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
      var found: Set<String> = []
      for (number, content) in base.elementContents.enumerated() {
        let holds = base.nextElements(content, isSkipping: true).contains { nameClass in
          // A wildcard says nothing about where an element belongs.
          !names.listed(nameClass).hasWildcard && names.contains(nameClass, letter)
        }
        if holds { found.formUnion(names.listed(base.elementNames[number]).names.map(\.local)) }
      }
      let sorted = found.sorted()
      knownParents[letter] = sorted
      return sorted
    }
  }
}
