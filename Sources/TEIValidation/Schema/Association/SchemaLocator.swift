public import XML

/// Says where the schema that a document names may be. It opens no file.
public struct SchemaLocator: Sendable {
  /// A place to look for a schema.
  public enum Place: Hashable, Sendable {
    /// A file, by its absolute path.
    case file(String)
    /// A copy that the program carries, by its name.
    case carried(String)
  }

  private let catalogs: CatalogResolver?

  public init(catalogs: CatalogResolver? = nil) { self.catalogs = catalogs }

  /// The places of a schema, in the order in which to look: beside the document, where catalogs say, in the program.
  ///
  /// - Parameters:
  ///   - href: The address, as the document has it.
  ///   - document: The URI of the document's file.
  public func places(of href: String, from document: URIReference) -> [Place] {
    let address = URIReference(href).resolved(against: document)
    var places: [Place] = address.filePath.map { [.file($0)] } ?? []
    if let catalogs {
      for name in href == address.text ? [href] : [href, address.text] {
        // Many catalogs list schemas as system identifiers alone.
        let found = catalogs.resolve(uri: name) ?? catalogs.resolve(publicID: nil, systemID: name)
        if let path = found.flatMap({ URIReference($0).filePath }) { places.append(.file(path)) }
      }
    }
    let name = address.path.split(separator: "/").last.map(String.init) ?? ""
    if Self.carried.contains(name) { places.append(.carried(name)) }
    var seen: Set<Place> = []
    return places.filter { seen.insert($0).inserted }
  }

  /// The names of the schemas that the program carries.
  public static let carried: Set<String> = [ourName]

  /// The name of the schema of our own encoding.
  public static let ourName = "teikit.rng"

  /// What is said of a schema that is at none of its places.
  public static func missing(_ href: String) -> String {
    let isRemote = LocalReference.scheme(of: href).map { $0 != "file" } ?? false
    return "schema \"\(href)\" is not at hand\(isRemote ? "; nothing is fetched" : "")"
      + "; give the file with --schema FILE, or a catalog that knows it with --catalog FILE"
  }
}
