public import ArticleModel
public import TEIValidation
public import XML

/// Checks the files of an archive against their schemas and by the rules for links, in parallel.
public struct ValidationRun: Sendable {
  /// The schema that the caller named, for all files.
  private let schema: DocumentSchema?
  /// The schemas that files name themselves.
  private let store: SchemaStore
  private let jobs: Int

  /// - Parameters:
  ///   - schema: nil for the schemas that files name by `xml-model`; a file that names none is held to our own encoding.
  ///   - catalogs: Where schemas that are not beside their file may be found.
  public init(schema: DocumentSchema? = nil, catalogs: CatalogResolver? = nil, jobs: Int = 1) {
    self.schema = schema
    store = SchemaStore(catalogs: catalogs)
    self.jobs = max(1, jobs)
  }

  /// What is wrong with each file, in the order of the files.
  public func run(
    _ inputs: [InputFile], progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) async throws -> [[Diagnostic]] {
    let context = try await ArchiveIdentifiers.collected(from: inputs, jobs: jobs).context
    let found = try await Parallel.map(inputs, jobs: jobs, progress: progress) { diagnostics(of: $0, context) }
    return tellingOnce(found)
  }

  /// That a schema is not checked is told for the first file that names it.
  private func tellingOnce(_ found: [[Diagnostic]]) -> [[Diagnostic]] {
    var told: Set<String> = []
    return found.map { list in
      list.filter { $0.code != "schema-language" || told.insert($0.message).inserted }
    }
  }

  private func diagnostics(of input: InputFile, _ context: ValidationContext) -> [Diagnostic] {
    switch DocumentReader.bytes(of: input).flatMap({ bytes in
      DocumentReader.document(in: bytes, of: input, expandsInclusions: false).map { (bytes, $0) }
    }) {
    case .failure(let fault): return [fault.diagnostic]
    case .success((let bytes, let document)):
      let (schemas, faults) = schemas(of: document, file: input.path)
      guard document.hasInclusions, input.path != "-", schemas.contains(where: { !$0.isOurs }) else {
        var validator = Validator(schema: schemas.first?.schema)
        var diagnostics = faults + validator.validate(document, bytes: bytes, file: input.path, context: context)
        for other in schemas.dropFirst() {
          validator = Validator(schema: other.schema, rules: [])
          diagnostics += validator.validate(document, bytes: bytes, file: input.path)
        }
        return diagnostics
      }
      let links = Validator(schema: nil).validate(document, file: input.path, context: context)
      switch DocumentReader.document(in: bytes, of: input, expandsInclusions: true) {
      case .failure(let fault): return faults + [fault.diagnostic] + links
      case .success(let whole):
        return faults
          + schemas.flatMap { assigned in
            let validator = Validator(schema: assigned.schema, rules: [])
            return assigned.isOurs
              ? validator.validate(document, bytes: bytes, file: input.path)
              : validator.validate(whole, file: input.path)
          } + links
      }
    }
  }

  private func schemas(of document: XMLDocument, file: String) -> ([SchemaStore.Assigned], [Diagnostic]) {
    if let schema { return ([SchemaStore.Assigned(schema: schema, isOurs: false)], []) }
    return store.schemas(of: document, file: file)
  }
}

/// The identifiers of an archive: what pointers from one file to another are checked against.
struct ArchiveIdentifiers: Sendable {
  /// By the path of the file, as the caller named it.
  private var files: [String: Set<String>] = [:]
  /// The first file that declares an identifier, in the order of the files.
  private var owners: [String: String] = [:]

  static func collected(from inputs: [InputFile], jobs: Int) async throws -> ArchiveIdentifiers {
    // Files that cannot be read declare nothing here; they are reported when they are checked.
    let sets = try await Parallel.map(inputs, jobs: jobs) { identifiers(of: $0.path) ?? [] }
    var archive = ArchiveIdentifiers()
    for (input, identifiers) in zip(inputs, sets) {
      archive.files[input.path] = identifiers
      for identifier in identifiers where archive.owners[identifier] == nil { archive.owners[identifier] = input.path }
    }
    return archive
  }

  private static func identifiers(of path: String) -> Set<String>? {
    guard path != "-", let bytes = try? FileSystem.read(path),
      let document = try? XMLDocument(parsing: bytes, name: path)
    else { return nil }
    var identifiers = Set(document.root["xml:id"].map { [$0] } ?? [])
    for element in document.root.descendants {
      if let identifier = element["xml:id"] { identifiers.insert(identifier) }
    }
    return identifiers
  }

  var context: ValidationContext {
    let (files, owners) = (files, owners)
    return ValidationContext(
      identifiers: { path in
        // A file outside the run is looked at where a pointer leads to it.
        files[path] ?? (FileSystem.kind(of: path) == .file ? Self.identifiers(of: path) ?? [] : nil)
      },
      otherFile: { identifier, file in owners[identifier].flatMap { $0 == file ? nil : $0 } })
  }
}
