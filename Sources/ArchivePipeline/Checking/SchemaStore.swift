import ArticleModel
import TEIValidation
import XML

/// The schemas that the documents of a run name, each found and compiled once.
final class SchemaStore: Sendable {
  /// A schema to hold a document to.
  struct Assigned: Sendable {
    var schema: DocumentSchema
    /// Whether it is our own, which knows XInclude; others see a corpus with its documents taken in.
    var isOurs: Bool
  }

  private let locator: SchemaLocator
  private let compiled: Compilations

  init(catalogs: CatalogResolver?) {
    locator = SchemaLocator(catalogs: catalogs)
    compiled = Compilations(catalogs: catalogs)
  }

  /// What the `xml-model` instructions of a document ask for.
  struct Named: Sendable {
    var schemas: [Assigned] = []
    var rules: [SchematronRules] = []
    /// What is wrong with the instructions, or with the schemas that they name.
    var diagnostics: [Diagnostic] = []
  }

  /// The schemas that a document's `xml-model` instructions name. Without any, our own.
  func schemas(_ instructions: [ModelData], file: String) -> Named {
    guard !instructions.isEmpty else { return Named(schemas: [Assigned(schema: .embedded, isOurs: true)]) }
    var named = Named()
    for instruction in instructions {
      do throws(DiagnosticFault) {
        try add(instruction.data, line: instruction.line, of: file, to: &named)
      } catch {
        named.diagnostics.append(error.diagnostic)
      }
    }
    return named
  }

  private func add(_ data: String, line: Int, of file: String, to named: inout Named) throws(DiagnosticFault) {
    func fault(_ severity: Diagnostic.Severity, code: String, _ message: String) -> DiagnosticFault {
      DiagnosticFault(
        Diagnostic(severity, code: code, message, file: file, position: SourcePosition(line: line, column: 1)))
    }
    let instruction: ModelInstruction
    do throws(ModelInstruction.Fault) {
      instruction = try ModelInstruction(data: data, line: line)
    } catch {
      throw fault(.warning, code: "model-instruction", error.message)
    }
    guard let language = instruction.language else {
      throw fault(
        .warning, code: "schema-language",
        "schema \"\(instruction.href)\" is in a language that is not checked here; expected RELAX NG, W3C XML Schema, "
          + "a DTD or Schematron")
    }
    let document = URIReference(filePath: Path.absolute(file == "-" ? "stdin.xml" : file))
    for place in locator.places(of: instruction.href, from: document) {
      let failure: DiagnosticFault
      if language == .schematron {
        switch compiled.rules(at: place, phase: instruction.phase) {
        case nil: continue
        case .success(let rules):
          named.rules += [rules].compactMap { $0 }
          return
        case .failure(let error): failure = error
        }
      } else {
        switch compiled.schema(at: place, language) {
        case nil: continue
        case .success(let schema):
          named.schemas.append(schema)
          return
        case .failure(let error): failure = error
        }
      }
      let cause = failure.diagnostic
      // A file of a schema that cannot be read is not a file of the archive.
      let code = cause.code == "file-unreadable" ? "schema-unreadable" : cause.code
      let place = [cause.file, cause.position.map { "\($0.line):\($0.column)" }].compactMap { $0 }.map { $0 + ":" }
      throw fault(
        .error, code: code,
        "schema \"\(instruction.href)\" is not correct: \(place.joined()) \(cause.message)")
    }
    throw fault(.error, code: "schema-missing", SchemaLocator.missing(instruction.href))
  }
}

/// What has been compiled, by its place.
private final class Compilations: @unchecked Sendable {
  private let lock = Lock()
  private var known: [SchemaKey: Witnessed<Result<SchemaStore.Assigned, DiagnosticFault>?>] = [:]
  private var knownRules: [RulesKey: Witnessed<Result<SchematronRules?, DiagnosticFault>>] = [:]
  private let catalogs: CatalogResolver?

  private struct SchemaKey: Hashable {
    var place: SchemaLocator.Place
    var language: SchemaLanguage
  }

  private struct RulesKey: Hashable {
    var place: SchemaLocator.Place
    var phase: String?
  }

  init(catalogs: CatalogResolver?) { self.catalogs = catalogs }

  /// The Schematron rules at a place; nil where there is no file.
  func rules(at place: SchemaLocator.Place, phase: String?) -> Result<SchematronRules?, DiagnosticFault>? {
    // The copy that the program carries has no rules embedded.
    guard case .file(let path) = place else { return .success(nil) }
    guard FileSystem.kind(of: path) == .file else { return nil }
    let key = RulesKey(place: place, phase: phase)
    return lock.withLock {
      if let made = knownRules[key] { return made.value }
      let made = Witnessed {
        Result { () throws(DiagnosticFault) in
          try SchemaFile.rules(Path.relative(path), phase: phase, catalogs: catalogs)
        }
      }
      knownRules[key] = made
      return made.value
    }
  }

  /// The schema at a place; nil where there is none. Who asks while it is being compiled waits for it.
  func schema(
    at place: SchemaLocator.Place, _ language: SchemaLanguage
  ) -> Result<SchemaStore.Assigned, DiagnosticFault>? {
    let key = SchemaKey(place: place, language: language)
    return lock.withLock {
      if let made = known[key] { return made.value }
      let made = Witnessed { compile(place, language) }
      known[key] = made
      return made.value
    }
  }

  private func compile(
    _ place: SchemaLocator.Place, _ language: SchemaLanguage
  ) -> Result<SchemaStore.Assigned, DiagnosticFault>? {
    guard case .file(let path) = place else { return .success(SchemaStore.Assigned(schema: .embedded, isOurs: true)) }
    // A device or a pipe is no schema.
    guard FileSystem.kind(of: path) == .file else { return nil }
    let name = Path.relative(path)
    let isOurs = Path.name(of: path) == SchemaLocator.ourName
    do throws(DiagnosticFault) {
      if isOurs, (try? FileSystem.read(path, limit: SchemaFile.maximumSize)) == DocumentSchema.embeddedBytes {
        return .success(SchemaStore.Assigned(schema: .embedded, isOurs: true))
      }
      return .success(
        SchemaStore.Assigned(schema: try SchemaFile.compile(name, as: language, catalogs: catalogs), isOurs: isOurs))
    } catch {
      return .failure(error)
    }
  }
}
