/// Finds what stands for an identifier, by catalogs (OASIS XML Catalogs 1.1, section 7).
///
/// It has no state but the catalogs that it has read, and reads none itself: the caller gives files. Nothing is fetched.
/// A resolver may be shared between threads.
public final class CatalogResolver: @unchecked Sendable {
  /// Reads a catalog, given its URI; nil for one that is not there, which is passed over.
  public typealias Loader = @Sendable (URIReference) -> XMLCatalog?

  private let files: [URIReference]
  private let load: Loader
  private let lock = Lock()
  private var known: [String: XMLCatalog?] = [:]
  /// How many catalogs one question may lead through.
  private static let limit = 1000

  /// - Parameter files: The catalogs to begin with, in order.
  public init(files: [URIReference], load: @escaping Loader) {
    self.files = files
    self.load = load
  }

  /// The URI that stands for another, as for the address of a schema (section 7.2).
  public func resolve(uri: String) -> String? {
    if let identifier = PublicIdentifier.unwrapped(uri) { return resolve(publicID: identifier, systemID: nil) }
    let uri = URIReference.escaped(uri)
    return search { Self.match(uri: uri, in: $0) }
  }

  /// The URI that stands for an external identifier, as of a DTD (section 7.1).
  public func resolve(publicID: String?, systemID: String?) -> String? {
    var publicID = publicID.map(PublicIdentifier.normalized)
    var systemID = systemID.map { URIReference.escaped($0) }
    if let unwrapped = publicID.flatMap(PublicIdentifier.unwrapped) { publicID = unwrapped }
    if let unwrapped = systemID.flatMap(PublicIdentifier.unwrapped) {
      publicID = publicID ?? unwrapped
      systemID = nil
    }
    guard publicID != nil || systemID != nil else { return nil }
    return search { Self.match(publicID: publicID, systemID: systemID, in: $0) }
  }

  /// What one catalog says.
  enum Match {
    case found(String)
    /// Others answer in its stead, and nobody else.
    case delegated([String])
    case none
  }

  /// Asks the catalogs, then those that they lead to; each once, so that circles end.
  private func search(_ match: (XMLCatalog) -> Match) -> String? {
    var waiting = Array(files.map(\.text).reversed())
    var asked: Set<String> = []
    while let next = waiting.popLast() {
      guard asked.count < Self.limit, asked.insert(next).inserted, let catalog = catalog(next) else { continue }
      switch match(catalog) {
      case .found(let uri): return uri
      case .delegated(let catalogs): waiting = catalogs.reversed()
      case .none:
        waiting += catalog.entries.reversed().filter { $0.kind == .nextCatalog }.map(\.target)
      }
    }
    return nil
  }

  private func catalog(_ uri: String) -> XMLCatalog? {
    lock.withLock {
      if let catalog = known[uri] { return catalog }
      let catalog = load(URIReference(uri))
      known[uri] = .some(catalog)
      return catalog
    }
  }

  private static func match(uri: String, in catalog: XMLCatalog) -> Match {
    if let entry = catalog.first(.uri, where: { $0 == uri }) { return .found(entry.target) }
    if let rewritten = catalog.rewritten(uri, .rewriteURI) { return .found(rewritten) }
    if let entry = catalog.longest(.uriSuffix, where: { uri.hasSuffix($0) }) { return .found(entry.target) }
    return catalog.delegates(.delegateURI) { uri.hasPrefix($0) }
  }

  private static func match(publicID: String?, systemID: String?, in catalog: XMLCatalog) -> Match {
    if let systemID {
      if let entry = catalog.first(.system, where: { $0 == systemID }) { return .found(entry.target) }
      if let rewritten = catalog.rewritten(systemID, .rewriteSystem) { return .found(rewritten) }
      if let entry = catalog.longest(.systemSuffix, where: { systemID.hasSuffix($0) }) { return .found(entry.target) }
      if case .delegated(let catalogs) = catalog.delegates(.delegateSystem, where: { systemID.hasPrefix($0) }) {
        return .delegated(catalogs)
      }
    }
    guard let publicID else { return .none }
    let counts = { (entry: XMLCatalog.Entry) in systemID == nil || entry.prefersPublic }
    if let entry = catalog.entries.first(where: { $0.kind == .public && $0.key == publicID && counts($0) }) {
      return .found(entry.target)
    }
    return catalog.delegates(.delegatePublic, where: { publicID.hasPrefix($0) }, counts: counts)
  }
}

extension XMLCatalog {
  fileprivate func first(_ kind: Kind, where matches: (String) -> Bool) -> Entry? {
    entries.first { $0.kind == kind && matches($0.key) }
  }

  /// The entry that matches most; of equals the first.
  fileprivate func longest(_ kind: Kind, where matches: (String) -> Bool) -> Entry? {
    entries.reduce(nil) { longest, entry in
      guard entry.kind == kind, matches(entry.key), entry.key.utf8.count > longest?.key.utf8.count ?? -1 else {
        return longest
      }
      return entry
    }
  }

  fileprivate func rewritten(_ text: String, _ kind: Kind) -> String? {
    longest(kind) { text.hasPrefix($0) }.map { $0.target + text.dropFirst($0.key.count) }
  }

  /// The catalogs to which matching entries delegate, that of the longest match first, each once.
  fileprivate func delegates(
    _ kind: Kind, where matches: (String) -> Bool, counts: (Entry) -> Bool = { _ in true }
  ) -> CatalogResolver.Match {
    let found = entries.enumerated().filter { $0.element.kind == kind && matches($0.element.key) && counts($0.element) }
      .sorted { left, right in
        (right.element.key.utf8.count, left.offset) < (left.element.key.utf8.count, right.offset)
      }
    guard !found.isEmpty else { return .none }
    var seen: Set<String> = []
    return .delegated(found.map(\.element.target).filter { seen.insert($0).inserted })
  }
}
