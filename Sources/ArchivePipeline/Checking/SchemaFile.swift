public import ArticleModel
public import TEIValidation
public import XML
import RelaxNG

/// Compiles schemas from local files, with the files that they include.
public enum SchemaFile {
  /// No schema comes near it.
  static let maximumSize = 64 << 20

  /// The schema in a file, in RELAX NG's XML or compact syntax.
  ///
  /// - Parameter catalogs: Where files may be found that the schema names by addresses on the network.
  /// - Throws: `DiagnosticFault` with code `file-unreadable`, or with the code of a `SchemaError` and the place of the fault.
  public static func compile(_ path: String, catalogs: CatalogResolver? = nil) throws(DiagnosticFault) -> DocumentSchema {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try FileSystem.read(path, limit: maximumSize)
    } catch {
      throw DiagnosticFault(Diagnostic(.error, code: "file-unreadable", error.reason, file: path))
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

  /// The file that a reference leads to; nil where it leads to the network and no catalog knows it.
  private static func localPath(of reference: String, _ catalogs: CatalogResolver?) -> String? {
    let uri = URIReference(reference)
    if uri.scheme == nil { return reference }
    if let path = uri.filePath { return path }
    let found = catalogs?.resolve(uri: reference) ?? catalogs?.resolve(publicID: nil, systemID: reference)
    return found.flatMap { URIReference($0).filePath }
  }
}
