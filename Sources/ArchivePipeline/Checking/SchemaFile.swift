import ArticleModel
import RelaxNG
import Schematron
public import TEIValidation
public import XML

/// Compiles schemas from local files, with the files that they include.
public enum SchemaFile {
  /// No schema comes near it.
  static let maximumSize = 64 << 20

  /// The schema in a file: RELAX NG in XML or compact syntax, W3C XML Schema or a DTD.
  ///
  /// - Parameters:
  ///   - language: What it is written in; nil to go by the name of the file.
  ///   - catalogs: Where files may be found that the schema names by addresses on the network.
  /// - Throws: `DiagnosticFault` with code `file-unreadable`, or with the code of a `SchemaError` and the place of the fault.
  public static func compile(
    _ path: String, as language: SchemaLanguage? = nil, catalogs: CatalogResolver? = nil
  ) throws(DiagnosticFault) -> DocumentSchema {
    let bytes = try read(path)
    switch language ?? SchemaLanguage.named(path) {
    case .w3cSchema: return try w3cSchema(path, catalogs)
    case .dtd: return try dtd(path, catalogs)
    default: break
    }
    do throws(SchemaError) {
      return try DocumentSchema(bytes: bytes, name: path) { reference in
        let path = localPath(of: reference, catalogs) ?? reference
        return SchemaSource(name: path, bytes: try FileSystem.read(path, limit: maximumSize))
      }
    } catch {
      throw DiagnosticFault(error.diagnostic)
    }
  }

  /// The Schematron rules in a file: a schema of its own, or RELAX NG that has some embedded; nil where it has none.
  ///
  /// - Parameter phase: The phase to run; nil for the schema's default.
  /// - Throws: `DiagnosticFault` with code `file-unreadable` or `schematron-schema`, and the place of the fault.
  public static func rules(
    _ path: String, phase: String? = nil, catalogs: CatalogResolver? = nil
  ) throws(DiagnosticFault) -> SchematronRules? {
    let bytes = try read(path)
    // The compact syntax and a DTD have no place for rules.
    guard SchemaLanguage.named(path) != .dtd,
      bytes.first(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 < 0x80 }) == 0x3C
    else { return nil }
    do {
      return try SchematronRules(XMLDocument(parsing: bytes, name: path), phase: phase) { reference, base in
        let address = URIReference(reference).resolved(against: URIReference(filePath: Path.absolute(base)))
        guard let path = localPath(of: address.text, catalogs),
          let bytes = try? FileSystem.read(path, limit: maximumSize)
        else { return nil }
        return (bytes, Path.relative(path))
      }
    } catch let error as SchematronError {
      throw DiagnosticFault(error.diagnostic)
    } catch let error as XMLError {
      throw DiagnosticFault(error.diagnostic)
    } catch {
      throw DiagnosticFault(Diagnostic(.error, code: "schematron-schema", "\(error)", file: path))
    }
  }

  /// What a file holds that somebody names as a schema: RELAX NG or W3C XML Schema, with the rules embedded in it; a DTD; or
  /// Schematron alone, where it is called `.sch`.
  ///
  /// - Parameter takesRules: Whether rules that are embedded in another schema are taken.
  /// - Throws: `DiagnosticFault` as the two others; with code `schematron-schema` for a `.sch` without rules.
  public static func open(
    _ path: String, takesRules: Bool = true, phase: String? = nil, catalogs: CatalogResolver? = nil
  ) throws(DiagnosticFault) -> (schema: DocumentSchema?, rules: SchematronRules?) {
    if path.hasSuffix(".sch") {
      guard let rules = try rules(path, phase: phase, catalogs: catalogs) else {
        let message = "file holds no Schematron; expected elements of namespace \"\(SchematronRules.namespace)\""
        throw DiagnosticFault(Diagnostic(.error, code: "schematron-schema", message, file: path))
      }
      return (nil, rules)
    }
    let schema = try compile(path, catalogs: catalogs)
    return (schema, takesRules ? try rules(path, phase: phase, catalogs: catalogs) : nil)
  }

  // MARK: W3C XML Schema and DTD

  private static func w3cSchema(_ path: String, _ catalogs: CatalogResolver?) throws(DiagnosticFault) -> DocumentSchema
  {
    do throws(XMLError) {
      return DocumentSchema(try W3CSchema(uri: uri(of: path), loader: { resource($0, publicID: $1, catalogs) }))
    } catch {
      throw DiagnosticFault(error.diagnostic)
    }
  }

  private static func dtd(_ path: String, _ catalogs: CatalogResolver?) throws(DiagnosticFault) -> DocumentSchema {
    do {
      let dtd = try DocumentTypeDefinition(uri: uri(of: path), loader: { resource($0, publicID: $1, catalogs) })
      return try DocumentSchema(dtd, name: path)
    } catch let error as XMLError {
      throw DiagnosticFault(error.diagnostic)
    } catch let error as SchemaError {
      throw DiagnosticFault(error.diagnostic)
    } catch {
      throw DiagnosticFault(Diagnostic(.error, code: "schema-syntax", "\(error)", file: path))
    }
  }

  private static func uri(of path: String) -> String { URIReference(filePath: Path.absolute(path)).text }

  /// A file that a schema refers to: where it says, else where catalogs say.
  private static func resource(_ uri: String, publicID: String?, _ catalogs: CatalogResolver?) -> XMLResource? {
    URIReference(uri).filePath.flatMap(resource) ?? catalogued(uri, publicID: publicID, catalogs).flatMap(resource)
  }

  private static func resource(_ path: String) -> XMLResource? {
    guard FileSystem.kind(of: path) == .file, let bytes = try? FileSystem.read(path, limit: maximumSize) else {
      return nil
    }
    return XMLResource(name: Path.relative(path), bytes: bytes)
  }

  /// The file that catalogs name for a URI, as such or as a system identifier.
  private static func catalogued(_ uri: String, publicID: String? = nil, _ catalogs: CatalogResolver?) -> String? {
    let found = catalogs?.resolve(uri: uri) ?? catalogs?.resolve(publicID: publicID, systemID: uri)
    return found.flatMap { URIReference($0).filePath }
  }

  private static func read(_ path: String) throws(DiagnosticFault) -> [UInt8] {
    do throws(FileFault) {
      return try FileSystem.read(path, limit: maximumSize)
    } catch {
      throw DiagnosticFault(Diagnostic(.error, code: "file-unreadable", error.reason, file: path))
    }
  }

  /// The file that a reference leads to; nil where it leads to the network and no catalog knows it.
  private static func localPath(of reference: String, _ catalogs: CatalogResolver?) -> String? {
    let uri = URIReference(reference)
    if uri.scheme == nil {
      // A file may be called as it is written, or as a URI writes it.
      if FileSystem.kind(of: reference) != nil { return reference }
      return URIReference("file://" + Path.absolute(reference)).filePath.map(Path.relative) ?? reference
    }
    return uri.filePath ?? catalogued(reference, catalogs)
  }
}
