public import TEIValidation
import XML

/// The schema that the caller named for all files, compiled when the first file needs it.
public final class GivenSchema: @unchecked Sendable {
  // Unchecked: what changes is only touched under the lock.
  private let lock = Lock()
  private let make: @Sendable () throws(DiagnosticFault) -> (schema: DocumentSchema?, rules: SchematronRules?)
  private var made: Witnessed<Made>?

  typealias Made = Result<Schemas, DiagnosticFault>

  struct Schemas: Sendable {
    var schema: DocumentSchema?
    var rules: SchematronRules?
  }

  /// - Parameter make: Opens and compiles it, as ``SchemaFile`` does.
  public init(
    _ make: @escaping @Sendable () throws(DiagnosticFault) -> (schema: DocumentSchema?, rules: SchematronRules?)
  ) {
    self.make = make
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
      let (schema, rules) = try make()
      return .success(Schemas(schema: schema, rules: rules))
    } catch {
      return .failure(error)
    }
  }
}
