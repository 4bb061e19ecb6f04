/// Writes a specification as RELAX NG in XML syntax.
enum RelaxNGWriter {
  static func schema(_ specification: Specification) -> String {
    let start = Markup("start", parts: [markup(.choice(specification.start.map(Pattern.reference)))])
    let definitions = specification.declarations.map { declaration in
      Markup("define", [("name", declaration.name)], parts: parts(declaration.pattern).map(markup))
    }
    let grammar = Markup(
      "grammar",
      [
        ("xmlns", "http://relaxng.org/ns/structure/1.0"), ("ns", "http://www.tei-c.org/ns/1.0"),
        ("datatypeLibrary", "http://www.w3.org/2001/XMLSchema-datatypes"),
      ], parts: [start] + definitions)
    return Notice.declaration + Notice.derived(from: specification.name) + grammar.text()
  }

  /// A group at the top of a definition needs no element of its own.
  private static func parts(_ pattern: Pattern) -> [Pattern] {
    if case .group(let parts) = pattern { parts } else { [pattern] }
  }

  private static func markup(_ pattern: Pattern) -> Markup {
    switch pattern {
    case .empty: Markup("empty")
    case .text: Markup("text")
    case .reference(let name): Markup("ref", [("name", name)])
    case .value(let value): Markup("value", [], [.text(value)])
    case .data(let type, let parameters):
      Markup(
        "data", [("type", type)], parts: parameters.map { Markup("param", [("name", $0.name)], [.text($0.value)]) })
    case .list(let one): Markup("list", parts: parts(one).map(markup))
    case .optional(let one): Markup("optional", parts: parts(one).map(markup))
    case .zeroOrMore(let one): Markup("zeroOrMore", parts: parts(one).map(markup))
    case .oneOrMore(let one): Markup("oneOrMore", parts: parts(one).map(markup))
    case .group(let parts): Markup("group", parts: parts.map(markup))
    case .choice(let parts): Markup("choice", parts: parts.map(markup))
    case .attribute(let name, let value): Markup("attribute", [("name", name)], parts: [markup(value)])
    case .element(let name, let namespace, let parts):
      Markup(
        "element", [("name", name)] + (namespace.map { [("ns", $0)] } ?? []),
        parts: parts.flatMap(Self.parts).map(markup))
    }
  }
}

/// What stands at the top of a derived file.
enum Notice {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  static func derived(from name: String) -> String {
    "<!-- Derived from \(name).odd by SchemaDerivation: edit that file, not this one. -->\n"
  }
}
