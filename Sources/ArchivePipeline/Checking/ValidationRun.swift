public import ArticleModel
public import TEIValidation
public import XML

/// Checks the files of an archive against their schemas and by the rules for links, in parallel.
public struct ValidationRun: Sendable {
  /// The schema that the caller named, for all files.
  private let given: GivenSchemas?
  /// The schemas that files name themselves.
  private let store: SchemaStore
  private let jobs: Int
  private let selection: RuleSelection
  private let checkers: CheckerPool
  private let cache: ValidationCache?
  private let hash: IdentifierHash

  /// - Parameters:
  ///   - schema: The schema for all files.
  ///   - rules: The Schematron rules for all files. Without either, files are held to the schemas that they name by
  ///     `xml-model`; a file that names none is held to our own encoding.
  ///   - selection: Which of the rules are applied that no schema can say.
  ///   - catalogs: Where schemas that are not beside their file may be found.
  public init(
    schema: DocumentSchema? = nil, rules: SchematronRules? = nil, selection: RuleSelection = .all,
    catalogs: CatalogResolver? = nil, jobs: Int = 1
  ) {
    let isGiven = schema != nil || rules != nil
    self.init(
      given: isGiven
        ? GivenSchemas(schemas: [schema].compactMap { $0 }, rules: [rules].compactMap { $0 }) : nil,
      selection: selection,
      catalogs: catalogs, jobs: jobs)
  }

  /// - Parameters:
  ///   - given: The schemas for all files; without any, files are held to those that they name.
  ///   - selection: Which of the rules are applied that no schema can say.
  ///   - cache: What is known from the run before, for the same selection, and takes what this run finds.
  public init(
    given: GivenSchemas?, selection: RuleSelection = .all, catalogs: CatalogResolver? = nil, jobs: Int = 1,
    cache: ValidationCache? = nil
  ) {
    self.given = given
    self.selection = selection
    self.cache = cache
    store = SchemaStore(catalogs: catalogs)
    hash = cache?.hash ?? .ofRun
    checkers = CheckerPool(hash: hash, rules: selection)
    self.jobs = max(1, jobs)
  }

  /// Whether a diagnostic of a run says that a schema which a file names cannot be used, so that the file was not held to it.
  public static func isAboutSchema(_ diagnostic: Diagnostic) -> Bool {
    // "schema-rule" is a rule in a schema that the document breaks.
    diagnostic.severity == .error
      && (diagnostic.code.hasPrefix("schema-") && diagnostic.code != "schema-rule"
        || diagnostic.code == "schematron-schema")
  }

  /// What is wrong with each file, in the order of the files.
  ///
  /// - Throws: `DiagnosticFault` where a schema for all files cannot be had.
  public func run(
    _ inputs: [InputFile], progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) async throws -> [[Diagnostic]] {
    // Each file is read once, for its schemas and for what the rules may need of it. Those that may break a rule, by
    // themselves or beside the others, are looked at again, for the rules to say what is wrong.
    let known = try await known(inputs)
    if known.contains(where: { $0 == nil }) {
      try ObservedFiles.$observer.withValue(cache?.targets) { _ = try given?.get() }
    }
    let files = try await Parallel.map(Array(inputs.indices), jobs: jobs, progress: progress) { index in
      known[index] ?? read(inputs[index])
    }
    let archive = ArchiveIdentifiers(zip(inputs, files).map { ($0.path, $1.summary) }, hash: hash)
    let found = try await ObservedFiles.$observer.withValue(cache?.targets) {
      try await Parallel.map(Array(inputs.indices), jobs: jobs) { index in
        told(files[index], of: inputs[index], archive)
      }
    }
    return OneMistake.once(tellingOnce(found), of: inputs.map(\.path))
  }

  /// What the cache knows of the files.
  private func known(_ inputs: [InputFile]) async throws -> [ReadFile?] {
    guard let cache, !cache.isEmpty else { return Array(repeating: nil, count: inputs.count) }
    return try await Parallel.map(inputs, jobs: jobs) { cache.known($0) }
  }

  /// That a schema is not checked, or a part of it, is told for the first file that names it; and that an inclusion cannot be
  /// carried out, where no rule says so of the same.
  private func tellingOnce(_ found: [[Diagnostic]]) -> [[Diagnostic]] {
    var told: Set<String> = []
    func place(_ diagnostic: Diagnostic) -> String {
      "\(diagnostic.file ?? ""):\(diagnostic.position.map { "\($0.line):\($0.column)" } ?? "")"
    }
    let inclusions = Set(found.joined().lazy.filter { $0.code.hasPrefix("xinclude-") }.map(place))
    return found.map { list in
      list.filter { diagnostic in
        switch diagnostic.code {
        case "schema-language": told.insert(diagnostic.message).inserted
        case "xinclude": !inclusions.contains(place(diagnostic))
        case "schematron-not-run", "schema-identifiers": told.insert(diagnostic.description).inserted
        default: true
        }
      }
    }
  }

  private func read(_ input: InputFile) -> ReadFile {
    do throws(DiagnosticFault) {
      let source = try ArchiveFile.source(of: input)
      guard let cache, case .file = source else { return read(input, source) }
      return cache.read(input) { read(input, $0) }
    } catch {
      return ReadFile(faults: [error.diagnostic])
    }
  }

  private func read(_ input: InputFile, _ source: DocumentSource) -> ReadFile {
    do throws(DiagnosticFault) {
      var named = SchemaStore.Named()
      let (bySchema, summary) = try checkers.with { checker throws(DiagnosticFault) in
        try ArchiveFile.reading(input) { () throws(XMLError) in
          try checker.check(source, file: input.path) { instructions in
            named = schemas(instructions, file: input.path)
            return named.schemas.map(\.schema)
          }
        }
      }
      var file = ReadFile(
        faults: named.diagnostics + named.schemas.flatMap(\.schema.warnings), bySchema: bySchema, source: source,
        summary: summary)
      file.dependsOnTime = named.rules.contains(where: \.dependOnTime)
      // Schemas know nothing of XInclude, but for our own; rules alone stand for a schema of somebody else.
      let isForeign = named.schemas.isEmpty ? !named.rules.isEmpty : named.schemas.contains { !$0.isOurs }
      file.isWhole = summary.hasInclusions && input.path != "-" && isForeign
      if file.isWhole {
        switch document(in: input, source) {
        case .failure(let fault): (file.bySchema, file.byRules) = ([], [fault.diagnostic])
        case .success(let whole):
          file.bySchema = [included(whole, input, named.schemas, bySchema)]
          file.byRules = named.rules.flatMap { $0.notRun + $0.diagnostics(of: whole, file: input.path) }
        }
      } else if !named.rules.isEmpty {
        file.byRules = try checkers.with { checker throws(DiagnosticFault) in
          try ArchiveFile.reading(input) { () throws(XMLError) in
            try checker.findings(of: named.rules, in: source, file: input.path)
          }
        }
      }
      return file
    } catch {
      return ReadFile(faults: [error.diagnostic])
    }
  }

  /// What schemas say of a document with its files taken in, for those that know nothing of XInclude.
  private func included(
    _ whole: XMLDocument, _ input: InputFile, _ assigned: [SchemaStore.Assigned], _ bySchema: [[Diagnostic]]
  ) -> [Diagnostic] {
    zip(assigned, bySchema).flatMap { assigned, known in
      assigned.isOurs ? known : Validator(schema: assigned.schema, rules: []).validate(whole, file: input.path)
    }
  }

  /// A document with its files taken in.
  private func document(
    in input: InputFile, _ source: DocumentSource
  ) -> Result<XMLDocument, DiagnosticFault> {
    let bytes: Result<[UInt8], DiagnosticFault> =
      if case .bytes(let bytes) = source { .success(bytes) } else { DocumentReader.bytes(of: input) }
    return bytes.flatMap { DocumentReader.document(in: $0, of: input, expandsInclusions: true) }
  }

  /// Everything that is wrong with a file, now that all are known.
  private func told(_ file: ReadFile, of input: InputFile, _ archive: ArchiveIdentifiers) -> [Diagnostic] {
    var (file, links) = (file, links(in: file, of: input, archive))
    OneMistake.settle(&file.bySchema, &links)
    if file.isWhole { return file.faults + file.bySchema.joined() + file.byRules + links.inOrderOfText }
    return file.faults + ((file.bySchema.first ?? []) + file.byRules + links).inOrderOfText
      + file.bySchema.dropFirst().joined()
  }

  /// What breaks the rules for links, and the others that no schema can say.
  private func links(in file: ReadFile, of input: InputFile, _ archive: ArchiveIdentifiers) -> [Diagnostic] {
    guard let source = file.source, let summary = file.summary else { return [] }
    var suspects = archive.suspects(of: summary, file: input.path)
    suspects.restrict(to: selection)
    guard !suspects.isEmpty else { return [] }
    guard let cache else { return links(in: source, of: input, suspects, archive) }
    let key = archive.linkKey(of: summary, suspects, file: input.path)
    if let known = cache.links(of: input.path, key) { return known }
    let found = links(in: source, of: input, suspects, archive)
    cache.keep(found, of: input.path, key)
    return found
  }

  private func links(
    in source: DocumentSource, of input: InputFile, _ suspects: Suspects, _ archive: ArchiveIdentifiers
  ) -> [Diagnostic] {
    do throws(DiagnosticFault) {
      return try checkers.with { checker throws(DiagnosticFault) in
        try ArchiveFile.reading(input) { () throws(XMLError) in
          try checker.findings(in: source, file: input.path, suspects: suspects, context: archive.context)
        }
      }
    } catch {
      return [error.diagnostic]
    }
  }

  private func schemas(_ instructions: [ModelData], file: String) -> SchemaStore.Named {
    guard let given else { return store.schemas(instructions, file: file) }
    do throws(DiagnosticFault) {
      let schemas = try given.get()
      return SchemaStore.Named(
        schemas: schemas.schemas.map { SchemaStore.Assigned(schema: $0, isOurs: false) }, rules: schemas.rules)
    } catch {
      return SchemaStore.Named(diagnostics: [error.diagnostic])
    }
  }
}
