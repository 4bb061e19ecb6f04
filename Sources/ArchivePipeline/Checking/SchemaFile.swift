import ArticleModel
import RelaxNG
import Schematron
public import TEIValidation
public import XML

/// Compiles schemas from local files, with the files that they include.
public enum SchemaFile {
  /// No schema comes near it.
  static let maximumSize = 64 << 20

  /// The schema in a file, in RELAX NG's XML or compact syntax.
  ///
  /// - Parameter catalogs: Where files may be found that the schema names by addresses on the network.
  /// - Throws: `DiagnosticFault` with code `file-unreadable`, or with the code of a `SchemaError` and the place of the fault.
  public static func compile(_ path: String, catalogs: CatalogResolver? = nil) throws(DiagnosticFault) -> DocumentSchema
  {
    let bytes = try read(path)
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
    // The compact syntax has no place for rules.
    guard bytes.first(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 < 0x80 }) == 0x3C else { return nil }
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

  /// What a file holds that somebody names as a schema: RELAX NG, with the rules embedded in it; or Schematron alone, where
  /// it is called `.sch`.
  ///
  /// - Parameter takesRules: Whether rules that are embedded in RELAX NG are taken.
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
    if let path = uri.filePath { return path }
    let found = catalogs?.resolve(uri: reference) ?? catalogs?.resolve(publicID: nil, systemID: reference)
    return found.flatMap { URIReference($0).filePath }
  }
}
