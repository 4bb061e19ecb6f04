public import ArticleModel
public import TEIValidation
import XML

/// Checks the files of an archive against a schema and by the rules for links, in parallel.
public struct ValidationRun: Sendable {
  private let schema: DocumentSchema
  /// Whether the schema is our own, which knows XInclude; others see a corpus with its documents taken in.
  private let schemaIsOurs: Bool
  private let jobs: Int

  /// - Parameter schema: nil for the schema of our own encoding.
  public init(schema: DocumentSchema? = nil, jobs: Int = 1) {
    self.schema = schema ?? .embedded
    schemaIsOurs = schema == nil
    self.jobs = max(1, jobs)
  }

  /// What is wrong with each file, in the order of the files.
  public func run(
    _ inputs: [InputFile], progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) async throws -> [[Diagnostic]] {
    let context = try await ArchiveIdentifiers.collected(from: inputs, jobs: jobs).context
    return try await Parallel.map(inputs, jobs: jobs, progress: progress) { diagnostics(of: $0, context) }
  }

  private func diagnostics(of input: InputFile, _ context: ValidationContext) -> [Diagnostic] {
    switch DocumentReader.read(input, expandsInclusions: false) {
    case .failure(let fault): return [fault.diagnostic]
    case .success(let document):
      guard document.hasInclusions, !schemaIsOurs, input.path != "-" else {
        return Validator(schema: schema).validate(document, file: input.path, context: context)
      }
      let links = Validator(schema: nil).validate(document, file: input.path, context: context)
      switch DocumentReader.read(input, expandsInclusions: true) {
      case .failure(let fault): return [fault.diagnostic] + links
      case .success(let whole): return Validator(schema: schema, rules: []).validate(whole, file: input.path) + links
      }
    }
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
