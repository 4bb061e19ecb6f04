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

  /// The schemas that a document's `xml-model` instructions name, and what is wrong with them. Without any, our own.
  func schemas(_ instructions: [ModelData], file: String) -> (schemas: [Assigned], diagnostics: [Diagnostic]) {
    guard !instructions.isEmpty else { return ([Assigned(schema: .embedded, isOurs: true)], []) }
    var schemas: [Assigned] = []
    var diagnostics: [Diagnostic] = []
    for instruction in instructions {
      do throws(DiagnosticFault) {
        if let schema = try schema(instruction.data, line: instruction.line, of: file) { schemas.append(schema) }
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    return (schemas, diagnostics)
  }

  private func schema(_ data: String, line: Int, of file: String) throws(DiagnosticFault) -> Assigned? {
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
    guard instruction.language == .relaxNG else {
      let language = instruction.language.map { "in \($0.rawValue), which" } ?? "in a language that"
      throw fault(
        .warning, code: "schema-language",
        "schema \"\(instruction.href)\" is \(language) is not checked here; expected RELAX NG")
    }
    let document = URIReference(filePath: Path.absolute(file == "-" ? "stdin.xml" : file))
    for place in locator.places(of: instruction.href, from: document) {
      switch compiled.schema(at: place) {
      case nil: continue
      case .success(let schema): return schema
      case .failure(let error):
        throw fault(.error, code: "schema-syntax", "schema \"\(instruction.href)\" is not correct: \(error.diagnostic)")
      }
    }
    throw fault(.error, code: "schema-missing", SchemaLocator.missing(instruction.href))
  }
}

/// What has been compiled, by its place.
private final class Compilations: @unchecked Sendable {
  private let lock = Lock()
  private var known: [SchemaLocator.Place: Result<SchemaStore.Assigned, DiagnosticFault>] = [:]
  private let catalogs: CatalogResolver?

  init(catalogs: CatalogResolver?) { self.catalogs = catalogs }

  /// The schema at a place; nil where there is none. Who asks while it is being compiled waits for it.
  func schema(at place: SchemaLocator.Place) -> Result<SchemaStore.Assigned, DiagnosticFault>? {
    lock.withLock {
      if let result = known[place] { return result }
      let result = compile(place)
      known[place] = result
      return result
    }
  }

  private func compile(_ place: SchemaLocator.Place) -> Result<SchemaStore.Assigned, DiagnosticFault>? {
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
        SchemaStore.Assigned(schema: try SchemaFile.compile(name, catalogs: catalogs), isOurs: isOurs))
    } catch {
      return .failure(error)
    }
  }
}
