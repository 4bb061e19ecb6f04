internal import XML

/// What the declarations at the head of a schema in compact syntax say.
struct CompactEnvironment: Sendable {
  /// The namespace that the including file hands on.
  let inherited: String
  private var namespaces = ["xml": XMLNamespace.xml]
  private var libraries = ["xsd": DatatypeLibrary.xmlSchema.rawValue]
  private var declaredPrefixes: Set<String> = []
  private var declaredLibraries: Set<String> = []
  private var ownDefault: String?

  init(inherited: String) { self.inherited = inherited }

  var defaultNamespace: String { ownDefault ?? inherited }

  /// Whether it was the first of its kind, as for those below.
  mutating func setDefault(_ namespace: String) -> Bool {
    defer { ownDefault = namespace }
    return ownDefault == nil
  }

  mutating func declare(_ prefix: String, _ namespace: String) -> Bool {
    namespaces[prefix] = namespace
    return declaredPrefixes.insert(prefix).inserted
  }

  mutating func declareLibrary(_ prefix: String, _ library: String) -> Bool {
    libraries[prefix] = library
    return declaredLibraries.insert(prefix).inserted
  }

  func namespace(of prefix: String) -> String? { namespaces[prefix] }

  func library(of prefix: String) -> String? { libraries[prefix] }

  /// What values are read with.
  var context: SyntaxContext {
    let environment = self
    return SyntaxContext { prefix in
      let namespace = prefix.isEmpty ? environment.defaultNamespace : environment.namespaces[prefix]
      return namespace == "" ? nil : namespace
    }
  }
}
