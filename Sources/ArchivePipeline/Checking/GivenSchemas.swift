import TEIValidation
public import XML

/// The schemas that the caller named for all files, compiled when the first file needs them.
public final class GivenSchemas: @unchecked Sendable {
  // Unchecked: what changes is only touched under the lock.
  private let lock = Lock()
  private let make: @Sendable () throws(DiagnosticFault) -> Schemas
  private var made: Witnessed<Made>?

  typealias Made = Result<Schemas, DiagnosticFault>

  struct Schemas: Sendable {
    var schemas: [DocumentSchema] = []
    var rules: [SchematronRules] = []
  }

  init(schemas: [DocumentSchema], rules: [SchematronRules]) {
    make = { () throws(DiagnosticFault) in Schemas(schemas: schemas, rules: rules) }
  }

  /// - Parameters:
  ///   - paths: The files of the schemas; each document is held to all of them.
  ///   - takesRules: Whether Schematron rules that are embedded in other schemas are taken.
  ///   - phase: The phase of the Schematron rules; nil for the default of each schema.
  public init(paths: [String], takesRules: Bool = true, phase: String? = nil, catalogs: CatalogResolver? = nil) {
    make = { () throws(DiagnosticFault) in
      var made = Schemas()
      for path in paths {
        let (schema, rules) = try SchemaFile.open(path, takesRules: takesRules, phase: phase, catalogs: catalogs)
        made.schemas += [schema].compactMap { $0 }
        made.rules += [rules].compactMap { $0 }
      }
      return made
    }
  }

  /// - Throws: What `make` throws.
  func get() throws(DiagnosticFault) -> Schemas {
    let witnessed = lock.withLock { () -> Witnessed<Made> in
      if let made { return made }
      let result = Witnessed { opened() }
      made = result
      return result
    }
    return try witnessed.value.get()
  }

  private func opened() -> Made {
    do throws(DiagnosticFault) {
      return .success(try make())
    } catch {
      return .failure(error)
    }
  }
}
