/// A pattern as the author wrote it, in either syntax: names are resolved, abbreviations and references are not.
final class SyntaxPattern {
  enum Kind {
    case element(SyntaxNameClass, [SyntaxPattern])
    case attribute(SyntaxNameClass, [SyntaxPattern])
    case group([SyntaxPattern])
    case interleave([SyntaxPattern])
    case choice([SyntaxPattern])
    case optional([SyntaxPattern])
    case zeroOrMore([SyntaxPattern])
    case oneOrMore([SyntaxPattern])
    case list([SyntaxPattern])
    case mixed([SyntaxPattern])
    case ref(String)
    case parentRef(String)
    case empty
    case notAllowed
    case text
    case value(SyntaxDatatype, String, SyntaxContext)
    case data(SyntaxDatatype, [SyntaxParameter], except: SyntaxPattern?)
    /// A pattern in another file, read already.
    case external(SyntaxPattern)
    case grammar([SyntaxDefinition])
  }

  let kind: Kind
  let place: SchemaPlace

  init(_ kind: Kind, _ place: SchemaPlace) {
    self.kind = kind
    self.place = place
  }
}

/// The name of a datatype with that of its library.
struct SyntaxDatatype {
  var library: String
  var name: String
}

struct SyntaxParameter {
  var name: String
  var value: String
  var place: SchemaPlace
}

/// The namespaces that a value in a schema is read with; the default one is that of the `ns` attribute (section 4.9).
struct SyntaxContext {
  var namespaces: @Sendable (String) -> String?
}

/// A name class (section 3); the checks of section 4.16 are made by ``NameClassRules``.
final class SyntaxNameClass {
  enum Kind {
    case name(namespace: String, local: String)
    case anyName(except: SyntaxNameClass?)
    case namespace(String, except: SyntaxNameClass?)
    case choice([SyntaxNameClass])
  }

  let kind: Kind
  let place: SchemaPlace

  init(_ kind: Kind, _ place: SchemaPlace) {
    self.kind = kind
    self.place = place
  }
}

/// One part of a grammar; `div` and `include` are resolved by the reader, so that all that is left are definitions.
struct SyntaxDefinition {
  enum Combine: String { case choice, interleave }

  /// The name; nil for `start`.
  var name: String?
  var combine: Combine?
  var body: [SyntaxPattern]
  var place: SchemaPlace

  /// How to call it in messages.
  var title: String { name.map { "definition \"\($0)\"" } ?? "\"start\"" }
}
