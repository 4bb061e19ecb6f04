import FoundationEssentials
import RelaxNG
import XML

/// Shortcuts of the tests.
enum Check {
  static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  static let shared = root + "/../shared"

  static func bytes(of path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map { Array($0) } }

  /// A schema from text; the other files are given by name.
  static func schema(
    _ text: String, name: String = "test.rng", files: [String: String] = [:], checksIdentifiers: Bool = true
  ) throws -> CompiledSchema {
    try CompiledSchema(SchemaSource(name: name, bytes: Array(text.utf8)), checksIdentifiers: checksIdentifiers) {
      name in
      guard let file = files[name] else { throw MissingFile(name: name) }
      return SchemaSource(name: name, bytes: Array(file.utf8))
    }
  }

  struct MissingFile: Error { var name: String }

  static func faults(_ document: [UInt8], _ schema: CompiledSchema, name: String = "test.xml") throws
    -> [ValidationFault]
  {
    let reader = XMLEventReader()
    var validator = DocumentValidator(schema, names: reader.names)
    try reader.read(document, name: name, into: &validator)
    return validator.finish()
  }

  static func faults(_ document: String, _ schema: CompiledSchema) throws -> [ValidationFault] {
    try faults(Array(document.utf8), schema)
  }

  /// `line:column code message` of each fault.
  static func messages(_ document: String, _ schema: CompiledSchema) throws -> [String] {
    try faults(document, schema).map { "\($0.position.line):\($0.position.column) \($0.kind.rawValue) \($0.message)" }
  }

  /// The fault of a schema, or nil where it has none.
  static func refusal(_ text: String, files: [String: String] = [:]) -> SchemaError? {
    do {
      _ = try schema(text, files: files)
      return nil
    } catch let error as SchemaError {
      return error
    } catch {
      return SchemaError(.unreadable, "\(error)")
    }
  }

  /// A schema of one element with datatypes of XML Schema.
  static func element(_ content: String) -> String {
    """
    <element name="foo" xmlns="http://relaxng.org/ns/structure/1.0" \
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">\(content)</element>
    """
  }
}
