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
  private var knownElementHolders: [Int32: [Int]]?
  private var knownAttributeHolders: [Int32: [Int]]?
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
    lock.withLock { owners(of: letter, byWildcard: false, in: elementHolders()) }
  }

  /// The local names of the elements that may have an attribute, sorted.
  func owners(ofAttribute letter: Int32) -> [String] {
    lock.withLock {
      let holders = knownAttributeHolders ?? holders { $0.attributes($1) }
      knownAttributeHolders = holders
      return owners(of: letter, byWildcard: false, in: holders)
    }
  }

  /// The local names of the elements that may hold an element by a wildcard, whatever its name, sorted.
  func hosts(of letter: Int32) -> [String] {
    lock.withLock { owners(of: letter, byWildcard: true, in: elementHolders()) }
  }

  /// How many element patterns there are.
  var elementCount: Int { base.elementContents.count }

  private func elementHolders() -> [Int32: [Int]] {
    let holders = knownElementHolders ?? holders { $0.nextElements($1, isSkipping: true) }
    knownElementHolders = holders
    return holders
  }

  /// The numbers of the elements in which each name class stands; made once, at the first fault that asks for it.
  private func holders(_ classes: (PatternStore, PatternID) -> Set<Int32>) -> [Int32: [Int]] {
    var holders: [Int32: [Int]] = [:]
    for (number, content) in base.elementContents.enumerated() {
      for nameClass in classes(base, content) { holders[nameClass, default: []].append(number) }
    }
    return holders
  }

  private func owners(of letter: Int32, byWildcard: Bool, in holders: [Int32: [Int]]) -> [String] {
    var found: Set<String> = []
    // A wildcard says nothing about where a name belongs.
    for (nameClass, numbers) in holders
    where names.contains(nameClass, letter) && names.listed(nameClass).hasWildcard == byWildcard {
      for number in numbers { found.formUnion(names.listed(base.elementNames[number]).names.map(\.local)) }
    }
    return found.sorted()
  }
}
