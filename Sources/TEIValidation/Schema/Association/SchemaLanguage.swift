/// The languages in which a schema may be written.
public enum SchemaLanguage: String, Hashable, Sendable, CaseIterable {
  case relaxNG = "RELAX NG"
  case relaxNGCompact = "RELAX NG compact syntax"
  case schematron = "Schematron"
  case w3cSchema = "W3C XML Schema"
  case dtd = "a DTD"

  /// The language that an `xml-model` instruction means: by its namespace, else by its type, else by the name of the file.
  ///
  /// The type goes first where it means a syntax that is no XML, for which the namespace is that of the language.
  init?(namespace: String?, type: String?, href: String) {
    switch type?.lowercased() {
    case "application/relax-ng-compact-syntax": self = .relaxNGCompact
    case "application/xml-dtd": self = .dtd
    default:
      guard let found = Self.namespaces[namespace ?? ""] ?? Self.types[type?.lowercased() ?? ""] ?? Self.named(href)
      else { return nil }
      self = found == .relaxNG && Self.named(href) == .relaxNGCompact ? .relaxNGCompact : found
    }
  }

  private static let namespaces: [String: SchemaLanguage] = [
    "http://relaxng.org/ns/structure/1.0": .relaxNG, "http://purl.oclc.org/dsdl/schematron": .schematron,
    "http://www.w3.org/2001/XMLSchema": .w3cSchema,
  ]

  private static let types: [String: SchemaLanguage] = [
    "application/relax-ng+xml": .relaxNG, "application/relaxng+xml": .relaxNG,
    "application/schematron+xml": .schematron,
  ]

  /// The language by the last extension of a file's name; nil for one that says nothing.
  public static func named(_ href: String) -> SchemaLanguage? {
    let path = href.prefix { $0 != "?" && $0 != "#" }
    guard let dot = path.lastIndex(of: ".") else { return nil }
    return switch path[path.index(after: dot)...].lowercased() {
    case "rng": .relaxNG
    case "rnc": .relaxNGCompact
    case "sch": .schematron
    case "xsd": .w3cSchema
    case "dtd": .dtd
    default: nil
    }
  }
}
