import ArticleModel
public import XML

/// Reads XML catalogs from local files.
public enum CatalogFiles {
  /// No catalog comes near it.
  private static let maximumSize = 64 << 20

  /// A resolver that begins with these catalogs.
  ///
  /// - Parameters:
  ///   - paths: Catalogs that somebody named: each must be there.
  ///   - environment: The value of `XML_CATALOG_FILES`: paths or URIs with white space between; what is not there is passed
  ///     over.
  ///   - cache: What is told which files are looked at.
  /// - Returns: nil where there is no catalog at all.
  /// - Throws: `DiagnosticFault` with code `catalog-unreadable`.
  public static func resolver(
    paths: [String], environment: String? = nil, cache: ValidationCache? = nil
  ) throws(DiagnosticFault) -> CatalogResolver? {
    let observer = cache?.catalogFiles
    @Sendable func observed<Value>(_ work: () throws(DiagnosticFault) -> Value) throws(DiagnosticFault) -> Value {
      // Not what the file depends on that asks: the next asks catalogs that are read already.
      let result = ObservedFiles.$observer.withValue(observer) { () -> Result<Value, DiagnosticFault> in
        do throws(DiagnosticFault) { return .success(try work()) } catch { return .failure(error) }
      }
      return try result.get()
    }
    var files: [URIReference] = []
    for path in paths {
      let uri = URIReference(filePath: Path.absolute(path))
      _ = try observed { () throws(DiagnosticFault) in try catalog(uri, name: path) }
      files.append(uri)
    }
    for name in (environment ?? "").split(whereSeparator: \.isWhitespace) {
      let uri = URIReference(String(name))
      files.append(uri.scheme == nil ? URIReference(filePath: Path.absolute(String(name))) : uri)
    }
    guard !files.isEmpty else { return nil }
    return CatalogResolver(files: files) { uri in
      guard let path = uri.filePath else { return nil }
      return try? observed { () throws(DiagnosticFault) in
        guard FileSystem.kind(of: path) == .file else { return nil }
        return try catalog(uri, name: Path.relative(path))
      }
    }
  }

  private static func catalog(_ uri: URIReference, name: String) throws(DiagnosticFault) -> XMLCatalog {
    do {
      guard let path = uri.filePath else { throw FileFault("cannot read", name, reason: "not a local file") }
      return try XMLCatalog(parsing: try FileSystem.read(path, limit: maximumSize), name: name, uri: uri)
    } catch let error as XMLError {
      let diagnostic = Diagnostic(
        .error, code: "catalog-unreadable", error.message, file: error.file ?? name, position: error.position)
      throw DiagnosticFault(diagnostic)
    } catch {
      let reason = (error as? FileFault)?.reason ?? "\(error)"
      throw DiagnosticFault(Diagnostic(.error, code: "catalog-unreadable", reason, file: name))
    }
  }
}
