public import ArticleModel
internal import EmbeddedData
public import RelaxNG
public import XML

/// A schema that documents are held to: RELAX NG, W3C XML Schema or a DTD.
///
/// It is compiled once and may be shared between threads, which share what they learn of it, too.
public final class DocumentSchema: Sendable {
  private enum Engine {
    case relaxNG(CompiledSchema)
    case dtd(CompiledDTD)
    case w3cSchema(W3CSchema)
  }

  private let engine: Engine
  /// What of the schema is not checked, to be told once.
  public let warnings: [Diagnostic]
  private let readers = SchemaReaders()

  /// Reads, simplifies and checks a schema in RELAX NG's XML or compact syntax.
  ///
  /// Where all that is wrong is what it says of identifiers, as in many schemas of others, it is used without checking those.
  ///
  /// - Parameters:
  ///   - bytes: The schema's file.
  ///   - name: The file as the caller names it; what it includes is relative to it.
  ///   - loader: Gives the files that it includes; without one it must be whole.
  /// - Throws: `SchemaError` with the place of the first fault.
  public init(bytes: [UInt8], name: String, loader: SchemaLoader? = nil) throws(SchemaError) {
    let source = SchemaSource(name: name, bytes: bytes)
    do throws(SchemaError) {
      engine = .relaxNG(try CompiledSchema(source, advice: .tei, loader: loader))
      warnings = []
    } catch {
      guard error.code == .identifiers else { throw error }
      engine = .relaxNG(try CompiledSchema(source, checksIdentifiers: false, advice: .tei, loader: loader))
      var warning = error.diagnostic
      warning.severity = .warning
      warning.message += "; identifiers are not checked"
      warnings = [warning]
    }
  }

  /// A schema that was compiled from a DTD.
  ///
  /// - Parameter name: The DTD's file as the caller names it.
  /// - Throws: `SchemaError` where it is too large.
  public init(_ dtd: DocumentTypeDefinition, name: String) throws(SchemaError) {
    engine = .dtd(try CompiledDTD(dtd, file: name, advice: .tei))
    warnings = []
  }

  public init(_ schema: W3CSchema) {
    engine = .w3cSchema(schema)
    warnings = []
  }

  /// The schema of our own encoding, `schemas/teikit.rng`, as it was when the program was built.
  public static let embedded: DocumentSchema = {
    do throws(SchemaError) {
      return try DocumentSchema(bytes: embeddedBytes, name: "teikit.rng")
    } catch {
      preconditionFailure("the embedded schema does not compile: \(error)")
    }
  }()

  /// The text of the embedded schema, to be written beside an archive.
  public static var embeddedBytes: [UInt8] {
    Array(UnsafeBufferPointer(start: teikit_schema_bytes(), count: teikit_schema_count()))
  }

  /// What is wrong with a document, in the order of its text.
  ///
  /// - Throws: `XMLError` where it is not well-formed.
  public func diagnostics(of bytes: [UInt8], file: String) throws(XMLError) -> [Diagnostic] {
    let reader = readers.take() ?? SchemaReader(self)
    defer { readers.give(back: reader) }
    return try reader.diagnostics(of: bytes, file: file)
  }

  func validator(names: XMLNameTable) -> any SchemaValidator {
    switch engine {
    case .relaxNG(let schema): DocumentValidator(schema, names: names)
    case .dtd(let dtd): DTDValidator(dtd, names: names)
    case .w3cSchema(let schema): W3CSchemaValidator(schema, names: names)
    }
  }

  /// What is wrong with a document that files were included in: each fault where its element stands.
  func diagnostics(of document: XMLDocument, file: String) -> [Diagnostic] {
    do throws(XMLError) {
      return document.movingBack(try diagnostics(of: document.serialized(), file: file), file: file)
    } catch {
      return [error.diagnostic]
    }
  }
}

/// What one thread needs to validate documents, kept from one to the next.
private final class SchemaReader {
  private let reader = XMLEventReader()
  private let validator: any SchemaValidator

  init(_ schema: DocumentSchema) { validator = schema.validator(names: reader.names) }

  func diagnostics(of bytes: [UInt8], file: String) throws(XMLError) -> [Diagnostic] {
    do throws(XMLError) {
      if var own = validator as? DocumentValidator {
        try reader.read(bytes, name: file, into: &own)
      } else {
        var events = SchemaEvents(validator: validator)
        try reader.read(bytes, name: file, into: &events)
      }
      return validator.diagnostics(file: file)
    } catch {
      // What it knew of this document must not reach the next.
      _ = validator.diagnostics(file: file)
      throw error
    }
  }
}

/// The readers of a schema that nobody uses at the moment.
private final class SchemaReaders: @unchecked Sendable {
  // Unchecked: `idle` is only touched under the lock.
  private let lock = Lock()
  private var idle: [SchemaReader] = []

  func take() -> SchemaReader? { lock.withLock { idle.popLast() } }
  func give(back reader: SchemaReader) { lock.withLock { idle.append(reader) } }
}

extension XMLDocument {
  /// What was found in the text that this document is written as, each where its element stands.
  func movingBack(_ diagnostics: [Diagnostic], file: String) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      guard let element = diagnostic.xpath.flatMap(element(at:)) else { return diagnostic }
      var moved = diagnostic
      let name = fileName(of: element)
      moved.file = name == self.name ? file : name
      moved.position = position(of: element)
      return moved
    }
  }

  /// The element that a path of a `ValidationFault` leads to, or the one that holds what it leads to.
  func element(at path: String) -> XMLElement? {
    let steps = path.split(separator: "/").prefix { !$0.hasPrefix("@") && !$0.contains("(") }
    var element = root
    for step in steps.dropFirst() {
      let parts = step.split(whereSeparator: { $0 == "[" || $0 == "]" })
      guard let name = parts.first, let place = parts.count == 2 ? Int(parts[1]) : 1 else { return nil }
      let local = name.split(separator: ":").last ?? name
      let named = element.children.filter { $0.name == local }
      guard named.indices.contains(place - 1) else { return nil }
      element = named[place - 1]
    }
    return steps.isEmpty ? nil : element
  }
}
